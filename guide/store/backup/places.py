"""Where things stand in a backup folder, and reading them although a stranger may have laid them there."""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import apsw

from guide.store.backup.faults import damaged, in_use
from guide.store.backup.manifest import LARGEST_FILE, Manifest, from_bytes
from guide.store.files import new_file, sync_folder, wipe, write_whole

BACKUPS, PHOTOS, THUMBNAILS = "backups", "photos", "thumbnails"
MANIFEST, LOCK, READ_ME = "manifest.json", ".lock", "READ ME.txt"
UNFINISHED, REMOVED = "backup", "removed"
_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-\d{6}-(\d{1,9})")
_HALF = re.compile(rf"\.({UNFINISHED}|{REMOVED})-.{{8}}\.new")
_BLOCK = 1024 * 1024
# Windows takes this kind of link for a folder.
_JUNCTION = 0xA0000003
_READ_SAFELY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

_WORDS = """\
BACKUPS OF A LITTLE SPOTS DIARY

Please leave this folder as it is. To get a diary back, start Little Spots, choose "Get the diary back from a
backup", and show it this folder. Copying the whole folder to a stick or another computer is fine.

backups      One folder for each backup. The last number in its name tells the order they were made in.
photos       The photos of all backups, each kept once.
thumbnails   The same photos, small.

Without Little Spots, where the diary had no passphrase: content.json in the folder of a backup is plain text
that any editor opens. It holds every note, and names the file of each photo. A photo opens in any picture
viewer once ".jpg" is added to the name of a copy of it.

Where the diary had a passphrase, all of this is encrypted: only Little Spots opens it, with the passphrase in
use when the backup was made, or the recovery code printed then.
"""


class NotPlainError(OSError):
    """Nothing this program put there, so that no disk has failed."""


def name_of(manifest: Manifest) -> str:
    # A clock may tell any year, and not every system puts noughts before it.
    return f"{manifest.moment.year:04}-{manifest.moment:%m-%d-%H%M%S}-{manifest.number}"


def prepare(folder: Path) -> None:
    """The folder with what every backup folder has; made for this user alone where it is missing."""
    for path in (folder, folder / BACKUPS, folder / PHOTOS, folder / THUMBNAILS):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path != folder and path.is_symlink():
            raise OSError("a link in place of a folder")
    if not (folder / READ_ME).exists():
        write_whole(folder / READ_ME, _WORDS.encode(), UNFINISHED)


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """For one program at a time, on whatever computer; a program that dies holds it no longer."""
    with held_alone(folder / LOCK, apsw.SQLITE_OPEN_CREATE):
        yield


@contextmanager
def kept_still(folder: Path) -> Iterator[None]:
    """Nothing goes from it meanwhile. Where nothing can be written nothing goes anyway."""
    with ExitStack() as stack:
        try:
            stack.enter_context(folder_lock(folder))
        except (apsw.BusyError, apsw.LockedError) as error:
            raise in_use() from error
        except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError):
            pass
        yield


@contextmanager
def held_alone(path: Path, more_flags: int = 0) -> Iterator[None]:
    """Through SQLite's own file layer: a plain open() and close() would drop this program's other locks."""
    flags = [apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_MAIN_DB | more_flags, 0]
    file = apsw.VFSFile("", str(path), flags)
    try:
        for level in (apsw.SQLITE_LOCK_SHARED, apsw.SQLITE_LOCK_RESERVED, apsw.SQLITE_LOCK_EXCLUSIVE):
            file.xLock(level)
        yield
    finally:
        file.xUnlock(apsw.SQLITE_LOCK_NONE)
        file.xClose()


def backup_folders(folder: Path) -> list[Path]:
    """What goes by the name of a backup, the last made first; whether it is one, its manifest tells."""
    with suppress(OSError):
        found = [path for path in (folder / BACKUPS).iterdir() if _NAME.fullmatch(path.name)]
        return sorted(found, key=number_of, reverse=True)
    return []


def number_of(path: Path) -> int:
    found = _NAME.fullmatch(path.name)
    return int(found[1]) if found else 0


def is_folder(path: Path) -> bool:
    """A real one: a link may lead anywhere."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and getattr(found, "st_reparse_tag", 0) != _JUNCTION


def read_manifest(backup: Path) -> Manifest:
    """GuideError where there is none that can be trusted."""
    if not is_folder(backup):
        raise damaged("not a folder")
    try:
        with plain_file(backup / MANIFEST, LARGEST_FILE) as file:
            return from_bytes(file.read(LARGEST_FILE))
    except OSError as error:
        raise damaged(f"manifest: {type(error).__name__}") from error


@contextmanager
def plain_file(path: Path, largest: int) -> Iterator[BinaryIO]:
    """OSError for links, pipes and whatever else would lead astray, keep us waiting or fill the memory."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise NotPlainError("a link or a folder")
    handle = os.open(path, _READ_SAFELY | _BINARY)
    with open(handle, "rb") as file:  # noqa: PTH123 (a path was opened already, and safely)
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > largest:
            raise NotPlainError("not a plain file of that size")
        yield file


def sha256_of(path: Path, largest: int, take: Callable[[bytes], object] = len) -> tuple[int, str]:
    """Size and hash; ``take`` is handed every byte on the way."""
    size, sha256 = 0, hashlib.sha256()
    with plain_file(path, largest) as file:
        while block := file.read(min(_BLOCK, largest + 1 - size)):
            size += len(block)
            sha256.update(block)
            take(block)
    return size, sha256.hexdigest()


def private_copy(path: Path, largest: int, folder: Path) -> tuple[Path, int, str]:
    """Nobody changes this one while it is looked at. The caller discards it."""
    copy = new_file(folder, "diary")
    with copy.open("wb") as file:
        return copy, *sha256_of(path, largest, file.write)


def unfinished(folder: Path) -> list[Path]:
    return [path for path in (folder / BACKUPS).iterdir() if _HALF.fullmatch(path.name)]


def remove_tree(path: Path, *, wiping: bool = False) -> bool:
    """What it holds is ours: plain files, one level. Of a link only itself goes. Whether all went."""
    try:
        if not is_folder(path):
            path.unlink(missing_ok=True)
            return True
        for inside in path.iterdir():
            if wiping and not inside.is_symlink():
                wipe(inside)
            inside.unlink(missing_ok=True)
        path.rmdir()
    except OSError:
        return False
    return True


def take_away(backup: Path, *, wiping: bool = False) -> bool:
    """First the name, so that what is half removed never looks like a backup. ``wiping``: written over."""
    aside = backup.with_name(f".{REMOVED}-{os.urandom(4).hex()}.new")
    backup.rename(aside)
    sync_folder(backup.parent)
    return remove_tree(aside, wiping=wiping)
