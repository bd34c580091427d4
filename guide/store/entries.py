"""Whether every entry is as the journal tells it, and every photo as its hash does.

SQLite finds pages in disorder; of a bit turned within a word it knows nothing, unless a passphrase guards the
diary. But all that was ever written stands in the journal as well: what a change made of a row, the next one
found there, and the last one is the row itself.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import apsw

from guide.domain.changes import Kind
from guide.store.connection import run
from guide.store.faults import UNREADABLE
from guide.store.journal import Place, row_at, row_from, utc_text
from guide.store.rows import Stored
from guide.store.sql import entries
from guide.store.sql.tables import COLUMNS
from guide.store.verify import check_unless_wanted
from guide.store.version import Version

_BEFORE_ALL = -(2**63)


class Check:
    """Every page and then every entry, piece by piece; what was looked at is not looked at again."""

    def __init__(self, connection: apsw.Connection, *, pages: bool = True, photos: bool = True) -> None:
        self._connection, self._pages_wait = connection, pages
        self._pieces = _pieces_of(connection, photos=photos)

    def go_on(self, is_wanted: Callable[[], bool]) -> bool:
        """Given up within some milliseconds where that says so; whether it came to an end.

        apsw.CorruptError where something is damaged.
        """
        if self._pages_wait and not check_unless_wanted(self._connection, is_wanted):
            return False
        self._pages_wait = False
        return not any(is_wanted() for _ in self._pieces)


def check_entries(connection: apsw.Connection, *, photos: bool = True) -> None:
    """All at once. ``photos``: with their bytes, where these are not looked after elsewhere."""
    for _ in _pieces_of(connection, photos=photos):
        pass


def _pieces_of(connection: apsw.Connection, *, photos: bool) -> Iterator[None]:
    """Between two of them the diary may be written to: what is new then need not be looked at."""
    try:
        found: set[Place] = set()
        for kind in Kind:
            yield from _check_rows(connection, kind, found)
        yield from _check_changes(connection, found)
        yield from _check_conflicts(connection)
        if photos:
            yield from _check_photos(connection)
    except UNREADABLE as error:
        raise apsw.CorruptError(f"an entry cannot be read: {type(error).__name__}") from error


def _pages(connection: apsw.Connection, statement: str) -> Iterator[list[tuple[Any, ...]]]:
    """What the statement finds, each time after the number that the last row begins with."""
    after = _BEFORE_ALL
    while page := run(connection, statement, (after,)):
        yield page
        after = page[-1][0]


def _check_rows(connection: apsw.Connection, kind: Kind, found: set[Place]) -> Iterator[None]:
    for page in _pages(connection, entries.ROWS_AFTER[kind]):
        for _, *values in page:
            row = dict(zip(COLUMNS[kind], values, strict=True))
            _check_row(connection, Place(kind, row["id"]), row)
            found.add(Place(kind, row["id"]))
        yield


def _check_row(connection: apsw.Connection, place: Place, row: Stored) -> None:
    versions: dict[str, None] = {}
    last = None
    for before, after in run(connection, entries.CHANGES_OF_ROW, (place.id, place.kind)):
        # Merging takes in what was written elsewhere, so a change may go on from any version before it.
        _demand(_is_known(before, versions, place.kind), "a change that goes on from nothing")
        versions[after] = None
        last = after
    _demand(last is not None and _alike(place.kind, row_from(last), row), "not as the journal tells")


def _is_known(before: str | None, versions: dict[str, None], kind: Kind) -> bool:
    """Word for word, or else said in another way, as by another computer."""
    if before is None or before in versions:
        return before is None or bool(versions)
    wanted = row_from(before)
    return any(_alike(kind, wanted, row_from(each)) for each in versions)


def _alike(kind: Kind, one: Stored, other: Stored) -> bool:
    """Two computers that write the same differ by that alone."""
    return all(one[name] == other[name] for name in COLUMNS[kind] if name != "device")


def _check_changes(connection: apsw.Connection, found: set[Place]) -> Iterator[None]:
    for page in _pages(connection, entries.CHANGES_AFTER):
        for _, at, utc, kind, row_id in page:
            place = Place(Kind(kind), row_id)
            _demand(utc_text(datetime.fromisoformat(at)) == utc, "two times for one change")
            _demand(place in found or row_at(connection, place) is not None, "a change of nothing")
        yield


def _check_conflicts(connection: apsw.Connection) -> Iterator[None]:
    for page in _pages(connection, entries.CONFLICTS_AFTER):
        for _, kind, row_id, version, content in page:
            row = row_from(content)
            _demand((row["id"], Version(Kind(kind), row).name) == (row_id, version), "another version")
        yield


def _check_photos(connection: apsw.Connection) -> Iterator[None]:
    for [(_, jpeg, sha256)] in _pages(connection, entries.PHOTO_AFTER):
        _demand(hashlib.sha256(jpeg).hexdigest() == sha256, "a photo that is not the one that was kept")
        yield


def _demand(sound: bool, what_else: str) -> None:
    if not sound:
        raise apsw.CorruptError(what_else)
