"""A diary on a real disk for each test."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.store import rekey, storage_thread
from guide.store.diary_store import DiaryStore
from guide.store.keys import DataKey
from tests.store.canaries import canary_diary
from tests.store.effort import SEED, in_memory
from tests.store.processes import say
from tests.store.rekey_kills import CODE, OLD, QUICK


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    memory = in_memory()
    if memory is None:
        yield tmp_path_factory.mktemp("store")
        return
    with tempfile.TemporaryDirectory(prefix="little-spots-", dir=memory) as name:
        yield Path(name)


@pytest.fixture(autouse=True)
def _seed() -> None:
    """Shown where a test fails."""
    say(f"LITTLE_SPOTS_SEED={SEED}")


@pytest.fixture
def soon_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody turns pages: a backup need not wait long until the diary was checked in a quiet moment."""
    monkeypatch.setattr(storage_thread, "QUIET_SECONDS", 0.001)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "little-spots"


@pytest.fixture
def store(folder: Path) -> Iterator[DiaryStore]:
    with DiaryStore.open(folder) as store:
        yield store


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a diary in clear, full of one odd word, and an earlier copy of it.

    No journal could tell how that came about, so nobody leaves it alone for long enough to be found damaged.
    """
    monkeypatch.setattr(storage_thread, "QUIET_SECONDS", 600)
    data = tmp_path / "data"
    shutil.copy(canary_diary(data), data / "diary-before-2.littlespots")
    return data


@pytest.fixture
def key(data: Path) -> DataKey:
    """The key of the diary in ``data``, which now has a passphrase."""
    found = rekey.set_passphrase(data, OLD, CODE, QUICK).key
    assert found is not None
    return found
