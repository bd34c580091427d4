"""Putting a backup back loses nothing: not the diary before, not another backup, not the way back."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store import rekey, switch
from guide.store.backup import (
    OtherKeyError,
    backup,
    kept_before,
    list_backups,
    look_into,
    places,
    restore,
    undo_restore,
)
from guide.store.backup.snapshot import device_of
from guide.store.database import open_database
from guide.store.diary_store import DiaryStore
from guide.store.keys import DataKey, LockedError, has_keys
from guide.store.opening import open_diary
from guide.store.passphrase import unlock
from guide.store.sql import MIGRATIONS
from tests.store.backup.homes import CODE, QUICK, SECRET, WORDS, Home, files_in, new_home
from tests.store.families import BACK, MIA, PHOTO, note
from tests.store.test_refusals import is_calm


def change_all(home: Home) -> None:
    with home.opened() as store:
        store.save_note(note("later", "written after the backup"), [PHOTO])
        store.delete(Kind.NOTE, "note-1")


def device(home: Home) -> str:
    with home.opened() as store:
        return store.look(lambda connection, _: device_of(connection))


def test_the_diary_is_as_it_was_and_the_one_before_is_kept(home: Home) -> None:
    content = home.content()
    home.back_up()
    change_all(home)
    changed, files = home.content(), files_in(home.data)
    restored = home.restore()
    assert home.content() == content and restored.before == home.data == kept_before(home.data)
    assert {name: files_in(home.data)[name] for name in files} == files
    assert undo_restore(home.data) == home.data
    assert home.content() == changed
    assert undo_restore(home.data) == restored.folder
    assert home.content() == content


def test_undo_goes_on_after_a_restore_on_the_same_computer(home: Home) -> None:
    home.back_up()
    number = device(home)
    home.restore()
    assert device(home) == number
    with home.opened() as store:
        step = store.undo()
        assert step is not None and step.kind is Kind.REMINDER


def test_another_computer_keeps_its_own_number(home: Home, tmp_path: Path) -> None:
    home.back_up()
    other = new_home(tmp_path / "other", False, filled=False)
    number = device(other)
    restore(other.data, home.newest, home.key)
    assert device(other) == number != device(home)
    empty = Home(tmp_path / "empty", home.encrypted)
    empty.data.mkdir(parents=True)
    assert restore(empty.data, home.newest, home.key).before is None
    assert device(empty) not in (number, device(home)) and kept_before(empty.data) is None
    with empty.opened() as store:
        assert store.children() == [MIA] and store.next_undo() is None


def test_twenty_restores_push_out_no_backup_and_every_diary_can_be_gone_back_to(plain: Home) -> None:
    for _ in range(11):
        plain.back_up()
    before = files_in(plain.backups)
    for _ in range(20):
        change_all(plain)
        plain.restore(list_backups(plain.backups)[-1].path)
    assert files_in(plain.backups) == before
    assert len(list((plain.data / switch.FOLDERS).iterdir())) == 20


def test_with_the_own_key_the_passphrase_stays_what_it_is(plain: Home) -> None:
    plain.back_up()
    key = rekey.set_passphrase(plain.data, WORDS, CODE, QUICK).key
    assert key is not None
    restored = restore(plain.data, plain.newest, own_key=key)
    assert has_keys(restored.folder) and unlock(restored.folder, WORDS).id == key.id
    with open_diary(plain.data, key) as store:
        assert store.children() == [MIA]


def test_a_backup_made_before_the_passphrase_was_forgotten_can_be_put_back_without_it(plain: Home) -> None:
    plain.back_up()
    rekey.set_passphrase(plain.data, WORDS, CODE, QUICK)
    assert not has_keys(restore(plain.data, plain.newest).folder)
    assert plain.content()


def test_a_diary_without_a_passphrase_takes_that_of_the_backup(encrypted: Home, tmp_path: Path) -> None:
    encrypted.back_up()
    other = new_home(tmp_path / "other", False)
    restored = restore(other.data, encrypted.newest, unlock(encrypted.newest, WORDS))
    with pytest.raises(LockedError):
        open_diary(other.data)
    assert unlock(restored.folder, WORDS).secret == SECRET


@pytest.mark.parametrize("wrong", [None, DataKey(b"?" * 32)])
def test_without_the_right_key_nothing_is_read_or_changed(encrypted: Home, wrong: DataKey | None) -> None:
    encrypted.back_up()
    before = files_in(encrypted.root)
    for act in (look_into, restore):
        with pytest.raises(OtherKeyError, match="Please type the one that was in use") as caught:
            act(encrypted.data, encrypted.newest, wrong)
        assert is_calm(str(caught.value)) and files_in(encrypted.root) == before


def test_an_open_diary_is_not_replaced(home: Home) -> None:
    home.back_up()
    with home.opened() as store:
        with pytest.raises(GuideError, match="still open in another window") as caught:
            home.restore()
        store.save_note(note("later"))
    assert is_calm(str(caught.value)) and kept_before(home.data) is None
    assert switch.folder_in_use(home.data) == home.data


@pytest.mark.parametrize("lost", ["the diary", "its folder", "all", "half a page left"])
def test_it_is_there_for_the_day_the_diary_is_gone(home: Home, lost: str) -> None:
    content = home.content()
    home.back_up()
    home.restore()
    folder = switch.folder_in_use(home.data)
    if lost == "the diary":
        (folder / switch.DIARY).unlink()
    if lost == "its folder":
        shutil.rmtree(folder)
    if lost == "all":
        shutil.rmtree(home.data)
        home.data.mkdir()
    if lost == "half a page left":
        (folder / switch.DIARY).write_bytes(b"?" * 3000)
    home.restore()
    assert home.content() == content


@pytest.mark.parametrize("ends", [("-wal",), ("-shm",), ("-journal",), ("-wal", "-shm", "-journal")])
def test_an_old_log_beside_the_diary_does_not_get_into_the_one_put_back(
    home: Home, ends: tuple[str, ...]
) -> None:
    content = home.content()
    home.back_up()
    for end in ends:
        (home.data / (switch.DIARY + end)).write_bytes(b"\x37\x7f\x06\x82" + b"old" * 3000)
    home.restore()
    assert home.content() == content
    assert all((home.data / (switch.DIARY + end)).exists() for end in ends)


def test_photos_that_are_not_whole_are_told_and_the_rest_is_put_back(home: Home) -> None:
    with home.opened() as store:
        store.save_note(note("note-2", "later", 12), [replace(PHOTO, jpeg=b"\xff\xd8another\xff\xd9")])
    home.back_up()
    for photo in (home.backups / places.PHOTOS).iterdir():
        if len(photo.read_bytes()) > 1000:
            photo.write_bytes(photo.read_bytes()[:-7])
    (missing,) = home.look().missing
    assert (missing.child, missing.spot, missing.written.at.hour) == ("Mia", "on the back", 9)
    assert home.restore().missing == (missing,)
    with home.opened() as store:
        later, first = store.notes(BACK.id)
        assert store.photo_jpeg(later.photos[0].id) == b"\xff\xd8another\xff\xd9"
        assert first.note == note()
        with pytest.raises(GuideError, match="not in the diary any more"):
            store.photo_jpeg(first.photos[0].id)
        assert backup(store, home.backups).backup.missing == 1
    assert home.look().missing == (missing,)


def test_without_its_small_picture_a_photo_stands_in_for_it(home: Home) -> None:
    home.back_up()
    shutil.rmtree(home.backups / places.THUMBNAILS)
    assert home.restore().missing == ()
    with home.opened() as store:
        photo = store.notes(BACK.id)[0].photos[0]
        assert store.thumbnail(photo.id) == store.photo_jpeg(photo.id) == PHOTO.jpeg


def test_a_diary_kept_by_a_restore_is_not_taken_for_an_unfinished_one(plain: Home) -> None:
    """A passphrase was set, and what had to be cleared away then would not go at once."""
    plain.back_up()
    key = rekey.set_passphrase(plain.data, WORDS, CODE, QUICK).key
    kept = switch.folder_in_use(plain.data)
    (kept / switch.MARK).write_bytes(b".")
    restore(plain.data, plain.newest, own_key=key)
    for _ in range(2):
        switch.finish(plain.data)
    assert kept_before(plain.data) == kept
    undo_restore(plain.data)
    with DiaryStore.open(kept, key) as store:
        assert store.children() == [MIA]


def test_what_a_passphrase_still_had_to_clear_away_is_cleared_before_one_is_put_back(plain: Home) -> None:
    """The program was killed once the diary with the passphrase was in use."""
    plain.back_up()
    clear = (plain.data / switch.DIARY).read_bytes()
    key = rekey.set_passphrase(plain.data, WORDS, CODE, QUICK).key
    (switch.folder_in_use(plain.data) / switch.MARK).write_bytes(b".")
    (plain.data / switch.DIARY).write_bytes(clear)
    restore(plain.data, plain.newest, own_key=key)
    assert not (plain.data / switch.DIARY).exists()


def test_a_backup_of_an_older_program_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = (*MIGRATIONS, "CREATE TABLE visits (id TEXT PRIMARY KEY NOT NULL) STRICT;")
    home = new_home(tmp_path / "home", True)
    content = home.content()
    home.back_up()
    monkeypatch.setattr("guide.store.sql.MIGRATIONS", newer)
    home.look()
    folder = home.restore().folder
    database = open_database(folder / switch.DIARY, home.key, newer)
    assert database.connection.execute("SELECT count(*) FROM visits").fetchall() == [(0,)]
    database.close()
    assert content and not list(folder.glob("diary-before-*"))


def test_a_backup_of_a_newer_program_is_refused(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    newer = (*MIGRATIONS, "CREATE TABLE visits (id TEXT PRIMARY KEY NOT NULL) STRICT;")
    home.back_up()
    before = files_in(home.root)
    monkeypatch.setattr("guide.store.sql.MIGRATIONS", newer[:2])
    with pytest.raises(GuideError, match="made by a newer Little Spots") as caught:
        home.restore()
    assert is_calm(str(caught.value)) and files_in(home.root) == before


def test_there_is_no_way_back_where_nothing_was_restored(home: Home) -> None:
    with pytest.raises(GuideError, match="no earlier diary to go back to"):
        undo_restore(home.data)
