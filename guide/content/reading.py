"""Finding and reading the files of a pack: only ordinary files, only inside its folder, never too much."""

import os
import stat
from itertools import islice
from pathlib import Path

from guide.content.problems import FileProblemsError, Problem
from guide.content.yaml_gate import MOST_BYTES

MOST_FILES = 1000
PLACES = ("", "conditions/", "cases/")

# Opening a pipe must not wait for a writer. Windows has neither of the first two, other systems not the last.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


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


def read_file(folder: Path, name: str) -> bytes:
    """The file's bytes, at most one more than is allowed; ``FileProblemsError`` where it cannot be had."""
    try:
        return _bytes_of(folder, name)
    except FileNotFoundError:
        message = "this file is missing; every pack needs it."
    except _NotOrdinaryError as error:
        message = str(error)
    except (OSError, RuntimeError, ValueError) as error:
        message = f"this file could not be read ({reason(error)}); look at its permissions."
    raise FileProblemsError(Problem(name, 1, 1, message))


class _NotOrdinaryError(Exception):
    pass


def _bytes_of(folder: Path, name: str) -> bytes:
    path = (folder / name).resolve(strict=True)
    if not path.is_relative_to(folder.resolve()):
        raise _NotOrdinaryError("this link leads out of the pack's folder; put the file itself here.")
    # Looked at before it is opened, since opening a device can already do something.
    _refuse_odd(path.stat())
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        _refuse_odd(os.fstat(descriptor))
        return file.read(MOST_BYTES + 1)


def _refuse_odd(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise _NotOrdinaryError("this is not an ordinary file; put a text file here.")


def reason(error: Exception) -> str:
    """The system's own few words, without the file's address."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return words[:1].lower() + words[1:]
