"""A passphrase is set, changed and removed without losing a word, and leaves nothing in clear behind."""

import os
import shutil
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import rekey, switch
from guide.store.connection import run, value_of
from guide.store.database import open_database
from guide.store.diary_store import DiaryStore
from guide.store.keys import DataKey, LockedError
from guide.store.passphrase import WrongPassphraseError, unlock, unlock_with_code
from guide.store.recovery_code import new_code
from tests.store.canaries import NAME, content_of, files_with
from tests.store.families import BACK, PHOTO, fill, note, what_is_in
from tests.store.rekey_kills import CODE, NEW, OLD, QUICK
from tests.store.test_refusals import is_calm, run_sql

COPY = "diary-before-2.littlespots"


def test_setting_a_passphrase_keeps_every_word_and_leaves_none_in_clear(data: Path) -> None:
    before = content_of(data, None)
    assert NAME in files_with(data)
    done = rekey.set_passphrase(data, OLD, CODE, QUICK)
    assert done.cleared and done.still_clear == ()
    assert files_with(data) == []
    assert done.folder == switch.folder_in_use(data)
    assert content_of(done.folder, done.key) == content_of(done.folder, done.key, COPY) == before
    assert set(what_is_in(data)) == {"current", "diaries"}
    assert set(what_is_in(done.folder)) == {NAME, COPY, "keys.json", "keys-1.json"}


