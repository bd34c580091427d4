"""A new folder that gets its name once all is in it and on the disk."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from guide.errors import GuideError
from guide.store import faults
from guide.store.files import demand_synced

_UNFINISHED = ".little-spots-export-"
_NAMES_TRIED = 1000


class NewFolder:
    """Files for this user alone, under names of our own making."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folders = {path}

    def write(self, name: str, content: bytes, folder: str = "") -> None:
        where = self._path / folder
        if where not in self._folders:
            where.mkdir(mode=0o700)
            self._folders.add(where)
        handle = os.open(where / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def finish(self, name: str) -> Path:
        for folder in self._folders:
            demand_synced(folder)
        target = _named(self._path, name)
        demand_synced(target.parent)
        return target


# Windows would otherwise put a sign of its own before each end of a line.
_BINARY = getattr(os, "O_BINARY", 0)


@contextmanager
def new_folder(parent: Path, room: int) -> Iterator[NewFolder]:
    """Nothing is left of it unless it was finished. GuideError with words for a parent on any fault."""
    try:
        _clear_leftovers(parent)
        if shutil.disk_usage(parent).free < room:
            raise GuideError(_no_room())
        path = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=parent))
        try:
            yield NewFolder(path)
        finally:
            shutil.rmtree(path, ignore_errors=True)
    except OSError as error:
        raise GuideError(_sentence(error), faults.details_of(error)) from error


def _named(path: Path, name: str) -> Path:
    """A folder that is there already is never written into."""
    for number in count(1):
        target = path.with_name(name if number == 1 else f"{name} ({number})")
        try:
            if not os.path.lexists(target):
                path.rename(target)
                return target
        except FileExistsError:
            pass
        if number == _NAMES_TRIED:
            break
    raise FileExistsError


def _clear_leftovers(parent: Path) -> None:
    """What a program that was killed could not remove itself."""
    for path in parent.glob(f"{_UNFINISHED}????????"):
        if path.is_dir() and not path.is_symlink():
            with contextlib.suppress(OSError):
                shutil.rmtree(path)


def _no_room() -> str:
    return (
        "There is too little room on the disk for the export, so nothing was written. The diary was not"
        " changed; make some room or choose another folder."
    )


def _sentence(error: OSError) -> str:
    if faults.is_full(error):
        return _no_room()
    return (
        "The export could not be written to this folder, and nothing of it was left there. The diary was not"
        " changed; please choose another folder."
    )
