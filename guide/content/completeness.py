"""Checks that nothing is left out, and that nothing is there for no one."""

from collections.abc import Collection, Iterator, Sequence

from guide.content.pieces import Piece, Pieces
from guide.content.problems import Problem, quoted
from guide.domain.conditions import Condition
from guide.domain.questions import Expected, Question


def matched_conditions_weigh_every_answer(pieces: Pieces) -> Iterator[Problem]:
    """What is left out counts as rare, and nobody would see that it was only forgotten."""
    if pieces.checklist is None or pieces.weights is None:
        return
    no_evidence = pieces.weights.value.no_evidence
    questions = [each for each in pieces.checklist.value.questions if each.id not in no_evidence]
    for piece in pieces.conditions:
        if piece.value.matched:
            yield from _unweighed(piece, questions)
        yield from _idle(piece, no_evidence)


def _idle(piece: Piece[Condition], no_evidence: Collection[str]) -> Iterator[Problem]:
    for question in piece.value.findings:
        if question in no_evidence:
            words = f"'{question}' is no evidence (see weights.yaml), so nothing reads this; delete it."
            yield piece.key_problem(("findings", question), words)


def _unweighed(piece: Piece[Condition], questions: Sequence[Question]) -> Iterator[Problem]:
    findings = piece.value.findings
    for name in _missing([question.id for question in questions], findings):
        words = f"'{name}' is missing here; add it and say how often each of its answers is true."
        yield piece.key_problem(("findings",), words)
    for question in questions:
        found = findings.get(question.id, {})
        missing = _missing([option.id for option in question.options], found) if found else []
        if missing:
            names = ", ".join(f"'{name}'" for name in missing)
            words = f"{names} {'is' if len(missing) == 1 else 'are'} missing here; say how often it is so."
            yield piece.key_problem(("findings", question.id), words)


def _missing(wanted: list[str], found: Collection[str]) -> list[str]:
    """None where as many unknown names stand there: they are misspelt and reported as such."""
    missing = [name for name in wanted if name not in found]
    return [] if len(missing) <= len(set(found) - set(wanted)) else missing


def cases_expect_what_is_offered(pieces: Pieces) -> Iterator[Problem]:
    unoffered = {piece.value.id for piece in pieces.conditions if not piece.value.matched}
    for piece in pieces.cases:
        for steps, expect in piece.each(Expected):
            for number, name in enumerate(expect.first_three):
                if name in unoffered:
                    words = f"'{name}' is never offered ('matched: false'); expect another condition."
                    yield piece.problem((*steps, "first_three", number), words)


def words_are_explained_once(pieces: Pieces) -> Iterator[Problem]:
    if pieces.glossary is None:
        return
    first: dict[str, str] = {}
    for number, entry in enumerate(pieces.glossary.value.glossary):
        places = [("word", entry.word), *((("forms", n), form) for n, form in enumerate(entry.forms))]
        for place, form in places:
            there = first.setdefault(form.casefold(), entry.id)
            if there != entry.id:
                at = ("glossary", number, *(place if isinstance(place, tuple) else (place,)))
                words = f"{quoted(form)} is explained by '{there}' too; keep it in one of them."
                yield pieces.glossary.problem(at, words)


def sources_are_used(pieces: Pieces) -> Iterator[Problem]:
    """Only for a pack whose files could all be read: the others may use them."""
    if pieces.sources is None or not pieces.complete:
        return
    used = {source for piece in pieces.all for source in _sources_in(piece)}
    for number, source in enumerate(pieces.sources.value.sources):
        if source.id not in used:
            words = f"no statement names the source {quoted(source.id)}; name it in one, or delete it."
            yield pieces.sources.problem(("sources", number, "id"), words)


def _sources_in(piece: Piece[object]) -> Iterator[str]:
    return (wording.text for wording in piece.wordings if wording.name == "sources")
