"""What a backup reads out of the diary, and out of its own copy of it."""

from guide.store.sql.tables import COLUMNS, select

PHOTOS = """
SELECT photo_bytes.rowid, photo_id, sha256, thumbnail
FROM photo_bytes JOIN photos ON photos.id = photo_id ORDER BY photo_bytes.rowid
"""

ADD_PHOTO = "INSERT INTO photo_bytes (rowid, photo_id, thumbnail, jpeg) VALUES (?, ?, ?, ?)"

PHOTO_DIGESTS = """
SELECT photo_bytes.rowid, photo_id, thumbnail, jpeg, sha256, size
FROM photo_bytes JOIN photos ON photos.id = photo_id ORDER BY photo_bytes.rowid
"""

PHOTO_OF = "SELECT jpeg FROM photo_bytes WHERE photo_id = ?"
THUMBNAIL_OF = "SELECT thumbnail FROM photo_bytes WHERE photo_id = ?"

PHOTOS_WITHOUT_BYTES = "SELECT count(*) FROM photos WHERE id NOT IN (SELECT photo_id FROM photo_bytes)"

LOST_PHOTOS = "SELECT sha256 FROM photos WHERE id NOT IN (SELECT photo_id FROM photo_bytes)"

KEPT_PHOTOS = "SELECT jpeg, sha256 FROM photo_bytes JOIN photos ON photos.id = photo_id"

WHERE_PHOTO_IS = """
SELECT photos.id, children.name, spots.name, written_at, written_zone
FROM photos JOIN notes ON notes.id = note_id JOIN spots ON spots.id = spot_id
    JOIN children ON children.id = child_id
WHERE coalesce(photos.deleted_utc, notes.deleted_utc, spots.deleted_utc, children.deleted_utc) IS NULL
ORDER BY written_utc, photos.rowid
"""

# Each change to the diary adds to one of the two, but for drafts, and emptying the trash adds to the other.
STATE = """
SELECT (SELECT count(*) FROM changes), (SELECT id FROM changes ORDER BY seq DESC LIMIT 1),
    (SELECT count(*) FROM purged), (SELECT max(utc) FROM purged)
"""

NEWEST_NOTE = """
SELECT written_at, written_zone
FROM notes JOIN spots ON spots.id = spot_id JOIN children ON children.id = child_id
WHERE coalesce(notes.deleted_utc, spots.deleted_utc, children.deleted_utc) IS NULL
ORDER BY written_utc DESC LIMIT 1
"""
CHILDREN = "SELECT name FROM children WHERE deleted_utc IS NULL ORDER BY rowid"
CHECK_DRAFTS = "SELECT child_id, kept_at, kept_zone, content FROM check_drafts"
ALIVE_OF = {table: select(table, "WHERE deleted_utc IS NULL ORDER BY rowid") for table in COLUMNS}
COUNT_ALIVE = {
    table: f"SELECT count(*) FROM {table} WHERE deleted_utc IS NULL"  # noqa: S608 (names of our own)
    for table in COLUMNS
}
