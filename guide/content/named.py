"""Ids and what they name: which are known, and the words for one that is not."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeAlias

from guide.content.pieces import Piece, Pieces
from guide.content.problems import Problem, did_you_mean, quoted
from guide.content.tree import Steps

Options: TypeAlias = Mapping[str, Collection[str]]
"""Question id to option ids."""


class Named(Protocol):
    @property
    def id(self) -> str: ...


def answers_exist(
    piece: Piece[Any], steps: Steps, answers: Iterable[str], options: Options, of_keys: bool = False
) -> Iterator[Problem]:
    """``steps`` end in the question's id; the answers below it are names (``of_keys``) or a list."""
    question = str(steps[-1])
    if question not in options:
        yield piece.key_problem(steps, _unknown_words("there is no question", question, options))
        return
    for number, answer in enumerate(answers):
        if answer not in options[question]:
            words = _unknown_words(f"the question '{question}' has no option", answer, options[question])
            at = (*steps, answer if of_keys else number)
            yield piece.key_problem(at, words) if of_keys else piece.problem(at, words)


def options_of(pieces: Pieces) -> Options | None:
    """None where the checklist could not be read: then nothing can be said of answers."""
    if pieces.checklist is None:
        return None
    return {question.id: known_ids(question.options) for question in pieces.checklist.value.questions}


def known_ids(items: Iterable[Named]) -> dict[str, None]:
    """The ids, quick to look up and still in the file's order."""
    return dict.fromkeys(item.id for item in items)


def unknown_in(
    piece: Piece[Any], steps: Steps, names: Iterable[str], what: str, known: Collection[str] | None
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        yield from unknown(piece, (*steps, number), name, what, known)


def unknown(
    piece: Piece[Any], steps: Steps, name: str, what: str, known: Collection[str] | None
) -> Iterator[Problem]:
    if known is not None and name not in known:
        yield piece.problem(steps, _unknown_words(what, name, known))


def _unknown_words(what: str, name: str, known: Iterable[str]) -> str:
    return f"{what} {quoted(name)}.{did_you_mean(name, known) or ' Look at its spelling.'}"
