"""All that is in a diary, to be held against what should be."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw

from guide.domain.changes import Kind
from guide.store.diary_store import DiaryStore
from guide.store.sql.tables import COLUMNS, REFERENCES

Rows = dict[tuple[str, str], dict[str, Any]]


def alive(store: DiaryStore) -> list[object]:
    """What a parent sees, photos' bytes included."""
    found: list[object] = []
    for child in store.children():
        found += [child, store.checks(child.id), store.cares(child.id), store.reminders(child.id)]
        for spot in store.spots(child.id):
            notes = store.notes(spot.id)
            found += [spot, notes, [store.photo_jpeg(photo.id) for item in notes for photo in item.photos]]
    return found


def in_trash(store: DiaryStore) -> set[tuple[Kind, str]]:
    return {(each.kind, each.id) for each in store.trash()}


def rows_in_tables(path: Path) -> Rows:
    with closing(apsw.Connection(str(path))) as connection:
        return tables_of(connection)


def rows_in_journal(path: Path) -> Rows:
    with closing(apsw.Connection(str(path))) as connection:
        return journal_of(connection)


def tables_of(connection: apsw.Connection) -> Rows:
    return {
        (table, values[0]): dict(zip(columns, values, strict=True))
        for table, columns in COLUMNS.items()
        for values in connection.execute(f"SELECT {', '.join(columns)} FROM {table}")
    }


def journal_of(connection: apsw.Connection) -> Rows:
    """The tables as the journal alone gives them, from an empty diary on."""
    rows: Rows = {}
    for kind, row_id, before, after in connection.execute(
        "SELECT kind, row_id, before, after FROM changes ORDER BY seq"
    ):
        assert rows.get((kind, row_id)) == (json.loads(before) if before else None)
        rows[kind, row_id] = json.loads(after)
    return rows


def hanging_on_trash(rows: Rows) -> list[tuple[str, str]]:
    """What is alive though it hangs on what is not; must be nothing."""
    return [
        (table, row_id)
        for (table, row_id), row in rows.items()
        for reference in REFERENCES
        if reference.table == table and row["deleted_utc"] is None and row[reference.column] is not None
        if rows[reference.to, row[reference.column]]["deleted_utc"] is not None
    ]
