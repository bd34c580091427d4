"""A pack's files by the long way: YAML, schema, checks; to a whole pack or to everything that is wrong."""

from pathlib import PurePosixPath
from typing import TypeVar

from guide.content.checks import check
from guide.content.files import (
    CASES,
    CONDITIONS,
    SINGLE_FILES,
    BodyMap,
    Cases,
    Checklist,
    Claims,
    DangerSigns,
    Glossary,
    Regions,
    Sources,
)
from guide.content.pieces import Piece, Pieces
from guide.content.problems import FileProblemsError, Problem, did_you_mean
from guide.content.reading import PackFiles
from guide.content.schema import structure
from guide.content.template import FILL_IN
from guide.content.tree import Node, texts_in
from guide.content.yaml_gate import read_tree
from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack, PackInfo
from guide.domain.questions import Weights

T = TypeVar("T")

_YAML = ".yaml"


def read_pieces(files: PackFiles) -> tuple[Pieces, list[Problem]]:
    """What could be read, and every problem of it, sorted."""
    reader = _Reader(files)
    pieces = reader.pieces()
    return pieces, sorted({*reader.problems, *check(pieces)})


def assembled(pieces: Pieces) -> ContentPack:
    """Only for pieces without problems: then every file is there."""
    return ContentPack(
        info=_there(pieces.info),
        conditions=tuple(piece.value for piece in pieces.conditions),
        questions=_there(pieces.checklist).questions,
        most_questions=_there(pieces.checklist).most_questions,
        groups=_there(pieces.danger_signs).groups,
        rules=_there(pieces.danger_signs).rules,
        actions=_there(pieces.danger_signs).actions,
        not_at_home=_there(pieces.danger_signs).not_at_home,
        weights=_there(pieces.weights),
        sources=_there(pieces.sources).sources,
        regions=_there(pieces.regions).regions,
        body=_there(pieces.body).body,
        cases=tuple(case for piece in pieces.strict_cases for case in piece.value.cases),
        claims=_there(pieces.claims).claims,
        glossary=_there(pieces.glossary).glossary,
    )


def _there(piece: Piece[T] | None) -> T:
    if piece is None:
        raise ValueError("a pack with a missing file cannot be put together")
    return piece.value


class _Reader:
    """Reads file after file and collects what is wrong on the way."""

    def __init__(self, files: PackFiles) -> None:
        self.problems: list[Problem] = []
        self._files = files
        self._names = files.names
        for name in self._names:
            self._check_name(name)
        if not any(name.startswith(CONDITIONS) for name in self._names):
            self._complain(CONDITIONS.rstrip("/"), "no condition is in this folder; add at least one file.")

    def pieces(self) -> Pieces:
        return Pieces(
            info=self._piece("pack.yaml", PackInfo),
            checklist=self._piece("checklist.yaml", Checklist),
            danger_signs=self._piece("danger-signs.yaml", DangerSigns),
            weights=self._piece("weights.yaml", Weights),
            sources=self._piece("sources.yaml", Sources),
            regions=self._piece("regions.yaml", Regions),
            body=self._piece("bodymap.yaml", BodyMap),
            claims=self._piece("claims.yaml", Claims),
            glossary=self._piece("glossary.yaml", Glossary),
            conditions=self._several(CONDITIONS, Condition),
            cases=self._several(CASES, Cases),
            condition_ids=frozenset(
                PurePosixPath(name).stem for name in self._names if name.startswith(CONDITIONS)
            ),
            complete=not self.problems,
        )

    def _check_name(self, name: str) -> None:
        if not name.endswith(_YAML):
            self._complain(name, "this file is not read; rename it so that it ends in '.yaml'.")
        elif "/" not in name and name not in SINGLE_FILES:
            hint = did_you_mean(name, SINGLE_FILES) or " Move or delete it."
            self._complain(name, f"no pack has a file of this name.{hint}")

    def _complain(self, name: str, message: str) -> None:
        self.problems.append(Problem(name, 1, 1, message))

    def _several(self, place: str, kind: type[T]) -> list[Piece[T]]:
        names = [name for name in self._names if name.startswith(place) and name.endswith(_YAML)]
        pieces = [self._piece(name, kind) for name in names]
        return [piece for piece in pieces if piece]

    def _piece(self, name: str, kind: type[T]) -> Piece[T] | None:
        try:
            return piece_of(self._files, name, kind)
        except FileProblemsError as error:
            self.problems += error.problems
            return None


def piece_of(files: PackFiles, name: str, kind: type[T]) -> Piece[T]:
    """One file by itself; ``FileProblemsError`` where it does not fit."""
    if name in files.failed:
        raise FileProblemsError(files.failed[name])
    if name not in files.data:
        raise FileProblemsError(Problem(name, 1, 1, "this file is missing; every pack needs it."))
    tree = read_tree(files.data[name], name)
    _refuse_unwritten(tree, name)
    return Piece(name, tree, structure(tree, kind, name))


def _refuse_unwritten(tree: Node, name: str) -> None:
    """A page from the template: what is left to write is all there is to say of it."""
    left = [text for text in texts_in(tree) if text.startswith(FILL_IN)]
    words = f"this is still to be filled in; write what belongs here in place of '{FILL_IN}'."
    if left:
        raise FileProblemsError(*(Problem(name, text.line, text.column, words) for text in left))
