"""Which backups stay: counted by the days they were made on, and never held against today's date."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TypeAlias

from guide.store.backup import places
from guide.store.backup.listing import manifests
from guide.store.backup.manifest import Manifest
from guide.store.backup.pool import Pool

NEWEST = 10
_Span: TypeAlias = Callable[[date], tuple[int, ...]]
# So many distinct days, then weeks, then months, each with the last backup made in it.
SPANS: tuple[tuple[int, _Span], ...] = (
    (12, lambda day: (day.toordinal(),)),
    (10, lambda day: day.isocalendar()[:2]),
    (9, lambda day: (day.year, day.month)),
)


def kept(days: Sequence[date]) -> set[int]:
    """Of backups made on these days, the last made first, the places of those that stay.

    A clock that jumps may make them look old or new, but the newest ten by their number always stay.
    """
    places_kept = set(range(min(NEWEST, len(days))))
    rest = iter(range(NEWEST, len(days)))
    found: set[tuple[int, ...]] = set()
    place = next(rest, None)
    for count, span_of in SPANS:
        found = set()
        while place is not None:
            span = span_of(days[place])
            if span not in found and len(found) == count:
                break
            if span not in found:
                found.add(span)
                places_kept.add(place)
            place = next(rest, None)
    return places_kept


def rotate(folder: Path) -> None:
    """Called once a whole newer backup stands. What cannot be removed now is tried again the next time."""
    found = manifests(folder)
    for backup in _outlived(found):
        with suppress(OSError):
            places.take_away(backup)
    clear_pools(folder)


def clear_pools(folder: Path, *, wiping: bool = False) -> bool:
    """Removes photos that no backup names. One that cannot be read may name any of them: then all stay.

    ``wiping``: they are written over. False where some stayed.
    """
    left = manifests(folder)
    whole = [manifest for manifest in left.values() if manifest is not None]
    if len(whole) < len(left) or not whole:
        return False
    named = {
        places.PHOTOS: {name for each in whole for name in each.photos},
        places.THUMBNAILS: {name for each in whole for name in each.thumbnails},
    }
    with suppress(OSError):
        gone = [
            Pool(folder / pool, None).remove_all_but(names, wiping=wiping) for pool, names in named.items()
        ]
        return all(gone)
    return False


def is_much_emptier(manifest: Manifest, than: Manifest) -> bool:
    """By more than half: as after a mishap."""
    return manifest.things * 2 < than.things or manifest.whole_photos * 2 < than.whole_photos


def _outlived(found: Mapping[Path, Manifest | None]) -> Iterator[Path]:
    """Two computers may share a folder; neither pushes out what the other made."""
    devices = {manifest.device for manifest in found.values() if manifest is not None}
    for device in sorted(devices):
        own = {path: each for path, each in found.items() if each is not None and each.device == device}
        yield from _outlived_of_one(own)


def _outlived_of_one(found: Mapping[Path, Manifest]) -> Iterator[Path]:
    paths = list(found)
    stay = kept([manifest.moment.date() for manifest in found.values()])
    newest = found[paths[0]]
    fuller = [place for place, path in enumerate(paths) if is_much_emptier(newest, found[path])]
    # The last one from before the diary got so much emptier outlives all the rest.
    stay.update(fuller[:1])
    yield from (path for place, path in enumerate(paths) if place not in stay)
