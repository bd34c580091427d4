"""What lies in the trash, how it comes back, and how it is emptied."""

from collections.abc import Iterator, Set
from datetime import UTC, timedelta
from typing import NamedTuple

import apsw

from guide.domain.changes import Kind, Trashed
from guide.domain.diary import Moment
from guide.store.connection import run
from guide.store.journal import Action, Place, places_above, places_below, row_at, utc_text
from guide.store.rows import Row
from guide.store.sql import journal, statements
from guide.store.sql.tables import COLUMNS, ERASE, TRASHED
from guide.store.things import name_of
from guide.store.values import moment_from


class LastChange(NamedTuple):
    seq: int
    action_id: str
    at: str
    zone: str


def what_lies_in(connection: apsw.Connection) -> list[Trashed]:
    """The last deleted first; what was deleted along with something else is not listed beside it."""
    found = dict(_all_rows(connection))
    last = {place: _last_change(connection, place) for place in found}
    listed = [
        place
        for place, row in found.items()
        if not any(_went_along(last.get(above), last[place]) for above in places_above(place.kind, row))
    ]
    listed.sort(key=lambda place: last[place].seq, reverse=True)
    return [_trashed(place, found[place], last[place]) for place in listed]


def bring_back(action: Action, place: Place) -> None:
    """With what was deleted along with it, and with what it hangs on."""
    together = _last_change(action.connection, place).action_id
    action.take_from_trash(place)
    for below in places_below(action.connection, place):
        if is_in(action.connection, below) and _last_change(action.connection, below).action_id == together:
            bring_back(action, below)


def is_in(connection: apsw.Connection, place: Place) -> bool:
    row = row_at(connection, place)
    return row is not None and row["deleted_utc"] is not None


def purge(connection: apsw.Connection, now: Moment, days: int) -> int:
    """Wipes out what has lain there for so many days, with what hangs on it and every word in the journal."""
    gone: set[Place] = set()
    for place in _purgeable(connection, now, days):
        gone.update(_with_all_below(connection, place))
    for place in _from_below(gone):
        _wipe_out(connection, place, utc_text(now.at))
    return len(gone)


def _all_rows(connection: apsw.Connection) -> Iterator[tuple[Place, Row]]:
    for kind in Kind:
        for values in run(connection, TRASHED[kind]):
            row = dict(zip(COLUMNS[kind], values, strict=True))
            yield Place(kind, row["id"]), row


def _last_change(connection: apsw.Connection, place: Place) -> LastChange:
    for found in run(connection, journal.LAST_CHANGE, {"row_id": place.id, "kind": place.kind}):
        return LastChange(*found)
    raise ValueError("a row without a journal")


def _went_along(above: LastChange | None, own: LastChange) -> bool:
    return above is not None and above.action_id == own.action_id


def _trashed(place: Place, row: Row, last: LastChange) -> Trashed:
    return Trashed(place.kind, place.id, name_of(place.kind, row), moment_from(last.at, last.zone))


def _purgeable(connection: apsw.Connection, now: Moment, days: int) -> list[Place]:
    places = [place for place, _ in _all_rows(connection)]
    if days <= 0 or not places:
        return places
    latest = utc_text(now.at.astimezone(UTC) - timedelta(days=days))
    sure_times = dict(run(connection, journal.SURE_TIMES))
    return [place for place in places if sure_times[_last_change(connection, place).seq] <= latest]


def _with_all_below(connection: apsw.Connection, place: Place) -> Iterator[Place]:
    yield place
    for below in places_below(connection, place):
        yield from _with_all_below(connection, below)


def _from_below(places: Set[Place]) -> list[Place]:
    """What hangs on something before that."""
    return sorted(places, key=lambda place: list(COLUMNS).index(place.kind), reverse=True)


def _wipe_out(connection: apsw.Connection, place: Place, utc: str) -> None:
    if place.kind is Kind.PHOTO:
        run(connection, statements.ERASE_PHOTO_BYTES, (place.id,))
    if place.kind is Kind.CHILD:
        run(connection, statements.FORGET_CHECK_DRAFT, {"child_id": place.id})
    run(connection, ERASE[place.kind], (place.id,))
    run(connection, journal.FORGET_CHANGES, (place.id, place.kind))
    run(connection, journal.FORGET_CONFLICTS, (place.id, place.kind))
    run(connection, journal.REMEMBER_PURGED, (place.id, place.kind, utc))
