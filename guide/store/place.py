"""Looks at the folder and at what stands in the diary's place, without opening the diary."""

import contextlib
import os
import stat
from pathlib import Path

from guide.errors import GuideError
from guide.store.faults import details_of, is_full
from guide.store.keys import has_keys

# Below this SQLite takes any file for a new, empty database.
_LEAST_SIZE = 512


def prepare_folder(folder: Path) -> None:
    """Makes the folder, for this user alone, where there is none."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise GuideError(
            "The diary's folder cannot be used, because a file stands in its place. Nothing was changed;"
            " please choose another folder.",
            details_of(error),
        ) from error
    except (OSError, ValueError) as error:
        raise GuideError(_folder_sentence(error), details_of(error)) from error


def _folder_sentence(error: Exception) -> str:
    if is_full(error):
        return "There is no room left on the disk for the diary. Make some room, then start again."
    return "The diary's folder cannot be made there. Please choose a folder you may write to."


def is_taken(path: Path) -> bool:
    """Whether anything at all has the diary's name."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise GuideError(
            "The diary's folder cannot be read. Nothing was changed; please check that it belongs to you.",
            details_of(error),
        ) from error
    return True


def demand_no_remains(path: Path) -> None:
    """A log, a key or a copy without its diary belongs to a lost file; a new one must not take its place."""
    copies = path.parent.glob(f"{path.stem}-before-*")
    if os.path.lexists(path.with_name(path.name + "-wal")) or has_keys(path.parent) or any(copies):
        raise GuideError(
            "The diary's file is missing, though a part or a copy of it is still in the folder. Nothing was"
            " changed; please put the file back, or get the diary back from a backup."
        )


def demand_file(path: Path) -> Path:
    """The real path of a readable, filled file. Anything else in the diary's place is refused."""
    try:
        found = path.stat()
        real = path.resolve()
    except OSError as error:
        raise GuideError(
            "The diary's file cannot be reached: it is a link that leads nowhere, or the disk is gone."
            " Nothing was changed.",
            details_of(error),
        ) from error
    if not stat.S_ISREG(found.st_mode):
        raise GuideError(
            "Something that is not a file has the diary's name. It was left as it is; please move it away"
            " or choose another folder."
        )
    if not os.access(real, os.R_OK):
        raise GuideError(
            "The diary's file may not be read by you. Nothing was changed; please check whom the file"
            " belongs to."
        )
    if found.st_size < _LEAST_SIZE:
        raise GuideError(
            "The diary's file is empty or was cut off. It was left as it is; please get the diary back from a"
            " backup."
        )
    return real


def log_size(path: Path) -> int:
    """How much waits in the log beside the diary, as after a crash."""
    with contextlib.suppress(OSError):
        return path.with_name(path.name + "-wal").stat().st_size
    return 0


def can_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def make_private(path: Path) -> None:
    """Only this user may read the diary, also where it was copied from a stick that knows no rights."""
    for name in (path.name, path.name + "-wal"):
        with contextlib.suppress(OSError):
            path.with_name(name).chmod(0o600)
