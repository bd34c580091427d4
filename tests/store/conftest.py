"""A diary on a real disk for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.store.diary_store import DiaryStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "little-spots"


@pytest.fixture
def store(folder: Path) -> Iterator[DiaryStore]:
    with DiaryStore.open(folder) as store:
        yield store
