"""What an export reads out of the diary: all of one instant, but for the photos' bytes."""

from guide.store.sql.tables import COLUMNS, select

ALL_OF = {table: select(table, "ORDER BY rowid") for table in COLUMNS}

VERSIONS = "SELECT at, zone, kind, after FROM changes WHERE before IS NOT after ORDER BY seq"

CHECK_DRAFTS = "SELECT child_id, kept_at, kept_zone, content FROM check_drafts ORDER BY child_id"
