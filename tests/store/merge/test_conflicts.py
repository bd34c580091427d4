"""Where both sides changed one thing both versions stay until a parent chooses; the choice is passed on."""

from dataclasses import replace

import pytest

from guide.domain.changes import Kind
from guide.domain.merging import Conflict, Counts
from guide.errors import GuideError
from guide.store.merge import conflicts, settle
from tests.store.families import BACK, MIA, moment, note
from tests.store.merge.computers import Computer, Room

HERE, THERE = note(text="as seen here"), note(text="as seen there")


def both_change(one: Computer, other: Computer) -> Conflict:
    """The one changes it later, so its version stays."""
    other.store.save_note(THERE)
    one.store.save_note(HERE)
    assert one.take(other).counts[Kind.NOTE] == Counts(conflicts=1)
    [conflict] = conflicts(one.store)
    return conflict


def text_on(computer: Computer) -> str:
    return computer.store.notes(BACK.id)[0].note.text


def test_the_later_version_stays_and_the_other_is_kept_beside_it(one: Computer, other: Computer) -> None:
    conflict = both_change(one, other)
    assert text_on(one) == HERE.text
    assert (conflict.kind, conflict.id, conflict.name) == (Kind.NOTE, HERE.id, HERE.text)
    assert (conflict.kept, conflict.other) == (HERE, THERE)


def test_a_conflict_tells_when_the_other_version_was_written_there(room: Room, one: Computer) -> None:
    other = room.copy(one)
    other.now = moment  # type: ignore[method-assign]
    other._reopen()
    conflict = both_change(one, other)
    assert conflict.other_changed == moment()


def test_keeping_what_is_there_ends_the_conflict_on_every_computer(one: Computer, other: Computer) -> None:
    settle(one.store, both_change(one, other), take_other=False)
    assert conflicts(one.store) == []
    other.take(one)
    assert (text_on(other), conflicts(other.store)) == (HERE.text, [])
    one.take(other)
    assert (text_on(one), conflicts(one.store)) == (HERE.text, [])


def test_taking_the_other_ends_the_conflict_on_every_computer(one: Computer, other: Computer) -> None:
    settle(one.store, both_change(one, other), take_other=True)
    assert (text_on(one), conflicts(one.store)) == (THERE.text, [])
    other.take(one)
    assert (text_on(other), conflicts(other.store)) == (THERE.text, [])
    assert one.store.history(Kind.NOTE, HERE.id)[1].thing == HERE


@pytest.mark.parametrize("take_other", [True, False])
def test_undoing_the_choice_opens_the_conflict_again(
    one: Computer, other: Computer, take_other: bool
) -> None:
    conflict = both_change(one, other)
    settle(one.store, conflict, take_other=take_other)
    step = one.store.undo()
    assert step is not None
    assert (step.verb, step.id) == ("change", HERE.id)
    assert text_on(one) == HERE.text
    assert conflicts(one.store) == [conflict]
    one.store.redo()
    assert conflicts(one.store) == []
    assert text_on(one) == (THERE if take_other else HERE).text


def test_a_conflict_is_chosen_about_once(one: Computer, other: Computer) -> None:
    conflict = both_change(one, other)
    settle(one.store, conflict, take_other=True)
    with pytest.raises(GuideError, match="chosen about already"):
        settle(one.store, conflict, take_other=False)


def test_a_choice_made_after_one_more_change_here_is_about_what_is_there_then(
    one: Computer, other: Computer
) -> None:
    both_change(one, other)
    one.store.save_note(replace(HERE, text="once more"))
    [conflict] = conflicts(one.store)
    assert conflict.kept == replace(HERE, text="once more")
    settle(one.store, conflict, take_other=False)
    other.take(one)
    assert (text_on(other), conflicts(other.store)) == ("once more", [])


