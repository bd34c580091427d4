"""How a diary that cannot be used is refused."""

from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store.diary_store import FILE_NAME
from guide.store.keys import DataKey
from guide.store.merge import plan
from tests.store.families import MIA
from tests.store.merge.computers import Computer

LEFT = {FILE_NAME, f"{FILE_NAME}-wal"}


def refused(one: Computer, path: Path, words: str, key: DataKey | None = None) -> None:
    """In a sentence, with the diary as it was, still open, and nothing left beside it."""
    before = one.seen
    with pytest.raises(GuideError, match=words):
        plan(one.store, path, key)
    assert one.seen == before
    assert {path.name for path in one.folder.iterdir()} == LEFT
    one.store.save_child(MIA)
