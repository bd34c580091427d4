"""Checks that the rules of triage can work: each can fire, each level has something to do."""

from collections.abc import Iterator
from itertools import combinations

from guide.content.files import DangerSigns
from guide.content.pieces import Piece, Pieces
from guide.content.problems import Problem
from guide.domain.ages import AgeLimits
from guide.domain.conditions import Urgency
from guide.domain.questions import Rule

MOST_EMERGENCY_GROUPS = 6
"""More screens than these before the first answer, and a frightened parent stops reading."""


def levels_have_actions(pieces: Pieces) -> Iterator[Problem]:
    if pieces.danger_signs is None:
        return
    there = {action.level for action in pieces.danger_signs.value.actions}
    for level in Urgency:
        if level not in there:
            words = f"no action has the level '{level}'; add one, so that a parent is told what to do."
            yield pieces.danger_signs.key_problem(("actions",), words)


def groups_have_rules(pieces: Pieces) -> Iterator[Problem]:
    if pieces.danger_signs is None:
        return
    used = {rule.group for rule in pieces.danger_signs.value.rules}
    for number, group in enumerate(pieces.danger_signs.value.groups):
        if group.id not in used:
            words = f"no rule belongs to the group '{group.id}'; add a rule or delete the group."
            yield pieces.danger_signs.problem(("groups", number, "id"), words)


def emergency_groups_are_few(pieces: Pieces) -> Iterator[Problem]:
    if pieces.danger_signs is None:
        return
    groups = pieces.danger_signs.value.groups
    numbers = [number for number, group in enumerate(groups) if group.stage == "emergency"]
    if len(numbers) > MOST_EMERGENCY_GROUPS:
        words = f"{len(numbers)} emergency groups are too many; join some, {MOST_EMERGENCY_GROUPS} at most."
        yield pieces.danger_signs.problem(("groups", numbers[MOST_EMERGENCY_GROUPS], "stage"), words)


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
        if _contradicts_itself(rule, pieces):
            words = "this can never hold: it wants two answers where only one may be chosen."
            yield piece.key_problem(("rules", number, "when"), words)


def _contradicts_itself(rule: Rule, pieces: Pieces) -> bool:
    if pieces.checklist is None:
        return False
    single = {question.id for question in pieces.checklist.value.questions if question.choose == "one"}
    return any(
        one.question == other.question and one.question in single and not set(one.any_of) & set(other.any_of)
        for one, other in combinations(rule.when, 2)
    )


def something_holds_when_nothing_else_does(pieces: Pieces) -> Iterator[Problem]:
    if pieces.danger_signs and not _has_last_rule(pieces.danger_signs):
        words = "no rule is left for when no other holds; add one for every age, without 'group' and 'when'."
        yield pieces.danger_signs.key_problem(("rules",), words)


def _has_last_rule(piece: Piece[DangerSigns]) -> bool:
    return any(not rule.group and not rule.when and rule.ages == AgeLimits() for rule in piece.value.rules)
