"""How the child process is started: by the window, which loads none of what the child needs."""

import sys
from pathlib import Path

SOURCE_FOLDER = Path(__file__).resolve().parents[3]

STANDARD_INPUT = Path("-")
"""In place of a path: the photo comes through the pipe, as what was pasted does."""


def child_command(path: Path) -> list[str]:
    """The program and its arguments; an absolute path is never taken for an option."""
    said = str(path if path == STANDARD_INPUT else path.absolute())
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-photo", said]
    return [sys.executable, "-m", "guide.ui.photos.child", said]
