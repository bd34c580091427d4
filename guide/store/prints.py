"""What tells whether two diaries hold the same to the last bit, whatever their files look like."""

import hashlib
from collections.abc import Iterator
from typing import Any

import apsw

from guide.store.connection import run
from guide.store.sql import copying as sql

Columns = dict[str, list[str]]
Prints = dict[str, tuple[int, str]]
"""Of each table the number of its rows and the hash of all they hold, photos included."""


def prints_of(connection: apsw.Connection) -> Prints:
    return {table: _print_of(connection, table, names) for table, names in columns_of(connection).items()}


def _print_of(connection: apsw.Connection, table: str, columns: list[str]) -> tuple[int, str]:
    fingerprint = Fingerprint()
    for _row in fingerprint.of(connection.execute(sql.all_rows(table, columns))):
        pass
    return fingerprint.result


def columns_of(connection: apsw.Connection) -> Columns:
    tables = [name for (name,) in run(connection, sql.TABLES)]
    return {table: [name for (name,) in run(connection, sql.COLUMNS, (table,))] for table in tables}


class Fingerprint:
    """Counts and hashes rows as they pass: of each value its kind, length and bytes."""

    def __init__(self) -> None:
        self._count = 0
        self._hash = hashlib.sha256()

    def of(self, rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        for row in rows:
            self._count += 1
            for value in row:
                self._add(value)
            yield row

    @property
    def result(self) -> tuple[int, str]:
        return self._count, self._hash.hexdigest()

    def _add(self, value: Any) -> None:
        data = value if isinstance(value, bytes) else repr(value).encode()
        self._hash.update(f"{type(value).__name__} {len(data)} ".encode())
        self._hash.update(data)
