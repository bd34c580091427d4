"""Whatever is done to a diary in whatever order can be undone to its start and done again to its end."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.domain.changes import Kind
from guide.domain.diary import Care, Child, Reminder
from guide.store.diary_store import FILE_NAME, DiaryStore
from tests.store.contents import alive, hanging_on_trash, in_trash, rows_in_journal, rows_in_tables
from tests.store.effort import EFFORT, in_memory
from tests.store.families import BACK, PHOTO, check, note

NUMBER = st.integers(0, 2)
TEXT = st.sampled_from(["", "a", "b\x00", "Zoë 👶🏾"])
ACTION = st.one_of(
    st.tuples(st.just("child"), NUMBER, TEXT),
    st.tuples(st.just("spot"), NUMBER, NUMBER, st.floats(0, 100)),
    st.tuples(st.just("note"), NUMBER, NUMBER, TEXT, st.integers(0, 2), st.booleans()),
    st.tuples(st.just("care"), NUMBER, NUMBER, TEXT),
    st.tuples(st.just("reminder"), NUMBER, NUMBER, st.booleans()),
    st.tuples(st.just("delete"), st.sampled_from(list(Kind)), NUMBER),
    st.tuples(st.just("bring back"), NUMBER),
    st.tuples(st.sampled_from(["undo", "redo", "reopen"])),
)


class Diary:
    """A diary with three children and three spots, that are never quite the same ones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = DiaryStore.open(folder)
        for number in range(3):
            self.store.save_child(Child(f"child-{number}", "", None))
            self.store.save_spot(replace(BACK, id=f"spot-{number}", child_id=f"child-{number}"))
        self.taken_back = 0

    def do(self, action: tuple[Any, ...]) -> None:
        name, *values = action
        getattr(self, f"_{name.replace(' ', '_')}")(*values)

    def _child(self, number: int, text: str) -> None:
        self.store.save_child(Child(f"child-{number}", text, None, family_history=text))

    def _spot(self, number: int, child: int, x: float) -> None:
        self.store.save_spot(replace(BACK, id=f"spot-{number}", child_id=f"child-{child}", x=x))

    def _note(self, number: int, spot: int, text: str, photos: int, checked: bool) -> None:
        done = replace(check(f"check-{number}"), child_id="child-0", spot_id=f"spot-{spot}")
        written = replace(note(f"note-{number}", text), spot_id=f"spot-{spot}")
        self.store.save_note(written, [PHOTO] * photos, check=done if checked else None)

    def _care(self, number: int, spot: int, text: str) -> None:
        spot_id = f"spot-{spot}" if spot else None
        self.store.save_care(Care(f"care-{number}", f"child-{number}", spot_id, text, date(2026, 9, 1)))

    def _reminder(self, number: int, child: int, done: bool) -> None:
        day = date(2026, 9, 1 + number)
        self.store.save_reminder(Reminder(f"reminder-{number}", f"child-{child}", None, day, "", done))

    def _delete(self, kind: Kind, number: int) -> None:
        ids = sorted(row_id for table, row_id in self.rows() if table == kind)
        if number < len(ids):
            self.store.delete(kind, ids[number])

    def _bring_back(self, number: int) -> None:
        trash = self.store.trash()
        if number < len(trash):
            self.store.bring_back(trash[number].kind, trash[number].id)

    def _undo(self) -> None:
        self.store.undo()

    def _redo(self) -> None:
        self.store.redo()

    def _reopen(self) -> None:
        self.store.close()
        self.store = DiaryStore.open(self.folder)

    def rows(self) -> list[tuple[str, str]]:
        self._reopen()
        self.store.close()
        found = list(rows_in_tables(self.folder / FILE_NAME))
        self.store = DiaryStore.open(self.folder)
        return found


@contextmanager
def diary() -> Iterator[Diary]:
    folder = Path(tempfile.mkdtemp(dir=in_memory()))
    made = Diary(folder)
    yield made
    made.store.close()
    shutil.rmtree(folder)


def demand_sound(path: Path) -> None:
    rows = rows_in_tables(path)
    assert rows_in_journal(path) == rows
    assert hanging_on_trash(rows) == []


@settings(max_examples=30 * EFFORT, deadline=None)
@given(st.lists(ACTION, max_size=14))
def test_any_actions_are_undone_to_the_start_and_done_again_to_the_end(
    actions: list[tuple[Any, ...]],
) -> None:
    with diary() as made:
        empty: list[object] = []
        for action in actions:
            made.do(action)
        end, trash = alive(made.store), in_trash(made.store)
        steps = 0
        while made.store.undo():
            steps += 1
        made.do(("reopen",))
        assert alive(made.store) == empty
        assert [made.store.redo() is not None for _ in range(steps)] == [True] * steps
        assert (alive(made.store), in_trash(made.store)) == (end, trash)
        made.store.close()
        demand_sound(made.folder / FILE_NAME)


@settings(max_examples=15 * EFFORT, deadline=None)
@given(st.lists(ACTION, max_size=10), st.lists(ACTION, max_size=6))
def test_emptying_the_trash_at_any_time_leaves_a_sound_diary_that_undo_still_works_on(
    before: list[tuple[Any, ...]], after: list[tuple[Any, ...]]
) -> None:
    with diary() as made:
        for action in before:
            made.do(action)
        seen = alive(made.store)
        made.store.purge_trash(0)
        assert alive(made.store) == seen
        assert made.store.trash() == []
        for action in after:
            if action[0] not in ("spot", "note", "care", "reminder"):
                made.do(action)
        while made.store.undo():
            pass
        made.store.close()
        demand_sound(made.folder / FILE_NAME)
