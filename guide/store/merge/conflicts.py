"""The versions that lost in both diaries, and which of them a parent still has to choose about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from guide.domain.changes import Kind
from guide.store.journal import Place, row_from, row_text
from guide.store.merge.versions import Merges, Outcome
from guide.store.version import Version


class Entry(NamedTuple):
    """As the table keeps it: the version that lost, the merge that found it, and the action that ended it."""

    version: Version
    found_by: str
    settled_by: str | None

    @property
    def values(self) -> tuple[str | None, ...]:
        row = dict(self.version.row)
        place = (self.version.kind, row["id"], self.version.name)
        return (*place, row_text(row), self.found_by, self.settled_by)


Entries = dict[Place, dict[str, Entry]]


def entries_from(rows: Iterable[tuple[Any, ...]]) -> Entries:
    found: Entries = defaultdict(dict)
    for kind, row_id, name, content, found_by, settled_by in rows:
        version = Version(Kind(kind), row_from(content))
        found[Place(Kind(kind), row_id)][name] = Entry(version, found_by, settled_by)
    return dict(found)


class Conflicts:
    def __init__(
        self, ours: Iterable[tuple[Any, ...]], theirs: Iterable[tuple[Any, ...]], merges: Merges
    ) -> None:
        self._ours, self._theirs, self._merges = entries_from(ours), entries_from(theirs), merges

    def are_new_about(self, place: Place) -> bool:
        """Whether theirs tell anything that ours do not."""
        ours = self._ours.get(place, {})
        return any(
            name not in ours or self._is_settled(entry) > self._is_settled(ours[name])
            for name, entry in self._theirs.get(place, {}).items()
            if self._is_open(entry) or self._is_settled(entry)
        )

    def open_about(self, place: Place) -> list[Version]:
        """Settled in one diary is settled in both."""
        settled = {entry.version.name for entry in self._all(place) if self._is_settled(entry)}
        waiting = {entry.version.name: entry.version for entry in self._all(place) if self._is_open(entry)}
        return [version for name, version in waiting.items() if name not in settled]

    def settled_about(self, place: Place) -> list[tuple[Version, str]]:
        """What a parent chose about, with the action that did so; what a merge settled by itself is not."""
        return [
            (entry.version, entry.settled_by)
            for entry in self._all(place)
            if self._is_settled(entry) and entry.settled_by and entry.settled_by not in self._merges.merged
        ]

    def after(self, place: Place, outcome: Outcome, action_id: str) -> list[Entry]:
        """The entries to be written once that is the outcome."""
        ours, theirs = self._ours.get(place, {}), self._theirs.get(place, {})
        lost = {version.name: version for version in outcome.losers}
        changed = [
            Entry(version, action_id, None)
            for name, version in lost.items()
            if name not in ours or not self._is_open(ours[name])
        ]
        for name, entry in ours.items():
            if name not in lost and self._is_open(entry):
                settled_by = theirs[name].settled_by if name in theirs else None
                changed.append(entry._replace(settled_by=settled_by or action_id))
        new = (name for name in theirs if name not in ours and name not in lost)
        return changed + [theirs[name] for name in new if self._is_settled(theirs[name])]

    def finds_something(self, place: Place, outcome: Outcome) -> bool:
        ours = self._ours.get(place, {})
        return any(each.name not in ours or not self._is_open(ours[each.name]) for each in outcome.losers)

    def open_entries(self) -> Iterator[tuple[Place, Entry]]:
        """Of this diary."""
        for place, entries in self._ours.items():
            for entry in entries.values():
                if self._is_open(entry):
                    yield place, entry

    def _all(self, place: Place) -> list[Entry]:
        return [*self._ours.get(place, {}).values(), *self._theirs.get(place, {}).values()]

    def _is_open(self, entry: Entry) -> bool:
        return entry.found_by not in self._merges.undone and (
            entry.settled_by is None or entry.settled_by in self._merges.undone
        )

    def _is_settled(self, entry: Entry) -> bool:
        return entry.settled_by is not None and entry.settled_by not in self._merges.undone
