"""Everything a parent put in, as plain files that need no Little Spots to be read."""

from guide.store.export.exporting import Exported, Wanted, export

__all__ = ["Exported", "Wanted", "export"]
