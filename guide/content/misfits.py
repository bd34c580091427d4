"""The converter's errors, however deep they lie, as problems at a line and column."""

import difflib
from collections.abc import Iterable, Iterator

from cattrs import BaseValidationError, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

from guide.content.files import names_of
from guide.content.problems import Problem, quoted
from guide.content.tree import Node, Position, Steps, find, key_position, position


class UnfitError(ValueError):
    """One value is not what is expected there; the text says what is."""


def problems_in(error: Exception, tree: Node, file: str) -> list[Problem]:
    found = {Problem(file, *at, message) for at, message in _misfits(error, (), tree)}
    return sorted(found)


def _misfits(error: Exception, steps: Steps, tree: Node) -> Iterator[tuple[Position, str]]:
    if isinstance(error, BaseValidationError):
        for inner in _without_misspelt(error.exceptions, find(tree, steps)):
            yield from _misfits(inner, steps + _steps_to(inner), tree)
    elif isinstance(error, ForbiddenExtraKeysError):
        for name in error.extra_fields:
            yield key_position(tree, (*steps, name)), _unknown(name, error, find(tree, steps))
    elif isinstance(error, KeyError):
        yield position(tree, steps[:-1]), f"'{steps[-1]}' is missing here; add a line '{steps[-1]}: …'."
    else:
        at = key_position if _concerns_key(error) else position
        yield at(tree, steps), str(error)


def _without_misspelt(errors: Iterable[Exception], holder: Node) -> list[Exception]:
    """A misspelt name is reported once, not also as a missing one."""
    errors = list(errors)
    meant = {
        _meant(name, error.cl, holder)
        for error in errors
        if isinstance(error, ForbiddenExtraKeysError)
        for name in error.extra_fields
    }
    return [error for error in errors if not (isinstance(error, KeyError) and error.args[0] in meant)]


def _steps_to(error: Exception) -> Steps:
    """cattrs leaves one note a level, the innermost first; each group here is one level."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def _concerns_key(error: Exception) -> bool:
    return any("mapping key" in note for note in getattr(error, "__notes__", ()))


def _unknown(name: str, error: ForbiddenExtraKeysError, holder: Node) -> str:
    meant = _meant(name, error.cl, holder)
    hint = f"Did you mean '{meant}'?" if meant else f"Known here: {', '.join(names_of(error.cl))}."
    return f"{quoted(name)} is not a name that is known here. {hint}"


def _meant(name: str, kind: type, holder: Node) -> str:
    """The name that is still free and most like the unknown one, or nothing."""
    free = [known for known in names_of(kind) if known not in holder]
    return next(iter(difflib.get_close_matches(name, free, n=1)), "")
