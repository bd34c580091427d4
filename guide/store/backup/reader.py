"""Reading a backup that may be damaged or made to do harm: all is checked before a row is believed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import apsw

from guide.domain.diary import Moment
from guide.store import rows, sql
from guide.store.backup import places
from guide.store.backup.faults import damage_told, damaged, needs_key, newer, other_key, too_little_room
from guide.store.backup.manifest import SNAPSHOT, Manifest
from guide.store.backup.pool import Pool
from guide.store.backup.snapshot import KeptPhoto, alive_in, device_of, photos_in, state_of
from guide.store.connection import apply_settings, connect_to_look, run
from guide.store.copying import clear_copy, migrate_copy
from guide.store.entries import check_entries
from guide.store.faults import is_full
from guide.store.keys import DataKey
from guide.store.row_checks import check_rows
from guide.store.sql import backup as statements
from guide.store.values import moment_from
from guide.store.verify import check_identity, check_soundness

LARGEST_SNAPSHOT = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class MissingPhoto:
    """Where in the diary the photo belongs, for a parent who may still have it elsewhere."""

    id: str
    child: str
    spot: str
    written: Moment


@dataclass(frozen=True)
class OpenedBackup:
    """Sound and of a schema we know; every row makes an object. Of a photo only ``photo`` says so.

    ``connection`` reads a private copy of the snapshot, brought up to date, in which the photos' bytes are
    hashes; ``photos`` lists them.
    """

    manifest: Manifest
    connection: apsw.Connection
    key: DataKey | None
    photos: list[KeptPhoto]
    _photos: Pool = field(repr=False)
    _thumbnails: Pool = field(repr=False)
    _path: Path

    def photo(self, kept: KeptPhoto) -> bytes | None:
        """None where not every byte of it is there; OSError where the disk failed or went."""
        content = self._photos.demand(kept.photo)
        if content is None and not (self._path / places.MANIFEST).exists():
            raise OSError("the backup is gone")
        return content if content is not None and len(content) == kept.size else None

    def thumbnail(self, kept: KeptPhoto) -> bytes | None:
        return self._thumbnails.read(kept.thumbnail)

    def missing(self) -> list[MissingPhoto]:
        """Reads every photo."""
        whole = {kept.id for kept in self.photos if self.photo(kept) is not None}
        return self.where_but(whole)

    def where_but(self, whole: set[str]) -> list[MissingPhoto]:
        """The photos that are not among these, by the time of their notes."""
        found = run(self.connection, statements.WHERE_PHOTO_IS)
        return [
            MissingPhoto(photo_id, child, spot, moment_from(at, zone))
            for photo_id, child, spot, at, zone in found
            if photo_id not in whole
        ]


@contextmanager
def open_backup(backup: Path, key: DataKey | None, scratch: Path) -> Iterator[OpenedBackup]:
    """``scratch``: a folder for this user alone, on a disk with room; nothing stays in it.

    BackupDamagedError, OtherKeyError or another GuideError where not every row in it can be believed.
    """
    manifest = places.read_manifest(backup)
    key = _key_for(manifest, key)
    _check_files_beside(backup, manifest)
    stored = manifest.files[SNAPSHOT]
    if stored.size > LARGEST_SNAPSHOT:
        raise damaged("snapshot too large")
    if shutil.disk_usage(scratch).free < stored.size:
        raise too_little_room("a look into this backup")
    copy = None
    try:
        with _missing_told():
            copy, *found = places.private_copy(backup / SNAPSHOT, stored.size, scratch)
        if tuple(found) != (stored.size, stored.sha256):
            raise damaged("snapshot is not the one of the manifest")
        with _checked(backup, manifest, copy, key) as opened:
            yield opened
    finally:
        if copy is not None:
            clear_copy(copy, wiping=not manifest.key)


def _key_for(manifest: Manifest, key: DataKey | None) -> DataKey | None:
    if not manifest.key:
        return None
    if key is None:
        raise needs_key()
    if key.id != manifest.key:
        raise other_key()
    return key


def _check_files_beside(backup: Path, manifest: Manifest) -> None:
    for name, stored in manifest.files.items():
        if name != SNAPSHOT:
            with _missing_told():
                found = places.sha256_of(backup / name, stored.size)
            if found != (stored.size, stored.sha256):
                raise damaged(f"{name} is not the one of the manifest")


@contextmanager
def _missing_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Making the private copy may fill our own disk, which is no fault of the backup.
        if is_full(error):
            raise
        raise damaged(type(error).__name__) from error


@contextmanager
def _checked(backup: Path, manifest: Manifest, copy: Path, key: DataKey | None) -> Iterator[OpenedBackup]:
    with damage_told():
        schema = _brought_up_to_date(copy, key)
        connection = connect_to_look(copy, key)
    try:
        with damage_told():
            _check_content(connection)
            photos = photos_in(connection)
            opened = OpenedBackup(manifest, connection, key, photos, *_pools(backup, key), backup)
            _check_manifest(opened, schema)
        yield opened
    finally:
        connection.close()


def _brought_up_to_date(copy: Path, key: DataKey | None) -> int:
    """The schema number it had. It is our own copy, and nothing of it is believed before this."""
    connection = connect_to_look(copy, key)
    try:
        apply_settings(connection, sql.READ_SETTINGS)
        schema = _schema_of(connection)
        check_soundness(connection, schema, sql.MIGRATIONS[:schema])
    finally:
        connection.close()
    migrate_copy(copy, key, schema, sql.MIGRATIONS)
    return schema


def _pools(backup: Path, key: DataKey | None) -> tuple[Pool, Pool]:
    folder = backup.parent.parent
    return Pool(folder / places.PHOTOS, key), Pool(folder / places.THUMBNAILS, key)


def _schema_of(connection: apsw.Connection) -> int:
    if int(run(connection, sql.GET_SCHEMA_NUMBER)[0][0]) > len(sql.MIGRATIONS):
        raise newer(f"schema up to {len(sql.MIGRATIONS)} is known")
    try:
        return check_identity(connection, len(sql.MIGRATIONS))
    except Exception as error:
        raise damaged("another program's database") from error


def _check_content(connection: apsw.Connection) -> None:
    """ValueError and its like where a row would later keep a page of the diary from being shown."""
    check_rows(connection.execute)
    check_entries(connection, photos=False)
    for row in connection.execute(statements.CHECK_DRAFTS):
        rows.check_draft_from(*row)


def _check_manifest(opened: OpenedBackup, schema: int) -> None:
    """What is shown of a backup before it is opened was the truth."""
    manifest, connection = opened.manifest, opened.connection
    if (manifest.schema, manifest.device) != (schema, device_of(connection)):
        raise ValueError("the manifest tells of another diary")
    # Bringing an older one up to date may add to both.
    if schema == len(sql.MIGRATIONS) and (manifest.alive, manifest.state) != (
        alive_in(connection),
        state_of(connection),
    ):
        raise ValueError("the manifest tells something else")
    photos, thumbnails = _pools_named(opened)
    # Photos that the diary lost may be named as well, and nothing else.
    if not photos <= set(manifest.photos) <= photos | _lost(opened) or thumbnails != set(manifest.thumbnails):
        raise ValueError("the manifest names other photos")


def _pools_named(opened: OpenedBackup) -> tuple[set[str], set[str]]:
    photos, thumbnails = opened._photos, opened._thumbnails
    return (
        {photos.name_of(kept.photo) for kept in opened.photos},
        {thumbnails.name_of(kept.thumbnail) for kept in opened.photos},
    )


def _lost(opened: OpenedBackup) -> set[str]:
    lost = run(opened.connection, statements.LOST_PHOTOS)
    return {opened._photos.name_of(bytes.fromhex(sha256)) for (sha256,) in lost}
