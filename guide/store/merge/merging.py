"""Another diary into the open one: first only looked at, then merged as one step that undo takes back."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw

from guide.domain.merging import Counts, Merged
from guide.errors import GuideError
from guide.store import faults
from guide.store.backup.automatic import demand_backup
from guide.store.journal import Stamp
from guide.store.keys import DataKey
from guide.store.merge.comparing import Comparer, Comparison, Decision
from guide.store.merge.other import DiaryIn, OtherDiary, open_copy, open_other
from guide.store.merge.writing import Writer, photo_bytes
from guide.store.open_store import OpenStore
from guide.store.stopping import IsStopped, never
from guide.store.version import Version


class Plan:
    """What merging would do, and a private copy of the other diary until this is closed."""

    def __init__(self, other: OtherDiary, found: Merged, whole_photos: dict[str, bool]) -> None:
        self.other, self.found, self.whole_photos = other, found, whole_photos

    def close(self) -> None:
        self.other.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def plan(
    store: OpenStore,
    other: Path,
    key: DataKey | None = None,
    *,
    diary_in: DiaryIn | None = None,
    is_stopped: IsStopped = never,
) -> Plan:
    """Nothing is changed. GuideError where the other diary cannot be believed; LockedError without its key.

    ``other`` is the file of a diary, or with ``diary_in`` a backup, whose diary is then opened with ``key``.
    The key stays the caller's. StoppedError as soon as ``is_stopped`` says so.
    """
    if store.read_only:
        raise GuideError(faults.READ_ONLY)
    own = store.look(lambda connection, key: Path(connection.filename))
    if diary_in is None:
        opened = open_other(other, key, own, is_stopped)
    else:
        opened = open_copy(diary_in(other), key, own)
    whole_photos: dict[str, bool] = {}
    try:
        found = store.look(lambda connection, _: _compare(connection, opened, whole_photos, is_stopped))
    except BaseException:
        opened.close()
        raise
    return Plan(opened, _merged(found), whole_photos)


def merge(
    store: OpenStore,
    plan: Plan,
    backups: Path,
    *,
    without_backup: bool = False,
    pack_version: str = "",
    is_stopped: IsStopped = never,
) -> Merged:
    """All of it or nothing of it. What was changed in this diary since the plan is looked at again.

    ``backups``: the folder in which this diary is backed up before. NoBackupError, and nothing is merged,
    where that cannot be done; ``without_backup`` is for a parent who was told so and goes on all the same.
    """
    if not without_backup:
        demand_backup(store, backups, pack_version=pack_version)

    def change(connection: apsw.Connection, stamp: Stamp) -> Merged:
        found = _compare(connection, plan.other, plan.whole_photos, is_stopped)
        with _telling():
            Writer(connection, plan.other, stamp, found, is_stopped).write()
        return _merged(found)

    return store.change(change)


def _compare(
    own: apsw.Connection, other: OtherDiary, whole_photos: dict[str, bool], is_stopped: IsStopped
) -> Comparison:
    def has_photo(photo: Version) -> bool:
        photo_id = str(photo.row["id"])
        if photo_id not in whole_photos:
            whole_photos[photo_id] = _is_whole(photo, photo_bytes(other, photo_id))
        return whole_photos[photo_id]

    with _telling():
        return Comparer(own, other, has_photo, is_stopped).compare()


def _is_whole(photo: Version, found: tuple[bytes, bytes] | None) -> bool:
    if found is None or len(found[1]) != photo.row["size"]:
        return False
    return bool(hashlib.sha256(found[1]).hexdigest() == photo.row["sha256"])


@contextmanager
def _telling() -> Iterator[None]:
    """What the journal tells is damaged where another program wrote into it."""
    try:
        yield
    except faults.UNREADABLE as error:
        raise faults.read_fault(error) from error


def _merged(found: Comparison) -> Merged:
    tallies = {kind: Counter({"same": same}) for kind, same in found.same.items()}
    for decision in found.decisions.values():
        tally = tallies[decision.place.kind]
        if decision.theirs is not None:
            tally[_word_for(decision, found)] += 1
        tally["coming_back"] += decision.comes_back
    changes = len(found.photos_found)
    changes += sum(decision.changes_row for decision in found.decisions.values())
    counts = {kind: Counts(**tally) for kind, tally in tallies.items()}
    return Merged(counts, len(found.photos_missing), changes)


def _word_for(decision: Decision, found: Comparison) -> str:
    ours, theirs, final = decision.ours, decision.theirs, decision.final
    if ours is None or theirs is None:
        return "new"
    if found.conflicts.finds_something(decision.place, decision.outcome):
        return "conflicts"
    if (ours.content, ours.alive) == (theirs.content, theirs.alive):
        return "same"
    return "ours_newer" if final.name == ours.name else "theirs_newer"
