"""HEIC photos put together here from one tile: any number of them, turned, coloured and described at will."""

import struct
from collections.abc import Sequence
from pathlib import Path

from guide.ui.photos.heif_file import Box, HeifFile

TILE_EDGE = 512
_FILE = HeifFile((Path(__file__).parent / "tile.heic").read_bytes())
_TILE = _FILE.item(_FILE.primary)
TILE_CONTENT = _FILE.content(_FILE.primary)
TILE_DECODER = next(box for box, _ in _TILE.properties if box.name == b"hvcC")

NCLX_SRGB = b"nclx" + struct.pack(">HHHB", 1, 13, 6, 0x80)
_FULL = b"\0\0\0\0"


def size_property(width: int, height: int) -> Box:
    return Box(b"ispe", _FULL + struct.pack(">II", width, height))


def rotation(quarters_left: int) -> Box:
    return Box(b"irot", bytes((quarters_left,)))


def mirror(axis: int) -> Box:
    return Box(b"imir", bytes((axis,)))


def colours(content: bytes) -> Box:
    return Box(b"colr", content)


def exif_item(tiff: bytes) -> bytes:
    return struct.pack(">I", 6) + b"Exif\0\0" + tiff


def heic(
    *properties: Box,
    columns: int = 1,
    rows: int = 1,
    size: tuple[int, int] | None = None,
    tile: Sequence[Box] = (colours(NCLX_SRGB),),
    exif: bytes = b"",
    xmp: bytes = b"",
    kind: bytes = b"hvc1",
    content: bytes = TILE_CONTENT,
    tile_size: tuple[int, int] = (TILE_EDGE, TILE_EDGE),
) -> bytes:
    """``properties`` are the whole picture's. One tile is a picture by itself; more are a grid."""
    count = columns * rows
    width, height = size or (columns * tile_size[0], rows * tile_size[1])
    shared = [TILE_DECODER, size_property(*tile_size), *tile]
    items: list[tuple[bytes, bytes, list[Box]]] = [(kind, content, shared)] * count
    if count > 1:
        grid = bytes((0, 0, rows - 1, columns - 1)) + struct.pack(">HH", width, height)
        items = [(b"grid", grid, [size_property(width, height), *properties]), *items]
    else:
        items = [(kind, content, [TILE_DECODER, size_property(width, height), *tile, *properties])]
    items += [(b"Exif", exif_item(exif), [])] if exif else []
    items += [(b"mime", xmp, [])] if xmp else []
    return _file(items, count)


def _file(items: list[tuple[bytes, bytes, list[Box]]], tiles: int) -> bytes:
    start = Box(b"ftyp", b"heic\0\0\0\0mif1heic").whole
    before = len(start) + len(_meta(items, tiles, 0)) + 8
    distinct = list(dict.fromkeys(content for _, content, _ in items))
    return start + _meta(items, tiles, before) + Box(b"mdat", b"".join(distinct)).whole


def _meta(items: list[tuple[bytes, bytes, list[Box]]], tiles: int, before: int) -> bytes:
    handler = Box(b"hdlr", b"\0" * 8 + b"pict" + b"\0" * 13).whole
    primary = Box(b"pitm", _FULL + b"\0\1").whole
    parts = [handler, primary, _places(items, before), _kinds(items), _properties(items)]
    if tiles > 1:
        numbers = struct.pack(f">HH{tiles}H", 1, tiles, *range(2, tiles + 2))
        parts.append(Box(b"iref", _FULL + Box(b"dimg", numbers).whole).whole)
    return Box(b"meta", _FULL + b"".join(parts)).whole


def _places(items: list[tuple[bytes, bytes, list[Box]]], before: int) -> bytes:
    places: dict[bytes, int] = {}
    for _, content, _ in items:
        places.setdefault(content, before)
        before = max(before, places[content] + len(content))
    entries = (
        struct.pack(">HHHII", number, 0, 1, places[content], len(content))
        for number, (_, content, _) in enumerate(items, 1)
    )
    return Box(b"iloc", _FULL + b"\x44\0" + struct.pack(">H", len(items)) + b"".join(entries)).whole


def _kinds(items: list[tuple[bytes, bytes, list[Box]]]) -> bytes:
    entries = (
        Box(b"infe", b"\2\0\0\0" + struct.pack(">HH", number, 0) + kind + b"\0" * 3).whole
        for number, (kind, _, _) in enumerate(items, 1)
    )
    return Box(b"iinf", _FULL + struct.pack(">H", len(items)) + b"".join(entries)).whole


def _properties(items: list[tuple[bytes, bytes, list[Box]]]) -> bytes:
    shared = list(dict.fromkeys(box for _, _, boxes in items for box in boxes))
    owners = b""
    for number, (_, _, boxes) in enumerate(items, 1):
        places = (shared.index(box) + 1 for box in boxes)
        marks = bytes(
            place | (0x80 if box.name != b"ispe" else 0) for place, box in zip(places, boxes, strict=True)
        )
        owners += struct.pack(">HB", number, len(boxes)) + marks
    common = Box(b"ipco", b"".join(box.whole for box in shared)).whole
    return Box(b"iprp", common + Box(b"ipma", _FULL + struct.pack(">I", len(items)) + owners).whole).whole
