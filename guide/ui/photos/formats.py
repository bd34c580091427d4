"""What a photo file says of itself, read from its bytes: format, whole or cut short, date taken."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

HEIC = "heic"
JPEG = "jpeg"

_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_END, _APP1 = 0xD9, 0xE1
# Inside compressed data FF is followed by 00, a restart mark or another FF; anything else is a marker.
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_MOST_SEGMENTS = 5_000

_EXIF = b"Exif\x00\x00"
_EXIF_FOLDER, _DATE_TAKEN = 0x8769, 0x9003
_ENTRY_SIZE, _MOST_ENTRIES = 12, 500
_DATE = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")
_EARLIEST = 1990


def format_of(data: bytes) -> str | None:
    """The format by its first bytes, whatever the file is called; None for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return "tiff"
    return HEIC if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS else None


def jpeg_is_whole(data: bytes) -> bool:
    """Whether the picture's own end mark is there; what a phone appends after it does not matter."""
    return any(marker == _END for marker, _ in _segments(data))


def date_taken(data: bytes) -> datetime | None:
    """What the camera's clock said, where that can be true."""
    for marker, start in _segments(data):
        if marker == _APP1 and data[start : start + len(_EXIF)] == _EXIF:
            end = start - 2 + int.from_bytes(data[start - 2 : start], "big")
            return _plausible(_exif_date(data[start + len(_EXIF) : end]))
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Each marker of a JPEG with the place of its content, up to the end mark or the end of the bytes."""
    place = 2
    for _ in range(_MOST_SEGMENTS):
        found = _NEXT_MARKER.search(data, place)
        if found is None:
            return
        marker, place = data[found.end() - 1], found.end()
        yield marker, place + 2
        if marker == _END:
            return
        place += int.from_bytes(data[place : place + 2], "big")


def _exif_date(tiff: bytes) -> str:
    def number(place: int, size: int) -> int:
        return int.from_bytes(tiff[place : place + size], "little" if tiff[:2] == b"II" else "big")

    def entry(folder: int, tag: int) -> int | None:
        for index in range(min(number(folder, 2), _MOST_ENTRIES)):
            place = folder + 2 + index * _ENTRY_SIZE
            if number(place, 2) == tag:
                return number(place + 8, 4)
        return None

    folder = entry(number(4, 4), _EXIF_FOLDER)
    text = entry(folder, _DATE_TAKEN) if folder else None
    return tiff[text : text + 19].decode("ascii", "replace") if text else ""


def _plausible(text: str) -> datetime | None:
    parts = _DATE.fullmatch(text)
    if parts is None:
        return None
    try:
        taken = datetime.fromisoformat("{}-{}-{}T{}".format(*parts.groups()))
    except ValueError:
        return None
    # A camera in a zone ahead of this computer's may be hours further on.
    latest = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)
    return taken if taken.year >= _EARLIEST and taken <= latest else None
