"""The child process that reads one photo file: limited, so that a bad file harms nothing but itself."""

import contextlib
import json
import os
import stat
import sys
from pathlib import Path

from guide.ui.photos.formats import HEIC, JPEG, date_taken, format_of, jpeg_is_whole
from guide.ui.photos.pixels import jpeg_of, read_picture, smaller
from guide.ui.photos.refusals import Reason, Refused

SOURCE_FOLDER = Path(__file__).resolve().parents[3]

_MOST_BYTES = 60_000_000
_MOST_MEMORY = 1 << 30
_MOST_SECONDS = 10


def child_command(path: Path) -> list[str]:
    """The program and its arguments; an absolute path is never taken for an option."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-photo", str(path.absolute())]
    return [sys.executable, "-m", __name__, str(path.absolute())]


def main(path: str | Path) -> int:
    """Write one line of JSON to the standard output, and after it the photo and its thumbnail."""
    _limit_this_process()
    try:
        head, body = _taken_in(Path(path))
    except Refused as refused:
        head, body = {"ok": False, "reason": refused.reason.value}, b""
    except MemoryError:
        head, body = {"ok": False, "reason": Reason.TOO_MANY_PIXELS.value}, b""
    # The windowed program has no sys.stdout, but the pipe is there.
    with open(1, "wb", closefd=False) as out:
        out.write(json.dumps(head).encode("ascii") + b"\n" + body)
    return 0


def _limit_this_process() -> None:
    try:
        import resource
    except (
        ImportError
    ):  # Windows has no such limits; there the reader's own limit and the parent's clock remain.
        return
    for kind, most in (
        (resource.RLIMIT_AS, _MOST_MEMORY),
        (resource.RLIMIT_CPU, _MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        # macOS refuses a limit on address space; a lower limit already set stands.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _taken_in(path: Path) -> tuple[dict[str, object], bytes]:
    data = _read_file(path)
    image_format = _checked_format(data)
    image = read_picture(data, image_format)
    jpeg, thumbnail = jpeg_of(image), jpeg_of(smaller(image))
    taken = date_taken(data) if image_format == JPEG else None
    head: dict[str, object] = {
        "ok": True,
        "width": image.width(),
        "height": image.height(),
        "taken": taken.isoformat() if taken else None,
        "jpeg_size": len(jpeg),
        "thumb_size": len(thumbnail),
    }
    return head, jpeg + thumbnail


def _checked_format(data: bytes) -> str:
    if not data:
        raise Refused(Reason.EMPTY)
    image_format = format_of(data)
    if image_format is None:
        raise Refused(Reason.NOT_A_PHOTO)
    if image_format == HEIC:
        raise Refused(Reason.HEIC)
    # Qt takes a JPEG that was cut short for whole and leaves the rest grey.
    if image_format == JPEG and not jpeg_is_whole(data):
        raise Refused(Reason.INCOMPLETE)
    return image_format


def _read_file(path: Path) -> bytes:
    descriptor = _opened(path)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Refused(Reason.NOT_A_FILE)
        return _read_all(descriptor)
    except OSError as error:
        raise Refused(Reason.UNREADABLE) from error
    finally:
        os.close(descriptor)


def _opened(path: Path) -> int:
    # Without O_NONBLOCK a pipe with a photo's name would be waited for; a link may lead anywhere.
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        return os.open(path, flags)
    except FileNotFoundError as error:
        raise Refused(Reason.MISSING) from error
    except (OSError, ValueError) as error:
        no_file = path.is_dir() or path.is_symlink()
        raise Refused(Reason.NOT_A_FILE if no_file else Reason.UNREADABLE) from error


def _read_all(descriptor: int) -> bytes:
    with open(descriptor, "rb", closefd=False) as file:
        data = file.read(_MOST_BYTES + 1)
    # Not by the size it says it has: the file may still be growing.
    if len(data) > _MOST_BYTES:
        raise Refused(Reason.TOO_BIG)
    return data


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
