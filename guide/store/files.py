"""Files that appear whole or not at all, under a name that was free or on purpose in place of another."""

import contextlib
import os
import tempfile
from pathlib import Path


def new_file(folder: Path, purpose: str) -> Path:
    """An empty file only this user may read; its name is short, as the folder's own path may be long."""
    handle, name = tempfile.mkstemp(prefix=f".{purpose}-", suffix=".new", dir=folder)
    os.close(handle)
    return Path(name)


def publish(finished: Path, target: Path) -> None:
    """Gives a finished file its name; FileExistsError where something has that name already."""
    try:
        os.link(finished, target)
    except FileExistsError:
        raise
    except OSError:
        # Sticks with a FAT file system know no second name for a file.
        if os.path.lexists(target):
            raise FileExistsError from None
        finished.rename(target)
    else:
        finished.unlink()
    sync_folder(target.parent)


def write_whole(target: Path, content: bytes) -> None:
    """Puts ``content`` in place of ``target``, or leaves ``target`` as it was and raises OSError."""
    temporary = new_file(target.parent, "settings")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        discard(temporary)
        raise
    sync_folder(target.parent)


def discard(temporary: Path) -> None:
    """Removes a file of our own making, and what SQLite may have laid beside it."""
    for end in ("", "-wal", "-journal"):
        with contextlib.suppress(OSError):
            temporary.with_name(temporary.name + end).unlink(missing_ok=True)


def discard_leftovers(folder: Path, purpose: str) -> None:
    """Removes what a program that was killed could not remove itself."""
    for path in folder.glob(f".{purpose}-????????.new*"):
        with contextlib.suppress(OSError):
            path.unlink()


def sync_folder(folder: Path) -> None:
    """Makes a new name outlast a power cut, where the system can do that for folders."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