def test_what_is_changed_there_after_the_choice_here_is_a_new_conflict(
    one: Computer, other: Computer
) -> None:
    settle(one.store, both_change(one, other), take_other=False)
    other.store.save_note(replace(THERE, text="changed there again"))
    one.take(other)
    found = {text_on(one)} | {each.other.text for each in conflicts(one.store)}  # type: ignore[union-attr]
    assert found == {HERE.text, "changed there again"}


def test_a_conflict_about_what_is_in_the_trash_waits_there(one: Computer, other: Computer) -> None:
    conflict = both_change(one, other)
    one.store.delete(Kind.NOTE, HERE.id)
    assert conflicts(one.store) == []
    with pytest.raises(GuideError):
        settle(one.store, conflict, take_other=True)
    one.store.undo()
    assert conflicts(one.store) == [conflict]


def test_emptying_the_trash_takes_the_words_of_a_conflict_along(one: Computer, other: Computer) -> None:
    both_change(one, other)
    one.store.delete(Kind.NOTE, HERE.id)
    one.store.purge_trash(0)
    assert one.read("SELECT count(*) FROM conflicts") == [(0,)]
    one.store.close()
    assert b"as seen there" not in one.path.read_bytes()


def test_three_versions_leave_two_beside(room: Room, one: Computer, other: Computer) -> None:
    third = room.copy(one)
    third.store.save_note(note(text="third"))
    both_change(one, other)
    one.take(third)
    assert text_on(one) == HERE.text
    assert {each.other for each in conflicts(one.store)} == {THERE, note(text="third")}


def test_taking_a_version_whose_spot_was_emptied_out_leaves_the_note_where_it_is(
    one: Computer, other: Computer
) -> None:
    one.store.save_spot(replace(BACK, id="spot-2"))
    other.take(one)
    other.store.save_note(replace(THERE, spot_id="spot-2"))
    one.store.save_note(HERE)
    one.take(other)
    one.store.delete(Kind.SPOT, "spot-2")
    one.store.purge_trash(0)
    [conflict] = conflicts(one.store)
    settle(one.store, conflict, take_other=True)
    assert text_on(one) == THERE.text


def test_a_child_that_both_changed_keeps_its_conflict_through_another_merge(
    one: Computer, other: Computer
) -> None:
    other.store.save_child(replace(MIA, allergies="egg"))
    one.store.save_child(replace(MIA, allergies="milk"))
    one.take(other)
    one.take(other)
    other.take(one)
    assert one.seen == other.seen
    assert len(conflicts(other.store)) == 1


def test_undoing_the_merge_takes_its_conflicts_along(one: Computer, other: Computer) -> None:
    conflict = both_change(one, other)
    one.store.undo()
    assert conflicts(one.store) == []
    one.store.redo()
    assert conflicts(one.store) == [conflict]


def test_a_conflict_that_the_other_version_won_stays_through_more_merges(
    one: Computer, other: Computer
) -> None:
    one.store.save_note(HERE)
    other.store.save_note(THERE)
    one.take(other)
    other.take(one)
    one.take(other)
    assert [each.other for each in conflicts(one.store)] == [HERE]
    assert [each.other for each in conflicts(other.store)] == [HERE]


def test_a_version_that_was_changed_further_is_not_offered_beside_what_came_of_it(
    one: Computer, other: Computer
) -> None:
    both_change(one, other)
    further = replace(THERE, text="changed there again")
    other.store.save_note(further)
    one.take(other)
    assert text_on(one) == further.text
    assert [each.other for each in conflicts(one.store)] == [HERE]
    assert one.read("SELECT count(*) FROM conflicts WHERE settled_by IS NULL") == [(1,)]


def test_a_choice_reaches_a_third_computer_through_one_that_never_saw_the_conflict(
    room: Room, one: Computer, other: Computer
) -> None:
    between = room.copy(one)
    settle(one.store, both_change(one, other), take_other=False)
    between.take(one)
    other.take(between)
    assert (text_on(other), conflicts(other.store)) == (HERE.text, [])
