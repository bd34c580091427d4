"""The diary: children, the spots on their skin, notes with photos, saved checks, care tried, reminders."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import uuid4

from guide.domain.ages import Age, age_on, corrected_age_on


def new_id() -> str:
    """An id that never meets another, also not one made on the other parent's computer."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as the parent saw it on the clock: wall time with its offset, and the zone's name."""

    at: datetime
    zone: str

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError("a moment needs the offset of its wall time")


@dataclass(frozen=True, slots=True)
class Child:
    """``skin_tone`` is 0 (lightest) to 4 (darkest), for the drawings."""

    id: str
    name: str
    birth_date: date | None
    weeks_early: int = 0
    skin_tone: int = 2
    allergies: str = ""
    family_history: str = ""

    def age_on(self, day: date) -> Age | None:
        return age_on(day, self.birth_date) if self.birth_date else None

    def corrected_age_on(self, day: date) -> Age | None:
        return corrected_age_on(day, self.birth_date, self.weeks_early) if self.birth_date else None


SpotStatus = Literal["new", "changing", "fading", "gone"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the body map: ``x`` 0-100 and ``y`` 0-200 in the picture named by ``view``."""

    id: str
    child_id: str
    name: str
    view: str
    region: str
    x: float
    y: float
    first_seen: date | None
    status: SpotStatus = "new"


Compared = Literal["", "gone", "better", "same", "worse", "new-ones"]


@dataclass(frozen=True, slots=True)
class Note:
    """What was seen of a spot at one moment. ``None`` and empty text mean: not written down."""

    id: str
    spot_id: str
    written: Moment
    text: str = ""
    compared: Compared = ""
    how_many: int | None = None
    largest_mm: float | None = None
    itch: int | None = None
    temperature_c: float | None = None
    care_tried: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it is kept: upright JPEG without place or camera data, and a small one for lists.

    ``taken`` is what the camera wrote, proposed and not trusted; the bytes are read apart from this.
    """

    id: str
    note_id: str
    width: int
    height: int
    size: int
    taken: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A photo ready to be kept, before it is in the diary."""

    jpeg: bytes
    thumbnail: bytes
    width: int
    height: int
    taken: datetime | None = None


@dataclass(frozen=True, slots=True)
class SavedCheck:
    """A finished symptom check with the words shown then, so that a later pack changes nothing.

    ``signs`` and ``chosen`` are the answers by id; ``lines`` are pairs of question and answer in words;
    ``temperature_c`` is what was measured for it.
    """

    id: str
    child_id: str
    spot_id: str | None
    done: Moment
    pack_version: str
    level: str
    title: str
    reasons: tuple[str, ...]
    signs: Mapping[str, str]
    chosen: Mapping[str, tuple[str, ...]]
    lines: tuple[tuple[str, str], ...]
    temperature_c: float | None = None


@dataclass(frozen=True, slots=True)
class NoteWithPhotos:
    note: Note
    photos: tuple[Photo, ...]


Helped = Literal["", "yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Care:
    """What was tried, for one spot or the whole child; still going on where ``until_day`` is None."""

    id: str
    child_id: str
    spot_id: str | None
    name: str
    from_day: date
    until_day: date | None = None
    helped: Helped = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A day to look again, for one spot or for the child as a whole."""

    id: str
    child_id: str
    spot_id: str | None
    on_day: date
    text: str = ""
    done: bool = False
