"""The diary as one JSON document: every row a parent can see, with the times as they were seen.

What it holds is told in ``READ_ME``. ``row_of`` turns an entry back into a row, so that what was exported can
be held against what is in the diary.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from guide.domain.changes import Kind
from guide.domain.diary import Moment
from guide.store.rows import Stored

FORMAT = "little-spots-export"
VERSION = 1

NAMES: dict[Kind, str] = {
    Kind.CHILD: "children",
    Kind.SPOT: "spots",
    Kind.NOTE: "notes",
    Kind.PHOTO: "photos",
    Kind.CHECK: "checks",
    Kind.CARE: "cares",
    Kind.REMINDER: "reminders",
}
_MOMENTS = {Kind.NOTE: "written", Kind.CHECK: "done"}
_LISTS = ("reasons", "signs", "chosen", "lines")


def entry_of(kind: Kind, row: Stored) -> dict[str, Any]:
    """A row as the document tells it."""
    entry = {name: value for name, value in row.items() if name not in ("device", "deleted_utc")}
    if kind in _MOMENTS:
        name = _MOMENTS[kind]
        entry.pop(f"{name}_utc")
        entry[name] = {"at": entry.pop(f"{name}_at"), "zone": entry.pop(f"{name}_zone")}
    if kind is Kind.CHECK:
        entry |= {name: json.loads(entry[name]) for name in _LISTS}
    if kind is Kind.REMINDER:
        entry["done"] = bool(entry["done"])
    if row["deleted_utc"] is not None:
        entry["deleted_utc"] = row["deleted_utc"]
    return entry


def row_of(kind: Kind, entry: Mapping[str, Any]) -> dict[str, Any]:
    """What ``things.thing_from`` makes an object of."""
    row = dict(entry)
    if kind in _MOMENTS:
        moment = row.pop(_MOMENTS[kind])
        row |= {f"{_MOMENTS[kind]}_at": moment["at"], f"{_MOMENTS[kind]}_zone": moment["zone"]}
    if kind is Kind.CHECK:
        row |= {name: json.dumps(row[name]) for name in _LISTS}
    return row


def version_of(at: str, zone: str, kind: Kind, row: Stored) -> dict[str, Any]:
    return {"kind": NAMES[kind], "from": {"at": at, "zone": zone}, "version": entry_of(kind, row)}


def head_of(made: Moment, program: str) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "format_version": VERSION,
        "program": program,
        "made": {"at": made.at.isoformat(), "zone": made.zone},
    }


def bytes_of(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode()


def draft_of(child_id: str, at: str, zone: str, content: str) -> dict[str, Any]:
    return {"child_id": child_id, "kept": {"at": at, "zone": zone}, "content": json.loads(content)}


def by_kind(rows: Iterable[tuple[Kind, Stored]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMES.values()}
    for kind, row in rows:
        found[NAMES[kind]].append(entry_of(kind, row))
    return found
