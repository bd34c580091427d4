"""Putting into the pools what they do not hold yet of the photos in a snapshot."""

import hashlib
import shutil
from pathlib import Path

from guide.errors import GuideError
from guide.store import sql
from guide.store.backup import places
from guide.store.backup.faults import too_little_room
from guide.store.backup.pool import Pool
from guide.store.backup.snapshot import Instant, photos_in
from guide.store.connection import run, value_of
from guide.store.open_store import OpenStore
from guide.store.sql import backup as statements

ROOM_LEFT = 500 * 1024 * 1024
"""What must stay free on the disk: a full one hurts a family more than a backup that is a day late."""

_SEAL_ADDS = 64
_THUMBNAIL = 64 * 1024
# The snapshot, the copy it is proven with, and the listing.
_TIMES_SNAPSHOT = 3


class PurgedMeanwhileError(GuideError):
    def __init__(self) -> None:
        super().__init__(
            "The trash was emptied while the backup was made, so it was given up. The earlier backups and the"
            " diary are as they were; please try again."
        )


def pools_of(folder: Path, instant: Instant) -> tuple["Wanted", "Wanted"]:
    """What the snapshot needs of the photos, and of their small ones."""
    photos, thumbnails = {}, {}
    for kept in photos_in(instant.connection):
        photos[kept.photo] = kept.id
        thumbnails[kept.thumbnail] = kept.id
    return (
        Wanted(Pool(folder / places.PHOTOS, instant.key), photos, statements.PHOTO_OF),
        Wanted(Pool(folder / places.THUMBNAILS, instant.key), thumbnails, statements.THUMBNAIL_OF),
    )


class Wanted:
    """``photo_ids``: for the hash of each content a photo in the diary that has it."""

    def __init__(self, pool: Pool, photo_ids: dict[bytes, str], statement: str) -> None:
        self.pool = pool
        self.photo_ids = photo_ids
        self._statement = statement

    def fill(self, store: OpenStore) -> tuple[int, int]:
        """How many were new, and how many neither the pool nor the diary holds whole any more."""
        absent = [digest for digest in self.photo_ids if self.pool.read(digest) is None]
        written = [digest for digest in absent if self._write(store, digest)]
        self.pool.sync()
        if any(self.pool.read(digest) is None for digest in written):
            raise OSError("what was written reads otherwise")
        return len(written), len(absent) - len(written)

    def _write(self, store: OpenStore, digest: bytes) -> bool:
        found = store.look(lambda connection, _: run(connection, self._statement, (self.photo_ids[digest],)))
        if not found:
            raise PurgedMeanwhileError
        content = bytes(found[0][0])
        if hashlib.sha256(content).digest() != digest:
            return False
        self.pool.write(digest, content)
        return True


def fill_pools(store: OpenStore, folder: Path, instant: Instant) -> tuple[int, int]:
    """How many photos were new, and how many are missing: in the diary without their bytes, or damaged."""
    photos, thumbnails = pools_of(folder, instant)
    new, missing = photos.fill(store)
    thumbnails.fill(store)
    without = int(value_of(instant.connection, statements.PHOTOS_WITHOUT_BYTES))
    return new, missing + without


def sizes_in(wanted: Wanted) -> dict[str, int]:
    pool = wanted.pool
    return {pool.name_of(digest): pool.size_of(digest) for digest in wanted.photo_ids}


def sizes_kept(folder: Path, instant: Instant) -> dict[str, int]:
    """Of photos whose bytes the diary lost and the pool has: named too, so that they never go from it."""
    pool = Pool(folder / places.PHOTOS, instant.key)
    lost = [bytes.fromhex(sha256) for (sha256,) in run(instant.connection, statements.LOST_PHOTOS)]
    sizes = {pool.name_of(digest): pool.size_of(digest) for digest in lost}
    return {name: size for name, size in sizes.items() if size}


def demand_room(folder: Path, instant: Instant) -> None:
    """GuideError before anything is written, and so before anything older could have to go for it."""
    snapshot = int(value_of(instant.connection, sql.PAGE_COUNT)) * int(
        value_of(instant.connection, sql.get_setting("page_size"))
    )
    needed = ROOM_LEFT + snapshot * _TIMES_SNAPSHOT + _new_bytes(folder, instant)
    if shutil.disk_usage(folder).free < needed:
        raise too_little_room("a backup")


def _new_bytes(folder: Path, instant: Instant) -> int:
    photos = Pool(folder / places.PHOTOS, instant.key)
    absent = {
        kept.photo: kept.size for kept in photos_in(instant.connection) if not photos.size_of(kept.photo)
    }
    return sum(absent.values()) + len(absent) * (_SEAL_ADDS + _THUMBNAIL)
