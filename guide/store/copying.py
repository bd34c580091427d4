"""A whole diary into a new file with another key, or with none, and the proof that nothing is missing."""

from collections.abc import Sequence
from pathlib import Path

import apsw

from guide.store.connection import apply_settings, connect, connect_to_look, run, transaction
from guide.store.files import discard, wipe
from guide.store.keys import DataKey
from guide.store.migrations import create, migrate
from guide.store.prints import Fingerprint, Prints, columns_of, prints_of
from guide.store.sql import WRITE_SETTINGS
from guide.store.sql import copying as sql
from guide.store.verify import check_identity, check_soundness, check_whole


def copy_diary(source: apsw.Connection, target: Path, key: DataKey | None, migrations: Sequence[str]) -> None:
    """Makes ``target``; the engine copies no page from a diary with a key to one without, so rows are copied.

    The schema of ``source`` is what ``migrations`` make. apsw.Error where it is not sound, or the copy is not
    the same to the last bit of every value.
    """
    check_whole(source)
    create(target, migrations, key)
    wanted = _fill(source, target, key)
    if _found(target, key, migrations) != wanted:
        raise apsw.CorruptError("the copy differs from the diary")


def migrate_copy(copy: Path, key: DataKey | None, number: int, migrations: Sequence[str]) -> None:
    """A file of our own, sound and of that schema number, becomes what ``migrations`` make."""
    if number == len(migrations):
        return
    connection = connect(copy, key)
    try:
        apply_settings(connection, sql.COPY_SETTINGS)
        migrate(connection, number, migrations)
    finally:
        connection.close()


def clear_copy(copy: Path, *, wiping: bool) -> None:
    """Removes it with what SQLite laid beside. ``wiping``: written over; OSError where that fails."""
    try:
        for end in ("", "-wal", "-journal") if wiping else ():
            wipe(copy.with_name(copy.name + end))
    finally:
        discard(copy)


def _fill(source: apsw.Connection, target: Path, key: DataKey | None) -> Prints:
    columns = columns_of(source)
    connection = connect(target, key)
    try:
        apply_settings(connection, sql.COPY_SETTINGS)
        with transaction(connection):
            prints = {
                table: _copy_table(source, connection, table, names) for table, names in columns.items()
            }
        # Left for the first opening, this change would write into a diary in use, and without a log.
        apply_settings(connection, WRITE_SETTINGS)
        return prints
    finally:
        connection.close()


def _copy_table(
    source: apsw.Connection, target: apsw.Connection, table: str, columns: list[str]
) -> tuple[int, str]:
    """What a new diary brings along by itself, such as this computer's number, gives way."""
    fingerprint = Fingerprint()
    run(target, sql.empty(table))
    rows = fingerprint.of(source.execute(sql.all_rows(table, columns)))
    target.executemany(sql.add_row(table, columns), rows).fetchall()
    return fingerprint.result


def _found(path: Path, key: DataKey | None, migrations: Sequence[str]) -> Prints:
    """Read anew from the disk, after the very checks that opening a diary makes."""
    copy = connect_to_look(path, key)
    try:
        check_soundness(copy, check_identity(copy, len(migrations)), migrations)
        check_whole(copy)
        return prints_of(copy)
    finally:
        copy.close()
