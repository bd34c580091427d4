"""The conflicts that merging left, and choosing between the two versions of one."""

import apsw

from guide.domain.diary import Moment
from guide.domain.merging import Conflict
from guide.errors import GuideError
from guide.store import faults
from guide.store.connection import run
from guide.store.journal import Action, Place, Stamp, places_above, row_at, row_from
from guide.store.merge.comparing import merges_of
from guide.store.merge.conflicts import Conflicts, Entry
from guide.store.open_store import OpenStore
from guide.store.rows import Row
from guide.store.sql import journal, merge
from guide.store.sql.tables import CONTENT, REFERENCES
from guide.store.things import name_of, thing_from
from guide.store.values import moment_from
from guide.store.version import Version


def conflicts(store: OpenStore) -> list[Conflict]:
    """What is still to be chosen about, of what is not in the trash; each may be left as it is for ever."""

    def look(connection: apsw.Connection, _: object) -> list[Conflict]:
        found = _open_entries(connection)
        return [_conflict(connection, place, entry) for place, entry in found if _is_alive(connection, place)]

    try:
        return store.look(look)
    except faults.UNREADABLE as error:
        raise faults.read_fault(error) from error


def settle(store: OpenStore, conflict: Conflict, *, take_other: bool) -> None:
    """One step for undo. The version not chosen stays in the history; other diaries learn of the choice."""
    place = Place(conflict.kind, conflict.id)

    def change(connection: apsw.Connection, stamp: Stamp) -> None:
        entry = _open_entry(connection, place, conflict.version)
        row = row_at(connection, place)
        if entry is None or row is None or row["deleted_utc"] is not None:
            raise GuideError("This was chosen about already. Nothing was changed.")
        action = Action(connection, stamp, place).called("change")
        if take_other:
            action.write(place.kind, row | _content_of(connection, place, entry))
        if row_at(connection, place) == row:
            action.say_again(place)
        action.finish()
        run(connection, merge.KEEP_CONFLICT, entry._replace(settled_by=action.id).values)

    store.change(change)


def open_versions(connection: apsw.Connection) -> list[tuple[Place, str, str, Row]]:
    """What is beside the diary, with the time and zone it was written at, also of what is in the trash."""
    found = []
    for place, entry in _open_entries(connection):
        changed = _changed(connection, place, entry)
        found.append((place, changed.at.isoformat(), changed.zone, dict(entry.version.row)))
    return found


def _content_of(connection: apsw.Connection, place: Place, entry: Entry) -> Row:
    """But for what it hung on, where that was emptied out of the trash since."""
    row = entry.version.row
    references = {each.column for each in REFERENCES if each.table == place.kind}
    there = all(row_at(connection, above) is not None for above in places_above(place.kind, row))
    return {name: row[name] for name in CONTENT[place.kind] if there or name not in references}


def _open_entries(connection: apsw.Connection) -> list[tuple[Place, Entry]]:
    return list(Conflicts(run(connection, merge.CONFLICTS), (), merges_of(connection)).open_entries())


def _open_entry(connection: apsw.Connection, place: Place, version: str) -> Entry | None:
    for found, entry in _open_entries(connection):
        if found == place and entry.version.name == version:
            return entry
    return None


def _is_alive(connection: apsw.Connection, place: Place) -> bool:
    row = row_at(connection, place)
    return row is not None and row["deleted_utc"] is None


def _conflict(connection: apsw.Connection, place: Place, entry: Entry) -> Conflict:
    row = row_at(connection, place) or {}
    other = entry.version.row
    return Conflict(
        kind=place.kind,
        id=place.id,
        name=name_of(place.kind, row),
        kept=thing_from(place.kind, row),
        other=thing_from(place.kind, other),
        other_changed=_changed(connection, place, entry),
        version=entry.version.name,
    )


def _changed(connection: apsw.Connection, place: Place, entry: Entry) -> Moment:
    """As the other parent saw it on the clock, which the journal knows."""
    for at, zone, _, after in run(connection, journal.HISTORY, (place.id, place.kind)):
        if Version(place.kind, row_from(after)).name == entry.version.name:
            return moment_from(at, zone)
    return moment_from(str(entry.version.row["changed_utc"]), "UTC")
