"""The few things done with a raw SQLite connection."""

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import Any

import apsw

from guide.store import sql
from guide.store.keys import DataKey
from guide.store.sql.copying import CIPHER, use_key

# Another window that is just closing gets this long; more would only freeze ours.
PATIENCE_MS = 300
_BLOCK = 1024 * 1024


def connect(path: Path, key: DataKey | None = None) -> apsw.Connection:
    """For reading and writing a file that exists; never makes one. A key encrypts its log as well."""
    return _connect(path, key, apsw.SQLITE_OPEN_READWRITE)


def connect_to_look(path: Path, key: DataKey | None = None) -> apsw.Connection:
    """Reads without a lock, without the log, and without leaving anything beside the file."""
    return _connect(path, key, apsw.SQLITE_OPEN_READONLY, "?immutable=1")


def _connect(path: Path, key: DataKey | None, mode: int, query: str = "") -> apsw.Connection:
    connection = apsw.Connection(_uri(path) + query, flags=mode | apsw.SQLITE_OPEN_URI)
    try:
        _harden(connection)
        if key is not None:
            _give_key(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _harden(connection: apsw.Connection) -> None:
    for switch, value in (
        (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
        (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
    ):
        connection.config(switch, value)
    connection.set_busy_timeout(PATIENCE_MS)


def _give_key(connection: apsw.Connection, key: DataKey) -> None:
    for statement in (CIPHER, use_key(key.sql)):
        # Kept for another time, the statement would keep the key in memory with it.
        connection.execute(statement, can_cache=False).fetchall()


def _uri(path: Path) -> str:
    return _address(path.absolute())


def _address(path: PurePath) -> str:
    # A name put into an address as it is would lead to another file: "#" and "?" end it.
    uri = path.as_uri()
    # SQLite takes no other computer's name there, where Windows has it for a folder in the network.
    return uri if uri.startswith("file:///") else "file:////" + uri.removeprefix("file://")


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

    def blocks(self) -> Iterator[bytes]:
        """All the file holds, read by the handle that holds the lock, so that it stays held."""
        size = self._file.xFileSize()
        for start in range(0, size, _BLOCK):
            wanted = min(_BLOCK, size - start)
            block = self._file.xRead(wanted, start)
            if len(block) != wanted:
                # Asked for more than there is, this layer gives back less, and leaves noughts out.
                raise apsw.IOError("the file became shorter while it was read")
            yield block

    def release(self) -> None:
        """Never fails; on a disk that is gone there is nothing left to hold."""
        with suppress(apsw.Error):
            self._file.xUnlock(apsw.SQLITE_LOCK_NONE)
        with suppress(apsw.Error):
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


def was_replaced(connection: apsw.Connection) -> bool:
    """Whether the name of the open file leads to another one now, or nowhere: no tool tells us that."""
    moved = ctypes.c_int(0)
    connection.file_control("main", apsw.SQLITE_FCNTL_HAS_MOVED, ctypes.addressof(moved))
    return bool(moved.value)


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
