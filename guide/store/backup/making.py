"""Making a backup: a snapshot and its photos, read back whole before it gets its name."""

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

from guide import __version__
from guide.errors import GuideError
from guide.store import sql
from guide.store.backup import places
from guide.store.backup.checking import checked_quietly
from guide.store.backup.faults import BackupDamagedError, BackupSkippedError, told_when_making
from guide.store.backup.filling import (
    PurgedMeanwhileError,
    demand_room,
    fill_pools,
    pools_of,
    sizes_in,
    sizes_kept,
)
from guide.store.backup.listing import Backup, backup_from, manifests
from guide.store.backup.manifest import KEYS, LISTING, SNAPSHOT, Manifest, Stored, to_bytes
from guide.store.backup.pool import Pool
from guide.store.backup.reader import open_backup
from guide.store.backup.rotation import is_much_emptier, rotate
from guide.store.backup.snapshot import Instant, alive_in, device_of, instant_of, listing_of, state_of
from guide.store.copying import copy_diary
from guide.store.files import demand_synced, replace_patiently, write_whole
from guide.store.key_file import KeyFileDamagedError, usable_key_files
from guide.store.key_file import to_bytes as key_file_bytes
from guide.store.keys import DataKey, LockedError
from guide.store.open_store import OpenStore
from guide.store.session import Now, computer_time

_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Made:
    """``rotation_paused``: the diary holds less than half of what it did, so no older backup was removed."""

    backup: Backup
    new_photos: int
    rotation_paused: bool


def backup(
    store: OpenStore,
    folder: Path,
    *,
    pack_version: str = "",
    now: Now = computer_time,
    rotating: bool = True,
) -> Made:
    """A whole backup of the open diary, read back from the disk; the diary can be used meanwhile.

    BackupSkippedError where the diary is not sound, GuideError where the folder cannot take it. Either way
    the earlier backups are as they were. Takes long the first time: never on the window's thread. Unless
    ``rotating``, none of them goes, however many there are.
    """
    with told_when_making():
        places.prepare(folder)
        with places.folder_lock(folder):
            _clear_leftovers(folder)
            _demand_sound(store)
            made = _made(store, folder, pack_version, now)
            if rotating and not made.rotation_paused:
                rotate(folder)
            return made


def _clear_leftovers(folder: Path) -> None:
    for half in places.unfinished(folder):
        places.remove_tree(half, wiping=True)
    for name in (places.PHOTOS, places.THUMBNAILS):
        Pool(folder / name, None).clear_leftovers()


def _demand_sound(store: OpenStore) -> None:
    try:
        if not checked_quietly(store):
            store.check_whole(photos=False)
    except LockedError:
        raise
    except GuideError as error:
        if store.thread.stopped:
            # Closed meanwhile, which says nothing about the diary.
            raise
        raise BackupSkippedError(
            "A part of the diary cannot be read, so no backup was made and the earlier ones stay as they are."
            " Please get the diary back from one of them.",
            error.details,
        ) from error


def _made(store: OpenStore, folder: Path, pack_version: str, now: Now, attempts: int = _ATTEMPTS) -> Made:
    """Begun anew where the trash was emptied meanwhile: a backup is one instant of the diary."""
    instant = store.look(instant_of)
    try:
        return _Making(store, folder, instant).make(pack_version, now)
    except PurgedMeanwhileError:
        if attempts <= 1:
            raise
    finally:
        instant.end()
    return _made(store, folder, pack_version, now, attempts - 1)


class _Making:
    """One attempt."""

    def __init__(self, store: OpenStore, folder: Path, instant: Instant) -> None:
        self._store = store
        self._folder = folder
        self._instant = instant
        self._known = manifests(folder)

    def make(self, pack_version: str, now: Now) -> Made:
        demand_room(self._folder, self._instant)
        new, missing = fill_pools(self._store, self._folder, self._instant)
        half, scratch = self._new_folder(), self._new_folder()
        try:
            manifest = self._manifest(self._write_files(half), pack_version, now, missing)
            write_whole(half / places.MANIFEST, to_bytes(manifest), places.UNFINISHED)
            # The very reading that putting it back will begin with.
            with open_backup(half, self._instant.key, scratch):
                demand_synced(half)
            finished = half.with_name(places.name_of(manifest))
            replace_patiently(half, finished)
        except BaseException as error:
            places.remove_tree(half)
            if isinstance(error, BackupDamagedError):
                raise _unlike_what_was_written(error.details) from error
            raise
        finally:
            places.remove_tree(scratch)
        demand_synced(finished.parent)
        return Made(backup_from(finished, manifest), new, self._is_paused(manifest))

    def _new_folder(self) -> Path:
        return Path(tempfile.mkdtemp(".new", f".{places.UNFINISHED}-", self._folder / places.BACKUPS))

    def _write_files(self, half: Path) -> dict[str, Stored]:
        """What is told of the second is what was meant to be written, should the disk have spoilt it."""
        snapshot, key = self._instant.connection, self._instant.key
        copy_diary(snapshot, half / SNAPSHOT, key, sql.MIGRATIONS)
        if key is None:
            name, content = LISTING, listing_of(snapshot, f"../../{places.PHOTOS}")
        else:
            name, content = KEYS, _key_file(self._instant.folder, key)
        write_whole(half / name, content, places.UNFINISHED)
        stored = Stored(len(content), hashlib.sha256(content).hexdigest())
        return {SNAPSHOT: _stored(half / SNAPSHOT), name: stored}

    def _manifest(self, files: dict[str, Stored], pack_version: str, now: Now, missing: int) -> Manifest:
        snapshot, key = self._instant.connection, self._instant.key
        photos, thumbnails = (sizes_in(pool) for pool in pools_of(self._folder, self._instant))
        return Manifest(
            when=now().at.isoformat(timespec="seconds"),
            number=1 + max(map(places.number_of, self._known), default=0),
            device=device_of(snapshot),
            program=__version__,
            pack=pack_version,
            schema=len(sql.MIGRATIONS),
            key=key.id if key else "",
            state=state_of(snapshot),
            alive=alive_in(snapshot),
            files=files,
            photos=photos | sizes_kept(self._folder, self._instant),
            thumbnails=thumbnails,
            missing=missing,
        )

    def _is_paused(self, manifest: Manifest) -> bool:
        earlier = (each for each in self._known.values() if each and each.device == manifest.device)
        last = next(earlier, None)
        return last is not None and is_much_emptier(manifest, last)


def _unlike_what_was_written(details: str) -> BackupSkippedError:
    return BackupSkippedError(
        "The backup was read back and is not whole, so it was not kept; the earlier ones are as they were."
        " Please try again, with another disk or stick if it happens twice.",
        details,
    )


def _key_file(folder: Path, key: DataKey) -> bytes:
    """Without the box the key lies in nobody could open the backup, so there is none without it."""
    for file in usable_key_files(folder):
        if file.key_id == key.id:
            return key_file_bytes(file)
    raise KeyFileDamagedError("no box of this key")


def _stored(path: Path) -> Stored:
    return Stored(*places.sha256_of(path, path.stat().st_size))
