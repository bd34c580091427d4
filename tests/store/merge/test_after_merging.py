"""History and the trash after a merge tell the same as they did where it was written."""

from dataclasses import replace

from guide.domain.changes import Kind
from tests.store.contents import in_trash
from tests.store.families import BACK, note
from tests.store.merge.computers import Computer


def test_history_tells_each_version_once_and_who_wrote_it(one: Computer, other: Computer) -> None:
    [(device,)] = other.read("SELECT value FROM meta WHERE name = 'device'")
    other.store.save_note(note(text="there"))
    one.take(other)
    versions = one.store.history(Kind.NOTE, note().id)
    assert [(each.thing, each.device == device) for each in versions] == [
        (note(text="there"), True),
        (note(), False),
    ]


def test_history_begins_with_the_version_that_stays(one: Computer, other: Computer) -> None:
    other.store.save_note(note(text="there"))
    one.store.save_note(note(text="here"))
    one.take(other)
    versions = [each.thing for each in one.store.history(Kind.NOTE, note().id)]
    assert versions == [note(text="here"), note(text="there"), note()]


def test_the_trash_keeps_what_was_deleted_together_in_another_diary(one: Computer, other: Computer) -> None:
    other.store.save_note(note("note-2"))
    other.store.save_note(note("note-3"), spot=replace(BACK, id="spot-2"))
    other.store.delete(Kind.NOTE, "note-2")
    other.store.delete(Kind.SPOT, "spot-2")
    one.take(other)
    assert in_trash(one.store) == {(Kind.NOTE, "note-2"), (Kind.SPOT, "spot-2")}
    one.store.bring_back(Kind.SPOT, "spot-2")
    assert in_trash(one.store) == {(Kind.NOTE, "note-2")}


def test_history_does_not_end_with_a_deletion_that_did_not_come_over(one: Computer, other: Computer) -> None:
    other.store.delete(Kind.NOTE, note().id)
    one.take(other)
    assert [each.deleted for each in one.store.history(Kind.NOTE, note().id)] == [False, True]
