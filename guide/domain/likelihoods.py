"""The likelihood ratio of every answer in every condition, worked out once for a pack.

The ratio is how often the answer is given in the condition, over how often parents give it whatever the
cause. All of it comes from numbers of the pack; ratios are in natural log units.
"""

import math
from collections.abc import Iterable, Sequence

from guide.domain.ages import Age
from guide.domain.conditions import Condition
from guide.domain.questions import Question, Weights


class Likelihoods:
    """``conditions`` are those that may be offered; every column has one number for each, in this order."""

    def __init__(
        self, conditions: Iterable[Condition], questions: Sequence[Question], weights: Weights
    ) -> None:
        self._weights = weights
        self.conditions = [condition for condition in conditions if condition.matched]
        by_name = sorted(self.conditions, key=lambda condition: condition.name)
        self.order = {condition.id: number for number, condition in enumerate(by_name)}
        self.priors = [weights.prior[condition.commonness] for condition in self.conditions]
        self.questions = [question for question in questions if question.id not in weights.no_evidence]
        self._shares = {
            (question.id, condition.id): shares(weights, condition, question)
            for question in self.questions
            for condition in self.conditions
        }
        self._ratios = {
            (question.id, option.id): self._ratios_of(question, number)
            for question in self.questions
            for number, option in enumerate(question.options)
        }

    def column(self, question: str, options: Sequence[str]) -> list[float]:
        """The sum over the chosen options, over the root of how many: answers to one question go together."""
        columns = [self._ratios[question, option] for option in options]
        if len(columns) == 1:
            return columns[0]
        root = math.sqrt(len(columns))
        return [math.fsum(ratios) / root for ratios in zip(*columns, strict=True)]

    def age_column(self, age: Age) -> list[float]:
        return [age_ratio(self._weights, condition, age) for condition in self.conditions]

    def shares_of(self, question: Question, condition_id: str) -> Sequence[float]:
        """How often each option is given in the condition; of anything without a page, as often as ever."""
        known = self._shares.get((question.id, condition_id))
        return known or [background(self._weights, question.id, option.id) for option in question.options]

    def _ratios_of(self, question: Question, number: int) -> list[float]:
        usual = background(self._weights, question.id, question.options[number].id)
        return [
            math.log(self._shares[question.id, condition.id][number] / usual) for condition in self.conditions
        ]


def shares(weights: Weights, condition: Condition, question: Question) -> tuple[float, ...]:
    """How often each option is given in the condition, 0 to 1, in the order of the options.

    Where only one answer may be chosen they are made to sum to 1.
    """
    known = condition.findings.get(question.id, {})
    found = [weights.frequency[known.get(option.id, weights.unmentioned)] for option in question.options]
    total = math.fsum(found) if question.choose == "one" else 1.0
    return tuple(share / total for share in found)


def background(weights: Weights, question: str, option: str) -> float:
    """How often parents give the answer whatever the cause, 0 to 1."""
    return weights.background.get(question, {}).get(option, weights.usual_background)


def age_ratio(weights: Weights, condition: Condition, age: Age) -> float:
    """In natural log units: what this age says for or against the condition."""
    if not condition.ages.include(age):
        return weights.age.outside
    return weights.age.usual if condition.usual_ages.include(age) else weights.age.seldom
