"""The open diary and what decides whether it may be read and written to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import apsw

from guide.domain.changes import Kind
from guide.domain.diary import Moment
from guide.errors import GuideError
from guide.store import faults, sql
from guide.store.connection import run, transaction, value_of, was_replaced
from guide.store.database import Database
from guide.store.entries import Check, check_entries
from guide.store.journal import Action, Place, Stamp
from guide.store.migrations import keep_copy
from guide.store.rows import Stored
from guide.store.sql import journal
from guide.store.sql.tables import COLUMNS
from guide.store.verify import check_whole

T = TypeVar("T")
Now = Callable[[], Moment]


def computer_time() -> Moment:
    """The computer's clock, with the zone's short name, as without Qt there is no other."""
    at = datetime.now().astimezone()
    return Moment(at, at.tzname() or "")


class Session:
    """Used by one thread at a time."""

    def __init__(self, database: Database, now: Now) -> None:
        self.database = database
        self.now = now
        self.file_checked = Event()
        self._check: Check | None = None
        self._stopped_by: str | None = None
        self._size = 0

    @property
    def connection(self) -> apsw.Connection:
        return self.database.connection

    @property
    def device(self) -> str:
        return str(value_of(self.connection, journal.DEVICE))

    def close(self) -> None:
        self._keep_if_replaced()
        if self._must_not_touch_log:
            self.database.close_after_fault()
        else:
            self.database.close()

    def lock(self) -> None:
        self._keep_if_replaced()
        if self._must_not_touch_log:
            self.database.lock_after_fault()
        else:
            self.database.lock()

    def open_again(self, database: Database) -> None:
        """After ``lock``; what stopped the writing before is found anew if it is still there."""
        self.database = database
        self._stopped_by = None
        self._size = 0

    @property
    def _must_not_touch_log(self) -> bool:
        # Left beside a file it does not belong to, the log would spoil that one.
        return self._stopped_by not in (None, faults.REPLACED, faults.TAKEN_AWAY)

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        try:
            yield self.connection
        except (apsw.Error, *faults.UNREADABLE) as error:
            self._take_note_of(error)
            raise faults.read_fault(error) from error

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """One transaction: all of it is on the disk afterwards, or none of it."""
        if self.database.read_only:
            raise GuideError(faults.READ_ONLY)
        self._keep_if_replaced()
        if self._stopped_by is not None:
            raise GuideError(self._stopped_by)
        connection = self.connection
        try:
            with transaction(connection):
                yield connection
        except (apsw.Error, *faults.UNSTORABLE) as error:
            # A failed sync must not be tried again: the system may call the second one a success without
            # having written what the first one lost.
            if isinstance(error, apsw.IOError):
                self._stopped_by = faults.DISK_FAULT
            self._take_note_of(error)
            raise faults.write_fault(error) from error

    @contextmanager
    def acting(self, kind: Kind, row_id: str) -> Iterator[Action]:
        """One step that undo takes back, named after that row."""
        with self.writing() as connection:
            action = Action(connection, Stamp(self.now(), self.device), Place(kind, row_id))
            yield action
            action.finish()

    def rows(
        self,
        statement: str,
        values: Sequence[Any] | Mapping[str, Any],
        make: Callable[[Stored], T],
        kind: Kind,
    ) -> list[T]:
        with self.reading() as connection:
            found = run(connection, statement, values)
            return [make(dict(zip(COLUMNS[kind], row, strict=True))) for row in found]

    def work_log_in(self) -> None:
        """So that the log holds nothing that is not in the file any more; without room only when closed."""
        try:
            with suppress(apsw.FullError):
                run(self.connection, sql.TRUNCATE_LOG)
        except apsw.Error as error:
            self._stopped_by = faults.DISK_FAULT
            raise GuideError(faults.DISK_FAULT, faults.details_of(error)) from error

    def check_whole(self, *, photos: bool) -> None:
        """Every page and every entry, now. GuideError, and no more writing, where one is damaged."""
        with self.reading() as connection:
            check_whole(connection)
            check_entries(connection, photos=photos)

    def begin_check(self, *, pages: bool) -> None:
        """For ``check_quietly``; ``pages``: they were not gone through when the diary was opened."""
        self.file_checked.clear()
        self._check = Check(self.connection, pages=pages)

    def check_quietly(self, is_wanted: Callable[[], bool]) -> bool:
        """The same for moments when nobody asks for anything; says whether it came to an end."""
        try:
            if self._check is not None and not self._check.go_on(is_wanted):
                return False
        except apsw.Error as error:
            self._take_note_of(error)
        self.file_checked.set()
        return True

    @property
    def damaged(self) -> bool:
        return self._stopped_by == faults.DAMAGED_FILE

    def _keep_if_replaced(self) -> None:
        """What we write would go into a file that has no name any more, and be lost with it."""
        if self.database.locked or self.database.read_only or self._stopped_by is not None:
            return
        if was_replaced(self.connection):
            path = Path(self.connection.filename)
            kept = faults.REPLACED if path.exists() else faults.TAKEN_AWAY
            self._stopped_by = kept if self._kept_copy() else faults.GONE
        elif self._was_cut_off():
            self._stopped_by = faults.DAMAGED_FILE

    def _was_cut_off(self) -> bool:
        """By another program: the diary's file only grows."""
        before = self._size
        with suppress(OSError):
            self._size = Path(self.connection.filename).stat().st_size
        return self._size < before

    def _kept_copy(self) -> bool:
        connection, newest = self.connection, sql.MIGRATIONS
        path = Path(connection.filename)
        try:
            keep_copy(connection, path, self.database.key, len(newest), newest)
        except (apsw.Error, OSError):
            return False
        return True

    def _take_note_of(self, error: Exception) -> None:
        """Damage is never written over: what is still whole is worth more than what comes new."""
        if isinstance(error, faults.DAMAGED) and self._stopped_by is None:
            self._stopped_by = faults.DAMAGED_FILE
