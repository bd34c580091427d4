"""Everything a parent put in, into a new folder: one JSON document, tables for a spreadsheet, and photos."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from guide import __version__
from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store import faults
from guide.store.diary_reader import DiaryReader
from guide.store.export import document
from guide.store.export.folder import NewFolder, new_folder
from guide.store.export.read_me import READ_ME
from guide.store.export.reading import Instant, instant_of
from guide.store.export.tables import table_of
from guide.store.keys import LockedError
from guide.store.rows import Stored
from guide.store.session import Now, computer_time
from guide.store.stopping import IsStopped, StoppedError, never

PHOTOS = "photos"
PHOTOS_IN_TRASH = "photos in the trash"
_ROOM_BESIDE_PHOTOS = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Wanted:
    """``also_deleted``: the trash and every earlier version as well."""

    document: bool = True
    tables: bool = True
    photos: bool = True
    also_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """``photos_missing``: how many could not be read; the document says which."""

    folder: Path
    photos: int
    photos_missing: int


EVERYTHING = Wanted()


def export(
    store: DiaryReader,
    parent: Path,
    wanted: Wanted = EVERYTHING,
    *,
    is_stopped: IsStopped = never,
    on_progress: Callable[[int, int], None] = lambda done, of: None,
    now: Now = computer_time,
) -> Exported:
    """Into a new folder in ``parent``, which never holds half an export under its name.

    Takes long where there are many photos: never on the window's thread. The diary can be used meanwhile.
    GuideError where it cannot be written, StoppedError as soon as ``is_stopped`` says so.
    """
    made = now()
    try:
        instant = store.look(lambda connection, _: instant_of(connection, also_deleted=wanted.also_deleted))
        with new_folder(parent, _room_for(instant, wanted)) as folder:
            files = _photo_files(instant, wanted)
            missing = _write_photos(store, folder, files, is_stopped, on_progress)
            names = {photo_id: name for photo_id, (_, name) in files.items() if photo_id not in missing}
            if wanted.document:
                head = document.head_of(made, __version__)
                folder.write("diary.json", document.bytes_of(head | _document(instant, wanted, names)))
            if wanted.tables:
                _write_tables(folder, instant, names)
            folder.write("READ ME.txt", READ_ME.encode())
            _go_on_unless(is_stopped)
            done = folder.finish(f"Little Spots {made.at.date().isoformat()}")
    except faults.UNREADABLE as error:
        raise faults.read_fault(error) from error
    return Exported(done, len(names), len(missing))


def _room_for(instant: Instant, wanted: Wanted) -> int:
    photos = instant.rows[Kind.PHOTO]
    return _ROOM_BESIDE_PHOTOS + sum(int(photos[each]["size"]) for each in _photo_files(instant, wanted))


def _photo_files(instant: Instant, wanted: Wanted) -> dict[str, tuple[str, str]]:
    """The folder and the name for each photo, by its id."""
    if not wanted.photos:
        return {}
    alive = instant.alive()[Kind.PHOTO]
    return {
        photo_id: (PHOTOS if photo_id in alive else PHOTOS_IN_TRASH, name)
        for photo_id, name in instant.photo_names(also_deleted=wanted.also_deleted).items()
    }


def _write_photos(
    store: DiaryReader,
    folder: NewFolder,
    files: Mapping[str, tuple[str, str]],
    is_stopped: IsStopped,
    on_progress: Callable[[int, int], None],
) -> set[str]:
    """The ids of those that could not be read."""
    missing = set()
    for done, (photo_id, (where, name)) in enumerate(files.items(), start=1):
        _go_on_unless(is_stopped)
        jpeg = _jpeg(store, photo_id)
        if jpeg is None:
            missing.add(photo_id)
        else:
            folder.write(name, jpeg, where)
        on_progress(done, len(files))
    return missing


def _jpeg(store: DiaryReader, photo_id: str) -> bytes | None:
    try:
        return store.photo_jpeg(photo_id)
    except LockedError:
        raise
    except GuideError:
        if store.thread.stopped:
            raise
        return None


def _document(instant: Instant, wanted: Wanted, files: Mapping[str, str]) -> dict[str, object]:
    alive = instant.alive()
    told: dict[str, object] = {
        **_entries(((kind, row) for kind in alive for row in alive[kind].values()), files),
        "check_drafts": instant.drafts,
        "other_versions": instant.other_versions,
    }
    if wanted.also_deleted:
        told["trash"] = _entries(instant.in_trash(), files)
        told["earlier_versions"] = instant.earlier_versions
    return told


def _entries(rows: Iterable[tuple[Kind, Stored]], files: Mapping[str, str]) -> dict[str, object]:
    entries = document.by_kind(rows)
    for photo in entries[document.NAMES[Kind.PHOTO]]:
        photo["file"] = files.get(photo["id"])
    return dict(entries)


def _write_tables(folder: NewFolder, instant: Instant, files: Mapping[str, str]) -> None:
    for kind, name in document.NAMES.items():
        folder.write(f"{name}.csv", table_of(kind, instant.alive(), files))


def _go_on_unless(is_stopped: IsStopped) -> None:
    if is_stopped():
        raise StoppedError("The export was stopped, and nothing of it was left behind.")
