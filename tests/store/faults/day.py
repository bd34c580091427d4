"""A day full of entries, the same one for each seed: added, changed, deleted, taken back, photos and all."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from guide.domain.changes import Kind
from guide.domain.diary import Care, Moment, Reminder
from guide.store.diary_store import DiaryStore
from guide.store.keys import DataKey
from guide.store.opening import open_diary
from tests.store.families import BACK, MIA, PHOTO, check, moment, note
from tests.store.faults.states import State, found_at_start, state_of

ACTIONS = 40
Action = Callable[[DiaryStore], object]


def _now() -> Moment:
    return moment(12)


class Day:
    def __init__(self, seed: int, actions: int = ACTIONS) -> None:
        chance = random.Random(seed)
        first: list[Action] = [lambda store: store.save_child(MIA), lambda store: store.save_spot(BACK)]
        self.actions = first + [_any_action(chance, number) for number in range(actions)]

    def lived(self, folder: Path, key: DataKey | None = None) -> Iterator[DiaryStore]:
        """The store once it is open, and again after each action."""
        with open_diary(folder, key, now=_now) as store:
            yield store
            for act in self.actions:
                act(store)
                yield store

    def states(self, folder: Path) -> Iterator[State]:
        """What is found at the next start when the day ends with no action, the first, the second ..."""
        with open_diary(folder, now=_now) as store:
            pass
        end = found_at_start(folder)
        yield end
        with open_diary(folder, now=_now) as store:
            for act in self.actions:
                act(store)
                yield {**end, **state_of(store)}


def _any_action(chance: random.Random, number: int) -> Action:
    """Of ten actions four add a note, and the rest change or delete what is there, if it is there."""
    photo = replace(PHOTO, jpeg=b"\xff\xd8" + chance.randbytes(chance.choice([50, 5_000, 60_000])))
    text = "x" * chance.choice([1, 20_000])
    earlier = f"note-{chance.randint(0, max(0, number - 1))}"
    actions: list[Action] = [
        *[lambda store: store.save_note(note(f"note-{number}"), [photo], check=check(f"check-{number}"))] * 3,
        lambda store: store.save_note(note(f"note-{number}", text)),
        lambda store: store.save_note(note(earlier, f"changed {number}"), [photo]),
        lambda store: store.delete(Kind.NOTE, earlier),
        lambda store: store.undo(),
        lambda store: store.redo(),
        lambda store: store.save_care(
            Care(f"care-{number}", MIA.id, BACK.id, "cream", date(2026, 9, 5), None, "", "")
        ),
        lambda store: store.save_reminder(
            Reminder(f"rem-{number % 3}", MIA.id, None, date(2026, 9, 9), f"look {number}")
        ),
        lambda store: store.delete(Kind.SPOT, BACK.id),
    ]
    return chance.choice(actions)
