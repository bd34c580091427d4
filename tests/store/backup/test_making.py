"""A backup holds one instant of the diary, whole, and says nothing it should not."""

import json
import os
import shutil
import threading
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import pytest

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store import rekey, switch
from guide.store.backup import (
    BackupSkippedError,
    Occasion,
    backup,
    checking,
    is_due,
    list_backups,
    look_into,
    places,
)
from guide.store.diary_store import DiaryStore
from guide.store.keys import DataKey
from guide.store.passphrase import unlock
from tests.store.backup.homes import CODE, QUICK, SECRET, WORDS, Home, at, files_in, new_home
from tests.store.canaries import WORD, files_with
from tests.store.families import BACK, MIA, PHOTO, note
from tests.store.test_refusals import is_calm, run_sql

OTHER_PHOTO = replace(PHOTO, jpeg=PHOTO.jpeg[:-2] + b"other\xff\xd9", thumbnail=b"\xff\xd8other\xff\xd9")
Usage = namedtuple("Usage", "total used free")


def test_a_backup_is_listed_with_what_is_in_it(home: Home) -> None:
    with home.opened() as store:
        made = backup(store, home.backups, pack_version="2026.11", now=lambda: at(3))
    (listed,) = list_backups(home.backups)
    assert listed == made.backup and made.new_photos == 1 and not made.rotation_paused
    assert listed.path.name == "2026-01-04-090000-1"
    assert (listed.when, listed.pack, listed.encrypted) == (at(3).at, "2026.11", home.encrypted)
    assert listed.counts is not None and set(listed.counts.values()) == {1}
    inside = home.look()
    assert (inside.children, inside.photos, inside.missing) == (("Mia",), 1, ())
    assert inside.newest_note is not None and inside.newest_note.zone == "Europe/Berlin"


def test_photos_are_written_once(home: Home) -> None:
    home.back_up()
    before = {name: data for name, data in files_in(home.backups).items() if "-1/" not in name}
    times = {path: path.stat().st_mtime_ns for path in (home.backups / places.PHOTOS).iterdir()}
    with home.opened() as store:
        store.save_note(note("note-2"), [PHOTO, OTHER_PHOTO])
    assert home.back_up().new_photos == 1
    after = files_in(home.backups)
    assert {name: after[name] for name in before} == before
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert len(list((home.backups / places.PHOTOS).iterdir())) == 2


def test_the_live_diary_is_not_touched(home: Home) -> None:
    before = files_in(home.data)
    home.back_up()
    home.look()
    assert files_in(home.data) == before


def test_the_manifest_names_nobody(home: Home) -> None:
    with home.opened() as store:
        store.save_child(replace(MIA, name=WORD))
    home.back_up()
    manifest = (home.newest / places.MANIFEST).read_text("ascii")
    assert WORD not in manifest and "Berlin" not in manifest and "note-1" not in manifest


def test_an_encrypted_backup_holds_no_word_and_no_photo_in_clear(encrypted: Home) -> None:
    with encrypted.opened() as store:
        store.save_child(replace(MIA, name=WORD, allergies=WORD))
        store.save_note(note("note-2", WORD), [replace(PHOTO, jpeg=PHOTO.jpeg + WORD.encode())])
    encrypted.back_up()
    assert files_with(encrypted.backups) == []
    assert files_with(encrypted.backups, PHOTO.jpeg[:64], SECRET, SECRET.hex().encode()) == []
    assert unlock(encrypted.newest, WORDS).id == DataKey(SECRET).id


def test_a_plain_backup_is_read_without_the_program(plain: Home) -> None:
    plain.back_up()
    listing = json.loads((plain.newest / "content.json").read_bytes())
    assert listing["notes"][0]["text"] == "Three small white bumps."
    assert listing["saved_checks"][0]["reasons"][0] == "No danger sign was named."
    assert (plain.newest / listing["photos"][0]["file"]).read_bytes() == PHOTO.jpeg
    assert "content.json" in (plain.backups / "READ ME.txt").read_text("utf-8")


def test_what_lies_in_the_trash_is_in_the_backup_and_not_in_the_listing(plain: Home) -> None:
    with plain.opened() as store:
        store.delete(Kind.SPOT, BACK.id)
    plain.back_up()
    listing = json.loads((plain.newest / "content.json").read_bytes())
    assert listing["notes"] == listing["photos"] == []
    plain.restore()
    with plain.opened() as store:
        store.bring_back(Kind.SPOT, BACK.id)
        assert store.photo_jpeg(store.notes(BACK.id)[0].photos[0].id) == PHOTO.jpeg


def test_only_this_user_may_read_it(home: Home) -> None:
    if os.name != "posix":
        pytest.skip("needs permissions")
    home.back_up()
    made = [path for path in home.backups.rglob("*") if path.name not in (places.LOCK, places.READ_ME)]
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


def test_one_is_due_once_something_changed_and_the_time_has_come(home: Home) -> None:
    with home.opened() as store:
        assert is_due(store, home.backups, Occasion.CLOSING)
        assert not is_due(store, home.backups, Occasion.IN_USE, 29.9)
        backup(store, home.backups)
        for occasion in Occasion:
            assert not is_due(store, home.backups, occasion, 1000)
        store.undo()
        assert is_due(store, home.backups, Occasion.RISK) and is_due(store, home.backups, Occasion.IN_USE, 30)
        backup(store, home.backups)
        store.purge_trash(0)
        assert is_due(store, home.backups, Occasion.CLOSING)


