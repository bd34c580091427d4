"""What was decided about two diaries into this one, with the journal of it, as one action."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

import apsw

from guide.domain.changes import Kind
from guide.domain.diary import new_id
from guide.store.connection import run
from guide.store.journal import Stamp, row_text
from guide.store.merge.comparing import Comparison, Decision
from guide.store.merge.other import OtherDiary
from guide.store.merge.words import damaged_since, stopped
from guide.store.rows import Row
from guide.store.sql import journal, merge, statements
from guide.store.sql.tables import COLUMNS, PUT
from guide.store.stopping import IsStopped

_DEVICE = 2


class Writer:
    def __init__(
        self, own: apsw.Connection, other: OtherDiary, stamp: Stamp, found: Comparison, is_stopped: IsStopped
    ) -> None:
        self._own, self._other, self._stamp, self._found = own, other, stamp, found
        self._is_stopped = is_stopped
        self._action_id = new_id()
        order = list(COLUMNS)
        self._decisions = sorted(found.decisions.values(), key=lambda each: order.index(each.place.kind))

    def write(self) -> None:
        self._take_over_journal()
        changed = [decision for decision in self._decisions if decision.changes_row]
        for decision in changed:
            if self._is_stopped():
                raise stopped()
            self._put_row(decision)
        for photo_id, sha256 in self._found.photos_found.items():
            self._put_photo(photo_id, sha256)
        self._record(changed)
        self._keep_conflicts()

    def _take_over_journal(self) -> None:
        news = {change_id for decision in self._decisions for change_id in decision.news}
        for change in self._other.rows(merge.WHOLE_CHANGES):
            if change[0] in news:
                if change[_DEVICE] == self._stamp.device:
                    self._take_another_name()
                run(self._own, merge.ADD_WHOLE_CHANGE, change)

    def _take_another_name(self) -> None:
        """The diary was copied whole: what was done to the other copy must not be undone here as our own."""
        self._stamp = replace(self._stamp, device=new_id())
        run(self._own, journal.SET_DEVICE, (self._stamp.device,))

    def _put_row(self, decision: Decision) -> None:
        row = dict(decision.final.row)
        run(self._own, PUT[decision.place.kind], row)
        if decision.ours is None:
            run(self._own, journal.FORGET_PURGED, (decision.place.id, decision.place.kind))
            if decision.place.kind is Kind.PHOTO:
                self._put_photo(str(row["id"]), str(row["sha256"]))

    def _put_photo(self, photo_id: str, sha256: str) -> None:
        thumbnail, jpeg = photo_bytes(self._other, photo_id) or (b"", b"")
        if hashlib.sha256(jpeg).hexdigest() != sha256:
            raise damaged_since()
        content: Row = {"id": photo_id, "thumbnail": thumbnail, "jpeg": jpeg}
        run(self._own, statements.ADD_PHOTO_BYTES, content)

    def _record(self, changed: Iterable[Decision]) -> None:
        """So that undo finds what was before, and each row's journal ends with the row as it is."""
        finding = [each for each in self._decisions if self._finds_conflict(each)]
        named = {each.place for each in (*changed, *finding)}
        for decision in self._decisions:
            if decision.place in named or decision.ends_elsewhere:
                # Each of them says so, as another diary may take over only some.
                self._add_change(decision, "merge" if named else "")

    def _finds_conflict(self, decision: Decision) -> bool:
        return self._found.conflicts.finds_something(decision.place, decision.outcome)

    def _add_change(self, decision: Decision, verb: str) -> None:
        moment = self._stamp.moment
        change: Row = {
            "id": new_id(),
            "action_id": self._action_id,
            "device": self._stamp.device,
            "at": moment.at.isoformat(),
            "zone": moment.zone,
            "utc": self._stamp.utc,
            "kind": decision.place.kind,
            "row_id": decision.place.id,
            "before": None if decision.ours is None else row_text(dict(decision.ours.row)),
            "after": row_text(dict(decision.final.row)),
            "undoes": None,
            "verb": verb,
        }
        run(self._own, journal.ADD_CHANGE, change)

    def _keep_conflicts(self) -> None:
        for decision in self._decisions:
            entries = self._found.conflicts.after(decision.place, decision.outcome, self._action_id)
            for entry in entries:
                run(self._own, merge.KEEP_CONFLICT, entry.values)


def photo_bytes(other: OtherDiary, photo_id: str) -> tuple[bytes, bytes] | None:
    for thumbnail, jpeg in other.rows(merge.PHOTO_BYTES, (photo_id,)):
        return thumbnail, jpeg
    return None
