"""What a parent is told of a file that is not taken in."""

from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.ui.photos.importer import LIMIT_MS, read_photo_now


def refused(path: Path, limit_ms: int = LIMIT_MS) -> str:
    with pytest.raises(GuideError) as problem:
        read_photo_now(path, limit_ms=limit_ms)
    return str(problem.value)
