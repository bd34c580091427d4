"""What merging reads out of two diaries and writes into one of them."""

from guide.store.sql.tables import COLUMNS, select

ALL_ROWS = {table: select(table, "ORDER BY rowid") for table in COLUMNS}

CHANGE_IDS = "SELECT id, kind, row_id FROM changes"
CHANGES_OF_ROW = """
SELECT id, action_id, before, after, undoes FROM changes WHERE row_id = ? AND kind = ? ORDER BY seq
"""
WHOLE_CHANGES = """
SELECT id, action_id, device, at, zone, utc, kind, row_id, before, after, undoes, verb
FROM changes ORDER BY seq
"""
ADD_WHOLE_CHANGE = """
INSERT INTO changes (id, action_id, device, at, zone, utc, kind, row_id, before, after, undoes, verb)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

MERGES = "SELECT DISTINCT action_id FROM changes WHERE verb = 'merge'"
TURNED = "SELECT DISTINCT action_id, undoes FROM changes WHERE undoes IS NOT NULL"

PURGED = "SELECT kind, row_id FROM purged"

CONFLICTS = """
SELECT kind, row_id, version, content, found_by, settled_by FROM conflicts ORDER BY rowid
"""
KEEP_CONFLICT = """
INSERT INTO conflicts (kind, row_id, version, content, found_by, settled_by) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (kind, row_id, version) DO UPDATE SET
    found_by = excluded.found_by, settled_by = excluded.settled_by
"""

LOST_PHOTOS = "SELECT id FROM photos WHERE id NOT IN (SELECT photo_id FROM photo_bytes)"
PHOTO_BYTES = "SELECT thumbnail, jpeg FROM photo_bytes WHERE photo_id = ?"
