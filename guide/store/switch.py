"""Which folder holds the diary in use, and changing to another one that was made whole beside it.

The file ``current`` names the folder; it changes in one step, so after any crash the diary is the old one or
the new one. Until then a new folder carries a mark that says what is to be done once it is in use.
"""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

import apsw

from guide.errors import GuideError
from guide.store.connection import SharedLock
from guide.store.faults import details_of
from guide.store.files import demand_synced, discard_leftovers, sync_folder, wipe, write_whole
from guide.store.place import is_taken, prepare_folder

POINTER = "current"
FOLDERS = "diaries"
MARK = "unfinished"
DIARY = "diary.littlespots"
_HERE = "."
_NAME = re.compile(r"[0-9a-z]{1,32}")
_LONGEST_LINE = 64
# What this program puts beside a diary, and nothing that a parent or a sync tool may have laid there.
_OURS = re.compile(
    r"diary(-before-\d+(-\d+)?)?\.littlespots(\.sealed)?(-wal|-shm|-journal)?"
    r"|keys(-\d+)?\.json|\.(diary|keys|mark)-.{8}\.new(-wal|-journal)?"
)


def folder_in_use(data: Path) -> Path:
    """Where the diary is; ``data`` itself until one was ever put elsewhere. It need not exist yet."""
    name = _line(data / POINTER)
    try:
        if name is None and folders_with_diaries(data):
            raise _lost()
        if name is None or name == _HERE:
            return data
        folder = data / FOLDERS / name
        if not _NAME.fullmatch(name) or not folder.is_dir():
            raise _lost()
        return folder
    except OSError as error:
        raise _lost(details_of(error)) from error


def demand_diary(data: Path, folder: Path) -> None:
    """A new one may be begun in ``data`` alone, and only where none was ever put elsewhere."""
    if is_taken(folder / DIARY):
        return
    if folder != data or not all(map(_is_unfinished, folders_with_diaries(data))):
        raise _lost()


def folders_with_diaries(data: Path) -> list[Path]:
    """Those made for a diary that hold one or its keys, in use or not. ``data`` itself is not among them."""
    try:
        found = sorted(path for path in (data / FOLDERS).iterdir() if is_of_ours(path))
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [path for path in found if any(path.glob("diary*.littlespots*")) or any(path.glob("keys*.json"))]


def new_folder(data: Path, replaces: Path | None = None) -> Path:
    """An empty folder for this user alone. ``replaces``: whose diary is removed once this one is in use."""
    folder = data / FOLDERS / secrets.token_hex(4)
    prepare_folder(data)
    _say_where(data)
    prepare_folder(folder.parent)
    folder.mkdir(mode=0o700)
    write_whole(folder / MARK, name_of(data, replaces).encode() if replaces else b"", "mark")
    sync_folder(folder.parent)
    sync_folder(data)
    return folder


def switch_to(data: Path, folder: Path) -> None:
    """From now on ``folder`` holds the diary. The one before stays where it is; see ``finish``.

    Where this raises OSError, ``folder_in_use`` tells which one it is; the other must be left alone until the
    next start, because the disk may think otherwise after a power cut.
    """
    demand_synced(folder)
    demand_synced(folder.parent)
    write_whole(data / POINTER, name_of(data, folder).encode(), "mark")
    demand_synced(data)


def unfinished(data: Path) -> list[Path]:
    """Folders that never came into use. What a restore left on purpose has no mark and is not among them."""
    in_use = folder_in_use(data)
    with suppress(OSError):
        found = [path for path in (data / FOLDERS).iterdir() if is_of_ours(path)]
        return sorted(path for path in found if path != in_use and _is_unfinished(path))
    return []


def is_of_ours(folder: Path) -> bool:
    """By its name, which no parent would give it."""
    return bool(_NAME.fullmatch(folder.name)) and folder.is_dir()


