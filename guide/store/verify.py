"""Whether a file is a diary, one this program knows, and sound."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import apsw

from guide.errors import GuideError
from guide.store import place, sql
from guide.store.connection import run, value_of

# Read from the disk for the first time, a diary with 2,000 photos takes more than a second to check, with a
# passphrase more than that. So a large one that was closed in good order is opened once all that lists and
# pages are made of is known to be sound. The photos' bytes and the journal, nearly all of the file, are gone
# through on the storage thread right afterwards, and saving ends the moment damage is found. Little is risked
# by that: what was not checked is only added to, each photo is held against its hash when it is read, and
# neither a migration is begun on nor a copy made of what was not checked whole. After a crash the whole file
# is checked before anything else.
CHECKED_AT_ONCE = 32 * 1024 * 1024
_CHECKED_LATER = ("photo_bytes", "changes")

_STEPS_BETWEEN_LOOKS = 500


def check_identity(connection: apsw.Connection, newest: int) -> int:
    """The schema number of a diary of ours; any other file is refused."""
    if value_of(connection, sql.GET_APPLICATION_ID) != sql.APPLICATION_ID:
        raise GuideError(
            "The file with the diary's name belongs to another program. It was left as it is; please move"
            " it away or choose another folder."
        )
    number = int(value_of(connection, sql.GET_SCHEMA_NUMBER))
    if number > newest:
        raise GuideError(
            "This diary was written by a newer Little Spots and was left as it is. Please install the"
            " newest version to open it.",
            f"schema {number}, known up to {newest}",
        )
    return number


def check_soundness(connection: apsw.Connection, number: int, migrations: Sequence[str]) -> None:
    """The very tables that schema number has, and each page and reference that must be known to be sound."""
    if number < 0 or _tables(connection) != _expected_tables(migrations[:number]):
        raise apsw.CorruptError(f"tables are not those of schema {number}")
    _check_size(connection)
    if number == len(migrations) and _is_live(connection) and is_checked_later(connection):
        _check_what_pages_are_made_of(connection)
    else:
        check_whole(connection)


def check_whole(connection: apsw.Connection) -> None:
    """Every page and every reference."""
    _demand_none(connection, sql.CHECK_STRUCTURE, [("ok",)])
    _demand_none(connection, sql.CHECK_REFERENCES, [])


def is_checked_later(connection: apsw.Connection) -> bool:
    """Large and closed in good order."""
    return _size(connection) > CHECKED_AT_ONCE and not _log_waits(connection)


def _is_live(connection: apsw.Connection) -> bool:
    """Only the diary itself is locked before it is looked at; copies and backups are checked whole."""
    return bool(value_of(connection, sql.get_setting("locking_mode")) == "exclusive")


def check_unless_wanted(connection: apsw.Connection, is_wanted: Callable[[], bool]) -> bool:
    """As ``check_whole``, given up as soon as the connection is wanted for something else."""
    connection.set_progress_handler(is_wanted, _STEPS_BETWEEN_LOOKS)
    try:
        check_whole(connection)
    except apsw.InterruptError:
        return False
    finally:
        connection.set_progress_handler(None)
    return True


def _check_what_pages_are_made_of(connection: apsw.Connection) -> None:
    tables = [name for kind, name, *_ in _tables(connection) if kind == "table"]
    for table in sorted(set(tables) - set(_CHECKED_LATER)):
        _demand_none(connection, sql.check_structure_of(table), [("ok",)])
        _demand_none(connection, sql.check_references_of(table), [])


def _demand_none(connection: apsw.Connection, check: str, sound: list[tuple[str, ...]]) -> None:
    problems = run(connection, check)
    if problems != sound:
        raise apsw.CorruptError(f"{check}: {len(problems)} problems")


def _check_size(connection: apsw.Connection) -> None:
    """SQLite takes what is missing of the last page for zeros."""
    with suppress(OSError):
        if _file(connection).stat().st_size < _size(connection) and not _log_waits(connection):
            raise apsw.CorruptError("the end of the file is missing")


def _size(connection: apsw.Connection) -> int:
    return int(value_of(connection, sql.PAGE_COUNT)) * int(value_of(connection, sql.get_setting("page_size")))


def _log_waits(connection: apsw.Connection) -> bool:
    return place.log_size(_file(connection)) > 0


def _file(connection: apsw.Connection) -> Path:
    return Path(connection.filename)


def _expected_tables(migrations: Sequence[str]) -> set[tuple[str, ...]]:
    connection = apsw.Connection(":memory:")
    for script in migrations:
        run(connection, script)
    tables = _tables(connection)
    connection.close()
    return tables


def _tables(connection: apsw.Connection) -> set[tuple[str, ...]]:
    return set(run(connection, sql.SCHEMA))
