"""Checks a content pack from the command line: ``python -m guide.content check DIR``."""

import argparse
import io
import os
import sys
from pathlib import Path

from guide.content.loader import PackError, check_folder
from guide.content.problems import visible

CLEAN, PROBLEMS, UNREADABLE = 0, 1, 2

_EXAMPLE = """\
example:
  python -m guide.content check resources/content

Each problem is one line: file:line:column: what is wrong, what to do.
The exit status is 0 without problems, 1 with problems, 2 if the folder cannot be read."""


def main(arguments: list[str] | None = None) -> int:
    folder = _parser().parse_args(arguments).folder
    # A terminal that cannot write a letter shows its number instead.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _check(folder)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS


def _check(folder: Path) -> int:
    try:
        problems = check_folder(folder)
    except PackError as error:
        sys.stderr.write(f"{error}\n")
        return UNREADABLE
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    if not problems:
        sys.stdout.write(f"No problems found in {visible(folder)}.\n")
    sys.stdout.flush()
    return PROBLEMS if problems else CLEAN


def _parser() -> argparse.ArgumentParser:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="python -m guide.content",
        description="Tools for those who write the guide's content.",
        epilog=_EXAMPLE,
        formatter_class=layout,
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    words = "list everything that is wrong with the pack in a folder"
    checking = commands.add_parser("check", help=words, epilog=_EXAMPLE, formatter_class=layout)
    checking.add_argument("folder", metavar="DIR", type=Path, help="the folder that holds pack.yaml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
