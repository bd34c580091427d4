"""What can look like this: for each condition a sum of log-likelihood ratios, every number from the pack."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from guide.domain.checklist.answers import Answers
from guide.domain.pack import ContentPack
from guide.domain.questions import Weights

AGE_REASON = "age"
NONE_OF_THESE = "none-of-these"
"""Stands among the candidates for whatever has no page. Nothing speaks for it or against it."""


class Tier(StrEnum):
    WELL = "well"
    PARTLY = "partly"
    LITTLE = "little"


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: a question's answers, or the age. ``weight`` in natural log units."""

    question: str
    options: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """``score`` is the sum of the weights and of how common the condition is, in natural log units.

    ``said`` is what was answered, the same for all candidates; ``weights`` is what each of it weighs here.
    """

    condition: str
    tier: Tier
    score: float
    said: tuple[tuple[str, tuple[str, ...]], ...]
    weights: tuple[float, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        found = zip(self.said, self.weights, strict=True)
        return tuple(Reason(question, options, weight) for (question, options), weight in found)

    @property
    def speaks_for(self) -> tuple[Reason, ...]:
        """The weightiest first."""
        found = [reason for reason in self.reasons if reason.weight > 0]
        return tuple(sorted(found, key=lambda reason: -reason.weight))

    @property
    def speaks_against(self) -> tuple[Reason, ...]:
        """The weightiest first."""
        found = [reason for reason in self.reasons if reason.weight < 0]
        return tuple(sorted(found, key=lambda reason: reason.weight))


def rank(pack: ContentPack, answers: Answers) -> tuple[Candidate, ...]:
    """Every condition that may be offered, and "none of these", the best fit first; equal ones by name."""
    said = tuple(_said(pack, answers))
    table = pack.likelihoods
    columns = [table.column(question, options) for question, options in said]
    together = _together(pack.weights, [question for question, _ in said])
    if answers.age is not None:
        columns.append(table.age_column(answers.age))
        said = (*said, (AGE_REASON, ()))
    found = [_none_of_these(pack.weights)]
    anything_seen = any(question != AGE_REASON for question, _ in said)
    for index, condition in enumerate(table.conditions):
        weights = [column[index] for column in columns]
        _count_once(weights, together, pack.weights.repeated)
        evidence = math.fsum(weights)
        tier = _tier(pack.weights, evidence) if anything_seen else Tier.LITTLE
        score = evidence + table.priors[index]
        found.append(Candidate(condition.id, tier, score, said, tuple(weights)))
    return tuple(sorted(found, key=lambda each: (-each.score, table.order.get(each.condition, -1))))


def _said(pack: ContentPack, answers: Answers) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The answered questions that are evidence, with their chosen options, both in the pack's order."""
    for question in pack.likelihoods.questions:
        chosen = answers.of(question.id)
        options = tuple(option.id for option in question.options if option.id in chosen)
        if options:
            yield question.id, options


def _together(weights: Weights, questions: Sequence[str]) -> list[list[int]]:
    """Where, among the answered questions, those stand that tell of the same thing."""
    groups = [[questions.index(each) for each in group if each in questions] for group in weights.together]
    return [group for group in groups if len(group) > 1]


def _count_once(weights: list[float], groups: Sequence[Sequence[int]], repeated: float) -> None:
    """Of findings that go together the strongest counts whole, the others in part."""
    for places in groups:
        strongest = max(places, key=lambda place: abs(weights[place]))
        for place in places:
            if place != strongest:
                weights[place] *= repeated


def _none_of_these(weights: Weights) -> Candidate:
    return Candidate(NONE_OF_THESE, Tier.LITTLE, weights.none_of_these, (), ())


def _tier(weights: Weights, evidence: float) -> Tier:
    if evidence >= weights.well:
        return Tier.WELL
    return Tier.PARTLY if evidence >= weights.partly else Tier.LITTLE
