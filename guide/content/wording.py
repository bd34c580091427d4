"""Checks of what the pack says: nothing left empty, nothing that claims to know what a baby has."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from functools import cache

from guide.content.files import BodyMap, Checklist, DangerSigns, Regions, Sources
from guide.content.pieces import Pieces, Wording
from guide.content.problems import Problem
from guide.domain.conditions import Appearance, Source, Stage
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
# Titles and addresses of sources are quoted as their publishers wrote them.
_QUOTED_FROM_OTHERS = {(Source, "title"), (Source, "address"), (Source, "organisation")}


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
                if not getattr(holder, name):
                    yield piece.problem(
                        (*steps, name), f"'{name}' is an empty list; it needs at least one item."
                    )


def texts_claim_no_diagnosis(pieces: Pieces) -> Iterator[Problem]:
    """The guide informs; only a doctor says what a baby has."""
    for piece in pieces.all:
        for wording in piece.wordings:
            words = _claim(wording)
            if words and (wording.kind, wording.name) not in _QUOTED_FROM_OTHERS:
                yield piece.problem(
                    wording.steps, f"this text says {words}, which the guide never does; use other words."
                )


def _claim(wording: Wording) -> str:
    text = wording.text.casefold()
    if "baby" in text and "your baby has" in " ".join(text.split()):
        return "'your baby has'"
    return "'diagnos…'" if "diagnos" in text.replace("not a diagnosis", "") else ""
