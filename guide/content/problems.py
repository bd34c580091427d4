"""What is wrong in a content pack, and where."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file of the pack; lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{visible(self.file)}:{self.line}:{self.column}: {self.message}"


class FileProblemsError(Exception):
    """One file cannot be used, for these reasons."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def visible(name: object) -> str:
    """A file's name that is safe on a terminal: nothing that moves the cursor or cannot be written."""
    return "".join(char if char.isprintable() else "?" for char in str(name))


def quoted(text: str) -> str:
    """A found text, short and on one line."""
    short = " ".join(text[: 2 * _LONGEST_QUOTE].split())
    return f"'{short[:_LONGEST_QUOTE]}…'" if len(short) > _LONGEST_QUOTE else f"'{short}'"


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """`` Did you mean 'x'?``, or nothing where no known word is like the found one."""
    near = difflib.get_close_matches(found, list(known), n=1)
    return f" Did you mean '{near[0]}'?" if near else ""
