"""What is wrong beside the diary: no folder for passing files, and remains of other times."""

import shutil
import tempfile
from itertools import product
from pathlib import Path

import pytest

from guide.store.diary_store import FILE_NAME
from guide.store.opening import open_diary
from tests.store.backup.homes import Home, new_home
from tests.store.families import note
from tests.store.faults.flows import FLOWS
from tests.store.faults.states import found_at_start

pytestmark = pytest.mark.usefixtures("soon_quiet")


@pytest.mark.parametrize("flow", ["add", "migrate from 1", "set passphrase", "backup", "restore", "export"])
@pytest.mark.parametrize("place", ["nowhere/at/all", "a file", "protected"])
def test_no_folder_for_passing_files_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flow: str, place: str
) -> None:
    data, usual = tmp_path / "data", tmp_path / "usual"
    FLOWS[flow].prepare(data)
    shutil.copytree(data, usual)
    FLOWS[flow].do(usual)
    (tmp_path / "a file").write_text("")
    (tmp_path / "protected").mkdir(mode=0o500)
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / place))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / place))
    FLOWS[flow].do(data)
    assert list((tmp_path / "protected").iterdir()) == []
    assert found_at_start(data) == found_at_start(usual)


REMAINS = list(product([False, True], repeat=3))


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, bytes]:
    """A diary, a backup of it, more since, and the log of an earlier time."""
    home = new_home(tmp_path_factory.mktemp("remains") / "home", encrypted=False)
    with open_diary(home.data) as store:
        store.save_note(note("note-0"))
        log = (home.data / f"{FILE_NAME}-wal").read_bytes()
    home.back_up()
    with open_diary(home.data) as store:
        store.save_note(note("later"))
    return home, log


@pytest.mark.parametrize(("log", "memory", "journal"), REMAINS)
def test_remains_of_another_time_beside_the_diary_do_not_spoil_a_restore(
    tmp_path: Path, backed_up: tuple[Home, bytes], log: bool, memory: bool, journal: bool
) -> None:
    home = backed_up[0].copy(tmp_path / "home")
    remains = {
        "-wal": (log, backed_up[1]),
        "-shm": (memory, bytes(32768)),
        "-journal": (journal, b"old" * 99),
    }
    for end, (there, content) in remains.items():
        if there:
            (home.data / f"{FILE_NAME}{end}").write_bytes(content)
    assert home.restore().missing == ()
    with home.opened() as store:
        store.check_whole()
        assert {item.note.id for item in store.notes(note().spot_id)} == {"note-1", "note-0"}
