"""One instant of the diary in memory, with the photos' hashes in place of their bytes."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from guide.store import sql
from guide.store.connection import run, transaction, value_of
from guide.store.keys import DataKey
from guide.store.migrations import migrate
from guide.store.prints import columns_of
from guide.store.sql import backup as statements
from guide.store.sql import copying, journal
from guide.store.sql.tables import COLUMNS

BYTES_TABLE = "photo_bytes"


class KeptPhoto(NamedTuple):
    """A photo as a snapshot names it. ``size`` is that of the photo itself."""

    rowid: int
    id: str
    thumbnail: bytes
    photo: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Instant:
    """``key`` is a copy, to be dropped; ``folder`` is where the diary lies."""

    connection: apsw.Connection
    key: DataKey | None
    folder: Path

    def end(self) -> None:
        self.connection.close()
        if self.key is not None:
            self.key.drop()


def instant_of(connection: apsw.Connection, key: DataKey | None) -> Instant:
    """Into memory, so that a slow stick never keeps the family waiting; done by the storage thread."""
    memory = apsw.Connection(":memory:")
    migrate(memory, 0, sql.MIGRATIONS)
    with transaction(memory):
        for table, columns in columns_of(connection).items():
            run(memory, copying.empty(table))
            if table == BYTES_TABLE:
                memory.executemany(statements.ADD_PHOTO, _digests(connection))
            else:
                rows = connection.execute(copying.all_rows(table, columns))
                memory.executemany(copying.add_row(table, columns), rows)
    return Instant(memory, key and key.copy(), Path(connection.filename).parent)


def _digests(connection: apsw.Connection) -> Iterator[tuple[Any, ...]]:
    for rowid, photo_id, sha256, thumbnail in connection.execute(statements.PHOTOS):
        yield rowid, photo_id, hashlib.sha256(thumbnail).digest(), bytes.fromhex(sha256)


def photos_in(snapshot: apsw.Connection) -> list[KeptPhoto]:
    """ValueError where this is not a snapshot."""
    found = []
    for rowid, photo_id, thumbnail, photo, sha256, size in run(snapshot, statements.PHOTO_DIGESTS):
        if len(thumbnail) != 32 or photo.hex() != sha256:
            raise ValueError("not the hashes of a photo")
        found.append(KeptPhoto(rowid, photo_id, thumbnail, photo, size))
    return found


def alive_in(connection: apsw.Connection) -> dict[str, int]:
    return {kind: int(value_of(connection, count)) for kind, count in statements.COUNT_ALIVE.items()}


def device_of(connection: apsw.Connection) -> str:
    return str(value_of(connection, journal.DEVICE))


def state_of(connection: apsw.Connection, _key: DataKey | None = None) -> str:
    """The same until something in the diary changes; drafts do not count."""
    state = [device_of(connection), *run(connection, statements.STATE)[0]]
    return hashlib.sha256(json.dumps(state).encode()).hexdigest()


def was_never_used(connection: apsw.Connection, _key: DataKey | None = None) -> bool:
    """Nothing was ever written into it, also nothing that was wiped out since."""
    changes, _, purged, _ = run(connection, statements.STATE)[0]
    return not changes and not purged


def listing_of(snapshot: apsw.Connection, photos_folder: str) -> bytes:
    """All that is alive, for a reader without this program; each photo with the file it is in."""
    listing = {kind: [_entry(kind, row, photos_folder) for row in _alive(snapshot, kind)] for kind in COLUMNS}
    return json.dumps(listing, ensure_ascii=False, indent=1).encode()


def _alive(snapshot: apsw.Connection, kind: str) -> Iterator[dict[str, Any]]:
    for row in snapshot.execute(statements.ALIVE_OF[kind]):
        yield dict(zip(COLUMNS[kind], row, strict=True))


def _entry(kind: str, row: dict[str, Any], photos_folder: str) -> dict[str, Any]:
    shown = {name: value for name, value in row.items() if name != "deleted_utc" and value is not None}
    if kind == "photos":
        shown["file"] = f"{photos_folder}/{shown.pop('sha256')}"
    return {name: _plain(value) for name, value in shown.items()}


def _plain(value: Any) -> Any:
    """A list kept as text is shown as a list."""
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
