"""The smallest HEIC file there can be round one tile, written here for the decoder."""

from collections.abc import Sequence

from guide.ui.photos.heif_file import Box

_FILE_TYPE = Box(b"ftyp", b"heic\0\0\0\0mif1heic").whole
_HANDLER = Box(b"hdlr", b"\0" * 8 + b"pict" + b"\0" * 13).whole
_PRIMARY = Box(b"pitm", b"\0\0\0\0\0\1").whole
_KIND = Box(b"infe", b"\2\0\0\0\0\1\0\0hvc1\0").whole
_KINDS = Box(b"iinf", b"\0\0\0\0\0\1" + _KIND).whole
_ESSENTIAL = 0x80
_MUST_BE_KNOWN = b"hvcC"


def file_of_tile(properties: Sequence[Box], content: bytes) -> bytes:
    """A file with one item, which has these properties and this compressed content."""
    before = len(_meta(properties, 0, 0)) + len(_FILE_TYPE) + 8
    return _FILE_TYPE + _meta(properties, before, len(content)) + Box(b"mdat", content).whole


def _meta(properties: Sequence[Box], start: int, length: int) -> bytes:
    place = start.to_bytes(4, "big") + length.to_bytes(4, "big")
    places = Box(b"iloc", b"\0\0\0\0\x44\0\0\1" + b"\0\1\0\0\0\1" + place).whole
    parts = _HANDLER + _PRIMARY + places + _KINDS + _properties(properties)
    return Box(b"meta", b"\0\0\0\0" + parts).whole


def _properties(properties: Sequence[Box]) -> bytes:
    shared = Box(b"ipco", b"".join(box.whole for box in properties)).whole
    indices = bytes(
        number | (_ESSENTIAL if box.name == _MUST_BE_KNOWN else 0) for number, box in enumerate(properties, 1)
    )
    owners = Box(b"ipma", b"\0\0\0\0\0\0\0\1\0\1" + bytes((len(indices),)) + indices).whole
    return Box(b"iprp", shared + owners).whole
