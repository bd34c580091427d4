"""Making a new diary, and bringing an older one up to date after a copy of it was kept."""

import os
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path

import apsw

from guide.store import sql
from guide.store.connection import apply_settings, connect, connect_to_look, run, transaction
from guide.store.files import discard, new_file, publish
from guide.store.keys import DataKey
from guide.store.prints import prints_of
from guide.store.verify import check_soundness

UNFINISHED = "diary"
"""What the names of files not yet finished begin with, after a dot."""


def create(path: Path, migrations: Sequence[str], key: DataKey | None = None) -> None:
    """A new diary appears whole: a crash on the way leaves no half-made file under the diary's name."""
    temporary = new_file(path.parent, UNFINISHED)
    try:
        _fill(temporary, migrations, key)
        publish(temporary, path)
    except (FileExistsError, FileNotFoundError):
        # Another window made one in the meantime, and may have cleared ours away; that one is opened.
        return
    finally:
        discard(temporary)


def _fill(temporary: Path, migrations: Sequence[str], key: DataKey | None) -> None:
    connection = connect(temporary, key)
    try:
        run(connection, sql.PAGE_SIZE)
        apply_settings(connection, sql.WRITE_SETTINGS)
        migrate(connection, 0, migrations)
    finally:
        connection.close()


def migrate(connection: apsw.Connection, number: int, migrations: Sequence[str]) -> None:
    """All steps and the number in one transaction, so that a crash leaves the old diary or the new one."""
    with transaction(connection):
        for step, script in enumerate(migrations[number:], start=number + 1):
            run(connection, script)
            if run(connection, sql.CHECK_REFERENCES):
                raise apsw.CorruptError(f"references that lead nowhere after step {step}")
        run(connection, sql.SET_APPLICATION_ID)
        run(connection, sql.set_schema_number(len(migrations)))


def keep_copy(
    connection: apsw.Connection, path: Path, key: DataKey | None, number: int, migrations: Sequence[str]
) -> None:
    """A copy of the open diary beside it, with the same key, read back before it gets its name."""
    temporary = new_file(path.parent, UNFINISHED)
    try:
        _copy(connection, temporary, key)
        _check_copy(temporary, key, number, migrations)
        _demand_same(connection, temporary, key)
        publish(temporary, _free_name(path, len(migrations)))
    finally:
        discard(temporary)


def _copy(connection: apsw.Connection, temporary: Path, key: DataKey | None) -> None:
    target = connect(temporary, key)
    try:
        # Unlike a clear file, an encrypted one does not take over the size of what is copied into it.
        run(target, sql.PAGE_SIZE)
        backup = target.backup("main", connection, "main")
        try:
            backup.step()
        finally:
            # WORKAROUND: at the end of a "with", a fault of the disk becomes a SystemError that hides it.
            backup.close(True)
    finally:
        target.close()


def _check_copy(temporary: Path, key: DataKey | None, number: int, migrations: Sequence[str]) -> None:
    copy = connect_to_look(temporary, key)
    try:
        check_soundness(copy, number, migrations)
    finally:
        copy.close()


def _demand_same(connection: apsw.Connection, temporary: Path, key: DataKey | None) -> None:
    copy = connect_to_look(temporary, key)
    try:
        if prints_of(copy) != prints_of(connection):
            raise apsw.IOError("the copy differs from the diary")
    finally:
        copy.close()


def _free_name(path: Path, newest: int) -> Path:
    """The copy of an earlier attempt is kept as well: the diary may have been written to since."""
    again = chain([""], (f"-{attempt}" for attempt in count(2)))
    names = (path.with_name(f"{path.stem}-before-{newest}{end}{path.suffix}") for end in again)
    return next(name for name in names if not os.path.lexists(name))
