"""A content pack: everything medical the program shows or decides with."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from guide.domain.ages import Age
from guide.domain.conditions import Claim, Condition, GlossaryWord, Source, Urgency
from guide.domain.likelihoods import Likelihoods
from guide.domain.questions import Case, Match, Question, Rule, RuleGroup, TriageAction, Weights


@dataclass(frozen=True, slots=True)
class Region:
    """A country's numbers and units. Empty text means: not known, do not show."""

    id: str
    name: str
    emergency_number: str
    emergency_words: str
    advice: str
    poison: str
    temperature: Literal["C", "F"]
    length: Literal["mm", "in"]
    paper: Literal["A4", "Letter"]
    checked: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyRegion:
    """A named part of the body map: an ellipse in a box 100 wide and 200 high, as one looks at the picture.

    ``place`` is the option of the checklist's question about the place that this part answers.
    """

    id: str
    name: str
    view: str
    place: str
    x: float
    y: float
    rx: float
    ry: float


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What the pack says of itself. ``front_page``: the conditions shown on Home, by id."""

    id: str
    title: str
    language: str
    version: str
    schema: int
    reviewed_on: str
    review_by: str
    reviewed_by: str
    review_words: str
    front_page: tuple[str, ...] = ()


@dataclass(frozen=True)
class ContentPack:
    """``not_at_home``: answers with which no child is cared for at home, unless the home rule names them.

    ``most_questions``: how many questions about the spots one check asks at most.
    """

    info: PackInfo
    conditions: tuple[Condition, ...]
    questions: tuple[Question, ...]
    groups: tuple[RuleGroup, ...]
    rules: tuple[Rule, ...]
    actions: tuple[TriageAction, ...]
    weights: Weights
    sources: tuple[Source, ...]
    regions: tuple[Region, ...]
    body: tuple[BodyRegion, ...]
    cases: tuple[Case, ...] = ()
    claims: tuple[Claim, ...] = ()
    glossary: tuple[GlossaryWord, ...] = ()
    not_at_home: tuple[Match, ...] = ()
    most_questions: int = 12

    @cached_property
    def condition(self) -> Mapping[str, Condition]:
        return {condition.id: condition for condition in self.conditions}

    @cached_property
    def question(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def action(self) -> Mapping[str, TriageAction]:
        return {action.id: action for action in self.actions}

    @cached_property
    def rule(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def rules_by_age(self) -> dict[Age | None, tuple[Rule, ...]]:
        """Filled as ages are asked for: one check asks for the rules of one age many times."""
        return {}

    @cached_property
    def likelihoods(self) -> Likelihoods:
        return Likelihoods(self.conditions, self.questions, self.weights)

    @property
    def emergency_words(self) -> str:
        """The emergency signs in one line, a few words for each group."""
        said = " · ".join(group.short for group in self.groups if group.stage == "emergency" and group.short)
        return said[:1].upper() + said[1:]

    def for_front_page(self) -> list[Condition]:
        """Those the pack names for Home; if it names none, the ones that may be offered."""
        named = [self.condition[each] for each in self.info.front_page]
        return named or [condition for condition in self.conditions if condition.matched]

    def short_words(self, level: Urgency) -> str:
        """How this urgency is said in a word or two; the mildest action of the level has the name."""
        return [action.short for action in self.actions if action.level is level][-1]

    def region(self, region_id: str) -> Region:
        """The family's region, or the first one (country not known) where the id is unknown."""
        return next((region for region in self.regions if region.id == region_id), self.regions[0])
