"""The child process that reads one photo: limited, so that a bad file harms nothing but itself."""

import json
import os
import stat
import sys
from pathlib import Path

from guide.ui.photos.command import STANDARD_INPUT
from guide.ui.photos.limits import limit_this_process, open_nothing_more
from guide.ui.photos.pixels import jpeg_of, smaller
from guide.ui.photos.reading import checked_format, prepare, read_photo
from guide.ui.photos.refusals import Reason, Refused

_MOST_BYTES = 120_000_000


def main(path: str | Path) -> int:
    """Write one line of JSON to the standard output, and after it the photo and its thumbnail."""
    limit_this_process()
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


def _taken_in(path: Path) -> tuple[dict[str, object], bytes]:
    data = _read_all(0) if path == STANDARD_INPUT else _read_file(path)
    image_format = checked_format(data)
    prepare(image_format)
    open_nothing_more()
    image, camera = read_photo(data, image_format)
    jpeg, thumbnail = jpeg_of(image), jpeg_of(smaller(image))
    head: dict[str, object] = {
        "ok": True,
        "width": image.width(),
        "height": image.height(),
        "taken": camera.taken.isoformat() if camera.taken else None,
        "jpeg_size": len(jpeg),
        "thumb_size": len(thumbnail),
    }
    return head, jpeg + thumbnail


def _read_file(path: Path) -> bytes:
    descriptor = _opened(path)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Refused(Reason.NOT_A_FILE)
        return _read_all(descriptor)
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
    try:
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise Refused(Reason.UNREADABLE) from error
    # Not by the size it says it has: the file may still be growing.
    if len(data) > _MOST_BYTES:
        raise Refused(Reason.TOO_BIG)
    return data


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
