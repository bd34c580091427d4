"""Checks of the lines of rules and groups that change when a sign is asked and when a rule holds."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from guide.content.files import DangerSigns
from guide.content.pieces import Piece, Pieces
from guide.content.problems import Problem
from guide.domain.conditions import Urgency
from guide.domain.questions import Question, Rule, RuleGroup

_ALWAYS_ASKED = (Urgency.SAME_DAY, Urgency.EMERGENCY)


def rules_can_fire(pieces: Pieces) -> Iterator[Problem]:
    piece = pieces.danger_signs
    if piece is None:
        return
    for number, rule in enumerate(piece.value.rules):
        if rule.group and rule.when:
            words = "a rule that is asked (it has a 'group') never looks at 'when'; make two rules of it."
            yield piece.key_problem(("rules", number, "when"), words)
        if rule.lifts and not rule.group:
            words = "'lifts' works only for a rule that is asked; give it a 'group' or delete this line."
            yield piece.key_problem(("rules", number, "lifts"), words)
        if _contradicts_itself(rule, _single(pieces)):
            words = "this can never hold: it wants two answers where only one may be chosen."
            yield piece.key_problem(("rules", number, "when"), words)
        for place in _always_lost(rule, _single(pieces)):
            words = "the rule can never hold: each answer that its 'when' wants takes it away here."
            yield piece.problem(("rules", number, "unless", place), words)


def _single(pieces: Pieces) -> set[str]:
    questions: Sequence[Question] = pieces.checklist.value.questions if pieces.checklist else ()
    return {question.id for question in questions if question.choose == "one"}


def _contradicts_itself(rule: Rule, single: set[str]) -> bool:
    return any(
        one.question == other.question and one.question in single and not set(one.any_of) & set(other.any_of)
        for one, other in combinations(rule.when, 2)
    )


def _always_lost(rule: Rule, single: set[str]) -> Iterator[int]:
    """The places in ``unless`` that hold whenever ``when`` does."""
    for place, match in enumerate(rule.unless):
        wanted = [set(each.any_of) for each in rule.when if each.question == match.question]
        if match.question in single and wanted:
            wanted = [set.intersection(*wanted)]
        if any(answers and answers <= set(match.any_of) for answers in wanted):
            yield place


def lines_of_rules_have_an_effect(pieces: Pieces) -> Iterator[Problem]:
    """What stands where nothing looks at it would be taken for a rule that works."""
    piece = pieces.danger_signs
    if piece is None:
        return
    for number, rule in enumerate(piece.value.rules):
        for name, words in _without_effect(rule, _level_of(piece.value, rule)):
            yield piece.key_problem(("rules", number, name), words)


def _without_effect(rule: Rule, level: Urgency | None) -> Iterator[tuple[str, str]]:
    if rule.temperature and not rule.group:
        yield "temperature", "'temperature' works only for a rule that is asked; give it a 'group'."
    if rule.asked_if and not rule.group:
        yield "asked_if", "'asked_if' works only for a rule that is asked; give it a 'group'."
    elif rule.asked_if and level in _ALWAYS_ASKED:
        yield "asked_if", f"a sign of the level '{level}' is always asked; delete these lines."
    if not rule.when and level is not Urgency.HOME:
        for name in ("unless", "also"):
            if getattr(rule, name):
                yield name, f"'{name}' works only beside 'when', or in a home rule; delete these lines."


def _level_of(signs: DangerSigns, rule: Rule) -> Urgency | None:
    """None where the action is misspelt, which is reported as such."""
    return next((action.level for action in signs.actions if action.id == rule.action), None)


def gates_and_measuring_are_where_they_work(pieces: Pieces) -> Iterator[Problem]:
    """Each emergency sign is read by itself; one thermometer is asked for once on the way."""
    piece = pieces.danger_signs
    if piece is None:
        return
    measuring: dict[str, str] = {}
    for number, group in enumerate(piece.value.groups):
        if group.gate and group.stage == "emergency":
            words = "each emergency sign is asked by itself; delete this line."
            yield piece.key_problem(("groups", number, "gate"), words)
        yield from _unlisted(piece, group)
        if group.measure and measuring.setdefault(group.stage, group.id) != group.id:
            words = f"the group '{measuring[group.stage]}' of this stage measures already; delete this line."
            yield piece.key_problem(("groups", number, "measure"), words)


def _unlisted(piece: Piece[DangerSigns], group: RuleGroup) -> Iterator[Problem]:
    """Whoever answers a gate with no must have read every sign behind it, or the gate says them all."""
    rules = [(number, rule) for number, rule in enumerate(piece.value.rules) if rule.group == group.id]
    listed = [rule for _, rule in rules if rule.brief]
    for number, rule in rules:
        if listed and group.gate and not rule.brief:
            words = "the other signs behind this gate are listed in brief words; add a line 'brief: …'."
            yield piece.key_problem(("rules", number, "id"), words)
        if rule.brief and not group.gate:
            words = "'brief' is read only under a gate; delete this line."
            yield piece.key_problem(("rules", number, "brief"), words)
