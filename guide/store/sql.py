"""Every statement the diary's file ever sees; no other module holds SQL."""

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

MIGRATIONS: tuple[str, ...] = (MIGRATION_1, MIGRATION_2)
"""Schema number N is what the first N of these make; a released one is never changed again."""

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
TRUNCATE_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"

BEGIN = "BEGIN IMMEDIATE"
COMMIT = "COMMIT"
ROLLBACK = "ROLLBACK"


def set_schema_number(number: int) -> str:
    return set_setting("user_version", number)


CHILDREN = """
SELECT id, name, birth_date, weeks_early, skin_tone, allergies FROM children ORDER BY rowid
"""

SAVE_CHILD = """
INSERT INTO children (id, name, birth_date, weeks_early, skin_tone, allergies)
VALUES (:id, :name, :birth_date, :weeks_early, :skin_tone, :allergies)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, birth_date = excluded.birth_date, weeks_early = excluded.weeks_early,
    skin_tone = excluded.skin_tone, allergies = excluded.allergies, changed_utc = excluded.changed_utc
"""

SPOTS = """
SELECT id, child_id, name, view, region, x, y, first_seen, status
FROM spots WHERE child_id = ? ORDER BY rowid
"""

SAVE_SPOT = """
INSERT INTO spots (id, child_id, name, view, region, x, y, first_seen, status)
VALUES (:id, :child_id, :name, :view, :region, :x, :y, :first_seen, :status)
ON CONFLICT (id) DO UPDATE SET
    child_id = excluded.child_id, name = excluded.name, view = excluded.view, region = excluded.region,
    x = excluded.x, y = excluded.y, first_seen = excluded.first_seen, status = excluded.status,
    changed_utc = excluded.changed_utc
"""

NOTES = """
SELECT id, spot_id, written_at, written_zone, text, compared, how_many, largest_mm, itch, temperature_c,
       care_tried
FROM notes WHERE spot_id = ? ORDER BY written_utc DESC, rowid DESC
"""

SAVE_NOTE = """
INSERT INTO notes (id, spot_id, written_at, written_zone, written_utc, text, compared, how_many, largest_mm,
                   itch, temperature_c, care_tried)
VALUES (:id, :spot_id, :written_at, :written_zone, :written_utc, :text, :compared, :how_many, :largest_mm,
        :itch, :temperature_c, :care_tried)
ON CONFLICT (id) DO UPDATE SET
    spot_id = excluded.spot_id, written_at = excluded.written_at, written_zone = excluded.written_zone,
    written_utc = excluded.written_utc, text = excluded.text, compared = excluded.compared,
    how_many = excluded.how_many, largest_mm = excluded.largest_mm, itch = excluded.itch,
    temperature_c = excluded.temperature_c, care_tried = excluded.care_tried,
    changed_utc = excluded.changed_utc
"""

PHOTOS_OF_SPOT = """
SELECT photos.id, note_id, width, height, size, taken
FROM photos JOIN notes ON notes.id = note_id WHERE spot_id = ? ORDER BY photos.rowid
"""

ADD_PHOTO = """
INSERT INTO photos (id, note_id, width, height, size, sha256, taken)
VALUES (:id, :note_id, :width, :height, :size, :sha256, :taken)
"""

ADD_PHOTO_BYTES = "INSERT INTO photo_bytes (photo_id, thumbnail, jpeg) VALUES (:id, :thumbnail, :jpeg)"

JPEG = "SELECT jpeg, sha256 FROM photo_bytes JOIN photos ON photos.id = photo_id WHERE photo_id = ?"

THUMBNAIL = "SELECT thumbnail FROM photo_bytes WHERE photo_id = ?"

CHECKS = """
SELECT id, child_id, spot_id, done_at, done_zone, pack_version, level, title, reasons, signs, chosen, lines
FROM saved_checks WHERE child_id = ? ORDER BY done_utc DESC, rowid DESC
"""

SAVE_CHECK = """
INSERT INTO saved_checks (id, child_id, spot_id, done_at, done_zone, done_utc, pack_version, level, title,
                          reasons, signs, chosen, lines)
VALUES (:id, :child_id, :spot_id, :done_at, :done_zone, :done_utc, :pack_version, :level, :title,
        :reasons, :signs, :chosen, :lines)
ON CONFLICT (id) DO UPDATE SET
    child_id = excluded.child_id, spot_id = excluded.spot_id, done_at = excluded.done_at,
    done_zone = excluded.done_zone, done_utc = excluded.done_utc, pack_version = excluded.pack_version,
    level = excluded.level, title = excluded.title, reasons = excluded.reasons, signs = excluded.signs,
    chosen = excluded.chosen, lines = excluded.lines
"""

CHECK_DRAFT = "SELECT child_id, kept_at, kept_zone, content FROM check_drafts WHERE child_id = ?"

KEEP_CHECK_DRAFT = """
INSERT INTO check_drafts (child_id, kept_at, kept_zone, content)
VALUES (:child_id, :kept_at, :kept_zone, :content)
ON CONFLICT (child_id) DO UPDATE SET
    kept_at = excluded.kept_at, kept_zone = excluded.kept_zone, content = excluded.content
"""

FORGET_CHECK_DRAFT = "DELETE FROM check_drafts WHERE child_id = :child_id"
