"""Undo takes back the last thing done, redo does it again, also after a restart; neither loses anything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from tests.store.contents import alive, in_trash
from tests.store.families import BACK, CARE, MIA, PHOTO, REMINDER, check, fill, moment, note
from tests.store.faulty_disk import broken, faulty_disk

Act = Callable[[DiaryStore], object]

ACTS: dict[str, Act] = {
    "adding a child": lambda store: store.save_child(replace(MIA, id="child-2", name="Noah")),
    "changing a child": lambda store: store.save_child(replace(MIA, name="Mia Maria")),
    "moving a spot": lambda store: store.save_spot(replace(BACK, x=1.25, first_seen=None)),
    "a note on a new spot": lambda store: store.save_note(
        replace(note("note-2"), spot_id="spot-2"),
        [PHOTO, PHOTO],
        spot=replace(BACK, id="spot-2"),
        check=replace(check("check-2"), spot_id="spot-2"),
    ),
    "an old note on a new spot": lambda store: store.save_note(
        replace(note(), spot_id="spot-2"), spot=replace(BACK, id="spot-2")
    ),
    "a photo for an old note": lambda store: store.save_note(note(), [PHOTO]),
    "changing a note": lambda store: store.save_note(note(text="None left.")),
    "a check": lambda store: store.save_check(check("check-2")),
    "ending care": lambda store: store.save_care(replace(CARE, until_day=date(2026, 9, 12), helped="yes")),
    "a reminder done": lambda store: store.save_reminder(replace(REMINDER, done=True)),
    "deleting a child": lambda store: store.delete(Kind.CHILD, MIA.id),
    "deleting a spot": lambda store: store.delete(Kind.SPOT, BACK.id),
    "deleting a note": lambda store: store.delete(Kind.NOTE, note().id),
    "deleting a check": lambda store: store.delete(Kind.CHECK, check().id),
}


def reopened(store: DiaryStore, folder: Path) -> DiaryStore:
    store.close()
    return DiaryStore.open(folder)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_what_was_done_is_undone_and_done_again_also_after_a_restart(
    store: DiaryStore, folder: Path, act: Act
) -> None:
    fill(store)
    before = alive(store)
    act(store)
    after = alive(store)
    assert after != before
    store = reopened(store, folder)
    assert store.undo() is not None
    assert alive(store) == before
    store = reopened(store, folder)
    assert store.redo() is not None
    assert alive(store) == after
    store = reopened(store, folder)
    store.undo()
    assert alive(store) == before
    store.close()


def test_a_step_says_what_was_done_to_what(store: DiaryStore) -> None:
    fill(store)
    store.delete(Kind.NOTE, note().id)
    step = store.next_undo()
    assert step is not None
    assert (step.verb, step.kind, step.id, step.name) == (
        "delete",
        Kind.NOTE,
        note().id,
        "Three small white bumps.",
    )
    assert store.undo() == step
    assert store.next_redo() == step
    assert store.redo() == step


def test_a_note_with_its_new_spot_is_one_step_named_after_the_note(store: DiaryStore) -> None:
    store.save_child(MIA)
    store.save_note(note(), [PHOTO], spot=BACK, check=check())
    step = store.undo()
    assert step is not None
    assert (step.verb, step.kind, step.id) == ("add", Kind.NOTE, note().id)
    assert alive(store) == [MIA, [], [], []]


def test_steps_go_back_to_the_empty_diary_and_forward_again(store: DiaryStore) -> None:
    fill(store)
    after = alive(store)
    done = []
    while step := store.undo():
        done.append(step)
    assert [(step.verb, step.kind) for step in done] == [
        ("add", Kind.REMINDER),
        ("add", Kind.CARE),
        ("add", Kind.NOTE),
        ("add", Kind.CHILD),
    ]
    assert not store.can_undo()
    assert alive(store) == []
    assert [store.redo() for _ in done] == done[::-1]
    assert not store.can_redo()
    assert alive(store) == after


def test_something_new_after_an_undo_cuts_off_what_could_be_done_again(
    store: DiaryStore, folder: Path
) -> None:
    fill(store)
    store.save_child(replace(MIA, name="first"))
    store.undo()
    store.save_child(replace(MIA, name="second"))
    assert store.redo() is None
    store.undo()
    with reopened(store, folder) as store:
        assert [child.name for child in store.children()] == ["Mia"]
        store.redo()
        assert [child.name for child in store.children()] == ["second"]


def test_saving_what_is_there_already_is_no_step(store: DiaryStore) -> None:
    fill(store)
    step = store.next_undo()
    fill_again = (MIA, BACK, note(), check())
    store.save_child(fill_again[0])
    store.save_note(fill_again[2], spot=fill_again[1], check=fill_again[3])
    store.delete(Kind.NOTE, "not there")
    assert store.next_undo() == step


def test_a_refused_save_is_no_step(store: DiaryStore) -> None:
    fill(store)
    step = store.next_undo()
    with pytest.raises(GuideError):
        store.save_note(note("note-2"), spot=replace(BACK, x=float("nan")))
    assert store.next_undo() == step


def test_what_was_added_and_taken_back_lies_in_the_trash(store: DiaryStore) -> None:
    store.save_child(MIA)
    store.save_note(note(), [PHOTO], spot=BACK)
    store.undo()
    assert in_trash(store) == {(Kind.SPOT, BACK.id)}
    store.bring_back(Kind.SPOT, BACK.id)
    [item] = store.notes(BACK.id)
    assert store.photo_jpeg(item.photos[0].id) == PHOTO.jpeg


def test_undo_leaves_alone_what_another_computer_wrote_beside_it(store: DiaryStore) -> None:
    fill(store)
    store.save_note(note(text="mine"))
    from_elsewhere(store, "UPDATE notes SET itch = 9")
    store.undo()
    assert store.notes(BACK.id)[0].note == replace(note(), itch=9)


def test_undo_with_nothing_left_to_take_back_goes_on_to_the_next(store: DiaryStore) -> None:
    fill(store)
    store.save_note(note(text="first"))
    store.save_note(note(text="second"))
    from_elsewhere(store, "UPDATE notes SET text = 'first'")
    versions = store.history(Kind.NOTE, note().id)
    assert store.undo() is not None
    assert store.notes(BACK.id)[0].note.text == "first"
    assert store.history(Kind.NOTE, note().id) == versions
    store.undo()
    assert store.notes(BACK.id)[0].note == note()


def from_elsewhere(store: DiaryStore, statement: str) -> None:
    store._database.connection.execute(statement).fetchall()


def test_undo_on_a_failing_disk_is_whole_or_absent_and_said(folder: Path) -> None:
    with faulty_disk() as disk, DiaryStore.open(folder) as store:
        fill(store)
        before = alive(store)
        disk.arm(1, broken, only="sync")
        with pytest.raises(GuideError, match="nothing more is written"):
            store.undo()
        assert alive(store) == before
        assert store.can_undo()


def test_the_journal_tells_the_time_as_the_family_sees_it(folder: Path) -> None:
    with DiaryStore.open(folder, now=lambda: moment(20)) as store:
        store.save_child(MIA)
        step = store.next_undo()
    assert step is not None
    assert (step.at, step.at.at.isoformat()) == (moment(20), "2026-09-04T20:00:07.250001+02:00")