def test_the_clear_file_is_written_over_before_it_goes(data: Path, tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("needs second names")
    blocks = [tmp_path / name for name in ("same blocks", "same blocks of the copy")]
    os.link(data / NAME, blocks[0])
    os.link(data / COPY, blocks[1])
    rekey.set_passphrase(data, OLD, CODE, QUICK)
    assert [path.read_bytes().strip(b"\x00") for path in blocks] == [b"", b""]


def test_passphrase_and_code_open_it_and_nothing_else_does(data: Path, key: DataKey) -> None:
    folder = switch.folder_in_use(data)
    assert unlock(folder, OLD).secret == unlock_with_code(folder, CODE).secret == key.secret
    with pytest.raises(LockedError, match="type its passphrase"):
        DiaryStore.open(folder)
    before = what_is_in(folder)
    with pytest.raises(GuideError, match="damaged, or belongs to another passphrase") as caught:
        DiaryStore.open(folder, DataKey.new())
    assert is_calm(str(caught.value)) and what_is_in(folder) == before


def test_a_wrong_key_leaves_a_diary_with_a_waiting_log_untouched(data: Path, key: DataKey) -> None:
    folder = switch.folder_in_use(data)
    database = open_database(folder / NAME, key.copy())
    run(database.connection, "UPDATE children SET name = 'in the log only'")
    log = (folder / f"{NAME}-wal").name
    crashed = data.parent / "crashed"
    shutil.copytree(folder, crashed)
    database.close()
    before = what_is_in(crashed)
    assert log in before
    with pytest.raises(GuideError):
        open_database(crashed / NAME, DataKey.new())
    assert what_is_in(crashed) == before
    database = open_database(crashed / NAME, key.copy())
    assert value_of(database.connection, "SELECT name FROM children") == "in the log only"
    database.close()


def test_removing_the_passphrase_gives_the_clear_diary_back(data: Path, key: DataKey) -> None:
    folder = switch.folder_in_use(data)
    before = content_of(folder, key)
    done = rekey.remove_passphrase(data, key)
    assert (done.key, done.cleared) == (None, True)
    assert content_of(done.folder, None) == content_of(done.folder, None, COPY) == before
    assert set(what_is_in(done.folder)) == {NAME, COPY}
    assert not folder.exists()


def test_a_new_key_shuts_out_the_old_passphrase_and_the_old_code(data: Path, key: DataKey) -> None:
    before = content_of(switch.folder_in_use(data), key)
    old_files = shutil.copytree(switch.folder_in_use(data), data.parent / "old")
    done = rekey.renew_key(data, key, NEW, new_code(), QUICK)
    assert content_of(done.folder, done.key) == before
    with pytest.raises(WrongPassphraseError):
        unlock(done.folder, OLD)
    with pytest.raises(GuideError):
        open_database(done.folder / NAME, unlock(old_files, OLD))


def test_a_passphrase_is_not_set_twice_nor_by_a_wrong_key(data: Path, key: DataKey) -> None:
    before = what_is_in(switch.folder_in_use(data))
    with pytest.raises(GuideError, match="has a passphrase already"):
        rekey.set_passphrase(data, NEW, CODE, QUICK)
    for job in (rekey.remove_passphrase, lambda data, key: rekey.renew_key(data, key, NEW, CODE, QUICK)):
        with pytest.raises(GuideError):
            job(data, DataKey.new())
    assert what_is_in(switch.folder_in_use(data)) == before
    assert switch.unfinished(data) == []


@pytest.mark.parametrize(("passphrase", "code"), [("short", CODE), (OLD, CODE[:-1]), (OLD, "")])
def test_a_weak_passphrase_or_mistyped_code_changes_nothing(data: Path, passphrase: str, code: str) -> None:
    before = what_is_in(data)
    with pytest.raises(GuideError):
        rekey.set_passphrase(data, passphrase, code, QUICK)
    assert what_is_in(data) == before


def test_a_diary_open_elsewhere_is_left_alone(data: Path) -> None:
    with DiaryStore.open(data), pytest.raises(GuideError, match="already open with this diary"):
        rekey.set_passphrase(data, OLD, CODE, QUICK)
    assert set(what_is_in(data)) == {NAME, COPY}


def test_a_damaged_older_copy_is_kept_sealed_and_comes_back_as_it_was(data: Path) -> None:
    whole = (data / COPY).read_bytes()
    damaged = whole[:8192] + bytes(8192) + whole[16384:]
    (data / COPY).write_bytes(damaged)
    key = rekey.set_passphrase(data, OLD, CODE, QUICK).key
    assert key is not None and files_with(data) == []
    assert f"{COPY}.sealed" in what_is_in(switch.folder_in_use(data))
    key = rekey.renew_key(data, key, NEW, CODE, QUICK).key
    assert key is not None and files_with(data) == []
    done = rekey.remove_passphrase(data, key)
    assert (done.folder / COPY).read_bytes() == damaged


def test_a_diary_that_cannot_be_read_whole_is_not_touched(data: Path) -> None:
    run_sql(data / NAME, "UPDATE notes SET text = CAST(x'ff' AS TEXT)")
    before = what_is_in(data)
    with pytest.raises(GuideError, match="no whole copy of it could be made") as caught:
        rekey.set_passphrase(data, OLD, CODE, QUICK)
    assert is_calm(str(caught.value))
    assert {
        name: value for name, value in what_is_in(data).items() if name not in ("diaries", "current")
    } == before
    assert switch.folder_in_use(data) == data
    assert switch.unfinished(data) == []


def test_a_strange_copy_in_clear_is_named_and_not_removed(data: Path) -> None:
    strange = data / "diary (conflicted copy).littlespots"
    shutil.copy(data / NAME, strange)
    done = rekey.set_passphrase(data, OLD, CODE, QUICK)
    assert done.still_clear == (strange,)
    assert strange.exists()


def test_an_open_store_goes_on_after_a_passphrase_was_set(tmp_path: Path) -> None:
    with DiaryStore.open(tmp_path) as store:
        fill(store)
        store.lock()
        done = rekey.set_passphrase(tmp_path, OLD, CODE, QUICK)
        with pytest.raises(LockedError):
            store.children()
        store.unlock(done.folder, done.key)
        store.save_note(note("note-2"), [PHOTO])
        assert len(store.notes(BACK.id)) == 2
        store.lock()
        assert done.key is not None and done.key.dropped and store.locked
        with pytest.raises(LockedError):
            store.save_note(note("note-3"))
        store.unlock(done.folder, unlock(done.folder, OLD))
        assert len(store.notes(BACK.id)) == 2
