"""Checks of the numbers of the evidence: each in its bounds, each for something that is asked."""

import math
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from guide.content.named import answers_exist, options_of, unknown
from guide.content.pieces import Piece, Pieces
from guide.content.problems import Problem
from guide.content.tree import Steps
from guide.domain.conditions import Commonness, Frequency
from guide.domain.likelihoods import background
from guide.domain.questions import Question, Weights

LEAST_SUM, MOST_SUM = 0.9, 1.1
"""What the shares of answers that exclude each other may sum to: 1, and room for rounding."""


def weights_are_complete(pieces: Pieces) -> Iterator[Problem]:
    if pieces.weights is None:
        return
    yield from _missing(pieces.weights, "frequency", Frequency)
    yield from _missing(pieces.weights, "prior", Commonness)


def _missing(piece: Piece[Weights], name: str, words: type[StrEnum]) -> Iterator[Problem]:
    for word in words:
        if word not in getattr(piece.value, name):
            yield piece.key_problem((name,), f"'{word}' is missing in this table; add a line '{word}: …'.")


def weights_are_in_bounds(pieces: Pieces) -> Iterator[Problem]:
    """Logarithms are taken of these, so 0 is out as well."""
    if pieces.weights is None:
        return
    piece, weights = pieces.weights, pieces.weights.value
    for steps, number in _shares(weights):
        if not 0 < number <= 1:
            yield piece.problem(steps, f"this share must be above 0 and at most 1, found {number:g}.")
    if weights.partly > weights.well:
        yield piece.problem(("partly",), "'partly' must not be more than 'well'.")


def _shares(weights: Weights) -> Iterator[tuple[Steps, float]]:
    for word, share in weights.frequency.items():
        yield ("frequency", str(word)), share
    for question, table in weights.background.items():
        for option, share in table.items():
            yield ("background", question, option), share
    yield ("usual_background",), weights.usual_background
    yield ("repeated",), weights.repeated


def frequencies_fall(pieces: Pieces) -> Iterator[Problem]:
    """``always`` stands for more than ``usual``, and so on down."""
    if pieces.weights is None:
        return
    table = pieces.weights.value.frequency
    known = [word for word in Frequency if word in table]
    for more, less in pairwise(known):
        if table[more] <= table[less]:
            yield pieces.weights.problem(("frequency", str(less)), f"'{less}' must be less than '{more}'.")


def age_weights_fall(pieces: Pieces) -> Iterator[Problem]:
    """``usual`` weighs at least as much as ``seldom``, and that at least as much as ``outside``."""
    if pieces.weights is None:
        return
    age = pieces.weights.value.age
    for more, less in (("usual", "seldom"), ("seldom", "outside")):
        if getattr(age, less) > getattr(age, more):
            yield pieces.weights.problem(("age", less), f"'{less}' must not be more than '{more}'.")


def weights_name_what_is_asked(pieces: Pieces) -> Iterator[Problem]:
    piece, options = pieces.weights, options_of(pieces)
    if piece is None or options is None:
        return
    for question, table in piece.value.background.items():
        yield from answers_exist(piece, ("background", question), table, options, of_keys=True)
    what = "there is no question"
    for number, question in enumerate(piece.value.no_evidence):
        yield from unknown(piece, ("no_evidence", number), question, what, options)
    for number, group in enumerate(piece.value.together):
        for place, question in enumerate(group):
            yield from unknown(piece, ("together", number, place), question, what, options)


def questions_go_together_once(pieces: Pieces) -> Iterator[Problem]:
    """A question in two groups would be counted down twice."""
    if pieces.weights is None:
        return
    seen: set[str] = set()
    for number, group in enumerate(pieces.weights.value.together):
        for place, question in enumerate(group):
            if question in seen:
                words = f"'{question}' stands in this list twice; keep it in one group, once."
                yield pieces.weights.problem(("together", number, place), words)
            seen.add(question)
        if len(group) == 1:
            words = "one question alone has nothing to go together with; add another or delete the group."
            yield pieces.weights.problem(("together", number), words)


def backgrounds_sum_to_one(pieces: Pieces) -> Iterator[Problem]:
    """Where only one answer may be chosen, some answer is given by everyone who answers."""
    if pieces.weights is None or pieces.checklist is None:
        return
    weights = pieces.weights.value
    for question in pieces.checklist.value.questions:
        if question.choose == "one" and question.id not in weights.no_evidence:
            total = _sum_of_backgrounds(weights, question)
            if not LEAST_SUM <= total <= MOST_SUM:
                words = (
                    f"only one answer may be chosen for '{question.id}', so its shares must sum to about 1"
                )
                at: Steps = ("background", question.id)
                yield pieces.weights.key_problem(at, f"{words}; they sum to {total:.3g}.")


def _sum_of_backgrounds(weights: Weights, question: Question) -> float:
    return math.fsum(background(weights, question.id, option.id) for option in question.options)
