"""A diary with one odd word in every text and every photo, and a search for it in every byte on the disk.

Started as a program it searches a folder, and so without taking this program's locks from the diary there.
"""

import json
import sys
from pathlib import Path
from typing import Any

import apsw

from guide.store.connection import run
from guide.store.database import open_database
from guide.store.keys import DataKey
from guide.store.prints import prints_of
from tests.store.processes import output_of, python, say

WORD = "Kanarienvögelchen"
NAME = "diary.littlespots"
PHOTO = b"\xff\xd8" + WORD.encode() * 30 + b"\xff\xd9"
# Columns whose words the tables choose from.
CHOSEN = {
    "status": "new",
    "compared": "same",
    "helped": "yes",
    "verb": "add",
    "sha256": "0" * 64,
    "reasons": json.dumps([WORD], ensure_ascii=False),
    "signs": json.dumps({WORD: WORD}, ensure_ascii=False),
    "chosen": json.dumps({WORD: [WORD]}, ensure_ascii=False),
    "lines": json.dumps([[WORD, WORD]], ensure_ascii=False),
    "before": json.dumps({"text": WORD}, ensure_ascii=False),
    "after": json.dumps({"text": WORD}, ensure_ascii=False),
    "content": json.dumps({"text": WORD}, ensure_ascii=False),
}
BY_KIND: dict[str, object] = {"TEXT": WORD, "INTEGER": 1, "REAL": 0.5, "BLOB": PHOTO}
LOOKS = tuple(
    {
        look
        for text in (WORD, WORD[:9])
        for look in (
            text.encode(),
            text.encode("utf-16-le"),
            text.encode("utf-16-be"),
            text.encode("latin-1"),
            text.encode().hex().encode(),
            text.encode().hex().upper().encode(),
        )
    }
)


def fill_with_canaries(connection: apsw.Connection) -> None:
    """One row in each table there is, so that a table or column made later is searched for as well."""
    run(connection, "PRAGMA foreign_keys = OFF")
    tables = run(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")
    for (table,) in tables:
        _fill(connection, table)
    run(connection, "PRAGMA foreign_keys = ON")
    assert not run(connection, "PRAGMA foreign_key_check")


def _fill(connection: apsw.Connection, table: str) -> None:
    row = {name: _value(name, kind) for _, name, kind, *_ in run(connection, f"PRAGMA table_info({table})")}
    run(
        connection,
        f"INSERT OR REPLACE INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
        tuple(row.values()),
    )


def _value(name: str, kind: str) -> Any:
    return CHOSEN.get(name, BY_KIND[kind])


def canary_diary(folder: Path, key: DataKey | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    database = open_database(folder / NAME, key and key.copy())
    fill_with_canaries(database.connection)
    database.close()
    return folder / NAME


def content_of(folder: Path, key: DataKey | None, name: str = NAME) -> object:
    database = open_database(folder / name, key and key.copy())
    prints = prints_of(database.connection)
    database.close()
    return prints


def files_with(folder: Path, *words: bytes) -> list[str]:
    """The files in and below the folder in which one of the words stands, in any way it may be written."""
    looks = words or LOOKS
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(look in path.read_bytes() for look in looks)
    )


def files_with_from_outside(folder: Path) -> list[str]:
    """As ``files_with``, while this program has the diary open: reading its file here would end its lock."""
    found: list[str] = json.loads(output_of(python("canaries", folder)))
    return found


if __name__ == "__main__":
    say(json.dumps(files_with(Path(sys.argv[1]))))
