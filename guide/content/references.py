"""Checks that everything named in one place of the pack exists in another."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Protocol, TypeAlias

from guide.content.files import names_of
from guide.content.pieces import Found, Piece, Pieces
from guide.content.problems import Problem, did_you_mean, quoted
from guide.content.tree import Steps
from guide.domain.conditions import CallSign, LookAlike, Statement
from guide.domain.lesions import Stage
from guide.domain.pack import Region
from guide.domain.questions import Case, Expected, Match

_PLACE = "place"


_Options: TypeAlias = Mapping[str, Collection[str]]
"""Question id to option ids."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def ids_appear_once(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.all:
        for owner in chain.from_iterable(piece.objects.values()):
            for name in names_of(owner.value):
                items = getattr(owner.value, name)
                if isinstance(items, tuple) and items and hasattr(items[0], "id"):
                    yield from _repeated(piece, (*owner.steps, name), _ids(items))


def _repeated(piece: Piece[Any], steps: Steps, ids: list[str]) -> Iterator[Problem]:
    for number, name in enumerate(ids):
        first = ids.index(name)
        if first != number:
            at = (*steps, number, "id")
            lines = f"lines {piece.line((*steps, first, 'id'))} and {piece.line(at)}"
            words = f"the id {quoted(name)} is used twice, on {lines}; give one of them another id."
            yield piece.problem(at, words)


def case_ids_appear_once(pieces: Pieces) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for piece in pieces.cases:
        for number, case in enumerate(piece.value.cases):
            if first.setdefault(case.id, piece.file) != piece.file:
                words = f"the id {quoted(case.id)} is used in {first[case.id]} too; give one another id."
                yield piece.problem(("cases", number, "id"), words)


