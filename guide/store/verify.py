"""Whether a file is a diary, one this program knows, and sound."""

from collections.abc import Sequence

import apsw

from guide.errors import GuideError
from guide.store import sql
from guide.store.connection import run, value_of


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
    """Every page, every reference, and the very tables that schema number has."""
    problems = run(connection, sql.CHECK_STRUCTURE)
    if problems != [("ok",)]:
        raise apsw.CorruptError(f"integrity check: {len(problems)} problems")
    if run(connection, sql.CHECK_REFERENCES):
        raise apsw.CorruptError("references that lead nowhere")
    if number < 0 or _tables(connection) != _expected_tables(migrations[:number]):
        raise apsw.CorruptError(f"tables are not those of schema {number}")


def _expected_tables(migrations: Sequence[str]) -> set[tuple[str, ...]]:
    connection = apsw.Connection(":memory:")
    for script in migrations:
        run(connection, script)
    tables = _tables(connection)
    connection.close()
    return tables


def _tables(connection: apsw.Connection) -> set[tuple[str, ...]]:
    return set(run(connection, sql.SCHEMA))
