"""A folder of YAML files to a whole content pack, or to everything that is wrong with it."""

from pathlib import Path, PurePosixPath
from typing import TypeVar

from guide.content.checks import check
from guide.content.files import BodyMap, Cases, Checklist, DangerSigns, Regions, Sources
from guide.content.pieces import Piece, Pieces
from guide.content.problems import FileProblemsError, Problem, did_you_mean, visible
from guide.content.reading import read_file, reason, yaml_names
from guide.content.schema import structure
from guide.content.yaml_gate import read_tree
from guide.domain.cases import failures
from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack, PackInfo
from guide.domain.questions import Weights
from guide.errors import GuideError

T = TypeVar("T")

_CONDITIONS, _CASES, _YAML = "conditions/", "cases/", ".yaml"
_SINGLE_FILES = (
    "pack.yaml",
    "checklist.yaml",
    "danger-signs.yaml",
    "weights.yaml",
    "sources.yaml",
    "regions.yaml",
    "bodymap.yaml",
)


class PackError(GuideError):
    """A pack that cannot be used. ``problems`` is empty where the folder itself could not be read."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message, details="\n".join(map(str, problems)))
        self.problems = problems


def load_pack(folder: Path) -> ContentPack:
    """The pack in the folder, checked; ``PackError`` with all its problems where there are any."""
    pieces, problems = _read(folder)
    if problems:
        raise _error(folder, problems)
    return _assembled(pieces)


def check_folder(folder: Path) -> list[Problem]:
    """Everything wrong, worked families included; ``PackError`` where the folder cannot be read at all."""
    pieces, problems = _read(folder)
    if problems:
        return problems
    pack = _assembled(pieces)
    return [
        piece.problem(("cases", number), f"the family {case.id!r} does not come out as expected: {failure}.")
        for piece in pieces.cases
        for number, case in enumerate(piece.value.cases)
        for failure in failures(case, pack)
    ]


def _error(folder: Path, problems: list[Problem]) -> PackError:
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    begin = f"The guide's content in {visible(folder)} could not be used: {count}."
    word = "It is" if len(problems) == 1 else "The first"
    return PackError(f"{begin} {word}: {problems[0]}", tuple(problems))


def _read(folder: Path) -> tuple[Pieces, list[Problem]]:
    reader = _Reader(folder, _names_in(folder))
    pieces = reader.pieces()
    return pieces, sorted({*reader.problems, *check(pieces)})


def _names_in(folder: Path) -> list[str]:
    begin = f"The guide's content in {visible(folder)} could not be used:"
    try:
        if not folder.exists():
            raise PackError(f"{begin} there is no such folder.")
        if not folder.is_dir():
            raise PackError(f"{begin} this is a file, a folder is needed.")
        names = yaml_names(folder)
    except (OSError, RuntimeError, ValueError) as error:
        raise PackError(f"{begin} the folder could not be read ({reason(error)}).") from None
    if not any(name in _SINGLE_FILES or name.startswith(_CONDITIONS) for name in names):
        raise PackError(f"{begin} no pack is in it, not even a file pack.yaml.")
    return names


class _Reader:
    """Reads file after file and collects what is wrong on the way."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        self.problems: list[Problem] = []
        self._folder = folder
        self._names = names
        for name in names:
            self._check_name(name)
        if not any(name.startswith(_CONDITIONS) for name in names):
            self._complain(_CONDITIONS.rstrip("/"), "no condition is in this folder; add at least one file.")

    def pieces(self) -> Pieces:
        return Pieces(
            info=self._piece("pack.yaml", PackInfo),
            checklist=self._piece("checklist.yaml", Checklist),
            danger_signs=self._piece("danger-signs.yaml", DangerSigns),
            weights=self._piece("weights.yaml", Weights),
            sources=self._piece("sources.yaml", Sources),
            regions=self._piece("regions.yaml", Regions),
            body=self._piece("bodymap.yaml", BodyMap),
            conditions=self._several(_CONDITIONS, Condition),
            cases=self._several(_CASES, Cases),
            condition_ids=frozenset(
                PurePosixPath(name).stem for name in self._names if name.startswith(_CONDITIONS)
            ),
        )

    def _check_name(self, name: str) -> None:
        if not name.endswith(_YAML):
            self._complain(name, "this file is not read; rename it so that it ends in '.yaml'.")
        elif "/" not in name and name not in _SINGLE_FILES:
            hint = did_you_mean(name, _SINGLE_FILES) or " Move or delete it."
            self._complain(name, f"no pack has a file of this name.{hint}")

    def _complain(self, name: str, message: str) -> None:
        self.problems.append(Problem(name, 1, 1, message))

    def _several(self, place: str, kind: type[T]) -> list[Piece[T]]:
        names = [name for name in self._names if name.startswith(place) and name.endswith(_YAML)]
        pieces = [self._piece(name, kind) for name in names]
        return [piece for piece in pieces if piece]

    def _piece(self, name: str, kind: type[T]) -> Piece[T] | None:
        try:
            tree = read_tree(read_file(self._folder, name), name)
            return Piece(name, tree, structure(tree, kind, name))
        except FileProblemsError as error:
            self.problems += error.problems
            return None


def _assembled(pieces: Pieces) -> ContentPack:
    """Only for pieces without problems: then every file is there."""
    return ContentPack(
        info=_there(pieces.info),
        conditions=tuple(piece.value for piece in pieces.conditions),
        questions=_there(pieces.checklist).questions,
        groups=_there(pieces.danger_signs).groups,
        rules=_there(pieces.danger_signs).rules,
        actions=_there(pieces.danger_signs).actions,
        weights=_there(pieces.weights),
        sources=_there(pieces.sources).sources,
        regions=_there(pieces.regions).regions,
        body=_there(pieces.body).body,
        cases=tuple(case for piece in pieces.cases for case in piece.value.cases),
    )


def _there(piece: Piece[T] | None) -> T:
    if piece is None:
        raise ValueError("a pack with a missing file cannot be put together")
    return piece.value
