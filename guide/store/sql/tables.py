"""The columns of the tables whose every change is kept, and the statements that are the same for each."""

from collections.abc import Iterable
from typing import NamedTuple

CONTENT: dict[str, tuple[str, ...]] = {
    "children": ("name", "birth_date", "weeks_early", "skin_tone", "allergies", "family_history"),
    "spots": ("child_id", "name", "view", "region", "x", "y", "first_seen", "status"),
    "notes": (
        *("spot_id", "written_at", "written_zone", "written_utc", "text", "compared", "how_many"),
        *("largest_mm", "itch", "temperature_c", "care_tried"),
    ),
    "photos": ("note_id", "width", "height", "size", "sha256", "taken"),
    "saved_checks": (
        *("child_id", "spot_id", "done_at", "done_zone", "done_utc", "pack_version", "level", "title"),
        *("reasons", "signs", "chosen", "lines", "temperature_c"),
    ),
    "cares": ("child_id", "spot_id", "name", "from_day", "until_day", "helped", "text"),
    "reminders": ("child_id", "spot_id", "on_day", "text", "done"),
}
"""Each table and what it says, without its id; whatever is referred to comes first."""

COLUMNS = {
    table: ("id", *content, "created_utc", "changed_utc", "deleted_utc", "device")
    for table, content in CONTENT.items()
}
"""All columns, in the order every statement gives them."""


class Reference(NamedTuple):
    table: str
    column: str
    to: str


REFERENCES = (
    Reference("spots", "child_id", "children"),
    Reference("notes", "spot_id", "spots"),
    Reference("photos", "note_id", "notes"),
    Reference("saved_checks", "spot_id", "spots"),
    Reference("saved_checks", "child_id", "children"),
    Reference("cares", "spot_id", "spots"),
    Reference("cares", "child_id", "children"),
    Reference("reminders", "spot_id", "spots"),
    Reference("reminders", "child_id", "children"),
)
"""What hangs on what: it goes into the trash and comes back along with it."""


def select(table: str, then: str) -> str:
    return f"SELECT {', '.join(COLUMNS[table])} FROM {table} {then}"  # noqa: S608 (names of our own)


def _write(table: str) -> str:
    """Gives the row as it is now, or nothing where it was so before."""
    content = (*CONTENT[table], "deleted_utc")
    changing = (*content, "changed_utc", "device")
    return f"""
INSERT INTO {table} ({_list(COLUMNS[table])}) VALUES ({_list(":" + name for name in COLUMNS[table])})
ON CONFLICT (id) DO UPDATE SET {_list(f"{name} = excluded.{name}" for name in changing)}
WHERE ({_list(content)}) IS NOT ({_list("excluded." + name for name in content)})
RETURNING {_list(COLUMNS[table])}
"""  # noqa: S608 (names of our own)


def _put(table: str) -> str:
    changing = [name for name in COLUMNS[table] if name != "id"]
    return f"""
INSERT INTO {table} ({_list(COLUMNS[table])}) VALUES ({_list(":" + name for name in COLUMNS[table])})
ON CONFLICT (id) DO UPDATE SET {_list(f"{name} = excluded.{name}" for name in changing)}
"""  # noqa: S608 (names of our own)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)


ROW = {table: select(table, "WHERE id = ?") for table in COLUMNS}
WRITE = {table: _write(table) for table in COLUMNS}
PUT = {table: _put(table) for table in COLUMNS}
"""A row just as it is given, stamps and all."""
TRASHED = {table: select(table, "WHERE deleted_utc IS NOT NULL ORDER BY rowid") for table in COLUMNS}
ERASE = {table: f"DELETE FROM {table} WHERE id = ?" for table in COLUMNS}  # noqa: S608 (names of our own)
HANGING = {
    each: f"SELECT id FROM {each.table} WHERE {each.column} = ? ORDER BY rowid"  # noqa: S608 (names of our own)
    for each in REFERENCES
}
"""Everything that hangs on a row, in the trash or not."""
