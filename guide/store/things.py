"""Rows of each kind as the objects they stand for, and the words they go by."""

from collections.abc import Callable

from guide.domain.changes import Kind, Thing
from guide.store import rows
from guide.store.rows import Stored

_LONGEST_NAME = 60

_MAKE: dict[Kind, Callable[[Stored], Thing]] = {
    Kind.CHILD: rows.child_from,
    Kind.SPOT: rows.spot_from,
    Kind.NOTE: rows.note_from,
    Kind.PHOTO: rows.photo_from,
    Kind.CHECK: rows.check_from,
    Kind.CARE: rows.care_from,
    Kind.REMINDER: rows.reminder_from,
}

_NAMED_BY = {
    Kind.CHILD: "name",
    Kind.SPOT: "name",
    Kind.NOTE: "text",
    Kind.CHECK: "title",
    Kind.CARE: "name",
    Kind.REMINDER: "text",
}


def thing_from(kind: Kind, row: Stored) -> Thing:
    return _MAKE[kind](row)


def name_of(kind: Kind, row: Stored) -> str:
    """The beginning of its name or text, on one line; empty where it has none, as a photo."""
    words = str(row[_NAMED_BY[kind]]).split() if kind in _NAMED_BY else []
    name = " ".join(words)
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
