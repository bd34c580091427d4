"""How a command ends: its exit status, and the one sentence when it cannot do its work."""

import io
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TextIO, TypeVar

from guide.content.loader import PackError, load_pack
from guide.content.problems import Problem
from guide.content.reading import reason
from guide.domain.pack import ContentPack

T = TypeVar("T")

CLEAN, PROBLEMS, UNREADABLE, INTERRUPTED = 0, 1, 2, 130


class CommandError(Exception):
    """One calm sentence for the author, and the exit status that belongs to it."""

    def __init__(self, message: str, status: int = UNREADABLE) -> None:
        super().__init__(message)
        self.status = status


def run_calmly(command: Callable[[], int]) -> int:
    """The command's exit status; whatever happens, no traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot write a letter shows its number instead.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = command()
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        _let_go(sys.stdout)
        return PROBLEMS
    except KeyboardInterrupt:
        return INTERRUPTED
    except (CommandError, PackError) as error:
        say_aside(str(error))
        return _status_of(error)
    except OSError as error:
        _let_go(sys.stdout)
        say_aside(f"The result could not be written ({reason(error)}); look at where it should go.")
        return UNREADABLE
    except Exception as error:
        say_aside(_fault(error))
        return UNREADABLE
    return status


def say(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(f"{text}\n")


def say_aside(text: str) -> None:
    """On the error channel, where there is one."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)


def say_problems(problems: list[Problem]) -> int:
    for problem in problems:
        say(str(problem))
    return PROBLEMS if problems else CLEAN


def usable_pack(folder: Path) -> ContentPack:
    return usable(load_pack, folder)


def usable(load: Callable[[Path], T], folder: Path) -> T:
    """The pack, or the reason why not, with the command that tells more."""
    try:
        return load(folder)
    except PackError as error:
        if not error.problems:
            raise
        raise CommandError(f"{error} The command 'check' lists all.", PROBLEMS) from None


def _status_of(error: Exception) -> int:
    if isinstance(error, CommandError):
        return error.status
    return PROBLEMS if isinstance(error, PackError) and error.problems else UNREADABLE


def _let_go(stream: TextIO | None) -> None:
    """What is still to be written goes nowhere, so that Python's own last flush does not complain."""
    try:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        pass


def _fault(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return f"This is a fault of the tool ({type(error).__name__} in {where}), not of yours; please report it."
