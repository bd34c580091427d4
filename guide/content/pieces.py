"""The pack file by file, before it is whole: each object beside its tree, so that checks can point."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from guide.content.files import (
    BodyMap,
    Cases,
    Checklist,
    Claims,
    DangerSigns,
    Glossary,
    Regions,
    Sources,
    names_of,
)
from guide.content.problems import Problem
from guide.content.tree import Node, Steps, key_position, position
from guide.domain.conditions import Condition
from guide.domain.pack import PackInfo
from guide.domain.questions import Weights

T = TypeVar("T")
P = TypeVar("P")


class Found(NamedTuple, Generic[P]):
    """One object of a file and the way to it."""

    steps: Steps
    value: P


class Wording(NamedTuple):
    """One text of a file: the way to it, the kind of object it is in, and the name of the line."""

    steps: Steps
    kind: type
    name: str
    text: str


@dataclass(frozen=True)
class Piece(Generic[T]):
    """One file that fits the schema."""

    file: str
    tree: Node
    value: T

    def problem(self, steps: Steps, message: str) -> Problem:
        """A problem of the value there."""
        return Problem(self.file, *position(self.tree, steps), message)

    def key_problem(self, steps: Steps, message: str) -> Problem:
        """A problem of the name there, before the ``:``."""
        return Problem(self.file, *key_position(self.tree, steps), message)

    def line(self, steps: Steps) -> int:
        return position(self.tree, steps)[0]

    def each(self, kind: type[P]) -> list[Found[P]]:
        """Every object of that class in the file."""
        return self.objects.get(kind, [])

    @property
    def objects(self) -> dict[type, list[Found[Any]]]:
        return self._walked[0]

    @property
    def wordings(self) -> list[Wording]:
        return self._walked[1]

    @cached_property
    def _walked(self) -> tuple[dict[type, list[Found[Any]]], list[Wording]]:
        objects: dict[type, list[Found[Any]]] = {}
        wordings: list[Wording] = []
        for item in _walk(self.value, (), type(self.value), ""):
            if isinstance(item, Wording):
                wordings.append(item)
            else:
                objects.setdefault(type(item.value), []).append(item)
        return objects, wordings


def _walk(value: object, steps: Steps, kind: type, name: str) -> Iterator[Found[Any] | Wording]:
    if isinstance(value, str):
        yield Wording(steps, kind, name, value)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(item, (*steps, number), kind, name)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _walk(item, (*steps, str(key)), kind, name)
    elif names := names_of(value):
        yield Found(steps, value)
        for field_name in names:
            yield from _walk(getattr(value, field_name), (*steps, field_name), type(value), field_name)


@dataclass
class Pieces:
    """The files that could be read. ``condition_ids`` also counts those that could not.

    ``complete``: every file could be read, so what is named nowhere is named nowhere.
    """

    info: Piece[PackInfo] | None = None
    checklist: Piece[Checklist] | None = None
    danger_signs: Piece[DangerSigns] | None = None
    weights: Piece[Weights] | None = None
    sources: Piece[Sources] | None = None
    regions: Piece[Regions] | None = None
    body: Piece[BodyMap] | None = None
    claims: Piece[Claims] | None = None
    glossary: Piece[Glossary] | None = None
    conditions: list[Piece[Condition]] = field(default_factory=list)
    cases: list[Piece[Cases]] = field(default_factory=list)
    condition_ids: frozenset[str] = frozenset()
    complete: bool = True

    @property
    def strict_cases(self) -> list[Piece[Cases]]:
        """The families that must come out as expected, each of them."""
        return [piece for piece in self.cases if not piece.value.measured]

    @property
    def shown(self) -> list[Piece[Any]]:
        """Every file whose words stand for the guide; measured families only tell what a parent said."""
        measured = {piece.file for piece in self.cases if piece.value.measured}
        return [piece for piece in self.all if piece.file not in measured]

    @property
    def all(self) -> list[Piece[Any]]:
        """Every file there is."""
        single: list[Piece[Any] | None] = [
            self.info,
            self.checklist,
            self.danger_signs,
            self.weights,
            self.sources,
            self.regions,
            self.body,
            self.claims,
            self.glossary,
        ]
        return [piece for piece in single if piece] + [*self.conditions, *self.cases]
