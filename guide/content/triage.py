"""Checks that triage always ends in something to do: each level has an action, some rule always holds."""

from collections.abc import Iterator

from guide.content.files import DangerSigns
from guide.content.pieces import Piece, Pieces
from guide.content.problems import Problem
from guide.domain.ages import AgeLimits
from guide.domain.conditions import Urgency

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


def something_holds_when_nothing_else_does(pieces: Pieces) -> Iterator[Problem]:
    if pieces.danger_signs and not _has_last_rule(pieces.danger_signs):
        words = "no rule is left for when no other holds; add one for every age, without 'group' and 'when'."
        yield pieces.danger_signs.key_problem(("rules",), words)


def _has_last_rule(piece: Piece[DangerSigns]) -> bool:
    return any(not rule.group and not rule.when and rule.ages == AgeLimits() for rule in piece.value.rules)
