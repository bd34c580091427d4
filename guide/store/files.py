"""Files that appear whole or not at all, under a name that was free or on purpose in place of another."""

import contextlib
import errno
import os
import tempfile
import time
from pathlib import Path

try:
    import fcntl
except ImportError:
    # Windows has none.
    fcntl = None  # type: ignore[assignment]

# A scanner or a sync tool may hold a file for a moment; more than some seconds is no moment.
_PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
_BLOCK = bytes(1024 * 1024)
_DISK_FAILED = (errno.EIO, errno.ENOSPC, errno.EDQUOT)
# WORKAROUND: on macOS fsync leaves in the drive's own memory what a power cut takes.
_FULL_SYNC: int | None = getattr(fcntl, "F_FULLFSYNC", None)


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
        # What has its name is whole; a second name that would not go is cleared away another time.
        with contextlib.suppress(OSError):
            finished.unlink()
    sync_folder(target.parent)


def write_whole(target: Path, content: bytes, purpose: str = "settings") -> None:
    """Puts ``content`` in place of ``target``, or leaves ``target`` as it was and raises OSError."""
    temporary = new_file(target.parent, purpose)
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            _sync(file.fileno())
        replace_patiently(temporary, target)
    except BaseException:
        discard(temporary)
        raise
    sync_folder(target.parent)


def replace_patiently(temporary: Path, target: Path) -> None:
    """Windows refuses while another program looks at the file, which passes."""
    for wait in _PATIENCE:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    temporary.replace(target)


def wipe(path: Path) -> None:
    """Writes over a file once and removes it, with what a link leads to; OSError where that cannot be done.

    On an SSD, a stick or a disk with snapshots the old blocks may stay until they are used again: there only
    what was encrypted from the first day is out of reach.
    """
    real = path.resolve()
    if real.is_file():
        _write_over(real)
        real.unlink(missing_ok=True)
    if path.is_symlink():
        path.unlink(missing_ok=True)


def _write_over(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError), path.open("r+b", buffering=0) as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(_BLOCK[:left])
        _sync(file.fileno())


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
        demand_synced(folder)


def demand_synced(folder: Path) -> None:
    """As ``sync_folder``, but OSError where the disk itself failed: nothing may then be built on the name."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        # Windows opens no folders.
        return
    try:
        _sync(handle)
    except OSError as error:
        if error.errno in _DISK_FAILED:
            raise
    finally:
        os.close(handle)


def _sync(handle: int) -> None:
    """To the disk itself; OSError where that failed."""
    try:
        if _FULL_SYNC is not None:
            fcntl.fcntl(handle, _FULL_SYNC)
            return
    except OSError as error:
        # Other disks than its own may know no such thing.
        if error.errno in _DISK_FAILED:
            raise
    os.fsync(handle)
