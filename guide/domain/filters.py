"""Choosing conditions by what a parent sees, and how many each further choice leaves."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from guide.domain.ages import Age, AgeLimits
from guide.domain.conditions import Commonness, Condition, Frequency
from guide.domain.pack import ContentPack

LOOK, PLACE, ITCH, CATCHING, RISE, AGE = "look", "place", "itch", "catching", "rise", "age"
NOW = "now"
"""The option of the age that follows the child's own age; without a known age it leaves everything."""

NO, PARTLY, YES = "no", "partly", "yes"
FLAT, RAISED = "flat", "raised"

_ASKED = (LOOK, PLACE, ITCH)
_OFTEN = (Frequency.ALWAYS, Frequency.USUAL)
_DAYS_A_MONTH = 365.25 / 12

AGE_BANDS = {
    "first-weeks": AgeLimits(before_days=29),
    "to-three-months": AgeLimits(from_days=29, before_days=91, before_months=3),
    "to-one-year": AgeLimits(from_days=91, from_months=3, before_days=365, before_months=12),
    "over-one-year": AgeLimits(from_days=365, from_months=12),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is chosen: facet id -> option ids. Within a facet one option is enough, and every facet counts."""

    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.chosen.values())

    def with_option(self, facet: str, option: str) -> "Filters":
        return Filters({**self.chosen, facet: self.chosen.get(facet, frozenset()) | {option}})

    def without_option(self, facet: str, option: str) -> "Filters":
        return Filters({**self.chosen, facet: self.chosen.get(facet, frozenset()) - {option}})

    def without_facet(self, facet: str) -> "Filters":
        return Filters({each: options for each, options in self.chosen.items() if each != facet})


@dataclass(frozen=True, slots=True)
class FacetOption:
    """``text`` is the pack's own; empty where the screen names the option by its id."""

    id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    id: str
    options: tuple[FacetOption, ...]


class Facets:
    """Everything that conditions can be chosen by; an id that no facet knows chooses nothing."""

    def __init__(self, pack: ContentPack) -> None:
        asked = [
            Facet(question.id, tuple(FacetOption(option.id, option.text) for option in question.options))
            for name in _ASKED
            for question in pack.questions
            if question.id == name
        ]
        self.facets: tuple[Facet, ...] = (
            *asked,
            _unnamed(CATCHING, (NO, PARTLY, YES)),
            _unnamed(RISE, (FLAT, RAISED)),
            _unnamed(AGE, (NOW, *AGE_BANDS)),
        )
        self._known = {facet.id: frozenset(option.id for option in facet.options) for facet in self.facets}
        self._traits = {condition.id: traits_of(condition) for condition in pack.conditions}

    def passing(
        self, conditions: Iterable[Condition], filters: Filters, age: Age | None
    ) -> tuple[Condition, ...]:
        """Those that fit every facet in which something is chosen, in the order given."""
        chosen = self._chosen(filters, age)
        return tuple(each for each in conditions if not _missed(self._options_of(each, age), chosen))

    def counts(
        self, conditions: Iterable[Condition], filters: Filters, age: Age | None
    ) -> Mapping[tuple[str, str], int]:
        """(facet, option) -> how many pass with this one chosen, the other facets staying as they are.

        ``now`` is only counted with a known age.
        """
        chosen = self._chosen(filters, age)
        ids = [(facet.id, option.id) for facet in self.facets for option in facet.options]
        counts = {each: 0 for each in ids if age is not None or each != (AGE, NOW)}
        for condition in conditions:
            has = self._options_of(condition, age)
            for each in _gained_by(has, chosen, counts):
                counts[each] += 1
        return counts

    def _chosen(self, filters: Filters, age: Age | None) -> dict[str, frozenset[str]]:
        """What is chosen and known; "now" says nothing while no age is known."""
        untold = frozenset[str]() if age is not None else frozenset({NOW})
        known = {
            each: (options & self._known.get(each, frozenset())) - untold
            for each, options in filters.chosen.items()
        }
        return {each: options for each, options in known.items() if options}

    def _options_of(self, condition: Condition, age: Age | None) -> frozenset[tuple[str, str]]:
        traits = self._traits.get(condition.id) or traits_of(condition)
        if age is not None and condition.ages.include(age):
            return traits | {(AGE, NOW)}
        return traits


def traits_of(condition: Condition) -> frozenset[tuple[str, str]]:
    """Every (facet, option) the condition has, whatever the child's age."""
    asked = {(name, option) for name in _ASKED for option in _often(condition.findings.get(name, {}))}
    bands = {(AGE, band) for band, limits in AGE_BANDS.items() if _overlap(limits, condition.ages)}
    return frozenset(
        asked | bands | {(CATCHING, catching_of(condition))} | {(RISE, each) for each in rise_of(condition)}
    )


def catching_of(condition: Condition) -> str:
    """The facts say it in words, and their first word decides: no, yes, or anything else such as hardly."""
    words = condition.glance.catching.text.casefold().replace(",", " ").replace(":", " ").split()
    return words[0] if words and words[0] in (NO, YES) else PARTLY


def rise_of(condition: Condition) -> frozenset[str]:
    """Flat, raised, or both where its marks differ or change; skin that is pale all over is flat."""
    marks = [mark for stage in condition.appearance.stages for mark in stage.lesions]
    pale = any(stage.skin.pale_all_over for stage in condition.appearance.stages)
    found = {FLAT if mark.elevation == "flat" else RAISED for mark in marks}
    return frozenset(found | ({FLAT} if pale else set()))


def by_fit_to_age(conditions: Iterable[Condition], age: Age | None) -> tuple[Condition, ...]:
    """Those seen at this age first, the commonest first; without a known age all by how common they are."""

    def place(condition: Condition) -> tuple[bool, int, str]:
        elsewhere = age is not None and not condition.ages.include(age)
        return elsewhere, _COMMONEST_FIRST[condition.commonness], condition.name

    return tuple(sorted(conditions, key=place))


def _unnamed(facet: str, options: Iterable[str]) -> Facet:
    return Facet(facet, tuple(FacetOption(option) for option in options))


def _often(findings: Mapping[str, Frequency]) -> list[str]:
    """What is seen as a rule; where nothing is, all that is seen at times, so that no filter hides it."""
    often = [option for option, frequency in findings.items() if frequency in _OFTEN]
    return often or [option for option, frequency in findings.items() if frequency is Frequency.SOMETIMES]


def _missed(has: frozenset[tuple[str, str]], chosen: Mapping[str, frozenset[str]]) -> list[str]:
    return [facet for facet, options in chosen.items() if not any((facet, each) in has for each in options)]


def _gained_by(
    has: frozenset[tuple[str, str]],
    chosen: Mapping[str, frozenset[str]],
    options: Iterable[tuple[str, str]],
) -> Iterator[tuple[str, str]]:
    """The options with which, chosen alone in their facet, a condition that has these passes."""
    missed = _missed(has, chosen)
    for facet, option in options:
        if (facet, option) in has and missed in ([], [facet]):
            yield facet, option


def _overlap(one: AgeLimits, other: AgeLimits) -> bool:
    """Two spans share an age exactly when one of them includes the start of the other."""
    return one.include(_start(other)) or other.include(_start(one))


def _start(limits: AgeLimits) -> Age:
    days = max(limits.from_days or 0, math.ceil((limits.from_months or 0) * _DAYS_A_MONTH))
    return Age(days, max(limits.from_months or 0, int(days / _DAYS_A_MONTH)))


_COMMONEST_FIRST = {commonness: rank for rank, commonness in enumerate(Commonness)}
