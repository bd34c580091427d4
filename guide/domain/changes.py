"""What the diary remembers of its changes: steps to undo, earlier versions, and what lies in the trash."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from guide.domain.diary import Care, Child, Moment, Note, Photo, Reminder, SavedCheck, Spot


class Kind(StrEnum):
    """What a change can be about; the values are kept in the diary."""

    CHILD = "children"
    SPOT = "spots"
    NOTE = "notes"
    PHOTO = "photos"
    CHECK = "saved_checks"
    CARE = "cares"
    REMINDER = "reminders"


Thing: TypeAlias = Child | Spot | Note | Photo | SavedCheck | Care | Reminder

Verb = Literal["add", "change", "delete", "bring-back", "merge"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a parent did, that can be undone or done again; ``name`` is what it was done to, in words."""

    verb: Verb
    kind: Kind
    id: str
    name: str
    at: Moment


@dataclass(frozen=True, slots=True)
class Version:
    """What something was from one change on; ``deleted`` where that change put it into the trash."""

    at: Moment
    device: str
    thing: Thing
    deleted: bool


@dataclass(frozen=True, slots=True)
class Trashed:
    """Something in the trash. What was deleted along with it is not listed, and comes back with it."""

    kind: Kind
    id: str
    name: str
    deleted: Moment
