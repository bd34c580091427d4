"""Merging as a parent meets it: what comes in, what stays, what is told before, and what undo takes back."""

from dataclasses import replace

import pytest

from guide.domain.changes import Kind
from guide.domain.diary import new_id
from guide.domain.merging import Counts
from guide.errors import GuideError
from guide.store.diary_store import FILE_NAME
from guide.store.merge import conflicts, plan
from guide.store.stopping import StoppedError
from tests.store.contents import alive, in_trash
from tests.store.families import BACK, CARE, MIA, PHOTO, REMINDER, note, what_is_in
from tests.store.merge.computers import Computer, Room, merged


def texts(computer: Computer) -> set[str]:
    return {item.note.text for item in computer.store.notes(BACK.id)}


def test_what_the_other_parent_wrote_comes_in_with_its_photos(one: Computer, other: Computer) -> None:
    other.store.save_note(note("note-2", "from the other phone"), [replace(PHOTO, jpeg=b"\xff\xd8 other")])
    one.store.save_note(note("note-3", "from here"))
    done = one.take(other)
    assert texts(one) == {note().text, "from the other phone", "from here"}
    [came] = [item for item in one.store.notes(BACK.id) if item.note.id == "note-2"]
    assert one.store.photo_jpeg(came.photos[0].id) == b"\xff\xd8 other"
    assert one.store.thumbnail(came.photos[0].id) == PHOTO.thumbnail
    assert done.counts[Kind.NOTE] == Counts(same=1, new=1)
    assert done.counts[Kind.PHOTO] == Counts(same=1, new=1)
    assert done.changes == 2


def test_looking_changes_nothing_and_leaves_nothing(one: Computer, other: Computer) -> None:
    other.store.save_note(note("note-2"))
    other.store.close()
    seen, before = one.seen, one.read("SELECT count(*), max(seq) FROM changes")
    with plan(one.store, other.path) as looked:
        assert looked.found.counts[Kind.NOTE] == Counts(same=1, new=1)
    assert (one.seen, one.read("SELECT count(*), max(seq) FROM changes")) == (seen, before)
    assert sorted(path.name for path in one.folder.iterdir()) == [FILE_NAME, f"{FILE_NAME}-wal"]


def test_the_other_file_is_never_written_to(one: Computer, other: Computer) -> None:
    other.store.save_note(note("note-2"))
    other.store.close()
    before = what_is_in(other.folder)
    with plan(one.store, other.path) as looked:
        merged(one.store, looked)
    assert what_is_in(other.folder) == before


def test_a_change_on_one_side_only_goes_over_whichever_merges(one: Computer, other: Computer) -> None:
    other.store.save_child(replace(MIA, allergies="egg"))
    assert one.take(other).counts[Kind.CHILD] == Counts(theirs_newer=1)
    one.store.save_child(replace(MIA, allergies="egg and milk"))
    assert one.take(other).counts[Kind.CHILD] == Counts(ours_newer=1)
    assert one.store.children()[0].allergies == "egg and milk"
    assert other.take(one).counts[Kind.CHILD] == Counts(theirs_newer=1)
    assert conflicts(one.store) == conflicts(other.store) == []


def test_a_slow_clock_makes_nothing_older_that_was_written_with_the_other_in_view(
    room: Room, one: Computer
) -> None:
    slow = room.copy(one, fast=-86_400)
    one.store.save_care(replace(CARE, text="first"))
    slow.take(one)
    slow.store.save_care(replace(CARE, text="second"))
    one.take(slow)
    assert [care.text for care in one.store.cares(MIA.id)] == ["second"]
    assert conflicts(one.store) == []


def test_what_is_deleted_on_one_side_only_stays_and_the_plan_says_so(one: Computer, other: Computer) -> None:
    other.store.delete(Kind.CHILD, MIA.id)
    before = alive(one.store)
    one.take(other)
    assert alive(one.store) == before
    assert in_trash(one.store) == set()
    done = other.take(one)
    assert alive(other.store) == before
    assert done.counts[Kind.NOTE].coming_back == 1
    other.store.undo()
    assert in_trash(other.store) == {(Kind.CHILD, MIA.id)}


def test_what_was_changed_and_then_deleted_comes_back_as_it_was_changed(
    one: Computer, other: Computer
) -> None:
    other.store.save_reminder(replace(REMINDER, text="changed"))
    other.store.delete(Kind.REMINDER, REMINDER.id)
    one.take(other)
    assert [each.text for each in one.store.reminders(MIA.id)] == ["changed"]
    assert conflicts(one.store) == []


def test_deleted_here_and_changed_there_is_no_conflict(one: Computer, other: Computer) -> None:
    one.store.delete(Kind.REMINDER, REMINDER.id)
    other.store.save_reminder(replace(REMINDER, text="changed"))
    one.take(other)
    assert [each.text for each in one.store.reminders(MIA.id)] == ["changed"]
    assert conflicts(one.store) == []


def test_the_same_change_on_both_sides_is_no_conflict(one: Computer, other: Computer) -> None:
    for computer in (one, other):
        computer.store.save_child(replace(MIA, allergies="egg"))
    assert one.take(other).counts[Kind.CHILD] == Counts(same=1)
    assert conflicts(one.store) == []


