"""Removing backups made before the diary got its passphrase, once one that has it stands in for them."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from guide.errors import GuideError
from guide.store.backup import places
from guide.store.backup.faults import told_when_making
from guide.store.backup.listing import Backup, list_backups
from guide.store.backup.manifest import KEYS
from guide.store.backup.reader import open_backup
from guide.store.backup.rotation import clear_pools
from guide.store.backup.snapshot import device_of
from guide.store.keys import DataKey
from guide.store.open_store import OpenStore


def readable_backups(folder: Path) -> list[Backup]:
    """Those that anybody can read, damaged ones among them, the last made first."""
    return [each for each in list_backups(folder) if _is_clear(each)]


def remove_backups(store: OpenStore, folder: Path, those: Sequence[Backup]) -> bool:
    """Writes over and removes exactly these, and the photos that no other backup needs.

    GuideError, and nothing is removed, unless a newer backup with the diary's passphrase was just read back
    whole. False where something would not go, where a backup is another computer's or cannot tell whose it
    is, which stay, or where a photo may belong to one that cannot be read. An SSD,
    a stick and whoever copied the folder may keep the old blocks all the same.
    """
    with told_when_making(), places.folder_lock(folder):
        known = {each.path for each in readable_backups(folder)}
        wanted = [each for each in those if each.path in known]
        if wanted:
            _demand_newer(store, folder, max(each.number for each in wanted))
        device = store.look(lambda connection, _: device_of(connection))
        gone = [each.device == device and places.take_away(each.path, wiping=True) for each in wanted]
        return clear_pools(folder, wiping=True) and all(gone)


def _is_clear(backup: Backup) -> bool:
    if backup.problem:
        return not (backup.path / KEYS).exists()
    return not backup.encrypted


def _demand_newer(store: OpenStore, folder: Path, number: int) -> None:
    device, key = store.look(lambda connection, key: (device_of(connection), key and key.copy()))
    try:
        if key is None or not _is_there(folder, device, key, number):
            raise GuideError(
                "There is no newer backup with the passphrase that could be read back whole, so none was"
                " removed. Please make a backup first, then try again."
            )
    finally:
        if key is not None:
            key.drop()


def _is_there(folder: Path, device: str, key: DataKey, number: int) -> bool:
    newer = (each for each in list_backups(folder) if each.number > number and each.encrypted)
    return any(each.device == device and _is_whole(folder, each, key) for each in newer)


def _is_whole(folder: Path, backup: Backup, key: DataKey) -> bool:
    """But for photos that the diary itself had lost by then."""
    with suppress(GuideError), _scratch(folder) as scratch, open_backup(backup.path, key, scratch) as opened:
        return len(opened.missing()) <= backup.missing
    return False


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(".new", f".{places.UNFINISHED}-", folder / places.BACKUPS))
    try:
        yield path
    finally:
        places.remove_tree(path)
