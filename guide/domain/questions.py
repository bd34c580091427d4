"""What the checklist asks, the rules of triage, and the numbers of the evidence, as the pack states them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guide.domain.ages import AgeLimits
from guide.domain.conditions import Commonness, Frequency, Statement, Urgency
from guide.domain.lesions import USUAL_SKIN, Lesion, Skin


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; drawn from ``lesions`` on ``skin`` where words are not enough."""

    id: str
    text: str
    detail: str = ""
    lesions: tuple[Lesion, ...] = ()
    skin: Skin = USUAL_SKIN


@dataclass(frozen=True, slots=True)
class Question:
    """A question about what the parent sees. Every one may be skipped.

    ``short`` names what is asked where an answer is repeated without its question.
    """

    id: str
    step: Literal["look", "place", "feel"]
    ask: str
    help: str
    choose: Literal["one", "many"]
    options: tuple[Option, ...]
    short: str = ""

    def option(self, option_id: str) -> Option:
        return next(option for option in self.options if option.id == option_id)


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """A few rules asked together on one screen; ``short`` names its gravest signs in a few words."""

    id: str
    stage: Literal["emergency", "same-day"]
    ask: str
    help: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Holds when any of the options was chosen for the question."""

    question: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A sign that decides how soon to get help.

    A rule with a ``group`` is asked; a rule with ``when`` follows from the answers (all of its matches must
    hold); a rule with neither is what holds when nothing else does. ``lifts`` moves the result up one level.
    ``also`` names answers that may be there too and take nothing from the rule.
    """

    id: str
    action: str
    sign: str
    why: Statement
    ages: AgeLimits = field(default_factory=AgeLimits)
    group: str = ""
    help: str = ""
    when: tuple[Match, ...] = ()
    also: tuple[Match, ...] = ()
    lifts: bool = False


@dataclass(frozen=True, slots=True)
class TriageAction:
    """What to do now. ``{emergency_number}`` in a text stands for the region's number."""

    id: str
    level: Urgency
    title: str
    short: str
    do: tuple[Statement, ...]
    say: str
    look_again: Statement


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of the evidence, each justified where it stands in the pack.

    ``frequency`` and ``background`` are probabilities (0 to 1), ``prior`` is in natural log units;
    ``well`` and ``partly`` are the least sums of evidence for those tiers.
    """

    frequency: Mapping[Frequency, float]
    background: float
    unmentioned: Frequency
    prior: Mapping[Commonness, float]
    age_outside: float
    well: float
    partly: float


@dataclass(frozen=True, slots=True)
class Expected:
    """``rule``: one that must decide. ``first_three``: conditions that must be among the first three."""

    level: Urgency
    rule: str = ""
    first_three: tuple[str, ...] = ()
    nothing_fits: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A family at the checklist. Signs that are not named were answered no; ``age_days`` is corrected."""

    id: str
    family: str
    expect: Expected
    age_days: int | None = None
    yes: tuple[str, ...] = ()
    cannot_tell: tuple[str, ...] = ()
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
