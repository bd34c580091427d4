"""What the content pack says about skin conditions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from guide.domain.ages import AgeLimits
from guide.domain.lesions import Stage


class Urgency(StrEnum):
    """How soon to get help, from the least to the most urgent."""

    HOME = "home"
    ROUTINE = "routine"
    SAME_DAY = "same-day"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        return list(Urgency).index(self)

    def raised(self) -> "Urgency":
        """One level up, or the same at the top."""
        return list(Urgency)[min(self.rank + 1, len(Urgency) - 1)]


class Frequency(StrEnum):
    """How often a finding occurs in a condition, in the words the pack's authors use."""

    ALWAYS = "always"
    USUAL = "usual"
    SOMETIMES = "sometimes"
    RARE = "rare"
    NEVER = "never"


class Commonness(StrEnum):
    """How common a condition is among children of the ages it occurs at."""

    VERY_COMMON = "very-common"
    COMMON = "common"
    UNCOMMON = "uncommon"
    RARE = "rare"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement was read. ``address`` only where it is the organisation's own page."""

    id: str
    organisation: str
    title: str
    seen: str
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something a parent reads, and the ids of the sources it rests on."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """How it looks: stages to draw, and words for light, brown and black skin.

    ``typical`` is the id of the stage that stands for the condition in lists; empty for the first one.
    """

    stages: tuple[Stage, ...]
    on_light_skin: Statement
    on_brown_skin: Statement
    on_black_skin: Statement
    typical: str = ""

    @property
    def typical_stage(self) -> Stage:
        named = (stage for stage in self.stages if stage.id == self.typical)
        return next(named, self.stages[0])


@dataclass(frozen=True, slots=True)
class Glance:
    """The facts at a glance, each a few words."""

    age: Statement
    where: Statement
    feel: Statement
    itch: Statement
    catching: Statement
    lasts: Statement


@dataclass(frozen=True, slots=True)
class CallSign:
    """A sign that means: get help, this soon."""

    level: Urgency
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Another condition it is mixed up with, and the one difference that tells."""

    id: str
    tell_apart: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something often said online, and what is right. ``conditions``: the pages it belongs to."""

    id: str
    claim: str
    verdict: Literal["unsafe", "wrong", "unproven", "partly-right", "right"]
    fact: Statement
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossaryWord:
    """A word explained where it stands; ``forms`` are other spellings and plurals of it."""

    id: str
    word: str
    meaning: Statement
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """One page of the guide.

    ``ages`` is when it is seen, ``usual_ages`` when most cases are, ``findings`` is question id -> option id
    -> how often. Where ``matched`` is false the page exists but is never offered as something that fits.
    """

    id: str
    name: str
    say: str
    parents_names: tuple[str, ...]
    one_line: str
    gist: Statement
    urgency: Urgency
    matched: bool
    commonness: Commonness
    ages: AgeLimits
    glance: Glance
    begins: Statement
    symptoms: Statement
    appearance: Appearance
    see_doctor: tuple[CallSign, ...]
    helps: tuple[Statement, ...]
    do_not: tuple[Statement, ...]
    course: Statement
    cause: Statement
    how_common: Statement
    childcare: Statement
    professional: Statement
    look_alikes: tuple[LookAlike, ...]
    questions: tuple[str, ...]
    findings: Mapping[str, Mapping[str, Frequency]]
    usual_ages: AgeLimits = field(default_factory=AgeLimits)

    @property
    def is_grave(self) -> bool:
        return self.urgency is Urgency.EMERGENCY

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Every source the page rests on, once each, in the order it is read."""
        statements: list[Statement | CallSign | LookAlike] = [
            *self.see_doctor,
            self.gist,
            *(getattr(self.glance, name) for name in Glance.__slots__),
            *self.helps,
            *self.do_not,
            *self.look_alikes,
            self.appearance.on_light_skin,
            self.appearance.on_brown_skin,
            self.appearance.on_black_skin,
            self.begins,
            self.symptoms,
            self.course,
            self.cause,
            self.how_common,
            self.childcare,
            self.professional,
        ]
        return tuple(dict.fromkeys(source for item in statements for source in item.sources))
