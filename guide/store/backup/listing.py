"""What backups there are, what is in them, and whether another one is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from guide.domain.diary import Moment
from guide.errors import GuideError
from guide.store.backup import places
from guide.store.backup.faults import told_when_looking
from guide.store.backup.manifest import Manifest
from guide.store.backup.reader import MissingPhoto, open_backup
from guide.store.backup.snapshot import state_of, was_never_used
from guide.store.connection import run
from guide.store.keys import DataKey
from guide.store.open_store import OpenStore
from guide.store.sql import backup as statements
from guide.store.switch import new_folder, remove
from guide.store.values import moment_from

MINUTES_OF_USE = 30


class Occasion(StrEnum):
    """Why a backup may be due. ``RISK``: before restoring, merging, and what else changes much at once."""

    IN_USE = "in use"
    CLOSING = "closing"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup at a glance, without reading all of it; each was read back whole when it was made.

    ``when`` is what the clock said then. ``missing``: photos the diary itself could not give any more. Where
    ``problem`` is not empty it says why nothing can be taken from it, and the rest is empty.
    """

    path: Path
    number: int
    when: datetime | None = None
    counts: Mapping[str, int] | None = None
    bytes: int = 0
    encrypted: bool = False
    program: str = ""
    pack: str = ""
    schema: int = 0
    device: str = ""
    missing: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """What was found by reading all of it: every byte held against what it should be."""

    backup: Backup
    children: tuple[str, ...]
    newest_note: Moment | None
    photos: int
    missing: tuple[MissingPhoto, ...]


def list_backups(folder: Path) -> list[Backup]:
    """The last made first. Never fails; a folder that cannot be read holds none."""
    return [_at_a_glance(path) for path in places.backup_folders(folder)]


def manifests(folder: Path) -> dict[Path, Manifest | None]:
    """None for one that cannot be read."""
    return {path: _manifest_or_none(path) for path in places.backup_folders(folder)}


def look_into(data: Path, backup: Path, key: DataKey | None = None) -> Inside:
    """Reads all of a backup and changes nothing; GuideError where nothing can be taken from it.

    ``data``: the data folder, in which a copy is looked at and cleared away again.
    """
    with told_when_looking(), places.kept_still(backup.parent.parent):
        scratch = new_folder(data)
        try:
            with open_backup(backup, key, scratch) as opened:
                names = tuple(name for (name,) in run(opened.connection, statements.CHILDREN))
                newest = run(opened.connection, statements.NEWEST_NOTE)
                glance = backup_from(backup, opened.manifest)
                missing = tuple(opened.missing())
                return Inside(
                    glance,
                    names,
                    moment_from(*newest[0]) if newest else None,
                    opened.manifest.alive["photos"],
                    missing,
                )
        finally:
            remove(scratch)


def is_due(store: OpenStore, folder: Path, occasion: Occasion, minutes_of_use: float = 0) -> bool:
    """Whether the diary as it is now, with the key it has, stands in no backup here, and now is the time.

    One that never held anything needs none; after a restore, that is not made again which was put back.
    """
    if occasion is Occasion.IN_USE and minutes_of_use < MINUTES_OF_USE:
        return False
    if store.look(was_never_used):
        return False
    now = store.look(lambda connection, key: (state_of(connection), key.id if key else ""))
    return all(each is None or (each.state, each.key) != now for each in manifests(folder).values())


def _at_a_glance(path: Path) -> Backup:
    try:
        return backup_from(path, places.read_manifest(path))
    except GuideError as error:
        return Backup(path, places.number_of(path), problem=str(error))


def _manifest_or_none(path: Path) -> Manifest | None:
    try:
        return places.read_manifest(path)
    except GuideError:
        return None


def backup_from(path: Path, manifest: Manifest) -> Backup:
    return Backup(
        path=path,
        number=manifest.number,
        when=manifest.moment,
        counts=manifest.alive,
        bytes=manifest.bytes,
        encrypted=bool(manifest.key),
        program=manifest.program,
        pack=manifest.pack,
        schema=manifest.schema,
        device=manifest.device,
        missing=manifest.missing,
    )
