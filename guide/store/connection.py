"""The few things done with a raw SQLite connection."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from guide.store import sql

# Another window that is just closing gets this long; more would only freeze ours.
PATIENCE_MS = 300


def connect(path: Path) -> apsw.Connection:
    """For reading and writing a file that exists; never makes one."""
    return _connect(path, apsw.SQLITE_OPEN_READWRITE)


def connect_to_look(path: Path) -> apsw.Connection:
    """Reads without a lock, without the log, and without leaving anything beside the file."""
    return _connect(path, apsw.SQLITE_OPEN_READONLY, "?immutable=1")


def _connect(path: Path, mode: int, query: str = "") -> apsw.Connection:
    connection = apsw.Connection(_uri(path) + query, flags=mode | apsw.SQLITE_OPEN_URI)
    for switch, value in (
        (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
        (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
    ):
        connection.config(switch, value)
    connection.set_busy_timeout(PATIENCE_MS)
    return connection


def _uri(path: Path) -> str:
    # A name put into an address as it is would lead to another file: "#" and "?" end it.
    return path.absolute().as_uri()


class SharedLock:
    """Keeps others from writing to the file while it is only looked at.

    Taken through SQLite's own file layer: a plain open() and close() would drop this program's other locks.
    """

    def __init__(self, path: Path) -> None:
        flags = [apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_MAIN_DB, 0]
        self._file = apsw.VFSFile("", str(path), flags)
        try:
            self._file.xLock(apsw.SQLITE_LOCK_SHARED)
        except apsw.Error:
            self._file.xClose()
            raise

    def release(self) -> None:
        self._file.xUnlock(apsw.SQLITE_LOCK_NONE)
        self._file.xClose()


def run(
    connection: apsw.Connection, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()
) -> list[Any]:
    """All rows at once: a statement left half read would keep its transaction open."""
    return connection.execute(statement, values).fetchall()


def value_of(connection: apsw.Connection, statement: str) -> Any:
    rows = run(connection, statement)
    return rows[0][0] if rows else None


def apply_settings(connection: apsw.Connection, settings: Iterable[tuple[str, str | int]]) -> None:
    """Sets each and reads it back, since SQLite ignores in silence what it cannot do."""
    for name, wanted in settings:
        run(connection, sql.set_setting(name, wanted))
        found = value_of(connection, sql.get_setting(name))
        if found != wanted:
            raise apsw.CantOpenError(f"{name} is {found}, not {wanted}")


def keep_log(connection: apsw.Connection, keep: bool) -> None:
    """Whether closing leaves the log beside the file as it is, instead of working it in."""
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, int(keep))


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All of it or nothing of it."""
    run(connection, sql.BEGIN)
    try:
        yield
        run(connection, sql.COMMIT)
    except BaseException:
        # After some faults SQLite has rolled back by itself.
        if connection.in_transaction:
            run(connection, sql.ROLLBACK)
        raise
