"""The text of a new condition's page, every line of it there and explained, none filled in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING
from enum import StrEnum
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from guide.content.files import names_of
from guide.content.key_help import KEY_HELP
from guide.domain.conditions import Condition, Frequency
from guide.domain.questions import Question

FILL_IN = "FILL IN"
"""Stands for everything that is still to be written; no file that has it left is taken for finished."""

_HEAD = f"""\
# A new page. Every "{FILL_IN}" is to be replaced; 'check' names each that is left, with its line.
# A line that begins with '# ' and a name may be left out: take the '# ' away to use it.
# How to write, and a whole page explained: README.md of the shipped content."""
_OPEN = f'"{FILL_IN}"'
_USUAL = "usual_"


def new_page(condition_id: str, questions: Iterable[Question]) -> str:
    """YAML for ``conditions/<id>.yaml``; the findings ask for each answer of these questions."""
    lines = [_HEAD]
    for name in _in_order(Condition):
        if name == "id":
            lines.append(f'id: "{condition_id}"{_note(Condition, name)}')
        elif name == "findings":
            lines += _findings(questions)
        else:
            lines += _field(Condition, name)
    return "\n".join([*lines, ""])


def _in_order(kind: type) -> list[str]:
    """The fields as they are declared, but ``usual_x``, which may be left out, right after ``x``."""
    names = [name for name in names_of(kind) if not name.startswith(_USUAL)]
    return [each for name in names for each in (name, f"{_USUAL}{name}") if each in names_of(kind)]


def _findings(questions: Iterable[Question]) -> Iterator[str]:
    yield f"findings:{_note(Condition, 'findings', Frequency)}"
    for question in questions:
        yield f"  {question.id}:  # {question.ask}"
        for option in question.options:
            yield f"    {option.id}: {_OPEN}  # {option.text}"


def _field(owner: type, name: str) -> list[str]:
    """The lines of one field; one that may be left out is a remark."""
    field = owner.__dataclass_fields__[name]  # type: ignore[attr-defined]
    if field.default is MISSING and field.default_factory is MISSING:
        return _lines(owner, name, field.type)
    return [f"# {line}" for line in _remarked(owner, name, field.type)]


def _remarked(owner: type, name: str, declared: Any) -> list[str]:
    """All of one field, also what may be left out in it: it is in a remark already."""
    kind = _without_none(declared)
    if get_origin(kind) is tuple or _required(kind) or not names_of(kind) or _is_open(kind):
        return _lines(owner, name, kind)
    parts = kind.__dataclass_fields__
    inner = [line for part in parts for line in _lines(kind, part, parts[part].type)]
    return [f"{name}:{_note(owner, name)}", *(f"  {line}" for line in inner)]


def _is_open(kind: type) -> bool:
    """Whether each of its fields may be nothing, as the limits of an age: then it is one thing to fill in."""
    return all(type(None) in get_args(field.type) for field in kind.__dataclass_fields__.values())  # type: ignore[attr-defined]


def _without_none(kind: Any) -> Any:
    if get_origin(kind) is not UnionType:
        return kind
    return next(part for part in get_args(kind) if part is not type(None))


def _lines(owner: type, name: str, kind: Any) -> list[str]:
    note = _note(owner, name, kind)
    if get_origin(kind) is tuple:
        return _list_lines(name, get_args(kind)[0], note)
    if _required(kind):
        return [f"{name}:{note}", *(f"  {line}" for line in _inner(kind))]
    return [f"{name}: {_OPEN}{note}"]


def _list_lines(name: str, kind: Any, note: str) -> list[str]:
    if not names_of(kind):
        return [f"{name}: [{_OPEN}]{note}"]
    first, *others = _inner(kind)
    return [f"{name}:{note}", f"  - {first}", *(f"    {line}" for line in others)]


def _inner(kind: type) -> list[str]:
    return [line for name in names_of(kind) for line in _field(kind, name)]


def _required(kind: Any) -> list[str]:
    """The fields that must be there; a class that has none, such as the ages, is one thing to fill in."""
    fields: Mapping[str, Any] = getattr(kind, "__dataclass_fields__", {})
    return [name for name, field in fields.items() if field.default is MISSING]


def _note(owner: type, name: str, kind: Any = None) -> str:
    words = _words(kind)
    return f"  # {KEY_HELP[owner, name]}{f': {words}' if words else ''}"


def _words(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return ", ".join(kind)
    if get_origin(kind) is Literal:
        return ", ".join(get_args(kind))
    return {bool: "true or false", float: "a number"}.get(kind, "")
