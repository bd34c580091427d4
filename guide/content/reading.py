"""Finding and reading the files of a pack: only ordinary files, only inside its folder, never too much."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from guide.content.problems import FileProblemsError, Problem

MOST_BYTES = 512 * 1024
MOST_BYTES_TOGETHER = 32 * 1024 * 1024
MOST_FILES = 1000
PLACES = ("", "conditions/", "cases/")

# Opening a pipe must not wait for a writer. Windows has neither of the first two, other systems not the last.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class PackFiles:
    """Every YAML file of a pack as it was at one moment; ``failed`` are those that could not be read."""

    folder: Path
    data: Mapping[str, bytes]
    failed: Mapping[str, Problem]

    @property
    def names(self) -> list[str]:
        return sorted([*self.data, *self.failed])


def read_pack_files(folder: Path, names: list[str]) -> PackFiles:
    """``OSError`` where they are too much to be a pack."""
    data: dict[str, bytes] = {}
    failed: dict[str, Problem] = {}
    root = folder.resolve()
    room = MOST_BYTES_TOGETHER
    for name in names:
        try:
            data[name] = read_file(root, name)
            room -= len(data[name])
        except FileProblemsError as error:
            failed[name] = error.problems[0]
        if room < 0:
            raise OSError(f"it holds more than {MOST_BYTES_TOGETHER >> 20} MB")
    return PackFiles(folder, data, failed)


def yaml_names(folder: Path) -> list[str]:
    """The YAML files where a pack has some, as ``conditions/milia.yaml``, sorted. ``OSError`` passes."""
    names = _yaml_names_in(folder, PLACES[0])
    for place in PLACES[1:]:
        if (folder / place).is_dir():
            names += _yaml_names_in(folder, place)
    return sorted(names)


def _yaml_names_in(folder: Path, place: str) -> list[str]:
    with os.scandir(folder / place) as entries:
        names = [entry.name for entry in islice(entries, MOST_FILES + 1)]
    if len(names) > MOST_FILES:
        raise OSError(f"more than {MOST_FILES:,} files are in it")
    return [f"{place}{name}" for name in names if _looks_like_yaml(name)]


def _looks_like_yaml(name: str) -> bool:
    return not name.startswith(".") and name.casefold().endswith((".yaml", ".yml"))


def read_file(root: Path, name: str) -> bytes:
    """The bytes of a file below the resolved folder, at most one more than is allowed.

    ``FileProblemsError`` where it cannot be had.
    """
    try:
        return _bytes_of(root, name)
    except NotOrdinaryError as error:
        message = str(error)
    except (OSError, RuntimeError, ValueError) as error:
        message = f"this file could not be read ({reason(error)}); look at its permissions."
    raise FileProblemsError(Problem(name, 1, 1, message))


class NotOrdinaryError(Exception):
    """Not a file to read: a pipe, a device, a folder, a link that leads out."""


def _bytes_of(root: Path, name: str) -> bytes:
    path = os.path.realpath(root / name, strict=True)
    if not Path(path).is_relative_to(root):
        raise NotOrdinaryError("this link leads out of the pack's folder; put the file itself here.")
    return ordinary_bytes(path, MOST_BYTES + 1)


def ordinary_bytes(path: str | Path, most: int) -> bytes:
    """At most so many bytes of an ordinary file; ``OSError`` or ``NotOrdinaryError`` where there are none."""
    # Looked at before it is opened, since opening a device can already do something.
    _refuse_odd(os.stat(path))  # noqa: PTH116 - a text is quicker here than a path, and start-up reads them all
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        _refuse_odd(os.fstat(descriptor))
        return file.read(most)


def _refuse_odd(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotOrdinaryError("this is not an ordinary file; put a text file here.")


def reason(error: Exception) -> str:
    """The system's own few words, without the file's address."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return words[:1].lower() + words[1:]
