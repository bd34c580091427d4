"""The fourth step of the schema: what two diaries said differently about one thing; a check's temperature."""

# content is the version that lost, whole; version is its hash. found_by is the action that merged the two
# diaries: where it is taken back, there is no conflict either. settled_by is the action with which a parent
# chose, or the merge after which there was nothing left to choose.
_CONFLICTS = """
CREATE TABLE conflicts (
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    version TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    found_by TEXT NOT NULL,
    settled_by TEXT,
    PRIMARY KEY (kind, row_id, version)
) STRICT;
"""

# In the journal as well each version of a check says from now on that nothing was measured, as the row does.
_TEMPERATURE = """
ALTER TABLE saved_checks ADD COLUMN temperature_c REAL;
UPDATE changes SET before = json_insert(before, '$.temperature_c', NULL),
    after = json_insert(after, '$.temperature_c', NULL)
WHERE kind = 'saved_checks';
"""

MIGRATION_4 = _CONFLICTS + _TEMPERATURE