def test_a_damaged_diary_is_not_backed_up_over_good_backups(home: Home) -> None:
    for _ in range(3):
        home.back_up()
    before = files_in(home.backups)
    with home.opened() as store:
        store.look(lambda connection, _: connection.execute("PRAGMA writable_schema = 1"))
        store.look(lambda connection, _: connection.execute("PRAGMA foreign_keys = 0"))
        store.look(lambda connection, _: connection.execute("UPDATE notes SET spot_id = 'nowhere'"))
        with pytest.raises(BackupSkippedError, match="cannot be read, so no backup was made") as caught:
            backup(store, home.backups)
    assert is_calm(str(caught.value)) and files_in(home.backups) == before


def test_a_diary_much_emptier_than_before_pauses_the_rotation(plain: Home) -> None:
    for _ in range(12):
        plain.back_up()
    first = list_backups(plain.backups)[-1].path
    assert len(list_backups(plain.backups)) == 11
    with plain.opened() as store:
        store.delete(Kind.CHILD, MIA.id)
    assert plain.back_up().rotation_paused
    assert len(list_backups(plain.backups)) == 12 and first.exists()
    for _ in range(14):
        plain.back_up()
    fuller = [each for each in list_backups(plain.backups) if each.counts and each.counts["notes"]]
    assert len(fuller) == 1


def test_too_little_room_is_told_before_anything_is_written_or_removed(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.back_up()
    before = files_in(home.backups)
    free = 500 * 1024 * 1024 + 10_000
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 0, free))
    with pytest.raises(GuideError, match="too little room left on the disk for a backup") as caught:
        home.back_up()
    assert is_calm(str(caught.value)) and files_in(home.backups) == before


def test_a_photo_that_went_bad_in_the_backups_is_made_good_again(home: Home) -> None:
    home.back_up()
    (photo,) = (home.backups / places.PHOTOS).iterdir()
    photo.write_bytes(photo.read_bytes()[:-1] + b"?")
    assert len(home.look().missing) == 1
    assert home.back_up().new_photos == 1
    assert all(home.look(each.path).missing == () for each in list_backups(home.backups))


def test_a_photo_that_went_bad_in_the_diary_is_told_and_its_good_copy_stays(plain: Home) -> None:
    plain.back_up()
    run_sql(plain.data / switch.DIARY, "UPDATE photo_bytes SET jpeg = x'ffd8ffd9'")
    assert plain.back_up().backup.missing == 0
    assert plain.look().missing == ()
    (photo,) = (plain.backups / places.PHOTOS).iterdir()
    photo.unlink()
    assert plain.back_up().backup.missing == 1
    (missing,) = plain.look().missing
    assert (missing.child, missing.spot) == ("Mia", "on the back")


def test_after_a_passphrase_is_set_no_photo_in_clear_is_taken_for_a_sealed_one(plain: Home) -> None:
    plain.back_up()
    key = rekey.set_passphrase(plain.data, WORDS, CODE, QUICK).key
    assert key is not None
    with DiaryStore.open(switch.folder_in_use(plain.data), key.copy()) as store:
        assert backup(store, plain.backups).new_photos == 1
    sealed, clear = list_backups(plain.backups)
    assert (sealed.encrypted, clear.encrypted) == (True, False)
    assert look_into(plain.data, sealed.path, key).missing == ()
    assert look_into(plain.data, clear.path).missing == ()


def test_what_a_killed_backup_left_is_cleared_away(home: Home) -> None:
    home.back_up()
    half = home.backups / places.BACKUPS / ".backup-abcd1234.new"
    half.mkdir()
    (half / "snapshot.littlespots").write_bytes(b"half")
    (home.backups / places.PHOTOS / ".photo-abcd1234.new").write_bytes(b"half")
    assert len(list_backups(home.backups)) == 1
    home.back_up()
    assert not [path for path in home.backups.rglob(".*") if path.name != places.LOCK]


def test_two_backups_at_once_do_not_meet(home: Home) -> None:
    home.back_up()
    with places.folder_lock(home.backups), pytest.raises(GuideError, match="just being made") as caught:
        home.back_up()
    assert is_calm(str(caught.value)) and len(list_backups(home.backups)) == 1


def test_a_folder_that_cannot_take_it_is_told(home: Home) -> None:
    home.backups.parent.mkdir()
    home.backups.write_text("a file")
    with pytest.raises(GuideError, match="could not be written, so none was made") as caught:
        home.back_up()
    assert is_calm(str(caught.value))


def test_a_link_in_place_of_the_photos_leads_nowhere(home: Home, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    home.backups.mkdir(parents=True)
    (home.backups / places.PHOTOS).symlink_to(elsewhere)
    with pytest.raises(GuideError, match="could not be written"):
        home.back_up()
    assert list(elsewhere.iterdir()) == []


def test_every_backup_made_while_notes_are_written_is_one_instant(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "PATIENCE_SECONDS", 0.1)
    stop = threading.Event()
    with home.opened() as store:

        def write() -> None:
            number = 0
            while not stop.is_set():
                number += 1
                store.save_note(note(f"busy-{number}"), [PHOTO], spot=replace(BACK, name=f"spot {number}"))

        writer = threading.Thread(target=write)
        writer.start()
        made = [backup(store, home.backups) for _ in range(3)]
        stop.set()
        writer.join()
    for each in made:
        counts = each.backup.counts
        assert counts is not None and counts["notes"] == counts["photos"]
        assert home.look(each.backup.path).missing == ()


def test_two_computers_share_a_folder_and_neither_pushes_out_the_other(tmp_path: Path) -> None:
    one, other = new_home(tmp_path / "one", False), new_home(tmp_path / "other", False)
    first = one.back_up().backup
    for _ in range(14):
        with other.opened() as store:
            backup(store, one.backups)
    listed = list_backups(one.backups)
    assert len(listed) == 12 and first.path in [each.path for each in listed]
    assert one.look(first.path).missing == ()
