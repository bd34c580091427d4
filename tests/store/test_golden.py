"""Diaries as earlier versions wrote them, kept byte for byte, are brought up to date with nothing lost.

The files in golden/ are never made anew: for each schema number one, written by the program of that time.
"""

import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import apsw
import pytest

from guide.domain.changes import Kind
from guide.domain.diary import Child, Moment, Note, SavedCheck, Spot
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.sql import MIGRATIONS
from tests.store.contents import alive, rows_in_journal, rows_in_tables
from tests.store.families import check_draft, what_is_in

GOLDEN = Path(__file__).parent / "golden"
OLDER = range(1, len(MIGRATIONS))
ZONE = timezone(timedelta(hours=5, minutes=45))


def at(day: int, hour: int) -> Moment:
    return Moment(datetime(2026, 9, day, hour, 30, 0, 125, ZONE), "Asia/Kathmandu")


ASHA = Child("5f0c2f6a0e1b4c7d8a9b0c1d2e3f4a5b", "Asha आशा", date(2026, 8, 31), 3, 4, "egg")
BEN = Child("00000000000000000000000000000002", "Ben", None)
CHEEK = Spot(
    "a1b2c3d4e5f60718293a4b5c6d7e8f90",
    *(ASHA.id, "left cheek", "front", "cheek"),
    *(31.400000000000002, 12.299999999999999, date(2026, 9, 1), "fading"),
)
FIRST = Note(
    "0123456789abcdef0123456789abcdef",
    *(CHEEK.id, at(2, 8), "First seen.\x00 👶🏾", "new-ones", 4, 0.30000000000000004, None, 36.6, ""),
)
SECOND = Note(
    "fedcba9876543210fedcba9876543210",
    *(CHEEK.id, at(5, 20), "Fading.", "better", 2, 1.0, 0, None, "water only"),
)
CHECK = SavedCheck(
    "c0ffee00c0ffee00c0ffee00c0ffee00",
    *(ASHA.id, CHEEK.id, at(3, 7), "2026.10", "soon", "See your doctor this week", ("A reason",)),
    *({"fever": "no"}, {"colour": ("white",)}, (("Colour?", "White"),)),
)
JPEG = b"\xff\xd8 first photo " + bytes(range(256)) * 3 + b"\xff\xd9"


@pytest.fixture(params=OLDER)
def golden(request: pytest.FixtureRequest, folder: Path) -> Path:
    """The folder with a diary of that schema."""
    folder.mkdir()
    shutil.copy(GOLDEN / f"schema-{request.param}.littlespots", folder / FILE_NAME)
    return folder


def test_there_is_a_diary_of_every_older_schema() -> None:
    assert [(GOLDEN / f"schema-{number}.littlespots").is_file() for number in OLDER] == [True] * len(OLDER)


def test_everything_in_it_is_there_after_the_upgrade(golden: Path) -> None:
    with DiaryStore.open(golden) as store:
        assert store.children() == [ASHA, BEN]
        assert store.spots(ASHA.id) == [CHEEK]
        assert store.checks(ASHA.id) == [CHECK]
        notes = store.notes(CHEEK.id)
        assert [item.note for item in notes] == [SECOND, FIRST]
        [photo] = notes[1].photos
        assert (photo.width, photo.height, photo.size, photo.taken) == (
            *(800, 600, len(JPEG)),
            datetime(2026, 9, 2, 8, 0, 1),  # noqa: DTZ001 (as cameras write it)
        )
        assert store.photo_jpeg(photo.id) == JPEG
        assert store.thumbnail(photo.id) == b"\xff\xd8 small \xff\xd9"


def test_the_file_as_it_was_is_kept_beside_it(golden: Path) -> None:
    before = rows_of_old(golden / FILE_NAME)
    DiaryStore.open(golden).close()
    copy = f"diary-before-{len(MIGRATIONS)}.littlespots"
    assert set(what_is_in(golden)) == {FILE_NAME, copy}
    assert rows_of_old(golden / copy) == before


def rows_of_old(path: Path) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(path))
    tables = ("children", "spots", "notes", "photos", "photo_bytes", "saved_checks")
    rows = [row for table in tables for row in connection.execute(f"SELECT * FROM {table}")]
    connection.close()
    return rows


def test_its_journal_begins_with_what_was_there_to_the_last_digit(golden: Path) -> None:
    with DiaryStore.open(golden) as store:
        [version] = store.history(Kind.SPOT, CHEEK.id)
        assert version.thing == CHEEK
    assert rows_in_journal(golden / FILE_NAME) == rows_in_tables(golden / FILE_NAME)


def test_undo_does_not_go_back_behind_the_upgrade(golden: Path) -> None:
    with DiaryStore.open(golden) as store:
        before = alive(store)
        assert not store.can_undo()
        store.delete(Kind.CHILD, ASHA.id)
        store.undo()
        assert store.undo() is None
        assert alive(store) == before


def test_there_is_room_in_it_for_a_check_on_its_way(golden: Path) -> None:
    draft = check_draft()
    with DiaryStore.open(golden) as store:
        store.keep_check_draft(draft)
        assert store.check_draft(draft.child_id) == draft


def test_a_check_in_it_can_be_given_a_temperature_and_undone_again(golden: Path) -> None:
    """Every version of it in the journal has a place for one."""
    measured = replace(CHECK, temperature_c=38.2)
    with DiaryStore.open(golden) as store:
        store.save_check(measured)
        assert store.checks(ASHA.id) == [measured]
        store.undo()
        assert store.checks(ASHA.id) == [CHECK]
        assert [version.thing for version in store.history(Kind.CHECK, CHECK.id)] == [CHECK, measured, CHECK]
        store.check_whole()


def test_upgraded_once_it_is_not_upgraded_again(golden: Path) -> None:
    DiaryStore.open(golden).close()
    before = what_is_in(golden)
    DiaryStore.open(golden).close()
    assert what_is_in(golden) == before
