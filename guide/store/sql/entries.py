"""What the check of every entry reads, a few rows at a time."""

from guide.store.sql.tables import COLUMNS

ROWS_AFTER = {
    table: f"SELECT rowid, {', '.join(columns)} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT 20"  # noqa: S608
    for table, columns in COLUMNS.items()
}
CHANGES_OF_ROW = "SELECT before, after FROM changes WHERE row_id = ? AND kind = ? ORDER BY seq"
CHANGES_AFTER = """
SELECT seq, at, utc, kind, row_id FROM changes WHERE seq > ? ORDER BY seq LIMIT 100
"""
CONFLICTS_AFTER = """
SELECT rowid, kind, row_id, version, content FROM conflicts WHERE rowid > ? ORDER BY rowid LIMIT 20
"""
PHOTO_AFTER = """
SELECT photo_bytes.rowid, jpeg, sha256 FROM photo_bytes JOIN photos ON photos.id = photo_id
WHERE photo_bytes.rowid > ? ORDER BY photo_bytes.rowid LIMIT 1
"""
