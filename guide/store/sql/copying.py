"""The key of an encrypted diary, and taking every row of one diary into another."""

# Said aloud, since another build's choice of cipher would make the diary unreadable.
CIPHER = "PRAGMA cipher = 'chacha20'"

# A copy is of no use until it is whole: no log is needed, and it takes no more room than the diary itself.
COPY_SETTINGS: tuple[tuple[str, str | int], ...] = (
    ("journal_mode", "delete"),
    ("synchronous", 2),
    ("fullfsync", 1),
)

TABLES = """
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name
"""

COLUMNS = "SELECT name FROM pragma_table_info(?) ORDER BY cid"

# Everything in the diary is ordered by rowid where nothing else orders it.
_ROW_NUMBER = "rowid"


def use_key(value: str) -> str:
    return f"PRAGMA key = '{value}'"


def all_rows(table: str, columns: list[str]) -> str:
    return f"SELECT {_listed(columns)} FROM {_name(table)} ORDER BY {_ROW_NUMBER}"  # noqa: S608


def empty(table: str) -> str:
    return f"DELETE FROM {_name(table)}"  # noqa: S608


def add_row(table: str, columns: list[str]) -> str:
    places = ", ".join("?" * (len(columns) + 1))
    return f"INSERT INTO {_name(table)} ({_listed(columns)}) VALUES ({places})"  # noqa: S608


def _listed(columns: list[str]) -> str:
    return ", ".join([_ROW_NUMBER, *map(_name, columns)])


def _name(word: str) -> str:
    doubled = word.replace('"', '""')
    return f'"{doubled}"'