def test_what_was_emptied_out_of_the_trash_stays_out_unless_it_is_alive_there(
    one: Computer, other: Computer
) -> None:
    for computer in (one, other):
        computer.store.delete(Kind.NOTE, note().id)
    one.store.purge_trash(0)
    one.take(other)
    assert in_trash(one.store) == set()
    assert one.read("SELECT count(*) FROM changes WHERE row_id = 'note-1'") == [(0,)]
    other.store.bring_back(Kind.NOTE, note().id)
    one.take(other)
    assert texts(one) == {note().text}
    assert one.store.photo_jpeg(one.store.notes(BACK.id)[0].photos[0].id) == PHOTO.jpeg
    assert one.read("SELECT count(*) FROM purged WHERE row_id = 'note-1'") == [(0,)]


def test_something_new_on_what_was_emptied_out_brings_that_along(one: Computer, other: Computer) -> None:
    for computer in (one, other):
        computer.store.delete(Kind.SPOT, BACK.id)
    one.store.purge_trash(0)
    other.store.save_note(note("note-2", "still there"))
    one.take(other)
    assert texts(one) == {"still there"}


def test_unfinished_checks_stay_where_they_are(one: Computer, other: Computer) -> None:
    one.take(other)
    assert one.read("SELECT count(*) FROM check_drafts") == [(0,)]


def test_undo_of_a_merge_does_not_take_back_the_other_parents_work_there(
    one: Computer, other: Computer
) -> None:
    other.store.save_child(replace(MIA, allergies="egg"))
    one.take(other)
    one.store.undo()
    assert one.store.children()[0].allergies == MIA.allergies
    other.take(one)
    assert other.store.children()[0].allergies == "egg"
    one.take(other)
    assert one.store.children()[0].allergies == "egg"


def test_undo_never_reaches_what_was_done_in_another_copy_of_the_diary(room: Room, one: Computer) -> None:
    twin = room.copy(one, as_another=False)
    twin.store.save_note(note("note-2", "written in the copy"))
    one.take(twin)
    step = one.store.undo()
    assert step is not None
    assert step.verb == "merge"
    assert one.store.redo() == step
    assert one.store.undo() == step
    assert one.store.undo() is None
    assert twin.read("SELECT value FROM meta") != one.read("SELECT value FROM meta")


def test_a_photo_without_its_bytes_is_left_out_and_counted_until_it_is_there(
    one: Computer, other: Computer
) -> None:
    other.store.save_note(note("note-2"), [PHOTO, replace(PHOTO, jpeg=b"\xff\xd8 other")])
    whole = other.read("SELECT rowid, photo_id, thumbnail, jpeg FROM photo_bytes")
    other.write("DELETE FROM photo_bytes WHERE rowid = 2")
    other.write("UPDATE photo_bytes SET jpeg = x'ffd8' WHERE rowid = 3")
    done = one.take(other)
    assert done.photos_missing == 2
    assert done.counts[Kind.PHOTO] == Counts(same=1)
    assert [len(item.photos) for item in one.store.notes(BACK.id)] == [0, 1]
    other.write("DELETE FROM photo_bytes WHERE rowid = 3")
    for row in whole[1:]:
        other.write("INSERT INTO photo_bytes (rowid, photo_id, thumbnail, jpeg) VALUES (?, ?, ?, ?)", row)
    assert one.take(other).counts[Kind.PHOTO] == Counts(same=1, new=2)
    assert one.seen[0] == other.seen[0]


def test_a_stop_on_the_way_changes_nothing(one: Computer, other: Computer) -> None:
    other.store.save_note(note("note-2"), [PHOTO])
    other.store.close()
    before = one.seen
    with pytest.raises(StoppedError):
        plan(one.store, other.path, is_stopped=lambda: True)
    with plan(one.store, other.path) as looked:
        for after in range(11):
            asked = iter([False] * after + [True] * 99)
            with pytest.raises(StoppedError):
                merged(one.store, looked, is_stopped=lambda: next(asked))  # noqa: B023 (called at once)
            assert one.seen == before
        merged(one.store, looked)
    assert one.seen != before


def test_what_is_changed_here_between_looking_and_merging_is_kept(one: Computer, other: Computer) -> None:
    other.store.save_note(note(text="there"))
    other.store.close()
    with plan(one.store, other.path) as looked:
        one.store.save_note(note(text="here, meanwhile"))
        merged(one.store, looked)
    assert texts(one) == {"here, meanwhile"}
    assert [each.other for each in conflicts(one.store)] == [note(text="there")]


def test_a_plan_that_is_closed_merges_nothing(one: Computer, other: Computer) -> None:
    other.store.close()
    with plan(one.store, other.path) as looked:
        pass
    with pytest.raises(GuideError, match="closed"):
        merged(one.store, looked)
    one.store.save_note(note(new_id(), "saving goes on"))


def test_two_families_in_one_diary_stay_apart(room: Room, one: Computer) -> None:
    folder = room.folder / "computer-9"
    stranger = Computer(folder)
    room.computers.append(stranger)
    stranger.store.save_child(replace(MIA, id="another", name="Mia"))
    one.take(stranger)
    assert [child.id for child in one.store.children()] == [MIA.id, "another"]
