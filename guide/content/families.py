"""The worked families: each strict one comes out as expected, and together they leave nothing out."""

from collections.abc import Iterator

from guide.content.files import CASES
from guide.content.pieces import Pieces
from guide.content.problems import Problem
from guide.domain.cases import failures
from guide.domain.pack import ContentPack


def problems_of_families(pieces: Pieces, pack: ContentPack) -> list[Problem]:
    """For a pack without other problems."""
    return sorted([*_surprises(pieces, pack), *_left_out(pack)])


def _surprises(pieces: Pieces, pack: ContentPack) -> Iterator[Problem]:
    for piece in pieces.strict_cases:
        for number, case in enumerate(piece.value.cases):
            for failure in failures(case, pack):
                words = f"the family {case.id!r} does not come out as expected: {failure}."
                yield piece.problem(("cases", number), words)


def _left_out(pack: ContentPack) -> Iterator[Problem]:
    fitting = {condition for case in pack.cases for condition in case.expect.first_three}
    deciding = {rule for case in pack.cases for rule in (*case.yes, *case.cannot_tell, case.expect.rule)}
    for condition in pack.conditions:
        if condition.matched and condition.id not in fitting:
            yield _missing(f"no family has '{condition.id}' under 'first_three'; add one that looks like it.")
    for rule in pack.rules:
        if rule.id not in deciding:
            yield _missing(f"no family is for the rule '{rule.id}'; add one that it decides for.")


def _missing(words: str) -> Problem:
    return Problem(CASES.rstrip("/"), 1, 1, words)
