"""The versions of one row on several computers, which of them came out of which, and which one is to stay."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from guide.store.version import Version


class Step(NamedTuple):
    """One change of the row, as a journal tells it."""

    action_id: str
    before: Version | None
    after: Version
    undoes: str | None


@dataclass(frozen=True)
class Merges:
    """The actions of both journals that merged diaries, and those that undid such an action or redid it."""

    merged: Collection[str]
    turned: Mapping[str, str]
    """An action and the one that it takes back."""

    @cached_property
    def undone(self) -> frozenset[str]:
        redone = set(self.turned.values())
        return frozenset(other for action, other in self.turned.items() if action not in redone)

    def turns_a_merge(self, action: str) -> bool:
        seen: set[str] = set()
        while action in self.turned and action not in seen:
            seen.add(action)
            action = self.turned[action]
        return bool(seen) and action in self.merged


class Lineage:
    """What came out of what, by all that is known of a row.

    Merging makes no version: its changes only repeat what was written elsewhere. Undoing a merge makes none
    either, as the row then stands where it stood before. ``settled``: a version that lost and the change
    with which a parent chose.
    """

    def __init__(self, steps: Iterable[Step], merges: Merges, settled: Iterable[tuple[Version, str]]) -> None:
        self._children: dict[str, set[str]] = defaultdict(set)
        self._same_place: dict[str, str] = {}
        self._deleted_from: dict[str, Version] = {}
        self._first_of: dict[str, Step] = {}
        steps = list(steps)
        written = {step.after.name for step in steps if step.action_id not in merges.merged}
        for step in steps:
            self._first_of.setdefault(step.action_id, step)
        for step in steps:
            if step.action_id not in merges.merged or step.after.name not in written:
                self._add(step, merges)
        for version, action in settled:
            if action in self._first_of:
                self._connect(version, self._first_of[action].after)

    def _add(self, step: Step, merges: Merges) -> None:
        if step.before is None or step.before.name == step.after.name:
            return
        self._note_deletion(step.before, step.after)
        turned = self._first_of.get(step.undoes or "") if merges.turns_a_merge(step.action_id) else None
        if turned and turned.before and _says_the_same(turned.before, step.after):
            self._same_place[step.after.name] = turned.before.name
        else:
            self._connect(step.before, step.after)

    def _note_deletion(self, before: Version, after: Version) -> None:
        if not after.alive and before.content == after.content:
            known = self._deleted_from.get(after.name)
            if known is None or (before.alive, before.rank) > (known.alive, known.rank):
                self._deleted_from[after.name] = before

    def _connect(self, before: Version, after: Version) -> None:
        self._children[before.name].add(after.name)

    def before_deletion(self, version: Version) -> Version | None:
        """The version a parent put into the trash; itself where it never was there."""
        seen: set[str] = set()
        found: Version | None = version
        while found is not None and not found.alive and found.name not in seen:
            seen.add(found.name)
            found = self._deleted_from.get(found.name)
        return found if found is not None and found.alive else None

    def newest(self, versions: Iterable[Version]) -> list[Version]:
        """Those that none of the others came out of; of each place and each content one."""
        distinct: dict[str, Version] = {}
        for version in sorted(versions, key=lambda each: each.rank):
            distinct[version.name] = version
        behind = {name: self._all_after(name) for name in distinct}
        return [
            version
            for name, version in distinct.items()
            if not any(self._is_newer(other, name, behind) for other in distinct)
        ]

    def _is_newer(self, name: str, than: str, behind: Mapping[str, set[str]]) -> bool:
        return self._root(name) in behind[than] and self._root(than) not in behind[name]

    def _all_after(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = [self._root(name)]
        while waiting:
            for child in self._after(waiting.pop()):
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return found

    def _after(self, root: str) -> set[str]:
        return self._rooted.get(root, set())

    @cached_property
    def _rooted(self) -> dict[str, set[str]]:
        """The children of a place, whichever of its versions they came out of."""
        rooted: dict[str, set[str]] = defaultdict(set)
        for name, children in self._children.items():
            rooted[self._root(name)] |= {self._root(child) for child in children}
        return rooted

    def _root(self, name: str) -> str:
        seen: set[str] = set()
        while name in self._same_place and name not in seen:
            seen.add(name)
            name = self._same_place[name]
        return name


@dataclass(frozen=True)
class Outcome:
    final: Version
    losers: tuple[Version, ...]


def choose(
    lineage: Lineage,
    current: list[Version],
    open_losers: list[Version],
    fits: Callable[[Version], bool],
    wanted_alive: bool = False,
) -> Outcome:
    """The version that stays and those that lost to it; what is alive in one of the diaries stays alive."""
    known = [each for each in map(lineage.before_deletion, [*current, *open_losers]) if each and fits(each)]
    newest = lineage.newest(known)
    if any(each.alive for each in current) or wanted_alive:
        final = _latest(newest or [_revived(_latest(current))])
    else:
        final = _latest(lineage.newest(current))
    return Outcome(final, _losers(newest, final))


def _losers(newest: list[Version], final: Version) -> tuple[Version, ...]:
    by_content = {version.content: version for version in newest if version.content != final.content}
    return tuple(by_content.values())


def _latest(versions: list[Version]) -> Version:
    return max(versions, key=lambda each: each.rank)


def _revived(version: Version) -> Version:
    return version if version.alive else Version(version.kind, {**version.row, "deleted_utc": None})


def _says_the_same(one: Version, other: Version) -> bool:
    return one.content == other.content
