"""Whatever was done on two or three computers: merging is the same in any order, and nothing is deleted."""

import json
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.domain.changes import Kind
from tests.store.contents import hanging_on_trash
from tests.store.effort import EFFORT
from tests.store.merge.computers import Actions, Computer, Room, alive_places, computers
from tests.store.test_any_actions import ACTION

DONE = st.lists(ACTION, max_size=8)
CLOCK = st.sampled_from([0.0, -3600.0, 3600.0])
QUICK = settings(max_examples=6 * EFFORT, deadline=None)


def two(
    room: Room, before: Actions, ones: Actions, others: Actions, fast: float
) -> tuple[Computer, Computer]:
    one = room.new(before)
    other = room.copy(one, fast=fast)
    return one.do_all(ones), other.do_all(others)


def demand_equal(one: Computer, other: Computer) -> None:
    assert one.content == other.content
    assert one.seen[1] == other.seen[1]
    assert one.journal == other.journal


def demand_sound(computer: Computer) -> None:
    computer.store.check_whole()
    content = computer.content
    assert hanging_on_trash(content) == []
    ends = computer.read("SELECT kind, row_id, after FROM changes ORDER BY seq")
    last = {(kind, row_id): {**json.loads(after), "device": ""} for kind, row_id, after in ends}
    assert last == content


@QUICK
@given(DONE, DONE, DONE, CLOCK)
def test_one_into_the_other_is_the_same_as_the_other_into_the_one(
    before: Actions, ones: Actions, others: Actions, fast: float
) -> None:
    with computers() as room:
        one, other = two(room, before, ones, others, fast)
        unmerged = room.copy(other, as_another=False)
        other.take(one)
        one.take(unmerged)
        demand_equal(one, other)
        demand_sound(one)
        demand_sound(other)


@QUICK
@given(DONE, DONE, CLOCK)
def test_the_same_holds_for_diaries_that_began_apart(ones: Actions, others: Actions, fast: float) -> None:
    with computers() as room:
        one, other = room.new(ones), room.new(others, fast)
        unmerged = room.copy(other, as_another=False)
        other.take(one)
        one.take(unmerged)
        demand_equal(one, other)
        demand_sound(one)


@QUICK
@given(DONE, DONE, DONE, CLOCK)
def test_merging_again_changes_nothing(before: Actions, ones: Actions, others: Actions, fast: float) -> None:
    with computers() as room:
        one, other = two(room, before, ones, others, fast)
        one.take(other)
        content, seen, changes = one.content, one.seen, one.read("SELECT count(*) FROM changes")
        again = one.take(other)
        assert again.changes == 0
        assert (one.content, one.seen, one.read("SELECT count(*) FROM changes")) == (content, seen, changes)


@QUICK
@given(DONE, DONE, DONE, CLOCK)
def test_nothing_alive_in_either_is_gone_and_no_photo_is_lost(
    before: Actions, ones: Actions, others: Actions, fast: float
) -> None:
    with computers() as room:
        one, other = two(room, before, ones, others, fast)
        mine, theirs = one.content, other.content
        one.take(other)
        assert alive_places(one.content) == alive_places(mine) | alive_places(theirs)
        assert set(one.content) == set(mine) | set(theirs)
        for kind, row_id in one.content:
            if kind == Kind.PHOTO:
                assert one.store.photo_jpeg(row_id)


@QUICK
@given(DONE, DONE, DONE, CLOCK)
def test_undoing_a_merge_gives_what_was_before_and_redoing_what_came_of_it(
    before: Actions, ones: Actions, others: Actions, fast: float
) -> None:
    with computers() as room:
        one, other = two(room, before, ones, others, fast)
        seen = one.seen
        done = one.take(other)
        after = one.seen
        if done.changes or after != seen:
            step = one.store.undo()
            assert step is not None
            assert step.verb == "merge"
            assert one.seen == seen
            assert one.store.redo() == step
            assert one.seen == after


@QUICK
@given(DONE, DONE, DONE, CLOCK)
def test_a_merge_that_was_undone_can_be_made_again(
    before: Actions, ones: Actions, others: Actions, fast: float
) -> None:
    with computers() as room:
        one, other = two(room, before, ones, others, fast)
        theirs = other.content
        if one.take(other).changes:
            one.store.undo()
        other.take(one)
        assert alive_places(other.content) >= alive_places(theirs)
        one.take(other)
        demand_equal(one, other)


@settings(max_examples=6 * EFFORT, deadline=None)
@given(DONE, DONE, DONE, DONE, CLOCK, CLOCK)
def test_three_computers_come_to_the_same_in_any_order(
    before: Actions, ones: Actions, others: Actions, thirds: Actions, fast: float, faster: float
) -> None:
    with computers() as room:
        one, other = two(room, before, ones, others, fast)
        third = room.copy(one, fast=faster).do_all(thirds)
        found = []
        for first, *rest in permutations([one, other, third]):
            merged = room.copy(first)
            for computer in rest:
                merged.take(computer)
            found.append((alive_contents(merged), merged.seen[1]))
        assert all(each == found[0] for each in found)


@settings(max_examples=6 * EFFORT, deadline=None)
@given(DONE, DONE, st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), DONE), max_size=5), CLOCK)
def test_passing_diaries_round_ends_with_all_the_same(
    before: Actions, ones: Actions, passed: list[tuple[int, int, Actions]], fast: float
) -> None:
    with computers() as room:
        one, other = two(room, before, ones, [], fast)
        everyone = [one, other, room.copy(other)]
        for giver, taker, then in passed:
            if giver != taker:
                everyone[taker].take(everyone[giver])
            everyone[taker].do_all(then)
        for _ in range(2):
            for visited, visitor in permutations(everyone, 2):
                visited.take(visitor)
        assert [alive_contents(each) for each in everyone] == [alive_contents(everyone[0])] * 3
        assert [each.seen[1] for each in everyone] == [everyone[0].seen[1]] * 3
        assert all(each.take(everyone[0]).changes == 0 for each in everyone[1:])


def alive_contents(computer: Computer) -> dict[tuple[str, str], dict[str, object]]:
    return {place: row for place, row in computer.content.items() if row["deleted_utc"] is None}
