"""Everything written to disk: the family's diary in one SQLite file, and the settings beside it."""
