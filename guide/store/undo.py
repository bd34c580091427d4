"""Taking back what was done last, and doing it again, also after a restart: both only add to the journal."""

from typing import NamedTuple

import apsw

from guide.domain.changes import Kind, Step
from guide.store.connection import run
from guide.store.journal import Action, Change, Place, content_columns, row_at, row_from
from guide.store.rows import Row
from guide.store.sql import journal
from guide.store.sql.tables import REFERENCES
from guide.store.things import name_of
from guide.store.values import moment_from


class Way(NamedTuple):
    """An action to be turned round, what the parent did with it, and where that is named."""

    action_id: str
    verb: str
    step: Step
    subject: Place


def next_undo(connection: apsw.Connection, device: str) -> Way | None:
    """What was done last on this computer and was not taken back."""
    for found in run(connection, journal.NEXT_UNDO, (device,)):
        return _way(found[0], "undo", found)
    return None


def next_redo(connection: apsw.Connection, device: str) -> Way | None:
    """What was taken back last, as long as nothing was done since."""
    for action_id, undone in run(connection, journal.NEXT_REDO, {"device": device}):
        for found in run(connection, journal.NAMED_CHANGE, (undone,)):
            return _way(action_id, "redo", found)
    return None


def _way(action_id: str, way: str, named: tuple[str, ...]) -> Way:
    _, verb, kind, row_id, after, at, zone = named
    subject = Place(Kind(kind), row_id)
    name = name_of(subject.kind, row_from(after))
    # The table holds no other verbs.
    step = Step(verb, subject.kind, row_id, name, moment_from(at, zone))  # type: ignore[arg-type]
    return Way(action_id, way, step, subject)


def turn_round(action: Action, way: Way) -> None:
    """Takes back each change of that action, the last first.

    Only the columns it changed are put back, so that what another computer wrote to the others since stays.
    What was added is not wiped out but goes into the trash: it may have been passed on already.
    """
    action.called(way.verb, undoes=way.action_id)
    changes = [
        _change(*found) for found in run(action.connection, journal.CHANGES_OF_ACTION, (way.action_id,))
    ]
    for change in reversed(changes):
        _take_back(action, change)


def _change(kind: str, row_id: str, before: str | None, after: str) -> Change:
    return Change(Place(Kind(kind), row_id), row_from(before) if before else None, row_from(after))


def _take_back(action: Action, change: Change) -> None:
    row = row_at(action.connection, change.place)
    # What was emptied out of the trash stays gone.
    if row is None:
        return
    if change.before is None:
        action.put_into_trash(change.place)
        return
    columns = [
        name for name in content_columns(change.place.kind) if change.before[name] != change.after[name]
    ]
    restored = row | {name: change.before[name] for name in columns}
    action.write(
        change.place.kind, restored | _kept_references(action.connection, change.place, row, restored)
    )


def _kept_references(connection: apsw.Connection, place: Place, row: Row, restored: Row) -> Row:
    """The present ones, where the earlier ones lead to what was emptied out of the trash since."""
    return {
        each.column: row[each.column]
        for each in REFERENCES
        if each.table == place.kind
        and restored[each.column] is not None
        and row_at(connection, Place(Kind(each.to), str(restored[each.column]))) is None
    }
