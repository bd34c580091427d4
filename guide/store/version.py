"""What a row was at one time, and the name that version goes by on every computer."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from guide.domain.changes import Kind
from guide.store.rows import Stored
from guide.store.sql.tables import CONTENT


@dataclass(frozen=True, eq=False)
class Version:
    """Which computer wrote it makes no difference."""

    kind: Kind
    row: Stored

    @property
    def alive(self) -> bool:
        return self.row["deleted_utc"] is None

    @cached_property
    def content(self) -> str:
        """All that it says."""
        return _text([self.row.get(name) for name in CONTENT[self.kind]])

    @cached_property
    def name(self) -> str:
        """The same on every computer."""
        stamps = [self.row[name] for name in ("id", "created_utc", "changed_utc", "deleted_utc")]
        return hashlib.sha256(_text([self.kind, stamps, self.content]).encode()).hexdigest()

    @property
    def rank(self) -> tuple[str, str]:
        """Of two that know nothing of each other the later one stays."""
        return str(self.row["changed_utc"]), self.name


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
