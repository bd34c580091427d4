"""Checks that nothing a parent reads is left empty."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from guide.content.files import BodyMap, Checklist, DangerSigns, Regions, Sources
from guide.content.pieces import Piece, Pieces
from guide.content.problems import Problem
from guide.domain.conditions import Appearance
from guide.domain.lesions import Stage
from guide.domain.pack import Region
from guide.domain.questions import Match, Question, RuleGroup, TriageAction

_MAY_BE_EMPTY = {(Question, "help"), (RuleGroup, "help"), (TriageAction, "say")} | {
    (Region, field.name) for field in fields(Region) if field.name not in ("id", "name")
}
_NEVER_EMPTY: tuple[tuple[type, str], ...] = (
    (Appearance, "stages"),
    (Stage, "lesions"),
    (Question, "options"),
    (TriageAction, "do"),
    (Match, "any_of"),
    (Checklist, "questions"),
    (DangerSigns, "groups"),
    (DangerSigns, "rules"),
    (DangerSigns, "actions"),
    (Sources, "sources"),
    (Regions, "regions"),
    (BodyMap, "body"),
)


def texts_are_not_empty(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.all:
        for wording in piece.wordings:
            if not wording.text and not _may_be_empty(wording.kind, wording.name):
                yield piece.problem(wording.steps, f"'{wording.name}' is empty; write the text.")


@cache
def _may_be_empty(kind: type, name: str) -> bool:
    default = kind.__dataclass_fields__[name].default  # type: ignore[attr-defined]
    return (kind, name) in _MAY_BE_EMPTY or (default is not MISSING and default == "")


def lists_are_not_empty(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.all:
        for kind, name in _NEVER_EMPTY:
            for steps, holder in piece.objects.get(kind, ()):
                if not getattr(holder, name) and not _shows_skin_alone(holder):
                    yield piece.problem(
                        (*steps, name), f"'{name}' is an empty list; it needs at least one item."
                    )


def _shows_skin_alone(holder: object) -> bool:
    """Skin that has lost all its colour is a picture without marks."""
    return isinstance(holder, Stage) and holder.skin.pale_all_over


def what_is_repeated_has_a_short_name(pieces: Pieces) -> Iterator[Problem]:
    """Answers are repeated without their question, and the gravest signs stand at the top of each page."""
    if pieces.checklist:
        numbered = enumerate(pieces.checklist.value.questions)
        nameless = [number for number, question in numbered if not question.short]
        yield from _without_short(pieces.checklist, "questions", nameless)
    if pieces.danger_signs:
        groups = enumerate(pieces.danger_signs.value.groups)
        nameless = [n for n, group in groups if group.stage == "emergency" and not group.short]
        yield from _without_short(pieces.danger_signs, "groups", nameless)


def _without_short(piece: Piece[Any], name: str, numbers: list[int]) -> Iterator[Problem]:
    for number in numbers:
        words = "'short' is missing here; add a line 'short: …' with a few words for it."
        yield piece.problem((name, number), words)
