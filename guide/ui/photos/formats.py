"""Which kind of photo a file is, by its bytes and not by its name, and whether a JPEG is all there."""

import re
from collections.abc import Iterator

from guide.ui.photos.tiff_tags import TiffTags

JPEG, PNG, WEBP, TIFF, HEIC = "jpeg", "png", "webp", "tiff", "heic"

_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis"}
_HEIF_BRANDS = {b"mif1", b"msf1"}
_MOST_BRANDS = 40

_END, _SCAN = 0xD9, 0xDA
# A picture that comes in steps has about ten; thousands only take time.
_MOST_SCANS = 100
# Inside compressed data FF is followed by 00, a restart mark or another FF; anything else is a marker.
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_MOST_SEGMENTS = 5_000

_PREVIEW_BIT, _KIND, _COLOUR_MODEL, _DNG_VERSION = 1, 0x00FE, 0x0106, 0xC612
# White is 0, black is 0, RGB, palette, CMYK, YCbCr. Others are a sensor's values, or colours told otherwise.
_KNOWN_MODELS = {0, 1, 2, 3, 5, 6}


def format_of(data: bytes) -> str | None:
    """The format by its first bytes; None for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return TIFF
    return HEIC if data[4:8] == b"ftyp" and _is_heic(data) else None


def is_raw(tiff: bytes) -> bool:
    """Whether a TIFF is a camera's raw file, starts with a preview, or has colours that are not plain."""
    tags = TiffTags(tiff)
    folder = tags.first_folder()
    is_preview = bool(tags.number(folder, _KIND) & _PREVIEW_BIT)
    return is_preview or _DNG_VERSION in folder or tags.number(folder, _COLOUR_MODEL) not in _KNOWN_MODELS


def jpeg_is_whole(data: bytes) -> bool:
    """Whether the picture's own end mark is there; what a phone appends after it does not matter."""
    return any(marker == _END for marker, _ in jpeg_segments(data))


def jpeg_is_endless(data: bytes) -> bool:
    """Whether the same picture is drawn over and over."""
    return sum(marker == _SCAN for marker, _ in jpeg_segments(data)) > _MOST_SCANS


def jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
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


def _is_heic(data: bytes) -> bool:
    main = data[8:12]
    end = min(int.from_bytes(data[:4], "big"), 16 + 4 * _MOST_BRANDS)
    others = {data[place : place + 4] for place in range(16, end, 4)}
    return main in _HEIC_BRANDS or (main in _HEIF_BRANDS and not others.isdisjoint(_HEIC_BRANDS))
