"""The third step of the schema: a trash, care and reminders, and the journal of every change."""

# Nothing a parent deletes leaves its table at once: deleted_utc says since when it lies in the trash. device
# is the computer that wrote the row last, a random id that each diary is given once.
_COLUMNS = """
CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
INSERT INTO meta (name, value) VALUES ('device', lower(hex(randomblob(16))));

ALTER TABLE children ADD COLUMN family_history TEXT NOT NULL DEFAULT '';
ALTER TABLE photos ADD COLUMN changed_utc TEXT NOT NULL DEFAULT '';
ALTER TABLE saved_checks ADD COLUMN changed_utc TEXT NOT NULL DEFAULT '';

ALTER TABLE children ADD COLUMN deleted_utc TEXT;
ALTER TABLE spots ADD COLUMN deleted_utc TEXT;
ALTER TABLE notes ADD COLUMN deleted_utc TEXT;
ALTER TABLE photos ADD COLUMN deleted_utc TEXT;
ALTER TABLE saved_checks ADD COLUMN deleted_utc TEXT;

ALTER TABLE children ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE spots ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE notes ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE photos ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE saved_checks ADD COLUMN device TEXT NOT NULL DEFAULT '';

CREATE TABLE cares (
    id TEXT PRIMARY KEY NOT NULL,
    child_id TEXT NOT NULL REFERENCES children (id),
    spot_id TEXT REFERENCES spots (id),
    name TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT,
    helped TEXT NOT NULL CHECK (helped IN ('', 'yes', 'no', 'unsure')),
    text TEXT NOT NULL,
    created_utc TEXT NOT NULL,
    changed_utc TEXT NOT NULL,
    deleted_utc TEXT,
    device TEXT NOT NULL
) STRICT;
CREATE INDEX cares_of_child ON cares (child_id, from_day);
CREATE INDEX cares_of_spot ON cares (spot_id);

CREATE TABLE reminders (
    id TEXT PRIMARY KEY NOT NULL,
    child_id TEXT NOT NULL REFERENCES children (id),
    spot_id TEXT REFERENCES spots (id),
    on_day TEXT NOT NULL,
    text TEXT NOT NULL,
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    created_utc TEXT NOT NULL,
    changed_utc TEXT NOT NULL,
    deleted_utc TEXT,
    device TEXT NOT NULL
) STRICT;
CREATE INDEX reminders_of_child ON reminders (child_id, on_day);
CREATE INDEX reminders_of_spot ON reminders (spot_id);

CREATE INDEX notes_in_trash ON notes (deleted_utc) WHERE deleted_utc IS NOT NULL;
CREATE INDEX photos_in_trash ON photos (deleted_utc) WHERE deleted_utc IS NOT NULL;
"""

# seq is the order in which this diary took its changes in, and never looks at a clock; read in that order
# they give every table again. The rows of one action share its id. verb stands only at the row the action is
# named after; an action with no such row cannot be undone. undoes is the action that this one takes back.
# purged remembers without a word what was emptied out of the trash, so that merging does not bring it back.
_JOURNAL = """
CREATE TABLE changes (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    action_id TEXT NOT NULL,
    device TEXT NOT NULL,
    at TEXT NOT NULL,
    zone TEXT NOT NULL,
    utc TEXT NOT NULL,
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT CHECK (json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after)),
    undoes TEXT,
    verb TEXT NOT NULL CHECK (verb IN ('', 'add', 'change', 'delete', 'bring-back', 'merge', 'undo', 'redo'))
) STRICT;
CREATE INDEX changes_of_row ON changes (row_id, seq);
CREATE INDEX changes_of_action ON changes (action_id, seq);
CREATE INDEX changes_undoing ON changes (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX changes_named ON changes (device, seq) WHERE verb <> '';

CREATE TABLE purged (
    row_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    utc TEXT NOT NULL,
    PRIMARY KEY (row_id, kind)
) STRICT;
"""

_STAMPED = """
UPDATE {table} SET created_utc = replace(created_utc, 'Z', '000Z'), changed_utc = {changed},
    device = (SELECT value FROM meta WHERE name = 'device');
"""

# One change for each row there is, so that the journal alone gives the tables from the first day on. Numbers
# are put into words here, since json_object() would leave out their last digits.
_FIRST_CHANGE = """
INSERT INTO changes (id, action_id, device, at, zone, utc, kind, row_id, after, verb)
SELECT lower(hex(randomblob(16))), device, device, created_utc, 'UTC', created_utc, '{table}', id,
       json_object({pairs}), ''
FROM {table} ORDER BY rowid;
"""

_KEPT = ("created_utc", "changed_utc", "deleted_utc", "device")
# In this order whatever is referred to comes first.
_THEN: dict[str, tuple[str, ...]] = {
    "children": ("name", "birth_date", "weeks_early", "skin_tone", "allergies", "family_history"),
    "spots": ("child_id", "name", "view", "region", "x", "y", "first_seen", "status"),
    "notes": (
        *("spot_id", "written_at", "written_zone", "written_utc", "text", "compared", "how_many"),
        *("largest_mm", "itch", "temperature_c", "care_tried"),
    ),
    "photos": ("note_id", "width", "height", "size", "sha256", "taken"),
    "saved_checks": (
        *("child_id", "spot_id", "done_at", "done_zone", "done_utc", "pack_version", "level", "title"),
        *("reasons", "signs", "chosen", "lines"),
    ),
}
_REAL = ("x", "y", "largest_mm", "temperature_c")
_WITHOUT_CHANGED = ("photos", "saved_checks")


def _stamped(table: str) -> str:
    changed = "created_utc" if table in _WITHOUT_CHANGED else "changed_utc"
    return _STAMPED.format(table=table, changed=f"replace({changed}, 'Z', '000Z')")


def _first_change(table: str) -> str:
    columns = ("id", *_THEN[table], *_KEPT)
    return _FIRST_CHANGE.format(table=table, pairs=", ".join(map(_pair, columns)))


def _pair(column: str) -> str:
    exact = f"CASE WHEN {column} IS NULL THEN NULL ELSE json(format('%!.17g', {column})) END"
    return f"'{column}', {exact if column in _REAL else column}"


MIGRATION_3 = "".join([_COLUMNS, _JOURNAL, *map(_stamped, _THEN), *map(_first_change, _THEN)])
