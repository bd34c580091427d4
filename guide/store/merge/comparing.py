"""Two diaries row by row: what is to become of each row that the other one has."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import apsw

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store.connection import run
from guide.store.journal import Place, places_above, row_at, row_from
from guide.store.merge.conflicts import Conflicts
from guide.store.merge.other import OtherDiary
from guide.store.merge.versions import Lineage, Merges, Outcome, Step, choose
from guide.store.merge.words import stopped
from guide.store.sql import merge
from guide.store.sql.tables import COLUMNS, ROW
from guide.store.stopping import IsStopped
from guide.store.version import Version


@dataclass(frozen=True)
class Decision:
    """``news``: the ids of the changes that this diary does not know yet."""

    place: Place
    ours: Version | None
    theirs: Version | None
    outcome: Outcome
    news: tuple[str, ...]
    ends_elsewhere: bool
    """The last of the news is not the version that stays."""

    @property
    def final(self) -> Version:
        return self.outcome.final

    @property
    def changes_row(self) -> bool:
        return self.ours is None or self.ours.name != self.final.name

    @property
    def comes_back(self) -> bool:
        return self.final.alive and self.ours is not None and not self.ours.alive


@dataclass(frozen=True)
class Comparison:
    """Rows that are the same on both sides, with nothing new about them, are only counted."""

    decisions: dict[Place, Decision]
    same: dict[Kind, int]
    merges: Merges
    conflicts: Conflicts
    photos_missing: frozenset[str]
    photos_found: dict[str, str]
    """Photos whose bytes were lost here and are there: their ids, with the hash they must have."""


class Comparer:
    """``has_photo``: whether the other diary has the bytes of a photo that is new or was lost here."""

    def __init__(
        self,
        own: apsw.Connection,
        other: OtherDiary,
        has_photo: Callable[[Version], bool],
        is_stopped: IsStopped,
    ) -> None:
        self._own, self._other, self._has_photo, self._is_stopped = own, other, has_photo, is_stopped
        self._merges = merges_of(own, other)
        self._conflicts = Conflicts(run(own, merge.CONFLICTS), other.rows(merge.CONFLICTS), self._merges)
        self._news = self._find_news()
        self._purged = {Place(Kind(kind), row_id) for kind, row_id in run(own, merge.PURGED)}
        self._held_back: dict[Place, Version] = {}
        self._theirs: set[Place] = set()
        self._missing: set[str] = set()
        self._lost = {photo_id for (photo_id,) in run(own, merge.LOST_PHOTOS)}
        self._found: dict[str, str] = {}
        self._same = dict.fromkeys(Kind, 0)
        self._decisions: dict[Place, Decision] = {}

    def compare(self) -> Comparison:
        for theirs in self._all_theirs():
            if self._is_stopped():
                raise stopped()
            self._look_at(theirs)
        self._keep_what_is_hung_on()
        missing = frozenset(self._missing)
        return Comparison(self._decisions, self._same, self._merges, self._conflicts, missing, self._found)

    def _find_news(self) -> dict[Place, set[str]]:
        known = {change_id for change_id, _, _ in run(self._own, merge.CHANGE_IDS)}
        news: dict[Place, set[str]] = defaultdict(set)
        for change_id, kind, row_id in self._other.rows(merge.CHANGE_IDS):
            if change_id not in known:
                news[Place(Kind(kind), row_id)].add(change_id)
        return news

    def _all_theirs(self) -> Iterator[Version]:
        """Whatever is referred to comes first."""
        for table in COLUMNS:
            for values in self._other.rows(merge.ALL_ROWS[table]):
                yield _version(Kind(table), values)

    def _look_at(self, theirs: Version) -> None:
        place = Place(theirs.kind, theirs.row["id"])
        ours = self._ours_at(place)
        if ours is None and place.kind is Kind.PHOTO and not self._has_photo(theirs):
            self._missing.add(place.id)
        elif ours is None and place in self._purged and not theirs.alive:
            # Nobody can see it there, and every word of it was wiped out here on purpose.
            self._held_back[place] = theirs
        else:
            _demand_same_photo(ours, theirs)
            self._theirs.add(place)
            if place.kind is Kind.PHOTO and place.id in self._lost and self._has_photo(theirs):
                self._found[place.id] = theirs.row["sha256"]
            self._compare(place, ours, theirs)

    def _compare(self, place: Place, ours: Version | None, theirs: Version) -> None:
        nothing_new = place not in self._news and not self._conflicts.are_new_about(place)
        if ours is not None and ours.name == theirs.name and nothing_new:
            self._same[place.kind] += 1
        else:
            self._decisions[place] = self._decide(place, ours, theirs)

    def _decide(
        self, place: Place, ours: Version | None, theirs: Version | None, wanted_alive: bool = False
    ) -> Decision:
        known = self._steps(place, run(self._own, merge.CHANGES_OF_ROW, (place.id, place.kind)))
        told = [] if theirs is None else self._steps(place, self._new_changes(place))
        told = [(name, step) for name, step in told if not self._is_beginning_again(step, known)]
        steps = [step for _, step in known + told]
        lineage = Lineage(steps, self._merges, self._conflicts.settled_about(place))
        current = [version for version in (ours, theirs) if version is not None]
        outcome = choose(lineage, current, self._conflicts.open_about(place), self._fits, wanted_alive)
        ends_elsewhere = bool(told) and told[-1][1].after.name != outcome.final.name
        return Decision(place, ours, theirs, outcome, tuple(name for name, _ in told), ends_elsewhere)

    def _is_beginning_again(self, step: Step, known: list[tuple[str, Step]]) -> bool:
        """Brought up to date apart from each other, two copies of an old diary tell their beginning twice."""
        if step.before is not None or step.action_id in self._merges.merged:
            return False
        return any(step.after.name == other.after.name for _, other in known)

    def _new_changes(self, place: Place) -> list[tuple[str, ...]]:
        news = self._news.get(place, set())
        found = self._other.rows(merge.CHANGES_OF_ROW, (place.id, place.kind))
        return [change for change in found if change[0] in news]

    def _steps(self, place: Place, changes: list[tuple[str, ...]]) -> list[tuple[str, Step]]:
        return [
            (change_id, Step(action_id, _told(place, before), Version(place.kind, row_from(after)), undoes))
            for change_id, action_id, before, after, undoes in changes
        ]

    def _fits(self, version: Version) -> bool:
        """An old version may hang on what was emptied out of the trash since."""
        return all(
            above in self._theirs or above in self._held_back or row_at(self._own, above) is not None
            for above in places_above(version.kind, version.row)
        )

    def _keep_what_is_hung_on(self) -> None:
        """From below: what anything hangs on is there, and what something alive hangs on is alive."""
        for kind in reversed(COLUMNS):
            for place, decision in list(self._decisions.items()):
                if place.kind == kind:
                    for above in places_above(place.kind, decision.final.row):
                        self._keep(above, decision.final.alive)

    def _keep(self, place: Place, alive: bool) -> None:
        held_back = self._held_back.pop(place, None)
        if held_back is not None:
            self._decisions[place] = self._decide(place, None, held_back, wanted_alive=alive)
        elif alive and not self._is_alive_after(place):
            ours = self._ours_at(place)
            self._decisions[place] = self._decide(place, ours, self._theirs_at(place), wanted_alive=True)

    def _is_alive_after(self, place: Place) -> bool:
        if place in self._decisions:
            return self._decisions[place].final.alive
        ours = self._ours_at(place)
        return ours is not None and ours.alive

    def _ours_at(self, place: Place) -> Version | None:
        row = row_at(self._own, place)
        return None if row is None else Version(place.kind, row)

    def _theirs_at(self, place: Place) -> Version | None:
        for values in self._other.rows(ROW[place.kind], (place.id,)):
            return _version(place.kind, values)
        return None


def merges_of(own: apsw.Connection, other: OtherDiary | None = None) -> Merges:
    merged = [action for (action,) in run(own, merge.MERGES)]
    turned = dict(run(own, merge.TURNED))
    if other is not None:
        merged += [action for (action,) in other.rows(merge.MERGES)]
        turned.update(other.rows(merge.TURNED))
    return Merges(frozenset(merged), turned)


def _version(kind: Kind, values: tuple[object, ...]) -> Version:
    return Version(kind, dict(zip(COLUMNS[kind], values, strict=True)))


def _told(place: Place, text: str | None) -> Version | None:
    return None if text is None else Version(place.kind, row_from(text))


def _demand_same_photo(ours: Version | None, theirs: Version) -> None:
    if theirs.kind is Kind.PHOTO and ours is not None and ours.row["sha256"] != theirs.row["sha256"]:
        raise GuideError(
            "The other diary has another photo in the place of one of yours, which this program never does."
            " Nothing was taken from it, and your own diary was not changed."
        )
