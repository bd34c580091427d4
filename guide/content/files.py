"""What the files of a pack hold that hold several things."""

from dataclasses import dataclass

from guide.domain.conditions import Source
from guide.domain.pack import BodyRegion, Region
from guide.domain.questions import Case, Question, Rule, RuleGroup, TriageAction


@dataclass(frozen=True, slots=True)
class Checklist:
    """checklist.yaml"""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class DangerSigns:
    """danger-signs.yaml"""

    groups: tuple[RuleGroup, ...]
    rules: tuple[Rule, ...]
    actions: tuple[TriageAction, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """sources.yaml"""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Regions:
    """regions.yaml"""

    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class BodyMap:
    """bodymap.yaml"""

    body: tuple[BodyRegion, ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """A file in cases/"""

    cases: tuple[Case, ...]


def names_of(value: object) -> tuple[str, ...]:
    """The names of the lines an object (or its class) is made of; none for a single value."""
    return tuple(getattr(value, "__dataclass_fields__", ()))
