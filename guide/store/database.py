"""Opening the diary's file: checked, locked, up to date, or refused with the file untouched."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from guide.errors import GuideError
from guide.store import place, sql
from guide.store.connection import SharedLock, apply_settings, connect, connect_to_look, keep_log, run
from guide.store.faults import DAMAGED, details_of, is_full
from guide.store.files import discard_leftovers
from guide.store.migrations import UNFINISHED, create, keep_copy, migrate
from guide.store.verify import check_identity, check_soundness


class Database:
    """An open diary file. ``lock`` is held beside a connection that only reads."""

    def __init__(self, connection: apsw.Connection, lock: SharedLock | None = None) -> None:
        self.connection = connection
        self.read_only = lock is not None
        self._lock = lock

    def close(self) -> None:
        """Works the log into the file and cuts it off; should that fail, the log serves next time."""
        try:
            if not self.read_only:
                run(self.connection, sql.TRUNCATE_LOG)
        except apsw.Error:
            self.close_after_fault()
        else:
            self.release()

    def close_after_fault(self) -> None:
        """Leaves file and log as they are: after a failed sync nobody knows what a second one would do."""
        with suppress(apsw.ConnectionClosedError):
            keep_log(self.connection, True)
        self.release()

    def release(self) -> None:
        """Never fails: whatever happens now, all that was saved is in the file or its log."""
        with suppress(apsw.Error):
            self.connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def open_database(path: Path, migrations: Sequence[str] = sql.MIGRATIONS) -> Database:
    """The diary at ``path``, made if there is none; GuideError where it cannot be used as it is."""
    with _refusals():
        # SQLite knows names in UTF-8 only; any other is refused before something is made there.
        str(path).encode()
        if not place.is_taken(path):
            place.demand_no_remains(path)
            create(path, migrations)
        path = place.demand_file(path)
        if place.log_size(path):
            return _open_after_crash(path, migrations)
        return _open_closed_file(path, migrations)


def _open_after_crash(path: Path, migrations: Sequence[str]) -> Database:
    if not place.can_write(path):
        raise GuideError(
            "The diary's last entries still have to be put in place, but its folder is write-protected."
            " Please copy the whole folder to this computer and open the copy."
        )
    return _open_to_write(path, migrations, log_waits=True)


def _open_closed_file(path: Path, migrations: Sequence[str]) -> Database:
    """First looks without leaving a trace, so that a file which is not ours is never opened for writing."""
    database = _open_to_look(path)
    with _closed_on_error(database):
        number = check_identity(database.connection, len(migrations))
        if not place.can_write(path):
            check_soundness(database.connection, number, migrations)
            _demand_newest(number, len(migrations))
            return database
    database.close()
    return _open_to_write(path, migrations, log_waits=False)


def _open_to_look(path: Path) -> Database:
    lock = SharedLock(path)
    try:
        database = Database(connect_to_look(path), lock)
    except BaseException:
        lock.release()
        raise
    with _closed_on_error(database):
        apply_settings(database.connection, sql.READ_SETTINGS)
    return database


def _demand_newest(number: int, newest: int) -> None:
    if number < newest:
        raise GuideError(
            "This diary is from an older Little Spots and has to be brought up to date, but its folder is"
            " write-protected. Please copy the whole folder to this computer and open the copy."
        )


def _open_to_write(path: Path, migrations: Sequence[str], log_waits: bool) -> Database:
    database = Database(connect(path))
    connection = database.connection
    with _closed_on_error(database):
        # Until the diary is known to be ours and sound, closing it must not work a waiting log in.
        keep_log(connection, log_waits)
        apply_settings(connection, sql.LOCK_SETTINGS)
        number = check_identity(connection, len(migrations))
        check_soundness(connection, number, migrations)
        keep_log(connection, False)
        _make_ready(connection, path, number, migrations)
    return database


def _make_ready(connection: apsw.Connection, path: Path, number: int, migrations: Sequence[str]) -> None:
    place.make_private(path)
    discard_leftovers(path.parent, UNFINISHED)
    apply_settings(connection, sql.WRITE_SETTINGS)
    if number < len(migrations):
        keep_copy(connection, path, number, migrations)
        migrate(connection, number, migrations)
    apply_settings(connection, sql.FOREIGN_KEYS)


@contextmanager
def _closed_on_error(database: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.release()
        raise


@contextmanager
def _refusals() -> Iterator[None]:
    """Every fault on the way to an open diary, in words for a parent."""
    try:
        yield
    except (apsw.Error, OSError, UnicodeError) as error:
        raise GuideError(_refusal(error), details_of(error)) from error


def _refusal(error: Exception) -> str:
    if isinstance(error, (apsw.BusyError, apsw.LockedError)):
        return "Little Spots is already open with this diary. Please use that window, or close it first."
    if isinstance(error, DAMAGED):
        return (
            "The diary's file is damaged, or is not a diary. It was left as it is; please get the diary"
            " back from a backup."
        )
    if is_full(error):
        return (
            "There is no room left on the disk to open the diary. Nothing was changed; make some room and"
            " try again."
        )
    if isinstance(error, apsw.IOError):
        return (
            "The disk could not be read or written. Nothing was changed; check the disk or stick and try"
            " again."
        )
    return (
        "The diary cannot be opened or made in this folder. Nothing was changed; please choose a folder you"
        " may write to."
    )
