"""The command `little-spots`: reads what is asked for, builds the parts and joins them."""

import argparse
import logging
import logging.handlers
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from guide import __version__
from guide.errors import GuideError
from guide.paths import default_data_folder, resources_folder

EXIT_PROBLEM = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the answer is the exit code."""
    options = _parse(sys.argv[1:] if arguments is None else arguments)
    _write_safely()
    try:
        return _run(options)
    except GuideError as problem:
        _say(problem)
        return EXIT_PROBLEM


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="little-spots",
        description="An offline guide and diary for parents who find spots on their baby's skin.",
    )
    add = parser.add_argument
    add("--data-dir", type=Path, metavar="DIR", help="keep the diary in this folder")
    add("--content", type=Path, metavar="DIR", help="use this content pack instead of the built-in one")
    add("--tour", type=Path, metavar="DIR", help="play the main job on a sample family, pictures go to DIR")
    add("--self-test", action="store_true", help="check that every part works; exit code 0 or 1")
    add("--version", action="version", version=f"little-spots {__version__}")
    add("--read-photo", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _run(options: argparse.Namespace) -> int:
    if options.read_photo:
        from guide.ui.photos.child import main as read_photo

        return read_photo(options.read_photo)
    if options.self_test or options.tour:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if options.self_test:
        from guide.ui.self_test import run_self_test

        return run_self_test(_content_folder(options))
    if options.tour:
        from guide.ui.tour import play_tour

        return play_tour(_content_folder(options), options.tour)
    return _open_window(options)


def _open_window(options: argparse.Namespace) -> int:
    from guide.content.loader import load_pack
    from guide.ui.app import display_missing, make_application, run_window

    if display_missing(sys.platform, dict(os.environ)):
        raise GuideError(
            "Little Spots needs a screen, and none was found. Nothing was changed. "
            "Start it from a desktop, or use --tour DIR to see every page as a picture."
        )
    data_folder = options.data_dir or default_data_folder()
    app = make_application(sys.argv[:1])
    problem = None
    try:
        pack = load_pack(_content_folder(options))
    except GuideError as found:
        if options.content is None:
            raise
        _say(found)
        problem = GuideError(f"{found} The built-in guide is shown instead.", found.details)
        pack = load_pack(resources_folder() / "content")
    _log_to(data_folder)
    return run_window(app, data_folder, pack, problem)


def _content_folder(options: argparse.Namespace) -> Path:
    return options.content or resources_folder() / "content"


def _say(problem: GuideError) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{problem}\n")
        if problem.details:
            sys.stderr.write(f"{problem.details}\n")


def _write_safely() -> None:
    """No error over a letter the terminal cannot show; a windowed program may have no terminal."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _log_to(data_folder: Path) -> None:
    """A small log beside the diary. It holds what the program did, never what was written."""
    try:
        handler = logging.handlers.RotatingFileHandler(
            data_folder / "log.txt", maxBytes=200_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    logging.basicConfig(level=logging.WARNING, handlers=[handler], format="%(asctime)s %(message)s")
    logging.raiseExceptions = False


if __name__ == "__main__":
    sys.exit(main())
