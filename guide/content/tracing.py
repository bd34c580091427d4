"""Where each number of a result stands in the files, worked out once more from those lines alone."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guide.content.files import Checklist
from guide.content.pieces import Piece, Pieces
from guide.content.tree import find
from guide.domain.checklist import Answers
from guide.domain.conditions import Condition
from guide.domain.questions import Question, Weights


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands, such as ``weights.yaml:12``."""

    value: float
    at: str


@dataclass(frozen=True, slots=True)
class OptionTrace:
    """``on_page``: the page names it, else it is "unmentioned". ``total``: 1 where many may be chosen."""

    option: str
    word: str
    word_at: str
    on_page: bool
    frequency: Number
    total: float
    background: Number

    @property
    def ratio(self) -> float:
        return math.log(self.frequency.value / self.total / self.background.value)


@dataclass(frozen=True, slots=True)
class QuestionTrace:
    """``repeated``: what it counts of itself, where ``stronger``, which goes with it, counts whole."""

    question: str
    options: tuple[OptionTrace, ...]
    repeated: Number | None = None
    stronger: str = ""
    together_at: str = ""

    @property
    def whole(self) -> float:
        return math.fsum(option.ratio for option in self.options) / math.sqrt(len(self.options))

    @property
    def weight(self) -> float:
        return self.whole * self.repeated.value if self.repeated else self.whole


@dataclass(frozen=True, slots=True)
class AgeTrace:
    """``word`` is the line of the weights; the places are of the page, empty where it leaves the line out."""

    word: str
    weight: Number
    ages_at: str
    usual_at: str


@dataclass(frozen=True, slots=True)
class CandidateTrace:
    """Everything one condition's score is made of."""

    condition: str
    questions: tuple[QuestionTrace, ...]
    age: AgeTrace | None
    commonness: str
    commonness_at: str
    prior: Number

    @property
    def evidence(self) -> float:
        return math.fsum(
            [*(each.weight for each in self.questions), self.age.weight.value if self.age else 0]
        )

    @property
    def score(self) -> float:
        return self.evidence + self.prior.value


def trace_candidate(pieces: Pieces, answers: Answers, condition_id: str) -> CandidateTrace:
    """Only for pieces without problems: then every file is there."""
    if pieces.weights is None or pieces.checklist is None:
        raise ValueError("a pack with a missing file has no numbers to follow")
    page = next(piece for piece in pieces.conditions if piece.value.id == condition_id)
    return _Tracer(page, pieces.weights, pieces.checklist).trace(answers)


def place(piece: Piece[Any], *steps: str | int) -> str:
    """``file:line``, or nothing where that line is left out."""
    holder = find(piece.tree, steps[:-1])
    there = steps[-1] in holder if isinstance(holder, dict) else True
    return f"{piece.file}:{piece.line(steps)}" if there else ""


class _Tracer:
    """Follows one page."""

    def __init__(self, page: Piece[Condition], weights: Piece[Weights], checklist: Piece[Checklist]) -> None:
        self._page = page
        self._weights = weights
        self._checklist = checklist

    def trace(self, answers: Answers) -> CandidateTrace:
        page, weights = self._page.value, self._weights.value
        evidence = [each for each in self._checklist.value.questions if each.id not in weights.no_evidence]
        asked = [self._question(each, answers) for each in evidence if answers.of(each.id)]
        return CandidateTrace(
            condition=page.id,
            questions=tuple(self._counted_once(asked)),
            age=self._age(answers),
            commonness=page.commonness,
            commonness_at=place(self._page, "commonness"),
            prior=self._number(weights.prior[page.commonness], "prior", page.commonness),
        )

    def _question(self, question: Question, answers: Answers) -> QuestionTrace:
        shares = {option.id: self._frequency(question.id, option.id) for option in question.options}
        total = math.fsum(each.value for *_, each in shares.values()) if question.choose == "one" else 1.0
        chosen = [option.id for option in question.options if option.id in answers.of(question.id)]
        options = (
            OptionTrace(option, *shares[option], total, self._background(question.id, option))
            for option in chosen
        )
        return QuestionTrace(question.id, tuple(options))

    def _frequency(self, question: str, option: str) -> tuple[str, str, bool, Number]:
        """The word, where it stands, whether that is on the page, and what it counts for."""
        weights = self._weights.value
        word = self._page.value.findings.get(question, {}).get(option)
        at = place(self._page, "findings", question, option) if word else place(self._weights, "unmentioned")
        used = word or weights.unmentioned
        return used, at, word is not None, self._number(weights.frequency[used], "frequency", used)

    def _background(self, question: str, option: str) -> Number:
        weights = self._weights.value
        if option in weights.background.get(question, {}):
            return self._number(weights.background[question][option], "background", question, option)
        return self._number(weights.usual_background, "usual_background")

    def _counted_once(self, asked: Sequence[QuestionTrace]) -> Iterator[QuestionTrace]:
        weights = self._weights.value
        repeated = self._number(weights.repeated, "repeated")
        changed: dict[str, QuestionTrace] = {}
        for number, group in enumerate(weights.together):
            there = [each for name in group for each in asked if each.question == name]
            strongest = max(there, key=lambda each: abs(each.whole), default=None)
            for each in there:
                if strongest and each is not strongest:
                    at = place(self._weights, "together", number)
                    weaker = replace(each, repeated=repeated, stronger=strongest.question, together_at=at)
                    changed[each.question] = weaker
        return (changed.get(each.question, each) for each in asked)

    def _age(self, answers: Answers) -> AgeTrace | None:
        if answers.age is None:
            return None
        page, weights = self._page.value, self._weights.value.age
        word, weight = "outside", weights.outside
        if page.ages.include(answers.age):
            usual = page.usual_ages.include(answers.age)
            word, weight = ("usual", weights.usual) if usual else ("seldom", weights.seldom)
        places = place(self._page, "ages"), place(self._page, "usual_ages")
        return AgeTrace(word, self._number(weight, "age", word), *places)

    def _number(self, value: float, *steps: str) -> Number:
        return Number(value, place(self._weights, *steps))
