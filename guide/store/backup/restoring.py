"""Putting a backup back: into a new folder, whole, beside the diary in use, which stays as it is."""

import hashlib
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from guide.errors import GuideError
from guide.store import sql, switch
from guide.store.backup.automatic import back_up_before_restore
from guide.store.backup.faults import told_when_looking, told_when_restoring, too_little_room
from guide.store.backup.places import kept_still
from guide.store.backup.reader import MissingPhoto, OpenedBackup, open_backup
from guide.store.backup.snapshot import BYTES_TABLE, device_of
from guide.store.backup.undoing import held, remember, settle
from guide.store.connection import apply_settings, connect, connect_to_look, run, transaction
from guide.store.copying import clear_copy
from guide.store.key_file import KeyFile, KeyFileDamagedError, usable_key_files, write_key_file
from guide.store.keys import DataKey
from guide.store.migrations import create
from guide.store.prints import Prints, columns_of, prints_of
from guide.store.sql import backup as statements
from guide.store.sql import copying, journal
from guide.store.verify import check_identity, check_soundness


@dataclass(frozen=True, slots=True)
class Restored:
    """``key`` opens the diary from now on; ``before`` is where the one before lies, None if there was none.

    ``missing``: photos that were not whole in the backup. Their notes are there.
    """

    folder: Path
    key: DataKey | None
    before: Path | None
    missing: tuple[MissingPhoto, ...]


def restore(
    data: Path,
    backup: Path,
    key: DataKey | None = None,
    *,
    own_key: DataKey | None = None,
    backups: Path | None = None,
) -> Restored:
    """Puts a backup in place of the diary in use, which must be closed and is kept; see ``undo_restore``.

    ``own_key``: that of the diary in use; what is put back then has its passphrase, also where the backup has
    another one or none. Without it, it has the passphrase of the backup. No backup is changed or removed.
    ``backups``: where the diary in use is backed up first, if it opens with ``own_key`` and is sound.
    GuideError where nothing can be taken from the backup; the diary in use is then as it was.
    """
    if backups is not None:
        back_up_before_restore(data, backups, own_key)
    with told_when_restoring(), kept_still(backup.parent.parent), held(data) as old:
        settle(data, old)
        folder = switch.new_folder(data)
        try:
            restored = _restored(folder, old, backup, key, own_key)
            remember(data, folder, old)
            switch.switch_to(data, folder)
        except BaseException:
            if not _is_in_use(data, folder):
                switch.remove(folder)
            raise
    switch.finish(data)
    return restored


def whole_diary(backup: Path, key: DataKey | None, folder: Path) -> Path:
    """The diary in a backup as a file of its own, with the key of the backup, for the caller to remove.

    ``folder``: one for this user alone, such as that of the diary in use.
    """
    path = folder / f".diary-{secrets.token_hex(4)}.new"
    with (
        told_when_looking(),
        kept_still(backup.parent.parent),
        open_backup(backup, key, folder) as opened,
    ):
        try:
            _put_into(opened, path, opened.key, None)
        except BaseException:
            clear_copy(path, wiping=opened.key is None)
            raise
    return path


def _restored(
    folder: Path, old: Path | None, backup: Path, key: DataKey | None, own_key: DataKey | None
) -> Restored:
    path = folder / switch.DIARY
    with open_backup(backup, key, folder) as opened:
        new_key = own_key or opened.key
        whole = _put_into(opened, path, new_key, _device_in(old, (own_key, key, None)))
        missing = opened.where_but(whole)
    if new_key is not None:
        write_key_file(folder, _key_file(old, backup, new_key))
    return Restored(folder, new_key, old, tuple(missing))


def _device_in(old: Path | None, keys: Iterable[DataKey | None]) -> str | None:
    """This computer's own number. A new one where it never had a diary: the backup is another computer's.

    None where the diary in use tells nothing any more; then this is most likely the computer of the backup.
    """
    if old is None:
        return secrets.token_hex(16)
    for key in keys:
        with suppress(apsw.Error):
            return _device_told(old / switch.DIARY, key)
    return None


def _device_told(path: Path, key: DataKey | None) -> str:
    connection = connect_to_look(path, key)
    try:
        return device_of(connection)
    finally:
        connection.close()


def _put_into(opened: OpenedBackup, path: Path, key: DataKey | None, device: str | None) -> set[str]:
    """The ids of the photos that were whole."""
    if shutil.disk_usage(path.parent).free < opened.manifest.bytes:
        raise too_little_room("the diary in this backup")
    create(path, sql.MIGRATIONS, key)
    whole = _fill(opened, path, key, device)
    _demand_same(opened, path, key, whole)
    return whole


def _fill(opened: OpenedBackup, path: Path, key: DataKey | None, device: str | None) -> set[str]:
    whole: set[str] = set()
    source, connection = opened.connection, connect(path, key)
    try:
        apply_settings(connection, copying.COPY_SETTINGS)
        with transaction(connection):
            for table, columns in columns_of(source).items():
                run(connection, copying.empty(table))
                if table == BYTES_TABLE:
                    connection.executemany(statements.ADD_PHOTO, _photos(opened, whole))
                else:
                    rows = source.execute(copying.all_rows(table, columns))
                    connection.executemany(copying.add_row(table, columns), rows)
            if device is not None:
                run(connection, journal.SET_DEVICE, (device,))
        # Left for the first opening, this change would write into a diary in use, and without a log.
        apply_settings(connection, sql.WRITE_SETTINGS)
    finally:
        connection.close()
    return whole


def _photos(opened: OpenedBackup, whole: set[str]) -> Iterator[tuple[Any, ...]]:
    for kept in opened.photos:
        photo = opened.photo(kept)
        if photo is not None:
            whole.add(kept.id)
            # A photo is never given up for its small one, which it can stand in for.
            yield kept.rowid, kept.id, opened.thumbnail(kept) or photo, photo


def _demand_same(opened: OpenedBackup, path: Path, key: DataKey | None, whole: set[str]) -> None:
    """Read anew from the disk, after the very checks that opening a diary makes."""
    copy = connect_to_look(path, key)
    try:
        check_soundness(copy, check_identity(copy, len(sql.MIGRATIONS)), sql.MIGRATIONS)
        if _compared(prints_of(copy)) != _compared(prints_of(opened.connection)):
            raise apsw.CorruptError("the copy differs from the backup")
        found = [
            hashlib.sha256(jpeg).hexdigest() == wanted
            for jpeg, wanted in copy.execute(statements.KEPT_PHOTOS)
        ]
        if not all(found) or len(found) != len(whole):
            raise apsw.CorruptError("the photos differ from the backup")
    finally:
        copy.close()


def _compared(prints: Prints) -> Prints:
    """Without what is meant to differ: hashes in place of photos, and this computer's number."""
    return {table: each for table, each in prints.items() if table not in (BYTES_TABLE, "meta")}


def _key_file(old: Path | None, backup: Path, key: DataKey) -> KeyFile:
    """That of the diary in use, if it has this key, and otherwise the backup's."""
    for folder in filter(None, (old, backup)):
        with suppress(KeyFileDamagedError):
            for file in usable_key_files(folder):
                if file.key_id == key.id:
                    return file
    raise GuideError(
        "The file with the key of the diary in use is gone or damaged, so its passphrase cannot be kept."
        " Nothing was changed."
    )


def _is_in_use(data: Path, folder: Path) -> bool:
    with suppress(GuideError):
        return switch.folder_in_use(data) == folder
    return False
