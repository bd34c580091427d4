"""Settings of the engine, its checks of a file, and transactions."""

from guide.store.sql.schema import APPLICATION_ID

# Larger pages than usual: most of the file is photos, and checking it at every start is twice as fast.
PAGE_SIZE = "PRAGMA page_size = 8192"

READ_SETTINGS: tuple[tuple[str, str | int], ...] = (
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("mmap_size", 0),
    ("temp_store", 2),
)

# The lock comes first: asked for before the file is read, it is kept until the file is closed, and the log
# needs no shared-memory file beside it.
LOCK_SETTINGS: tuple[tuple[str, str | int], ...] = (("locking_mode", "exclusive"), *READ_SETTINGS)

# FULL is what keeps a saved note through a power cut.
WRITE_SETTINGS: tuple[tuple[str, str | int], ...] = (
    *LOCK_SETTINGS,
    ("journal_mode", "wal"),
    ("synchronous", 2),
    ("secure_delete", 1),
    ("fullfsync", 1),
    ("checkpoint_fullfsync", 1),
)

FOREIGN_KEYS: tuple[tuple[str, str | int], ...] = (("foreign_keys", 1),)


def set_setting(name: str, value: str | int) -> str:
    return f"PRAGMA {name} = {value}"


def get_setting(name: str) -> str:
    return f"PRAGMA {name}"


GET_APPLICATION_ID = get_setting("application_id")
SET_APPLICATION_ID = set_setting("application_id", APPLICATION_ID)
GET_SCHEMA_NUMBER = get_setting("user_version")
CHECK_STRUCTURE = "PRAGMA integrity_check(5)"
CHECK_REFERENCES = "PRAGMA foreign_key_check"
PAGE_COUNT = get_setting("page_count")
TRUNCATE_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"


def check_structure_of(table: str) -> str:
    return f"PRAGMA integrity_check({table})"


def check_references_of(table: str) -> str:
    return f"PRAGMA foreign_key_check({table})"


BEGIN = "BEGIN IMMEDIATE"
COMMIT = "COMMIT"
ROLLBACK = "ROLLBACK"


def set_schema_number(number: int) -> str:
    return set_setting("user_version", number)
