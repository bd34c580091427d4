"""What comes of taking another diary into one's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from guide.domain.changes import Kind, Thing
from guide.domain.diary import Moment


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one kind, each row of the other diary once.

    ``conflicts``: both were changed apart from each other; one version is in the diary, the other one kept
    beside it. ``coming_back``, counted beside: in the trash here and not there, and so out of it afterwards.
    """

    same: int = 0
    new: int = 0
    theirs_newer: int = 0
    ours_newer: int = 0
    conflicts: int = 0
    coming_back: int = 0


@dataclass(frozen=True, slots=True)
class Merged:
    """``photos_missing``: photos of the other diary whose bytes are damaged or not there; left out."""

    counts: Mapping[Kind, Counts]
    photos_missing: int
    changes: int
    """How many rows of this diary are other than before; 0 where there was nothing to take."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two computers said differently: ``kept`` is in the diary, ``other`` beside it to choose from."""

    kind: Kind
    id: str
    name: str
    kept: Thing
    other: Thing
    other_changed: Moment
    version: str
