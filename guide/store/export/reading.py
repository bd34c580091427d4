"""One instant of the diary for an export, in memory; photos' bytes are read one after another later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import apsw

from guide.domain.changes import Kind
from guide.store.connection import run
from guide.store.export import document
from guide.store.export.names import PhotoNames
from guide.store.journal import row_from
from guide.store.merge.choosing import open_versions
from guide.store.rows import Stored
from guide.store.sql import export as statements
from guide.store.sql.tables import COLUMNS


@dataclass(frozen=True)
class Instant:
    """Every row by its id, in the order it was added, those in the trash among them."""

    rows: dict[Kind, dict[str, Stored]]
    drafts: list[dict[str, Any]]
    other_versions: list[dict[str, Any]]
    earlier_versions: list[dict[str, Any]]

    def alive(self) -> dict[Kind, dict[str, Stored]]:
        return {
            kind: {row_id: row for row_id, row in rows.items() if row["deleted_utc"] is None}
            for kind, rows in self.rows.items()
        }

    def in_trash(self) -> Iterator[tuple[Kind, Stored]]:
        for kind, rows in self.rows.items():
            yield from ((kind, row) for row in rows.values() if row["deleted_utc"] is not None)

    def photo_names(self, *, also_deleted: bool) -> dict[str, str]:
        """By the photo's id, in the order in which the notes were written."""
        names = PhotoNames()
        found = (self.rows if also_deleted else self.alive())[Kind.PHOTO].values()
        photos = sorted(found, key=lambda row: str(self._note(row)["written_utc"]))
        return {row["id"]: self._name(names, row) for row in photos}

    def _name(self, names: PhotoNames, photo: Stored) -> str:
        note = self._note(photo)
        spot = self.rows[Kind.SPOT][note["spot_id"]]
        child = self.rows[Kind.CHILD][spot["child_id"]]
        return names.name_for(_day_of(note), str(child["name"]), str(spot["name"]))

    def _note(self, photo: Stored) -> Stored:
        return self.rows[Kind.NOTE][photo["note_id"]]


def instant_of(connection: apsw.Connection, *, also_deleted: bool) -> Instant:
    found = {kind: _rows(connection, kind) for kind in Kind}
    drafts = [
        document.draft_of(child_id, *draft)
        for child_id, *draft in run(connection, statements.CHECK_DRAFTS)
        if also_deleted or _is_alive(found[Kind.CHILD].get(child_id))
    ]
    others = [
        document.version_of(at, zone, place.kind, row)
        for place, at, zone, row in open_versions(connection)
        if also_deleted or _is_alive(found[place.kind][place.id])
    ]
    return Instant(found, drafts, others, _versions(connection) if also_deleted else [])


def _rows(connection: apsw.Connection, kind: Kind) -> dict[str, Stored]:
    rows = run(connection, statements.ALL_OF[kind])
    return {row["id"]: row for row in (dict(zip(COLUMNS[kind], values, strict=True)) for values in rows)}


def _versions(connection: apsw.Connection) -> list[dict[str, Any]]:
    return [
        document.version_of(at, zone, Kind(kind), row_from(after))
        for at, zone, kind, after in run(connection, statements.VERSIONS)
    ]


def _is_alive(row: Stored | None) -> bool:
    """A check of no child in the diary is nobody's to delete."""
    return row is None or row["deleted_utc"] is None


def _day_of(note: Stored) -> date:
    return datetime.fromisoformat(note["written_at"]).date()