def finish(data: Path) -> bool:
    """Ends at the start what a crash or a full disk interrupted, without asking and without any key.

    True where nothing is left to do; False where another window has the diary open, a file would not go, or
    the diary in use is missing: then what lies about may be all there is.
    """
    if not (data / FOLDERS).is_dir() and not any(data.glob(".mark-*")):
        return True
    folder = folder_in_use(data)
    try:
        lock = SharedLock(folder / DIARY)
    except apsw.Error:
        return False
    try:
        return finish_held(data, folder)
    finally:
        lock.release()


def finish_held(data: Path, folder: Path) -> bool:
    """The same where the diary in use, in ``folder``, is locked by this program already."""
    try:
        return _finish(data, folder)
    except OSError:
        return False


def clear(folder: Path) -> bool:
    """Writes over and removes what this program put there; False where a file would not go."""
    done = True
    for path in _in_order(folder):
        try:
            wipe(path)
        except OSError:
            done = False
    sync_folder(folder)
    return done


def remove(folder: Path) -> bool:
    """Clears a folder that was made for a diary, and takes it away once it is empty."""
    if not clear(folder):
        return False
    # The mark goes last: a folder half cleared is still known as one to be cleared.
    with suppress(OSError):
        (folder / MARK).unlink(missing_ok=True)
        folder.rmdir()
    return True


def _say_where(data: Path) -> None:
    """From the first folder on there is a pointer: one that is missing later was lost."""
    if not os.path.lexists(data / POINTER) and not folders_with_diaries(data):
        write_whole(data / POINTER, _HERE.encode(), "mark")
        demand_synced(data)


def _finish(data: Path, folder: Path) -> bool:
    discard_leftovers(data, "mark")
    discard_leftovers(folder, "keys")
    cleared = [remove(path) for path in unfinished(data)]
    replaced = _replaced(data, folder)
    if replaced is not None:
        # What is in use now must be so after a power cut as well, before the other one goes.
        demand_synced(data)
        if not (clear(replaced) if replaced == data else remove(replaced)):
            return False
    if folder != data:
        (folder / MARK).unlink(missing_ok=True)
        sync_folder(folder)
    return all(cleared)


def _replaced(data: Path, folder: Path) -> Path | None:
    """The folder whose diary the one in use took over, if that is still there."""
    name = _line(folder / MARK) if folder != data else None
    if name == _HERE:
        return data
    if name is None or not _NAME.fullmatch(name) or name == folder.name:
        return None
    old = data / FOLDERS / name
    return old if old.is_dir() else None


def _is_unfinished(folder: Path) -> bool:
    # Between the making of a folder and its mark there is a moment in which it holds nothing, or half a mark.
    return (folder / MARK).exists() or all(path.name.startswith(".mark-") for path in folder.iterdir())


def _in_order(folder: Path) -> list[Path]:
    """Keys first: without them the rest is noise already."""
    ours = [path for path in folder.iterdir() if _OURS.fullmatch(path.name)]
    return sorted(ours, key=lambda path: (not path.name.startswith("keys"), path.name))


def name_of(data: Path, folder: Path) -> str:
    """As the files that name a diary's folder have it."""
    return _HERE if folder == data else folder.name


def folder_of(data: Path, name: str) -> Path:
    return data if name == _HERE else data / FOLDERS / name


def _line(path: Path) -> str | None:
    """None where there is no such file; GuideError where it is not a line of ours."""
    try:
        if not path.is_file():
            if path.is_symlink() or path.exists():
                raise _lost()
            return None
        with path.open("rb") as file:
            return file.read(_LONGEST_LINE).decode("ascii").strip()
    except (OSError, UnicodeError) as error:
        raise _lost(details_of(error)) from error


def _lost(details: str = "") -> GuideError:
    return GuideError(
        "The folder with the diary in use cannot be found or read. Nothing was changed; please put the folder"
        " back, or get the diary from a backup.",
        details,
    )
