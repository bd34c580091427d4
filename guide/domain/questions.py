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
    """A few rules asked together on one screen; ``short`` names its gravest signs in a few words.

    ``gate`` is one plain question over all of them, asked with the brief words of each: whoever answers no
    has answered no to each. Without it every sign is asked by itself. ``measure``: a temperature can be
    written down here.
    """

    id: str
    stage: Literal["emergency", "same-day"]
    ask: str
    help: str
    short: str = ""
    gate: str = ""
    measure: Literal["", "temperature"] = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Holds when any of the options was chosen for the question."""

    question: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemperatureLimits:
    """From where to where a temperature counts, in °C: ``from_c`` is included, ``below_c`` is not."""

    from_c: float | None = None
    below_c: float | None = None

    def include(self, celsius: float) -> bool:
        reached = self.from_c is None or celsius >= self.from_c
        return reached and (self.below_c is None or celsius < self.below_c)


@dataclass(frozen=True, slots=True)
class Rule:
    """A sign that decides how soon to get help.

    A rule with a ``group`` is asked; a rule with ``when`` follows from the answers (all of its matches must
    hold); a rule with neither is what holds when nothing else does. ``lifts`` moves the result up one level.
    ``also`` names answers that may be there too and take nothing from the rule; any of ``unless`` takes it
    away. ``brief`` is the sign in a few words, for the list under its group's gate. ``asked_if``: asked only
    where these hold or were not answered. ``temperature``: a measured
    temperature that says yes to the sign.
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
    unless: tuple[Match, ...] = ()
    lifts: bool = False
    asked_if: tuple[Match, ...] = ()
    temperature: TemperatureLimits | None = None
    brief: str = ""


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
class AgeWeights:
    """What the child's age weighs: where most cases are, where some are, and where none was described."""

    usual: float
    seldom: float
    outside: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of the evidence, each justified where it stands in the pack.

    ``frequency``, ``background`` (question -> option) and ``usual_background`` are probabilities (0 to 1);
    ``prior``, ``age`` and ``none_of_these`` are in natural log units; ``well`` and ``partly`` are the least
    sums of evidence for those tiers. ``together`` are questions whose answers go together: of these the
    strongest counts whole, each other ``repeated`` (0 to 1) of it. ``no_evidence`` are questions that matter
    to how soon to get help and say nothing of what it can be.
    """

    frequency: Mapping[Frequency, float]
    background: Mapping[str, Mapping[str, float]]
    usual_background: float
    unmentioned: Frequency
    prior: Mapping[Commonness, float]
    age: AgeWeights
    none_of_these: float
    together: tuple[tuple[str, ...], ...]
    repeated: float
    no_evidence: tuple[str, ...]
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
    """A family at the checklist. Signs that are not named were answered no; ``age_days`` is corrected.

    ``condition`` is what it was ("none": nothing that has a page), ``skin`` what tone of skin it was on.
    """

    id: str
    family: str
    expect: Expected
    age_days: int | None = None
    temperature_c: float | None = None
    condition: str = ""
    skin: Literal["", "light", "brown", "black"] = ""
    yes: tuple[str, ...] = ()
    cannot_tell: tuple[str, ...] = ()
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
