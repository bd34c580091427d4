"""What is deleted lies in the trash, comes back whole, and is gone only when the trash is emptied."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from guide.domain.changes import Kind
from guide.domain.check_draft import CheckDraft
from guide.domain.diary import Moment
from guide.errors import GuideError
from guide.store.diary_store import FILE_NAME, DiaryStore
from tests.store.contents import alive, in_trash, rows_in_journal, rows_in_tables
from tests.store.families import BACK, CARE, MIA, PHOTO, REMINDER, check, fill, moment, note

DAY = timedelta(days=1)
THINGS = [
    (Kind.CHILD, MIA.id, "Mia"),
    (Kind.SPOT, BACK.id, "on the back"),
    (Kind.NOTE, note().id, "Three small white bumps."),
    (Kind.CHECK, check().id, "Ask at the next visit"),
    (Kind.CARE, CARE.id, "an ointment"),
    (Kind.REMINDER, REMINDER.id, "look again"),
]


class Calendar:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 9, 4, 12, tzinfo=UTC)

    def now(self) -> Moment:
        return Moment(self.at, "UTC")


@pytest.mark.parametrize(("kind", "row_id", "name"), THINGS)
def test_what_is_deleted_is_listed_and_comes_back_as_it_was(
    store: DiaryStore, folder: Path, kind: Kind, row_id: str, name: str
) -> None:
    fill(store)
    before = alive(store)
    store.delete(kind, row_id)
    assert alive(store) != before
    store.close()
    with DiaryStore.open(folder) as store:
        assert [(each.kind, each.id, each.name) for each in store.trash()] == [(kind, row_id, name)]
        store.bring_back(kind, row_id)
        assert alive(store) == before
        assert store.trash() == []


def test_a_photo_is_deleted_by_itself_and_comes_back(store: DiaryStore) -> None:
    fill(store)
    [photo] = store.notes(BACK.id)[0].photos
    store.delete(Kind.PHOTO, photo.id)
    assert store.notes(BACK.id)[0].photos == ()
    assert store.photo_jpeg(photo.id) == PHOTO.jpeg
    store.bring_back(Kind.PHOTO, photo.id)
    assert store.notes(BACK.id)[0].photos == (photo,)


def test_a_child_takes_along_all_that_is_about_it_and_nothing_else(store: DiaryStore) -> None:
    fill(store)
    store.save_child(replace(MIA, id="child-2"))
    store.save_spot(replace(BACK, id="spot-2", child_id="child-2"))
    store.delete(Kind.CHILD, MIA.id)
    assert [child.id for child in store.children()] == ["child-2"]
    assert [spot.id for spot in store.spots("child-2")] == ["spot-2"]
    assert not (store.spots(MIA.id) or store.notes(BACK.id) or store.checks(MIA.id))
    assert not (store.cares(MIA.id) or store.reminders(MIA.id))


def test_a_spot_takes_along_what_was_written_about_it_and_leaves_what_was_not(store: DiaryStore) -> None:
    fill(store)
    store.save_check(replace(check("check-2"), spot_id=None))
    store.delete(Kind.SPOT, BACK.id)
    assert [each.id for each in store.checks(MIA.id)] == ["check-2"]
    assert store.cares(MIA.id) == []
    assert store.reminders(MIA.id) == [REMINDER]


def test_what_lay_in_the_trash_before_its_spot_stays_there_when_the_spot_comes_back(
    store: DiaryStore,
) -> None:
    fill(store)
    store.save_note(note("note-2"))
    store.delete(Kind.NOTE, "note-2")
    store.delete(Kind.SPOT, BACK.id)
    assert [each.id for each in store.trash()] == [BACK.id, "note-2"]
    store.bring_back(Kind.SPOT, BACK.id)
    assert [item.note.id for item in store.notes(BACK.id)] == [note().id]
    assert in_trash(store) == {(Kind.NOTE, "note-2")}


def test_a_note_brought_back_brings_its_spot_and_child_and_no_more(store: DiaryStore) -> None:
    fill(store)
    store.save_note(note("note-2"))
    store.delete(Kind.NOTE, "note-2")
    store.delete(Kind.CHILD, MIA.id)
    store.bring_back(Kind.NOTE, "note-2")
    assert store.children() == [MIA]
    assert [item.note.id for item in store.notes(BACK.id)] == ["note-2"]
    assert store.checks(MIA.id) == []


def test_saving_what_lies_in_the_trash_brings_it_back_with_what_it_hangs_on(store: DiaryStore) -> None:
    fill(store)
    store.delete(Kind.CHILD, MIA.id)
    store.save_note(note(text="still typing"))
    assert [item.note.text for item in store.notes(BACK.id)] == ["still typing"]
    assert store.spots(MIA.id) == [BACK]
    assert store.children() == [MIA]


def test_what_is_not_in_the_trash_cannot_be_brought_back(store: DiaryStore) -> None:
    fill(store)
    step = store.next_undo()
    for row_id in (note().id, "not there"):
        with pytest.raises(GuideError, match="not in the trash any more"):
            store.bring_back(Kind.NOTE, row_id)
    assert store.next_undo() == step


def test_emptying_the_trash_wipes_out_every_word_of_what_was_in_it(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        fill(store)
        store.save_note(note(text="a first private word"), [replace(PHOTO, jpeg=b"private pixels" * 500)])
        store.save_note(note(text="a second private word"))
        store.delete(Kind.NOTE, note().id)
        assert store.purge_trash(0) == 3
        assert store.trash() == []
        assert store.history(Kind.NOTE, note().id) == []
    data = (folder / FILE_NAME).read_bytes()
    assert b"private" not in data
    assert b"Three small white bumps" not in data


def test_emptying_the_trash_leaves_a_sound_diary_and_everything_else(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        fill(store)
        store.save_child(replace(MIA, id="child-2"))
        store.keep_check_draft(CheckDraft("child-2", moment(), {}))
        store.keep_check_draft(CheckDraft(MIA.id, moment(), {}))
        before = alive(store)
        store.delete(Kind.CHILD, "child-2")
        store.purge_trash(0)
        seen = [each for each in before if getattr(each, "id", "") != "child-2" and each != []]
        assert [each for each in alive(store) if each != []] == seen
        assert store.check_draft("child-2") is None
        assert store.check_draft(MIA.id) is not None
    rows = rows_in_tables(folder / FILE_NAME)
    assert rows_in_journal(folder / FILE_NAME) == rows


def test_only_what_has_lain_in_the_trash_long_enough_is_wiped_out(folder: Path) -> None:
    calendar = Calendar()
    with DiaryStore.open(folder, now=calendar.now) as store:
        fill(store)
        store.delete(Kind.CARE, CARE.id)
        calendar.at += 20 * DAY
        store.delete(Kind.NOTE, note().id)
        calendar.at += 10 * DAY
        assert store.purge_trash(31) == 0
        assert store.purge_trash(30) == 1
        assert in_trash(store) == {(Kind.NOTE, note().id)}


def test_a_clock_that_was_far_behind_wipes_out_nothing_that_was_just_deleted(folder: Path) -> None:
    calendar = Calendar()
    with DiaryStore.open(folder, now=calendar.now) as store:
        fill(store)
        today, calendar.at = calendar.at, datetime(1970, 1, 1, tzinfo=UTC)
        store.delete(Kind.NOTE, note().id)
        calendar.at = today + DAY
        assert store.purge_trash(30) == 0
        calendar.at = today + 31 * DAY
        assert store.purge_trash(30) == 2


def test_what_was_emptied_out_is_remembered_without_a_word_until_it_is_saved_again(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        fill(store)
        store.delete(Kind.REMINDER, REMINDER.id)
        store.purge_trash(0)
    assert purged(folder) == [(REMINDER.id, "reminders")]
    with DiaryStore.open(folder) as store:
        store.save_reminder(REMINDER)
    assert purged(folder) == []


def purged(folder: Path) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(folder / FILE_NAME))
    found = list(connection.execute("SELECT row_id, kind FROM purged"))
    connection.close()
    return found


def test_undo_after_emptying_the_trash_passes_over_what_is_gone(store: DiaryStore) -> None:
    fill(store)
    store.save_note(note("note-2"))
    store.delete(Kind.NOTE, "note-2")
    store.purge_trash(0)
    step = store.undo()
    assert step is not None
    assert step.id == REMINDER.id
    assert store.reminders(MIA.id) == []


def test_a_note_moved_to_another_spot_stays_there_when_the_first_was_emptied_out(store: DiaryStore) -> None:
    fill(store)
    store.save_spot(replace(BACK, id="spot-2"))
    store.save_note(replace(note(text="moved"), spot_id="spot-2"))
    store.delete(Kind.SPOT, BACK.id)
    store.purge_trash(0)
    store.undo()
    [item] = store.notes("spot-2")
    assert (item.note.text, item.note.spot_id) == (note().text, "spot-2")
