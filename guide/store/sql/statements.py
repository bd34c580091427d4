"""Reading the diary's pages, and what is written without a journal: photo bytes and unfinished checks."""

from guide.store.sql.tables import select

CHILDREN = select("children", "WHERE deleted_utc IS NULL ORDER BY rowid")
SPOTS = select("spots", "WHERE child_id = ? AND deleted_utc IS NULL ORDER BY rowid")
CHECKS = select(
    "saved_checks", "WHERE child_id = ? AND deleted_utc IS NULL ORDER BY done_utc DESC, rowid DESC"
)
CARES = select("cares", "WHERE child_id = ? AND deleted_utc IS NULL ORDER BY from_day DESC, rowid DESC")
REMINDERS = select("reminders", "WHERE child_id = ? AND deleted_utc IS NULL ORDER BY on_day, rowid")

NOTES = select(
    "notes",
    """
WHERE spot_id = :spot_id AND written_utc < :before AND deleted_utc IS NULL
ORDER BY written_utc DESC, rowid DESC LIMIT :limit OFFSET :offset
""",
)
COUNT_NOTES = "SELECT count(*) FROM notes WHERE spot_id = ? AND deleted_utc IS NULL"

PHOTOS_OF_NOTES = select(
    "photos",
    "WHERE note_id IN (SELECT value FROM json_each(?)) AND deleted_utc IS NULL ORDER BY rowid",
)

ADD_PHOTO_BYTES = "INSERT INTO photo_bytes (photo_id, thumbnail, jpeg) VALUES (:id, :thumbnail, :jpeg)"
ERASE_PHOTO_BYTES = "DELETE FROM photo_bytes WHERE photo_id = ?"
JPEG = "SELECT jpeg, sha256 FROM photo_bytes JOIN photos ON photos.id = photo_id WHERE photo_id = ?"
THUMBNAIL = "SELECT thumbnail FROM photo_bytes WHERE photo_id = ?"

CHECK_DRAFT = "SELECT child_id, kept_at, kept_zone, content FROM check_drafts WHERE child_id = ?"

KEEP_CHECK_DRAFT = """
INSERT INTO check_drafts (child_id, kept_at, kept_zone, content)
VALUES (:child_id, :kept_at, :kept_zone, :content)
ON CONFLICT (child_id) DO UPDATE SET
    kept_at = excluded.kept_at, kept_zone = excluded.kept_zone, content = excluded.content
"""

FORGET_CHECK_DRAFT = "DELETE FROM check_drafts WHERE child_id = :child_id"
