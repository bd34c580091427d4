"""The diary as tables for a spreadsheet: CSV in UTF-8 with its mark, and no cell taken for a formula."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from guide.domain.changes import Kind
from guide.store.rows import Stored

MARK = "\ufeff"
"""Without it a spreadsheet on Windows takes an umlaut for two other letters."""

# Wide ones count as well: some spreadsheets read them as the narrow ones.
_FORMULA_SIGNS = "=+-@＝＋－＠"
_GUARD = "'"

COLUMNS: dict[Kind, tuple[str, ...]] = {
    Kind.CHILD: ("name", "birth_date", "weeks_early", "skin_tone", "allergies", "family_history"),
    Kind.SPOT: ("child", "name", "view", "region", "x", "y", "first_seen", "status"),
    Kind.NOTE: (
        *("child", "spot", "written", "offset", "zone", "text", "compared", "how_many", "largest_mm"),
        *("itch", "temperature_c", "care_tried"),
    ),
    Kind.PHOTO: ("child", "spot", "written", "offset", "zone", "file", "taken", "width", "height"),
    Kind.CHECK: (
        "child",
        "spot",
        "done",
        "offset",
        "zone",
        "level",
        "title",
        "reasons",
        "answers",
        "temperature_c",
    ),
    Kind.CARE: ("child", "spot", "name", "from_day", "until_day", "helped", "text"),
    Kind.REMINDER: ("child", "spot", "on_day", "text", "done"),
}
"""What each table tells, after the id."""

Rows = Mapping[Kind, Mapping[str, Stored]]


def guarded(text: str) -> str:
    """Text that a spreadsheet shows and never works out; ``unguarded`` gives it back."""
    first = text.lstrip()[:1]
    if text[:1] in ("\t", "\r", "\n", _GUARD) or (first and first in _FORMULA_SIGNS):
        return _GUARD + text
    return text


def unguarded(cell: str) -> str:
    return cell.removeprefix(_GUARD)


def table_of(kind: Kind, rows: Rows, files: Mapping[str, str]) -> bytes:
    """``files``: the name of each photo's file by the photo's id."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(("id", *COLUMNS[kind]))
    for row_id, row in rows[kind].items():
        told = {**row, **_told(kind, row, rows), "file": files.get(row_id, "")}
        writer.writerow([_cell(told[name]) for name in ("id", *COLUMNS[kind])])
    return (MARK + sheet.getvalue()).encode()


def _cell(value: object) -> object:
    """Numbers stay numbers; nothing is an empty cell."""
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else value


def _told(kind: Kind, row: Stored, rows: Rows) -> dict[str, Any]:
    note = rows[Kind.NOTE][row["note_id"]] if kind is Kind.PHOTO else row
    spot = rows[Kind.SPOT].get(note.get("spot_id") or "")
    child_id = note.get("child_id") or (spot["child_id"] if spot else "")
    told: dict[str, Any] = {"spot": spot["name"] if spot else ""}
    told["child"] = rows[Kind.CHILD][child_id]["name"] if child_id in rows[Kind.CHILD] else ""
    if kind in (Kind.NOTE, Kind.PHOTO):
        told |= _moment("written", note["written_at"], note["written_zone"])
    if kind is Kind.CHECK:
        told |= _moment("done", row["done_at"], row["done_zone"])
        told["reasons"] = "\n".join(json.loads(row["reasons"]))
        told["answers"] = _lines(json.loads(row["lines"]))
    if kind is Kind.REMINDER:
        told["done"] = "yes" if row["done"] else "no"
    return told


def _moment(name: str, at: str, zone: str) -> dict[str, str]:
    """The wall time as a spreadsheet knows times, with what makes an instant of it beside."""
    seen = datetime.fromisoformat(at)
    wall = seen.replace(tzinfo=None)
    offset = seen.isoformat().removeprefix(wall.isoformat())
    return {name: wall.isoformat(" ", "seconds"), "offset": f"UTC{offset}", "zone": zone}


def _lines(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{asked} {answer}" for asked, answer in pairs)