def condition_ids_are_file_names(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.conditions:
        stem = piece.file.rpartition("/")[2].removesuffix(".yaml")
        if piece.value.id != stem:
            words = f"the id {quoted(piece.value.id)} must be the file's name without .yaml, {quoted(stem)}."
            yield piece.problem(("id",), words)


def sources_are_named(pieces: Pieces) -> Iterator[Problem]:
    """Each statement rests on at least one source, and each named source is in sources.yaml."""
    known = _known(pieces.sources.value.sources) if pieces.sources else None
    for piece in pieces.all:
        for steps, statement in _statements(piece):
            if not statement.sources:
                yield piece.problem((*steps, "sources"), "a source is missing here; name at least one.")
            yield from _unknown_in(piece, (*steps, "sources"), statement.sources, "there is no source", known)
        for steps, region in piece.each(Region):
            yield from _unknown_in(piece, (*steps, "sources"), region.sources, "there is no source", known)


def _statements(piece: Piece[Any]) -> Iterator[Found[Any]]:
    for kind in (Statement, CallSign, LookAlike):
        yield from piece.objects.get(kind, ())


def look_alikes_exist(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.conditions:
        for number, other in enumerate(piece.value.look_alikes):
            at: Steps = ("look_alikes", number, "id")
            if other.id == piece.value.id:
                yield piece.problem(at, "a condition cannot be its own look-alike; name another one.")
            yield from _unknown(piece, at, other.id, "there is no condition", pieces.condition_ids)


def findings_exist(pieces: Pieces) -> Iterator[Problem]:
    options = _options(pieces)
    if options is None:
        return
    for piece in pieces.conditions:
        for question, found in piece.value.findings.items():
            yield from _answers_exist(piece, ("findings", question), found, options, of_keys=True)


def rules_refer_to_what_exists(pieces: Pieces) -> Iterator[Problem]:
    piece = pieces.danger_signs
    if piece is None:
        return
    groups, actions = _known(piece.value.groups), _known(piece.value.actions)
    for number, rule in enumerate(piece.value.rules):
        yield from _unknown(piece, ("rules", number, "action"), rule.action, "there is no action", actions)
        if rule.group:
            yield from _unknown(piece, ("rules", number, "group"), rule.group, "there is no group", groups)


def rules_follow_from_answers(pieces: Pieces) -> Iterator[Problem]:
    piece, options = pieces.danger_signs, _options(pieces)
    if piece is None or options is None:
        return
    for steps, match in piece.each(Match):
        known = options.get(match.question)
        if known is None:
            yield from _unknown(piece, (*steps, "question"), match.question, "there is no question", options)
        else:
            what = f"the question '{match.question}' has no option"
            yield from _unknown_in(piece, (*steps, "any_of"), match.any_of, what, known)


def body_places_are_options(pieces: Pieces) -> Iterator[Problem]:
    options = _options(pieces)
    if pieces.body is None or options is None:
        return
    if _PLACE not in options:
        words = f"the body map answers a question with the id '{_PLACE}', which checklist.yaml does not have."
        yield pieces.body.key_problem(("body",), words)
        return
    for number, part in enumerate(pieces.body.value.body):
        at = ("body", number, "place")
        yield from _unknown(
            pieces.body, at, part.place, f"the question '{_PLACE}' has no option", options[_PLACE]
        )


def cases_name_what_exists(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.cases:
        for steps, expect in piece.each(Expected):
            at = (*steps, "first_three")
            yield from _unknown_in(
                piece, at, expect.first_three, "there is no condition", pieces.condition_ids
            )
            if expect.rule and pieces.danger_signs:
                rules = _known(pieces.danger_signs.value.rules)
                yield from _unknown(piece, (*steps, "rule"), expect.rule, "there is no rule", rules)


def claims_name_what_exists(pieces: Pieces) -> Iterator[Problem]:
    if pieces.claims is None:
        return
    for number, claim in enumerate(pieces.claims.value.claims):
        at = ("claims", number, "conditions")
        yield from _unknown_in(
            pieces.claims, at, claim.conditions, "there is no condition", pieces.condition_ids
        )


def typical_stages_exist(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.conditions:
        looks = piece.value.appearance
        if looks.typical:
            at, stages = ("appearance", "typical"), [stage.id for stage in looks.stages]
            yield from _unknown(piece, at, looks.typical, "this page has no stage", stages)


def stage_places_are_options(pieces: Pieces) -> Iterator[Problem]:
    options = _options(pieces) or {}
    what = f"the question '{_PLACE}' has no option"
    for piece in pieces.conditions:
        for steps, stage in piece.each(Stage):
            yield from _unknown_in(piece, (*steps, "places"), stage.places, what, options.get(_PLACE))


def front_page_names_what_exists(pieces: Pieces) -> Iterator[Problem]:
    if pieces.info is not None:
        named = pieces.info.value.front_page
        yield from _unknown_in(
            pieces.info, ("front_page",), named, "there is no condition", pieces.condition_ids
        )


def cases_answer_what_is_asked(pieces: Pieces) -> Iterator[Problem]:
    options, signs = _options(pieces), pieces.danger_signs
    asked = _known(rule for rule in signs.value.rules if rule.group) if signs else None
    for piece in pieces.cases:
        for steps, case in piece.each(Case):
            yield from _unknown_in(
                piece, (*steps, "yes"), case.yes, "no rule that is asked has the id", asked
            )
            yield from _unknown_in(
                piece, (*steps, "cannot_tell"), case.cannot_tell, "no rule that is asked has the id", asked
            )
            for question, chosen in case.chosen.items():
                if options is not None:
                    yield from _answers_exist(piece, (*steps, "chosen", question), chosen, options)


def _answers_exist(
    piece: Piece[Any], steps: Steps, answers: Iterable[str], options: _Options, of_keys: bool = False
) -> Iterator[Problem]:
    """``steps`` end in the question's id; the answers below it are names (``of_keys``) or a list."""
    question = str(steps[-1])
    if question not in options:
        yield piece.key_problem(steps, _words("there is no question", question, options))
        return
    for number, answer in enumerate(answers):
        if answer not in options[question]:
            words = _words(f"the question '{question}' has no option", answer, options[question])
            at = (*steps, answer if of_keys else number)
            yield piece.key_problem(at, words) if of_keys else piece.problem(at, words)


def _options(pieces: Pieces) -> _Options | None:
    """None where the checklist could not be read: then nothing can be said of answers."""
    if pieces.checklist is None:
        return None
    return {question.id: _known(question.options) for question in pieces.checklist.value.questions}


def _ids(items: Iterable[_Named]) -> list[str]:
    return [item.id for item in items]


def _known(items: Iterable[_Named]) -> dict[str, None]:
    """The ids, quick to look up and still in the file's order."""
    return dict.fromkeys(_ids(items))


def _unknown_in(
    piece: Piece[Any], steps: Steps, names: Iterable[str], what: str, known: Collection[str] | None
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        yield from _unknown(piece, (*steps, number), name, what, known)


def _unknown(
    piece: Piece[Any], steps: Steps, name: str, what: str, known: Collection[str] | None
) -> Iterator[Problem]:
    if known is not None and name not in known:
        yield piece.problem(steps, _words(what, name, known))


def _words(what: str, name: str, known: Iterable[str]) -> str:
    return f"{what} {quoted(name)}.{did_you_mean(name, known) or ' Look at its spelling.'}"
