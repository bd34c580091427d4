"""Checks that everything named in one place of the pack exists in another."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from guide.content.files import names_of
from guide.content.named import answers_exist, known_ids, options_of, unknown, unknown_in
from guide.content.pieces import Found, Piece, Pieces
from guide.content.problems import Problem, quoted
from guide.content.tree import Steps
from guide.domain.conditions import CallSign, LookAlike, Statement
from guide.domain.lesions import Stage
from guide.domain.pack import Region
from guide.domain.questions import Match

_PLACE = "place"


def ids_appear_once(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.all:
        for owner in chain.from_iterable(piece.objects.values()):
            for name in names_of(owner.value):
                items = getattr(owner.value, name)
                if isinstance(items, tuple) and items and hasattr(items[0], "id"):
                    yield from _repeated(piece, (*owner.steps, name), [item.id for item in items])


def _repeated(piece: Piece[Any], steps: Steps, ids: list[str]) -> Iterator[Problem]:
    for number, name in enumerate(ids):
        first = ids.index(name)
        if first != number:
            at = (*steps, number, "id")
            lines = f"lines {piece.line((*steps, first, 'id'))} and {piece.line(at)}"
            words = f"the id {quoted(name)} is used twice, on {lines}; give one of them another id."
            yield piece.problem(at, words)


def condition_ids_are_file_names(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.conditions:
        stem = piece.file.rpartition("/")[2].removesuffix(".yaml")
        if piece.value.id != stem:
            words = f"the id {quoted(piece.value.id)} must be the file's name without .yaml, {quoted(stem)}."
            yield piece.problem(("id",), words)


def sources_are_named(pieces: Pieces) -> Iterator[Problem]:
    """Each statement rests on at least one source, and each named source is in sources.yaml."""
    known = known_ids(pieces.sources.value.sources) if pieces.sources else None
    for piece in pieces.all:
        for steps, statement in _statements(piece):
            if not statement.sources:
                yield piece.problem((*steps, "sources"), "a source is missing here; name at least one.")
            yield from unknown_in(piece, (*steps, "sources"), statement.sources, "there is no source", known)
        for steps, region in piece.each(Region):
            yield from unknown_in(piece, (*steps, "sources"), region.sources, "there is no source", known)


def _statements(piece: Piece[Any]) -> Iterator[Found[Any]]:
    for kind in (Statement, CallSign, LookAlike):
        yield from piece.objects.get(kind, ())


def look_alikes_exist(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.conditions:
        for number, other in enumerate(piece.value.look_alikes):
            at: Steps = ("look_alikes", number, "id")
            if other.id == piece.value.id:
                yield piece.problem(at, "a condition cannot be its own look-alike; name another one.")
            yield from unknown(piece, at, other.id, "there is no condition", pieces.condition_ids)


def findings_exist(pieces: Pieces) -> Iterator[Problem]:
    options = options_of(pieces)
    if options is None:
        return
    for piece in pieces.conditions:
        for question, found in piece.value.findings.items():
            yield from answers_exist(piece, ("findings", question), found, options, of_keys=True)


def rules_refer_to_what_exists(pieces: Pieces) -> Iterator[Problem]:
    piece = pieces.danger_signs
    if piece is None:
        return
    groups, actions = known_ids(piece.value.groups), known_ids(piece.value.actions)
    for number, rule in enumerate(piece.value.rules):
        yield from unknown(piece, ("rules", number, "action"), rule.action, "there is no action", actions)
        if rule.group:
            yield from unknown(piece, ("rules", number, "group"), rule.group, "there is no group", groups)


def rules_follow_from_answers(pieces: Pieces) -> Iterator[Problem]:
    piece, options = pieces.danger_signs, options_of(pieces)
    if piece is None or options is None:
        return
    for steps, match in piece.each(Match):
        known = options.get(match.question)
        if known is None:
            yield from unknown(piece, (*steps, "question"), match.question, "there is no question", options)
        else:
            what = f"the question '{match.question}' has no option"
            yield from unknown_in(piece, (*steps, "any_of"), match.any_of, what, known)


def body_places_are_options(pieces: Pieces) -> Iterator[Problem]:
    options = options_of(pieces)
    if pieces.body is None or options is None:
        return
    if _PLACE not in options:
        words = f"the body map answers a question with the id '{_PLACE}', which checklist.yaml does not have."
        yield pieces.body.key_problem(("body",), words)
        return
    for number, part in enumerate(pieces.body.value.body):
        at = ("body", number, "place")
        yield from unknown(
            pieces.body, at, part.place, f"the question '{_PLACE}' has no option", options[_PLACE]
        )


def claims_name_what_exists(pieces: Pieces) -> Iterator[Problem]:
    if pieces.claims is None:
        return
    for number, claim in enumerate(pieces.claims.value.claims):
        at = ("claims", number, "conditions")
        yield from unknown_in(
            pieces.claims, at, claim.conditions, "there is no condition", pieces.condition_ids
        )


def typical_stages_exist(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.conditions:
        looks = piece.value.appearance
        if looks.typical:
            at, stages = ("appearance", "typical"), [stage.id for stage in looks.stages]
            yield from unknown(piece, at, looks.typical, "this page has no stage", stages)


def stage_places_are_options(pieces: Pieces) -> Iterator[Problem]:
    options = options_of(pieces) or {}
    what = f"the question '{_PLACE}' has no option"
    for piece in pieces.conditions:
        for steps, stage in piece.each(Stage):
            yield from unknown_in(piece, (*steps, "places"), stage.places, what, options.get(_PLACE))


def front_page_names_what_exists(pieces: Pieces) -> Iterator[Problem]:
    if pieces.info is not None:
        named = pieces.info.value.front_page
        yield from unknown_in(
            pieces.info, ("front_page",), named, "there is no condition", pieces.condition_ids
        )
