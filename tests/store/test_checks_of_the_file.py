"""A small diary is checked whole before it opens, a large one right afterwards; damage ends the saving."""

import shutil
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from guide.errors import GuideError
from guide.store import place, verify
from guide.store.database import open_database
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.sql import MIGRATIONS
from tests.store.families import BACK, MIA, PHOTO, fill, note, what_is_in

PAGE = 8192
LARGE_PHOTO = replace(PHOTO, jpeg=b"\xff\xd8" + b"pixels" * 50_000)


@pytest.fixture
def large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A diary that counts as large, since nobody waits here for one that is."""
    monkeypatch.setattr(verify, "CHECKED_AT_ONCE", 10 * PAGE)
    with DiaryStore.open(folder) as store:
        fill(store)
        store.save_note(note("note-2"), [LARGE_PHOTO])
    return folder


def damage_photo(folder: Path) -> None:
    """Cuts the chain of pages that one photo is spread over: only going through all of them finds it."""
    path = folder / FILE_NAME
    data = bytearray(path.read_bytes())
    pages = [
        start for start in range(0, len(data), PAGE) if data.count(b"pixels", start, start + PAGE) > 1_360
    ]
    data[pages[5] : pages[5] + 4] = bytes(4)
    path.write_bytes(data)


def damage_notes(folder: Path) -> None:
    path = folder / FILE_NAME
    connection = apsw.Connection(str(path))
    found = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'notes_of_spot'").fetchall()
    connection.close()
    start = (int(str(found[0][0])) - 1) * PAGE
    data = bytearray(path.read_bytes())
    data[start : start + PAGE] = bytes(PAGE)
    path.write_bytes(data)


def wait_until_checked(store: DiaryStore) -> None:
    assert store.file_checked.wait(20)


def test_a_sound_large_diary_opens_and_is_found_sound(large: Path) -> None:
    with DiaryStore.open(large) as store:
        wait_until_checked(store)
        assert not store.damaged
        store.save_child(replace(MIA, name="saved"))


def test_damage_that_pages_do_not_show_ends_the_saving_once_it_is_found(large: Path) -> None:
    damage_photo(large)
    with DiaryStore.open(large) as store:
        wait_until_checked(store)
        assert store.damaged
        with pytest.raises(GuideError, match="is damaged, so nothing more is written"):
            store.save_child(MIA)
        assert store.children() == [MIA]
        assert len(store.notes(BACK.id)) == 2


def test_closing_a_diary_found_damaged_leaves_the_file_as_it_was(large: Path) -> None:
    damage_photo(large)
    before = what_is_in(large)
    with DiaryStore.open(large) as store:
        wait_until_checked(store)
        assert store.damaged
    assert what_is_in(large) | {FILE_NAME + "-wal": ""} == before | {FILE_NAME + "-wal": ""}


def test_what_lists_and_pages_are_made_of_is_checked_before_a_large_diary_opens(large: Path) -> None:
    damage_notes(large)
    before = what_is_in(large)
    with pytest.raises(GuideError, match="is damaged"):
        DiaryStore.open(large)
    assert what_is_in(large) == before


def test_a_large_diary_whose_end_is_missing_is_refused(large: Path) -> None:
    path = large / FILE_NAME
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(GuideError, match="is damaged"):
        DiaryStore.open(large)


def test_after_a_crash_a_large_diary_is_checked_whole_before_it_opens(large: Path, tmp_path: Path) -> None:
    damage_photo(large)
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    connection = apsw.Connection(str(large / FILE_NAME))
    connection.execute("UPDATE children SET name = 'Mia Maria'").fetchall()
    for name in (FILE_NAME, FILE_NAME + "-wal"):
        shutil.copy(large / name, crashed / name)
    connection.close()
    with pytest.raises(GuideError, match="is damaged"):
        DiaryStore.open(crashed)


def test_a_large_diary_is_checked_whole_before_it_is_brought_up_to_date(large: Path) -> None:
    damage_photo(large)
    before = what_is_in(large)
    newer = (*MIGRATIONS, "CREATE TABLE visits (id TEXT PRIMARY KEY NOT NULL) STRICT;")
    with pytest.raises(GuideError, match="is damaged"):
        open_database(large / FILE_NAME, migrations=newer)
    assert what_is_in(large) == before


def test_a_large_diary_on_a_protected_place_is_checked_whole(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage_photo(large)
    monkeypatch.setattr(place, "can_write", lambda path: False)
    with pytest.raises(GuideError, match="is damaged"):
        DiaryStore.open(large)


def test_checking_whole_says_whether_a_backup_may_be_made(large: Path) -> None:
    with DiaryStore.open(large) as store:
        store.check_whole()
    damage_photo(large)
    with DiaryStore.open(large) as store:
        with pytest.raises(GuideError, match="cannot be read"):
            store.check_whole()
        assert store.damaged


def test_damage_met_while_reading_ends_the_saving_too(large: Path) -> None:
    damage_photo(large)
    with DiaryStore.open(large) as store:
        [photo] = store.notes(BACK.id)[0].photos
        with pytest.raises(GuideError):
            store.photo_jpeg(photo.id)
        with pytest.raises(GuideError, match="nothing more is written"):
            store.save_child(replace(MIA, name="lost"))


def test_saving_goes_on_while_a_large_diary_is_gone_through(large: Path) -> None:
    with DiaryStore.open(large) as store:
        for number in range(30):
            store.save_note(note(f"typed {number}"))
        wait_until_checked(store)
        assert not store.damaged
        assert store.count_notes(BACK.id) == 32
