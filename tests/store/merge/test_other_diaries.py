"""What is handed in as the other diary: ours in every state, and whatever else a file may be."""

import json
import os
import shutil
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import rekey
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.keys import DataKey, LockedError
from guide.store.merge import plan
from guide.store.sql import MIGRATIONS
from guide.store.switch import folder_in_use
from tests.store.families import BACK, PHOTO, fill, filled_diary, note
from tests.store.merge.computers import Computer, merged
from tests.store.merge.refusals import refused
from tests.store.processes import output_of, python
from tests.store.rekey_kills import CODE, OLD, QUICK
from tests.store.test_golden import ASHA, CHEEK, GOLDEN, JPEG

ALREADY_OPEN = "Little Spots is already open with this diary. Please use that window, or close it first."


@pytest.mark.parametrize("number", range(1, len(MIGRATIONS)))
def test_an_older_diary_is_brought_up_to_date_on_the_copy_alone(
    one: Computer, tmp_path: Path, number: int
) -> None:
    path = tmp_path / "old.littlespots"
    shutil.copy(GOLDEN / f"schema-{number}.littlespots", path)
    before = path.read_bytes()
    with plan(one.store, path) as looked:
        merged(one.store, looked)
    assert path.read_bytes() == before
    assert ASHA in one.store.children()
    [photo] = one.store.notes(CHEEK.id)[1].photos
    assert one.store.photo_jpeg(photo.id) == JPEG
    changes = one.read("SELECT count(*) FROM changes")
    with plan(one.store, path) as looked:
        assert merged(one.store, looked).changes == 0
    assert one.read("SELECT count(*) FROM changes") == changes


def test_entries_that_wait_in_the_log_after_a_crash_are_taken_as_well(
    one: Computer, other: Computer, tmp_path: Path
) -> None:
    other.store.save_note(note("note-2", "only in the log"))
    crashed = tmp_path / "crashed"
    shutil.copytree(other.folder, crashed)
    assert (crashed / f"{FILE_NAME}-wal").stat().st_size > 0
    with plan(one.store, crashed / FILE_NAME) as looked:
        merged(one.store, looked)
    assert one.seen[0] == other.seen[0]


def test_nobody_can_open_the_other_diary_until_all_of_it_is_copied(
    one: Computer, other: Computer, tmp_path: Path
) -> None:
    """Its log is read last; by then reading the file itself must not have ended the lock on it."""
    other.store.save_note(note("note-2", "only in the log"))
    crashed = tmp_path / "crashed"
    shutil.copytree(other.folder, crashed)
    seen: list[str] = []

    def look() -> bool:
        # Asked after the copy as well; only meanwhile the other diary is held.
        if len(seen) < 2:
            seen.append(output_of(python("opens", crashed)))
        return False

    plan(one.store, crashed / FILE_NAME, is_stopped=look).close()
    assert [json.loads(each) for each in seen] == [{"not opened": ALREADY_OPEN}] * 2


def test_the_open_diary_itself_is_refused(one: Computer, tmp_path: Path) -> None:
    refused(one, one.path, "open already")
    link = tmp_path / "link"
    link.symlink_to(one.path)
    refused(one, link, "open already")
    twin = tmp_path / "twin"
    os.link(one.path, twin)
    refused(one, twin, "open already")


def test_a_diary_open_in_another_window_is_refused(one: Computer, other: Computer) -> None:
    other.store.save_note(note("note-2"))
    refused(one, other.path, "open in another window")
    other.store.save_note(note("note-3"))


def locked(folder: Path) -> tuple[Path, DataKey]:
    filled_diary(folder)
    key = rekey.set_passphrase(folder, OLD, CODE, QUICK).key
    assert key is not None
    in_use = folder_in_use(folder)
    with DiaryStore.open(in_use, key.copy()) as store:
        store.save_note(note("note-2", "behind a passphrase"), [PHOTO])
    return in_use / FILE_NAME, key


def test_a_diary_with_a_passphrase_comes_into_one_without(one: Computer, tmp_path: Path) -> None:
    path, key = locked(tmp_path / "locked")
    with plan(one.store, path, key) as looked:
        merged(one.store, looked)
    assert "note-2" in {item.note.id for item in one.store.notes(BACK.id)}
    assert not key.dropped
    with pytest.raises(LockedError):
        plan(one.store, path)
    refused(one, path, "another passphrase", DataKey.new())


def test_a_diary_without_a_passphrase_comes_into_one_with_and_leaves_no_word_in_clear(
    one: Computer, tmp_path: Path
) -> None:
    one.store.save_note(note("note-3", "in clear"), [PHOTO])
    one.store.close()
    path, key = locked(tmp_path / "locked")
    with DiaryStore.open(path.parent, key) as store:
        with plan(store, one.path) as looked:
            merged(store, looked)
        assert "note-3" in {item.note.id for item in store.notes(BACK.id)}
        store.lock()
    for left in path.parent.iterdir():
        assert b"in clear" not in left.read_bytes()


def test_a_diary_in_a_backup_is_taken_through_a_copy_that_is_removed(
    one: Computer, other: Computer, tmp_path: Path
) -> None:
    other.store.save_note(note("note-2"), [PHOTO])
    other.store.close()
    copies: list[Path] = []

    def diary_in(backup: Path) -> Path:
        copies.append(Path(shutil.copy(backup / FILE_NAME, tmp_path / "private copy")))
        return copies[0]

    with plan(one.store, other.folder, diary_in=diary_in) as looked:
        merged(one.store, looked)
    assert not copies[0].exists()
    assert "note-2" in {item.note.id for item in one.store.notes(BACK.id)}


def test_a_copy_left_by_a_program_that_was_killed_is_removed_at_the_next_start(one: Computer) -> None:
    (one.folder / ".diary-abcdefgh.new").write_bytes(b"left")
    one._reopen()
    assert not list(one.folder.glob(".diary-*"))


def test_into_a_diary_that_can_only_be_read_nothing_is_merged(tmp_path: Path, other: Computer) -> None:
    with DiaryStore.open(tmp_path / "mine") as store:
        fill(store)
        store._database.read_only = True
        with pytest.raises(GuideError, match="write-protected"):
            plan(store, other.path)
        store._database.read_only = False
