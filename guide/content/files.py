"""What the files of a pack hold that hold several things."""

from collections.abc import Mapping
from dataclasses import dataclass

from guide.domain.conditions import Claim, GlossaryWord, Source
from guide.domain.pack import BodyRegion, PackInfo, Region
from guide.domain.questions import Case, Match, Question, Rule, RuleGroup, TriageAction, Weights


@dataclass(frozen=True, slots=True)
class Checklist:
    """checklist.yaml"""

    questions: tuple[Question, ...]
    most_questions: int = 12


@dataclass(frozen=True, slots=True)
class DangerSigns:
    """danger-signs.yaml"""

    groups: tuple[RuleGroup, ...]
    rules: tuple[Rule, ...]
    actions: tuple[TriageAction, ...]
    not_at_home: tuple[Match, ...] = ()


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
class Claims:
    """claims.yaml"""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """glossary.yaml"""

    glossary: tuple[GlossaryWord, ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """A file in cases/. ``measured``: not demanded one by one, only counted by the command ``accuracy``."""

    cases: tuple[Case, ...]
    measured: bool = False


CONDITIONS, CASES = "conditions/", "cases/"
SINGLE_FILES: Mapping[str, type] = {
    "pack.yaml": PackInfo,
    "checklist.yaml": Checklist,
    "danger-signs.yaml": DangerSigns,
    "weights.yaml": Weights,
    "sources.yaml": Sources,
    "regions.yaml": Regions,
    "bodymap.yaml": BodyMap,
    "claims.yaml": Claims,
    "glossary.yaml": Glossary,
}
"""The files every pack has once, and what each holds."""


def names_of(value: object) -> tuple[str, ...]:
    """The names of the lines an object (or its class) is made of; none for a single value."""
    return tuple(getattr(value, "__dataclass_fields__", ()))
