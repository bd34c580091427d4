"""Opening the diary's file: checked, locked, up to date, or refused with the file untouched."""

import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from guide.errors import GuideError
from guide.store import place, sql
from guide.store.connection import (
    PATIENCE_MS,
    SharedLock,
    apply_settings,
    connect,
    connect_to_look,
    keep_log,
    run,
    value_of,
)
from guide.store.faults import details_of
from guide.store.files import discard_leftovers
from guide.store.keys import DataKey, LockedError, has_keys
from guide.store.migrations import UNFINISHED, create, keep_copy, migrate
from guide.store.opening_words import refusal
from guide.store.verify import check_identity, check_soundness

_LONGEST_PAUSE_MS = 20


class Database:
    """An open diary file. ``lock`` is held beside a connection that only reads.

    From here on the key belongs to the open file: locking and closing drop it.
    """

    def __init__(
        self, connection: apsw.Connection, key: DataKey | None = None, lock: SharedLock | None = None
    ) -> None:
        self._connection = connection
        self._key = key
        self._lock = lock
        self.read_only = lock is not None
        self.locked = False
        self.last_used = time.monotonic()

    @property
    def connection(self) -> apsw.Connection:
        """LockedError once the diary is locked."""
        if self.locked:
            raise LockedError
        self.last_used = time.monotonic()
        return self._connection

    @property
    def key(self) -> DataKey | None:
        """For what is written beside the diary; it stays this file's own."""
        return self._key

    def lock(self) -> None:
        """Closed, and the key gone from memory; only opening it anew brings it back."""
        self.close()
        self.locked = True

    def lock_after_fault(self) -> None:
        """The same, with the file and its log left as they are."""
        self.close_after_fault()
        self.locked = True

    def close(self) -> None:
        """Works the log into the file and cuts it off; should that fail, the log serves next time."""
        try:
            if not self.read_only:
                run(self._connection, sql.TRUNCATE_LOG)
        except apsw.Error:
            self.close_after_fault()
        else:
            self._end()

    def close_after_fault(self) -> None:
        """Leaves file and log as they are: after a failed sync nobody knows what a second one would do."""
        with suppress(apsw.ConnectionClosedError):
            keep_log(self._connection, True)
        self._end()

    def _end(self) -> None:
        self.release()
        if self._key is not None:
            self._key.drop()

    def release(self) -> None:
        """Never fails: whatever happens now, all that was saved is in the file or its log. Keeps the key."""
        with suppress(apsw.Error):
            self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def open_database(
    path: Path, key: DataKey | None = None, migrations: Sequence[str] = sql.MIGRATIONS
) -> Database:
    """The diary at ``path``, made if there is none; GuideError where it cannot be used as it is.

    LockedError where it has a passphrase and no key is given. The key is dropped when the diary is closed,
    and only then: where opening fails the caller still has it.
    """
    with _refusals(key):
        # SQLite knows names in UTF-8 only; any other is refused before something is made there.
        str(path).encode()
        if not place.is_taken(path):
            place.demand_no_remains(path)
            create(path, migrations, key)
        if key is None and has_keys(path.parent):
            raise LockedError
        path = place.demand_file(path)
        if place.log_size(path):
            return _open_after_crash(path, key, migrations)
        return _open_closed_file(path, key, migrations)


def _open_after_crash(path: Path, key: DataKey | None, migrations: Sequence[str]) -> Database:
    if not place.can_write(path):
        raise GuideError(
            "The diary's last entries still have to be put in place, but its folder is write-protected."
            " Please copy the whole folder to this computer and open the copy."
        )
    return _open_to_write(path, key, migrations, log_waits=True)


def _open_closed_file(path: Path, key: DataKey | None, migrations: Sequence[str]) -> Database:
    """First looks without leaving a trace, so that a file which is not ours is never opened for writing."""
    database = _open_to_look(path, key)
    with _closed_on_error(database):
        number = check_identity(database.connection, len(migrations))
        if not place.can_write(path):
            check_soundness(database.connection, number, migrations)
            _demand_newest(number, len(migrations))
            return database
    database.release()
    return _open_to_write(path, key, migrations, log_waits=False)


def _open_to_look(path: Path, key: DataKey | None) -> Database:
    lock = SharedLock(path)
    try:
        database = Database(connect_to_look(path, key), key, lock)
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


def _open_to_write(path: Path, key: DataKey | None, migrations: Sequence[str], log_waits: bool) -> Database:
    database = Database(_connect_alone(path, key, log_waits), key)
    connection = database.connection
    with _closed_on_error(database):
        number = check_identity(connection, len(migrations))
        check_soundness(connection, number, migrations)
        keep_log(connection, False)
        _make_ready(connection, path, key, number, migrations)
    return database


def _connect_alone(path: Path, key: DataKey | None, log_waits: bool) -> apsw.Connection:
    """Of windows that ask at once each keeps the others out, and SQLite would have all ask again at once.

    So whoever does not get the file lets go of it altogether, and comes back after a while of its own.
    """
    until = time.monotonic() + PATIENCE_MS / 1000
    while True:
        connection = connect(path, key)
        try:
            # Until the diary is known to be ours and sound, closing it must not work a waiting log in.
            keep_log(connection, log_waits)
            connection.set_busy_timeout(0)
            apply_settings(connection, sql.LOCK_SETTINGS)
            # Only the first reading takes the lock.
            value_of(connection, sql.GET_SCHEMA_NUMBER)
            connection.set_busy_timeout(PATIENCE_MS)
        except apsw.BusyError:
            connection.close()
            if time.monotonic() > until:
                raise
            time.sleep(secrets.randbelow(_LONGEST_PAUSE_MS) / 1000)
        except BaseException:
            connection.close()
            raise
        else:
            return connection


def _make_ready(
    connection: apsw.Connection, path: Path, key: DataKey | None, number: int, migrations: Sequence[str]
) -> None:
    place.make_private(path)
    discard_leftovers(path.parent, UNFINISHED)
    apply_settings(connection, sql.WRITE_SETTINGS)
    if number < len(migrations):
        keep_copy(connection, path, key, number, migrations)
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
def _refusals(key: DataKey | None) -> Iterator[None]:
    """Every fault on the way to an open diary, in words for a parent."""
    try:
        yield
    except (apsw.Error, OSError, UnicodeError) as error:
        raise GuideError(refusal(error, key), details_of(error)) from error
