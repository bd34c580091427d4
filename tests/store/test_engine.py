"""How the engine is used, whatever file it is given: what is switched off, read back, checked and kept."""

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from guide.errors import GuideError
from guide.store import sql, switch
from guide.store.connection import apply_settings, connect, connect_to_look, run
from guide.store.copying import copy_diary
from guide.store.database import open_database
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.files import publish
from guide.store.key_file import write_key_file
from guide.store.keys import DataKey
from guide.store.passphrase import WrongPassphraseError, new_key_file, unlock
from guide.store.settings import Settings, save_settings
from tests.store.families import filled_diary
from tests.store.faults.flows import GOLDEN
from tests.store.faulty_disk import faulty_disk
from tests.store.processes import start
from tests.store.rekey_kills import CODE, OLD, QUICK

SWITCHES = {
    "defensive": (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
    "no triggers": (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
    "no views": (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
}
HOLDS = """
import apsw, sys
connection = apsw.Connection(sys.argv[1])
for statement in ("PRAGMA journal_mode = wal", "CREATE TABLE other (x)", "PRAGMA wal_checkpoint(TRUNCATE)"):
    connection.execute(statement).fetchall()
print("reading", flush=True)
sys.stdin.readline()
"""


@pytest.mark.parametrize("opened", [connect, connect_to_look])
@pytest.mark.parametrize(("switch", "wanted"), SWITCHES.values(), ids=SWITCHES)
def test_nothing_that_a_stranger_put_into_the_file_runs(
    folder: Path, switch: int, wanted: int, opened: object
) -> None:
    path = filled_diary(folder)
    connection = connect(path) if opened is connect else connect_to_look(path)
    assert connection.config(switch, -1) == wanted
    connection.close()


def test_a_setting_that_the_engine_passes_over_is_noticed() -> None:
    with pytest.raises(apsw.CantOpenError):
        apply_settings(apsw.Connection(":memory:"), [("journal_mode", "wal")])


def test_the_cipher_is_the_one_that_every_diary_so_far_was_encrypted_with(tmp_path: Path) -> None:
    key = DataKey(bytes(range(32)))
    open_database(tmp_path / FILE_NAME, key.copy()).close()
    connection = apsw.Connection(str(tmp_path / FILE_NAME))
    for statement in ("PRAGMA cipher = 'chacha20'", f"PRAGMA key = '{key.sql}'"):
        connection.execute(statement).fetchall()
    assert run(connection, sql.GET_APPLICATION_ID) == [(sql.APPLICATION_ID,)]
    connection.close()


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be read elsewhere")
def test_another_programs_file_is_told_as_such_also_while_it_is_in_use(folder: Path) -> None:
    folder.mkdir()
    other = start([sys.executable, "-c", HOLDS, str(folder / FILE_NAME)])
    assert other.stdin and other.stdout and other.stdout.readline() == "reading\n"
    with pytest.raises(GuideError, match="belongs to another program"):
        DiaryStore.open(folder)
    other.communicate("\n")


def spoil_page_of(path: Path, name: str, old: bytes, new: bytes) -> None:
    """Of the table or index of that name, changes what stands on its first page."""
    connection = apsw.Connection(str(path))
    page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).get
    size = connection.execute("PRAGMA page_size").get
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        content = file.read(size)
        assert old in content
        file.seek((page - 1) * size)
        file.write(content.replace(old, new))


def test_an_index_that_leads_elsewhere_is_found_at_the_start(folder: Path) -> None:
    path = filled_diary(folder)
    spoil_page_of(path, "spots_of_child", b"child-1", b"child-2")
    with pytest.raises(GuideError, match="damaged"):
        DiaryStore.open(folder)


@pytest.mark.parametrize("table", ["changes", "photo_bytes"])
def test_a_small_diary_is_checked_whole_before_it_is_opened(folder: Path, table: str) -> None:
    path = filled_diary(folder)
    spoil_page_of(path, table, b"\x0d\x00\x00", b"\x0c\x00\x00")
    with pytest.raises(GuideError, match="damaged"):
        DiaryStore.open(folder)


def test_a_file_that_is_there_already_is_never_written_over_by_a_finished_one(tmp_path: Path) -> None:
    finished, there = tmp_path / "finished", tmp_path / "there"
    finished.write_text("new")
    there.write_text("old")
    with pytest.raises(FileExistsError):
        publish(finished, there)
    assert there.read_text() == "old"


def test_keys_go_before_what_they_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["diary.littlespots", "keys.json", "diary-before-2.littlespots", "keys-1.json"]
    for name in names:
        (tmp_path / name).touch()
    gone: list[str] = []
    monkeypatch.setattr(switch, "wipe", lambda path: gone.append(path.name))
    switch.clear(tmp_path)
    assert set(gone[:2]) == {"keys.json", "keys-1.json"} and len(gone) == len(names)


def test_a_diary_whose_index_leads_elsewhere_is_not_copied(folder: Path, tmp_path: Path) -> None:
    path = filled_diary(folder)
    spoil_page_of(path, "spots_of_child", b"child-1", b"child-2")
    damaged = connect_to_look(path)
    with pytest.raises(apsw.CorruptError):
        copy_diary(damaged, tmp_path / FILE_NAME, None, sql.MIGRATIONS)
    damaged.close()


def test_no_migration_begins_on_the_word_of_a_copy_that_the_disk_spoiled(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / "schema-2.littlespots", tmp_path / FILE_NAME))
    before = path.read_bytes()

    def spoil() -> None:
        for copy in tmp_path.glob(".diary-*.new"):
            with copy.open("r+b") as file:
                file.seek(8192)
                file.write(bytes(8192))

    with faulty_disk() as disk:
        disk.arm(1, spoil, for_good=True, only="sync")
        with pytest.raises(GuideError, match="damaged"):
            DiaryStore.open(tmp_path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_a_key_that_is_not_the_one_the_key_file_names_opens_nothing(tmp_path: Path) -> None:
    file = new_key_file(DataKey.new(), OLD, CODE, QUICK)
    write_key_file(tmp_path, replace(file, key_id=DataKey.new().id))
    with pytest.raises(WrongPassphraseError):
        unlock(tmp_path, OLD)


def test_what_a_killed_program_left_of_its_settings_goes_with_the_next_ones(tmp_path: Path) -> None:
    (tmp_path / ".settings-abcd1234.new").write_text("half")
    assert save_settings(Settings(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
