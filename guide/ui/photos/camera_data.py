"""What the camera wrote beside the picture (EXIF): only the way up, the day and the colours are used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from guide.ui.photos.formats import JPEG, PNG, TIFF, WEBP, jpeg_segments
from guide.ui.photos.tiff_tags import TiffTags

_APP1 = 0xE1
_EXIF = b"Exif\x00\x00"
_MOST_CHUNKS = 10_000

_ORIENTATION, _EXIF_FOLDER = 0x0112, 0x8769
_DATE_TAKEN, _DATE_DIGITISED, _INTEROP_FOLDER = 0x9003, 0x9004, 0xA005
_INTEROP_INDEX, _ADOBE_RGB = 0x0001, b"R03"

_DATE = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")
_EARLIEST = 1990


@dataclass(frozen=True, slots=True)
class CameraData:
    """``orientation`` as EXIF numbers it, 1 is upright; ``taken`` as the camera's clock showed it."""

    orientation: int = 1
    taken: datetime | None = None
    is_adobe_rgb: bool = False


def camera_data(data: bytes, image_format: str) -> CameraData:
    return read_exif(_exif_of(data, image_format))


def read_exif(tiff: bytes) -> CameraData:
    """Whatever is broken in it is as if it were not there."""
    tags = TiffTags(tiff)
    more = tags.folder_in(tags.first_folder(), _EXIF_FOLDER)
    interop = tags.folder_in(more, _INTEROP_FOLDER)
    orientation = tags.number(tags.first_folder(), _ORIENTATION)
    dates = (_plausible(tags.text(more, tag)) for tag in (_DATE_TAKEN, _DATE_DIGITISED))
    return CameraData(
        orientation if 1 <= orientation <= 8 else 1,
        next((date for date in dates if date), None),
        tags.text(interop, _INTEROP_INDEX).startswith(_ADOBE_RGB),
    )


def _exif_of(data: bytes, image_format: str) -> bytes:
    if image_format == TIFF:
        return data
    blocks = {JPEG: _jpeg_blocks, PNG: _png_blocks, WEBP: _webp_blocks}[image_format](data)
    return next(blocks, b"").removeprefix(_EXIF)


def _jpeg_blocks(data: bytes) -> Iterator[bytes]:
    for marker, start in jpeg_segments(data):
        end = start - 2 + int.from_bytes(data[start - 2 : start], "big")
        if marker == _APP1 and data[start : start + len(_EXIF)] == _EXIF:
            yield data[start:end]


def _png_blocks(data: bytes) -> Iterator[bytes]:
    place = 8
    for _ in range(_MOST_CHUNKS):
        size, name = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if name == b"eXIf":
            yield data[place + 8 : place + 8 + size]
        place += size + 12


def _webp_blocks(data: bytes) -> Iterator[bytes]:
    place = 12
    for _ in range(_MOST_CHUNKS):
        name, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        if name == b"EXIF":
            yield data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _plausible(written: bytes) -> datetime | None:
    parts = _DATE.fullmatch(written[:19].decode("ascii", "replace"))
    if parts is None:
        return None
    try:
        taken = datetime.fromisoformat("{}-{}-{}T{}".format(*parts.groups()))
    except ValueError:
        return None
    # A camera in a zone ahead of this computer's may be hours further on.
    latest = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)
    return taken if taken.year >= _EARLIEST and taken <= latest else None
