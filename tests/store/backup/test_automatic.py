"""Backups nobody asks for: made when they are due, and before what is risky, or that is not begun."""

from pathlib import Path

import pytest

from guide.domain.changes import Kind
from guide.store.backup import (
    NoBackupError,
    Occasion,
    back_up_if_due,
    backup,
    is_due,
    list_backups,
    places,
    restore,
)
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.merge import merge, plan
from tests.store.backup.homes import Home, new_home
from tests.store.contents import alive
from tests.store.families import BACK, MIA, filled_diary, note


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another diary, with a note of its own."""
    path = filled_diary(tmp_path / "other")
    with DiaryStore.open(path.parent) as store:
        store.save_note(note("note-2", "seen elsewhere"))
    return path


def notes_in(store: DiaryStore) -> set[str]:
    return {item.note.id for item in store.notes(BACK.id)}


def test_one_is_made_only_where_it_is_due(home: Home) -> None:
    with home.opened() as store:
        assert back_up_if_due(store, home.backups, Occasion.IN_USE, 29) is None
        made = back_up_if_due(store, home.backups, Occasion.IN_USE, 30, pack_version="2026.11")
        assert made is not None and made.backup.pack == "2026.11"
        assert back_up_if_due(store, home.backups, Occasion.CLOSING) is None
        store.save_note(note("note-2"))
        assert back_up_if_due(store, home.backups, Occasion.CLOSING) is not None
    assert len(list_backups(home.backups)) == 2


@pytest.mark.parametrize("occasion", Occasion)
def test_a_diary_that_never_held_anything_needs_none(tmp_path: Path, occasion: Occasion) -> None:
    home = new_home(tmp_path / "home", False, filled=False)
    with home.opened() as store:
        assert back_up_if_due(store, home.backups, occasion, 60) is None
        assert not home.backups.exists()
        store.save_child(MIA)
        store.delete(Kind.CHILD, MIA.id)
        store.purge_trash(0)
        assert is_due(store, home.backups, occasion, 60)


def test_before_a_risk_no_older_backup_goes_and_before_closing_it_does(plain: Home) -> None:
    with plain.opened() as store:
        for number in range(12):
            store.save_note(note(f"risk-{number}"))
            back_up_if_due(store, plain.backups, Occasion.RISK)
        assert len(list_backups(plain.backups)) == 12
        store.save_note(note("later"))
        back_up_if_due(store, plain.backups, Occasion.CLOSING)
        assert len(list_backups(plain.backups)) == 11


def test_merging_makes_a_backup_of_the_diary_as_it_was_before(home: Home, other: Path) -> None:
    with home.opened() as store:
        before = alive(store)
        with plan(store, other) as looked:
            merge(store, looked, home.backups, pack_version="2026.11")
        assert "note-2" in notes_in(store)
    [made] = list_backups(home.backups)
    assert made.pack == "2026.11"
    home.restore()
    assert home.content() == before


def test_where_that_backup_cannot_be_made_nothing_is_merged(home: Home, other: Path) -> None:
    home.backups.parent.mkdir(parents=True)
    home.backups.write_bytes(b"in its place")
    with home.opened() as store, plan(store, other) as looked:
        with pytest.raises(NoBackupError, match="could not be written"):
            merge(store, looked, home.backups)
        assert notes_in(store) == {"note-1"} and store.next_redo() is None
        merge(store, looked, home.backups, without_backup=True)
        assert notes_in(store) == {"note-1", "note-2"}
    assert home.backups.read_bytes() == b"in its place"


def test_a_merge_needs_no_second_backup_of_the_same(home: Home, other: Path) -> None:
    with home.opened() as store, plan(store, other) as looked:
        backup(store, home.backups)
        merge(store, looked, home.backups)
    assert len(list_backups(home.backups)) == 1


def test_putting_one_back_backs_up_first_what_was_written_since(home: Home) -> None:
    made = home.back_up().backup.path
    with home.opened() as store:
        store.save_note(note("later"))
        later = alive(store)
    restore(home.data, made, home.key, own_key=home.key, backups=home.backups)
    newest, _ = list_backups(home.backups)
    restore(home.data, newest.path, home.key, own_key=home.key, backups=home.backups)
    assert home.content() == later


def test_twenty_restores_push_out_no_backup_and_add_none_of_the_same(plain: Home) -> None:
    with plain.opened() as store:
        for number in range(3):
            store.save_note(note(f"note-{number}"))
            backup(store, plain.backups)
        store.save_note(note("later"))
    before = [each.path for each in list_backups(plain.backups)]
    for number in range(20):
        restore(plain.data, before[number % 3], backups=plain.backups)
    after = [each.path for each in list_backups(plain.backups)]
    assert after[1:] == before and len(after) == 4


@pytest.mark.parametrize("harm", ["damaged", "locked", "gone", "no room for backups"])
def test_what_is_wrong_with_the_diary_in_use_keeps_none_from_being_put_back(
    encrypted: Home, harm: str
) -> None:
    content = encrypted.content()
    made = encrypted.back_up().backup.path
    with encrypted.opened() as store:
        store.save_note(note("later"))
    if harm == "damaged":
        data = bytearray((encrypted.data / FILE_NAME).read_bytes())
        data[len(data) // 2] ^= 1
        (encrypted.data / FILE_NAME).write_bytes(data)
    if harm == "gone":
        (encrypted.data / FILE_NAME).unlink()
    if harm == "no room for backups":
        (encrypted.backups / places.LOCK).unlink()
        (encrypted.backups / places.LOCK).mkdir()
    own_key = None if harm == "locked" else encrypted.key
    restore(encrypted.data, made, encrypted.key, own_key=own_key, backups=encrypted.backups)
    assert encrypted.content() == content
    assert len(list_backups(encrypted.backups)) == 1


def test_where_there_is_no_diary_none_is_made_to_be_backed_up(home: Home, tmp_path: Path) -> None:
    made = home.back_up().backup.path
    empty = Home(tmp_path / "new computer", home.encrypted)
    empty.data.mkdir(parents=True)
    assert restore(empty.data, made, home.key, backups=empty.backups).before is None
    assert not (empty.data / FILE_NAME).exists() and not empty.backups.exists()
