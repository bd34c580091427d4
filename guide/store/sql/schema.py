"""The diary's tables as they were made, step by step; a released step is never changed again."""

from guide.store.sql.schema_3 import MIGRATION_3
from guide.store.sql.schema_4 import MIGRATION_4

APPLICATION_ID = 0x4C53504F
"""Marks the file as a Little Spots diary ("LSPO"), so that another program's database is never written to."""

# Ids are random text; days are ISO dates; moments are the wall time with its offset as the parent saw it, the
# zone's name, and the same instant in UTC, which is what sorts. created_utc and changed_utc are for merging
# the diaries of two parents. Photo bytes stand apart so that lists never read them; the small one comes first
# in its row because SQLite walks over everything before the column it is asked for.
MIGRATION_1 = """
CREATE TABLE children (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    birth_date TEXT,
    weeks_early INTEGER NOT NULL,
    skin_tone INTEGER NOT NULL CHECK (skin_tone BETWEEN 0 AND 4),
    allergies TEXT NOT NULL,
    created_utc TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_utc TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE spots (
    id TEXT PRIMARY KEY NOT NULL,
    child_id TEXT NOT NULL REFERENCES children (id),
    name TEXT NOT NULL,
    view TEXT NOT NULL,
    region TEXT NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    first_seen TEXT,
    status TEXT NOT NULL CHECK (status IN ('new', 'changing', 'fading', 'gone')),
    created_utc TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_utc TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
CREATE INDEX spots_of_child ON spots (child_id);

CREATE TABLE notes (
    id TEXT PRIMARY KEY NOT NULL,
    spot_id TEXT NOT NULL REFERENCES spots (id),
    written_at TEXT NOT NULL,
    written_zone TEXT NOT NULL,
    written_utc TEXT NOT NULL,
    text TEXT NOT NULL,
    compared TEXT NOT NULL CHECK (compared IN ('', 'gone', 'better', 'same', 'worse', 'new-ones')),
    how_many INTEGER,
    largest_mm REAL,
    itch INTEGER,
    temperature_c REAL,
    care_tried TEXT NOT NULL,
    created_utc TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_utc TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
CREATE INDEX notes_of_spot ON notes (spot_id, written_utc);

CREATE TABLE photos (
    id TEXT PRIMARY KEY NOT NULL,
    note_id TEXT NOT NULL REFERENCES notes (id),
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    taken TEXT,
    created_utc TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
CREATE INDEX photos_of_note ON photos (note_id);

CREATE TABLE photo_bytes (
    photo_id TEXT PRIMARY KEY NOT NULL REFERENCES photos (id),
    thumbnail BLOB NOT NULL CHECK (length(thumbnail) > 0),
    jpeg BLOB NOT NULL CHECK (length(jpeg) > 0)
) STRICT;

CREATE TABLE saved_checks (
    id TEXT PRIMARY KEY NOT NULL,
    child_id TEXT NOT NULL REFERENCES children (id),
    spot_id TEXT REFERENCES spots (id),
    done_at TEXT NOT NULL,
    done_zone TEXT NOT NULL,
    done_utc TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    level TEXT NOT NULL,
    title TEXT NOT NULL,
    reasons TEXT NOT NULL CHECK (json_valid(reasons)),
    signs TEXT NOT NULL CHECK (json_valid(signs)),
    chosen TEXT NOT NULL CHECK (json_valid(chosen)),
    lines TEXT NOT NULL CHECK (json_valid(lines)),
    created_utc TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
CREATE INDEX checks_of_child ON saved_checks (child_id, done_utc);
CREATE INDEX checks_of_spot ON saved_checks (spot_id);
"""

# A check on its way, one for each child; the child's id is empty where no child is chosen.
MIGRATION_2 = """
CREATE TABLE check_drafts (
    child_id TEXT PRIMARY KEY NOT NULL,
    kept_at TEXT NOT NULL,
    kept_zone TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
"""

MIGRATIONS: tuple[str, ...] = (MIGRATION_1, MIGRATION_2, MIGRATION_3, MIGRATION_4)
"""Schema number N is what the first N of these make; a released one is never changed again."""
