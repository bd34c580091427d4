"""Checks of the worked families, line by line: what they answer can be answered, what they name is there."""

from collections.abc import Iterator

from guide.content.named import answers_exist, known_ids, options_of, unknown, unknown_in
from guide.content.pieces import Pieces
from guide.content.problems import Problem, quoted
from guide.domain.accuracy import NO_PAGE
from guide.domain.questions import Case, Expected


def case_ids_appear_once(pieces: Pieces) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for piece in pieces.cases:
        for number, case in enumerate(piece.value.cases):
            if first.setdefault(case.id, piece.file) != piece.file:
                words = f"the id {quoted(case.id)} is used in {first[case.id]} too; give one another id."
                yield piece.problem(("cases", number, "id"), words)


def cases_name_what_exists(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.cases:
        for steps, expect in piece.each(Expected):
            at = (*steps, "first_three")
            yield from unknown_in(
                piece, at, expect.first_three, "there is no condition", pieces.condition_ids
            )
            if expect.rule and pieces.danger_signs:
                rules = known_ids(pieces.danger_signs.value.rules)
                yield from unknown(piece, (*steps, "rule"), expect.rule, "there is no rule", rules)


def cases_answer_what_is_asked(pieces: Pieces) -> Iterator[Problem]:
    options, signs = options_of(pieces), pieces.danger_signs
    asked = known_ids(rule for rule in signs.value.rules if rule.group) if signs else None
    for piece in pieces.cases:
        for steps, case in piece.each(Case):
            yield from unknown_in(piece, (*steps, "yes"), case.yes, "no rule that is asked has the id", asked)
            yield from unknown_in(
                piece, (*steps, "cannot_tell"), case.cannot_tell, "no rule that is asked has the id", asked
            )
            for question, chosen in case.chosen.items():
                if options is not None:
                    yield from answers_exist(piece, (*steps, "chosen", question), chosen, options)


def cases_choose_as_asked(pieces: Pieces) -> Iterator[Problem]:
    if pieces.checklist is None:
        return
    single = {each.id for each in pieces.checklist.value.questions if each.choose == "one"}
    for piece in pieces.cases:
        for steps, case in piece.each(Case):
            for question, chosen in case.chosen.items():
                if question in single and len(set(chosen)) > 1:
                    words = f"only one answer may be chosen for '{question}'."
                    yield piece.problem((*steps, "chosen", question), words)


def cases_say_what_it_was(pieces: Pieces) -> Iterator[Problem]:
    """A measured family is there to find out whether its condition is found."""
    unoffered = {piece.value.id for piece in pieces.conditions if not piece.value.matched}
    known = [*pieces.condition_ids, NO_PAGE]
    for piece in pieces.cases:
        for steps, case in piece.each(Case):
            at = (*steps, "condition")
            if case.condition:
                yield from unknown(piece, at, case.condition, "there is no condition", known)
            elif piece.value.measured:
                words = "a measured family must say what it was; add a line 'condition: …', or 'none'."
                yield piece.problem(steps, words)
            if case.condition in unoffered:
                words = f"'{case.condition}' is never offered ('matched: false'); write '{NO_PAGE}' instead."
                yield piece.problem(at, words)
