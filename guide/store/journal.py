"""Writing rows together with the journal of what changed: nothing is ever written to a table another way."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

import apsw

from guide.domain.changes import Kind
from guide.domain.diary import Moment, new_id
from guide.store.connection import run
from guide.store.rows import Row, Stored
from guide.store.sql import journal
from guide.store.sql.tables import COLUMNS, CONTENT, HANGING, PUT, REFERENCES, ROW, WRITE


class Place(NamedTuple):
    """Where a row is."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and on which computer something was done."""

    moment: Moment
    device: str

    @property
    def utc(self) -> str:
        """As text that sorts."""
        return utc_text(self.moment.at)


@dataclass(frozen=True, slots=True)
class Change:
    """What one row was and became; nothing before it was made."""

    place: Place
    before: Row | None
    after: Row


def utc_text(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


class Action:
    """One thing done to the diary, with all it changes, to be written within one transaction.

    It is named after ``subject``, or after its first change where that one stays as it was. Whatever it
    writes, what is alive hangs on nothing that lies in the trash: a row that is written alive brings back
    what it hangs on, and one that is put into the trash takes along what hangs on it.
    """

    def __init__(self, connection: apsw.Connection, stamp: Stamp, subject: Place) -> None:
        self.id = new_id()
        self.connection = connection
        self.stamp = stamp
        self._subject = subject
        self._first: Change | None = None
        self._undoes: str | None = None
        self._verb = ""

    def called(self, verb: str, undoes: str | None = None) -> "Action":
        """Said before the first change; without it the verb is "add" or "change", as it turns out."""
        self._verb, self._undoes = verb, undoes
        return self

    def put(self, kind: Kind, content: Row) -> None:
        """A new row, or new content for an old one, which is alive afterwards."""
        self.write(kind, {"created_utc": self.stamp.utc, **content, "deleted_utc": None})

    def put_into_trash(self, place: Place) -> None:
        row = row_at(self.connection, place)
        if row is not None and row["deleted_utc"] is None:
            self.write(place.kind, {**row, "deleted_utc": self.stamp.utc})

    def take_from_trash(self, place: Place) -> None:
        row = row_at(self.connection, place)
        if row is not None and row["deleted_utc"] is not None:
            self.write(place.kind, {**row, "deleted_utc": None})

    def write(self, kind: Kind, row: Row) -> None:
        """The row as given but for the stamp; nothing happens where its content is as it was."""
        place = Place(kind, str(row["id"]))
        if row["deleted_utc"] is None:
            self._bring_back_above(kind, row)
        before = row_at(self.connection, place)
        stamped = {**row, "changed_utc": self.stamp.utc, "device": self.stamp.device}
        for after in run(self.connection, WRITE[kind], stamped):
            self._record(Change(place, before, dict(zip(COLUMNS[kind], after, strict=True))))
            if before is None:
                run(self.connection, journal.FORGET_PURGED, (place.id, kind))
        if row["deleted_utc"] is not None:
            self._trash_below(place)

    def say_again(self, place: Place) -> None:
        """The same content as a new version: chosen again, after what other computers said."""
        before = row_at(self.connection, place)
        if before is not None:
            after = {**before, "changed_utc": self.stamp.utc, "device": self.stamp.device}
            run(self.connection, PUT[place.kind], after)
            self._record(Change(place, before, after))

    def finish(self) -> None:
        """Names what changed something; an undo that had nothing left to change counts all the same."""
        if self._undoes is not None and self._first is None:
            row = row_at(self.connection, self._subject)
            if row is not None:
                self._record(Change(self._subject, row, row))
        if self._first is not None:
            name = {"action_id": self.id, "verb": self._verb_for(self._first)}
            run(self.connection, journal.NAME_ACTION, name)

    def _record(self, change: Change) -> None:
        self._first = self._first or change
        place, moment = change.place, self.stamp.moment
        entry: Row = {
            "id": new_id(),
            "action_id": self.id,
            "device": self.stamp.device,
            "at": moment.at.isoformat(),
            "zone": moment.zone,
            "utc": self.stamp.utc,
            "kind": place.kind,
            "row_id": place.id,
            "before": None if change.before is None else row_text(change.before),
            "after": row_text(change.after),
            "undoes": self._undoes,
            "verb": self._verb_for(change) if place == self._subject else "",
        }
        run(self.connection, journal.ADD_CHANGE, entry)

    def _verb_for(self, change: Change) -> str:
        return self._verb or ("add" if change.before is None else "change")

    def _bring_back_above(self, kind: Kind, row: Row) -> None:
        for above in places_above(kind, row):
            self.take_from_trash(above)

    def _trash_below(self, place: Place) -> None:
        for below in places_below(self.connection, place):
            self.put_into_trash(below)


def row_at(connection: apsw.Connection, place: Place) -> Row | None:
    """With all its columns."""
    for values in run(connection, ROW[place.kind], (place.id,)):
        return dict(zip(COLUMNS[place.kind], values, strict=True))
    return None


def places_above(kind: Kind, row: Stored) -> Iterator[Place]:
    """What the row hangs on."""
    for reference in REFERENCES:
        if reference.table == kind and row[reference.column] is not None:
            yield Place(Kind(reference.to), row[reference.column])


def places_below(connection: apsw.Connection, place: Place) -> Iterator[Place]:
    """What hangs on the row, in the trash or not."""
    for reference in REFERENCES:
        if reference.to == place.kind:
            for (below,) in run(connection, HANGING[reference], (place.id,)):
                yield Place(Kind(reference.table), below)


def row_text(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def row_from(text: str) -> Row:
    row = json.loads(text)
    if not isinstance(row, dict):
        raise ValueError("a row is expected here")
    return row


def content_columns(kind: Kind) -> tuple[str, ...]:
    """What undo puts back: all that is said, and whether it lies in the trash."""
    return (*CONTENT[kind], "deleted_utc")
