"""The other diary: a private copy of its file, checked before a row of it is believed, and only read."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import apsw

from guide.errors import GuideError
from guide.store import place, sql
from guide.store.connection import SharedLock, apply_settings, connect, connect_to_look, run, value_of
from guide.store.copying import clear_copy, migrate_copy
from guide.store.entries import check_entries
from guide.store.files import new_file
from guide.store.keys import DataKey, LockedError, has_keys
from guide.store.merge.words import NOTHING_DONE, stopped, told
from guide.store.migrations import UNFINISHED
from guide.store.row_checks import check_rows
from guide.store.stopping import IsStopped
from guide.store.verify import check_soundness

# Of what is larger nothing was ever written by this program, and reading it would fill the memory.
_LARGEST_VALUE = 128 * 1024 * 1024
_ROOM_TO_LEAVE = 500 * 1024 * 1024
_BLOCK = 1024 * 1024


class DiaryIn(Protocol):
    """Makes of a backup the file of a whole diary, photos and all, for this user alone.

    The file belongs to whoever called: it is removed once the merge is over.
    """

    def __call__(self, backup: Path) -> Path: ...


class OtherDiary:
    """Sound, of the newest schema, and every row in it makes an object. ``close`` removes the copy."""

    def __init__(self, copy: Path, key: DataKey | None, *, wiped: bool) -> None:
        self._copy, self._wiped = copy, wiped
        self._connection: apsw.Connection | None = None
        with told(), self._removed_on_error():
            _bring_up_to_date(copy, key)
            self._connection = _look(copy, key)
            check_rows(self.rows)
            # Taken over, what is damaged there would be damaged here.
            check_entries(self._connection, photos=False)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        with told():
            clear_copy(self._copy, wiping=self._wiped)

    def rows(self, statement: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """A fault in reading it is never taken for one of the family's own diary."""
        if self._connection is None:
            raise GuideError("The other diary is closed. " + NOTHING_DONE)
        with told():
            yield from self._connection.execute(statement, values)

    @contextmanager
    def _removed_on_error(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise


def open_other(path: Path, key: DataKey | None, own: Path, is_stopped: IsStopped) -> OtherDiary:
    """``own``: the file of the diary that is open; the copy lies beside it until it is closed."""
    with told():
        _demand_other(path, own)
        real = _demand_file(path)
        if key is None and has_keys(real.parent):
            raise LockedError
        copy = _private_copy(real, own.parent, is_stopped, wiped=key is None and has_keys(own.parent))
    return open_copy(copy, key, own)


def _demand_file(path: Path) -> Path:
    """In words that nobody takes for words about their own diary."""
    try:
        return place.demand_file(path)
    except GuideError as error:
        said = "This is not a diary that can be read: it is missing, empty or not a file. "
        raise GuideError(said + NOTHING_DONE + " Please choose another one.", str(error)) from error


def open_copy(copy: Path, key: DataKey | None, own: Path) -> OtherDiary:
    """A file that is ours to remove; written over where it is in clear and the open diary is not."""
    return OtherDiary(copy, key, wiped=key is None and has_keys(own.parent))


def _demand_other(path: Path, own: Path) -> None:
    if path.exists() and path.samefile(own):
        raise GuideError("This is the diary that is open already. Please choose the other one.")


def _private_copy(path: Path, folder: Path, is_stopped: IsStopped, *, wiped: bool) -> Path:
    """With what waits in its log; taken while nobody else writes to it."""
    lock = SharedLock(path)
    try:
        _demand_room(path, folder)
        copy = new_file(folder, UNFINISHED)
        try:
            _write(lock.blocks(), copy, is_stopped)
            if place.log_size(path):
                _write(_blocks_of(_log_of(path)), _log_of(copy), is_stopped)
        except BaseException:
            clear_copy(copy, wiping=wiped)
            raise
        return copy
    finally:
        lock.release()


def _demand_room(path: Path, folder: Path) -> None:
    """For the copy, and for as much again that may come into the diary."""
    needed = 2 * (path.stat().st_size + place.log_size(path)) + _ROOM_TO_LEAVE
    if shutil.disk_usage(folder).free < needed:
        raise apsw.FullError("too little room for a copy of the other diary")


def _write(blocks: Iterator[bytes], target: Path, is_stopped: IsStopped) -> None:
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as copy:
        for block in blocks:
            if is_stopped():
                raise stopped()
            copy.write(block)


def _blocks_of(log: Path) -> Iterator[bytes]:
    """The log is a file of its own: no lock of this program hangs on it."""
    with log.open("rb") as whole:
        while block := whole.read(_BLOCK):
            yield block


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _bring_up_to_date(copy: Path, key: DataKey | None) -> None:
    """On our own copy; nothing of it is believed before its tables are known to be those of its schema."""
    if place.log_size(copy):
        _work_log_in(copy, key)
    connection = _look(copy, key)
    try:
        number = _schema_number(connection)
        check_soundness(connection, number, sql.MIGRATIONS[:number])
    finally:
        connection.close()
    migrate_copy(copy, key, number, sql.MIGRATIONS)


def _work_log_in(copy: Path, key: DataKey | None) -> None:
    connection = connect(copy, key)
    try:
        apply_settings(connection, sql.LOCK_SETTINGS)
        run(connection, sql.TRUNCATE_LOG)
    finally:
        connection.close()


def _look(copy: Path, key: DataKey | None) -> apsw.Connection:
    connection = connect_to_look(copy, key)
    try:
        connection.limit(apsw.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
        apply_settings(connection, sql.READ_SETTINGS)
    except BaseException:
        connection.close()
        raise
    return connection


def _schema_number(connection: apsw.Connection) -> int:
    if value_of(connection, sql.GET_APPLICATION_ID) != sql.APPLICATION_ID:
        raise GuideError("This file is not a diary of Little Spots. " + NOTHING_DONE)
    number = int(value_of(connection, sql.GET_SCHEMA_NUMBER))
    if number > len(sql.MIGRATIONS):
        raise GuideError(
            "The other diary was written by a newer Little Spots. " + NOTHING_DONE + " Please install the"
            " newest version first.",
            f"schema {number}, known up to {len(sql.MIGRATIONS)}",
        )
    return number
