"""A HEIC photo's pixels: each tile is decoded by itself, made small, and put in its place."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

# The decoder itself: the package round it would load Pillow, of which nothing is needed here.
from _pi_heif import load_file  # type: ignore[import-not-found]
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QPainter

from guide.ui.photos.heic_colours import CODED_KIND, colour_space_of
from guide.ui.photos.heic_turns import turned
from guide.ui.photos.heif_file import BrokenHeifError, HeifFile, Item, Numbers
from guide.ui.photos.heif_tile import file_of_tile
from guide.ui.photos.refusals import Reason, Refused

MOST_PIXELS = 250_000_000
MOST_TILE_PIXELS = 64_000_000
MOST_TILES = 4_096

_TILE, _GRID = b"hvc1", b"grid"
_SIZE, _COLOURS = b"ispe", b"colr"
# What a tile is decoded with, and what the parts of a picture may ask to be understood.
_FOR_DECODER = (b"hvcC", _SIZE, b"pixi")
_UNDERSTOOD = {*_FOR_DECODER, _COLOURS, b"irot", b"imir", b"clap", b"pasp"}
_WIDE_SIZE = 1
_MOST_WORKERS = 4
# One thread, eight bits, RGB, rows without gaps, any decoder, within the decoder's own limits.
_HOW = (1, True, False, True, False, "", False)
_FORMATS = {"RGB": QImage.Format.Format_RGB888, "L": QImage.Format.Format_Grayscale8}


@dataclass(frozen=True, slots=True)
class _Layout:
    size: QSize
    tile_size: QSize
    columns: int
    tiles: list[int]

    def reduction(self, edge: int) -> int:
        """How many times smaller the tiles are put together: a power of two, so that each stays whole."""
        factor = 1
        sides = (self.tile_size.width(), self.tile_size.height())
        while max(self.size.toTuple()) // (2 * factor) >= edge and not any(
            side % (2 * factor) for side in sides
        ):
            factor *= 2
        return factor


def read_heic(data: bytes, edge: int) -> tuple[QImage, bytes]:
    """The upright picture, a little larger than ``edge`` where it can be, and the camera's data."""
    try:
        file = HeifFile(data)
        primary = file.item(file.primary)
        layout = _layout_of(file, primary)
        first = file.item(layout.tiles[0])
        space = colour_space_of([*primary.all_of(_COLOURS), *first.all_of(_COLOURS)])
        image = turned(_assembled(file, primary, layout, edge), layout.size, primary.properties)
        image.setColorSpace(space or QColorSpace())
        return image, file.exif()
    except BrokenHeifError as error:
        raise Refused(Reason.DAMAGED) from error


def _layout_of(file: HeifFile, primary: Item) -> _Layout:
    if primary.kind not in (_TILE, _GRID):
        raise Refused(Reason.NOT_A_PHOTO)
    _check_understood(primary)
    size = _size_of(primary)
    if primary.kind == _TILE:
        return _checked(_Layout(size, size, 1, [file.primary]))
    rows, columns, size = _grid_of(file.content(file.primary))
    if rows * columns != len(primary.tiles) or rows * columns > MOST_TILES:
        raise BrokenHeifError("tiles are missing, or far too many")
    layout = _checked(_Layout(size, _size_of(file.item(primary.tiles[0])), columns, primary.tiles))
    across, down = layout.tile_size.toTuple()
    if not (across * columns >= size.width() and down * rows >= size.height()):
        raise BrokenHeifError("the tiles do not cover the picture")
    if across * (columns - 1) >= size.width() or down * (rows - 1) >= size.height():
        raise BrokenHeifError("tiles lie outside the picture")
    return layout


def _checked(layout: _Layout) -> _Layout:
    """Before anything is decoded."""
    if layout.size.isEmpty() or layout.tile_size.isEmpty():
        raise BrokenHeifError("no size")
    sizes = ((layout.size, MOST_PIXELS), (layout.tile_size, MOST_TILE_PIXELS))
    if any(size.width() * size.height() > most for size, most in sizes):
        raise Refused(Reason.TOO_MANY_PIXELS)
    return layout


def _size_of(item: Item) -> QSize:
    numbers = Numbers(next(iter(item.all_of(_SIZE)), b""))
    numbers.version()
    return _size(numbers, 4)


def _grid_of(content: bytes) -> tuple[int, int, QSize]:
    numbers = Numbers(content)
    numbers.next(1)
    wide = 4 if numbers.next(1) & _WIDE_SIZE else 2
    rows, columns = numbers.next(1) + 1, numbers.next(1) + 1
    return rows, columns, _size(numbers, wide)


def _size(numbers: Numbers, wide: int) -> QSize:
    width, height = numbers.next(wide), numbers.next(wide)
    if max(width, height) > MOST_PIXELS:
        raise Refused(Reason.TOO_MANY_PIXELS)
    return QSize(width, height)


def _assembled(file: HeifFile, primary: Item, layout: _Layout, edge: int) -> QImage:
    factor = layout.reduction(edge)
    if layout.size.width() * layout.size.height() > factor**2 * MOST_TILE_PIXELS:
        raise Refused(Reason.TOO_MANY_PIXELS)
    across, down = (side // factor for side in layout.tile_size.toTuple())
    rows = len(layout.tiles) // layout.columns
    # Before the painter, which must not outlive the picture when a tile is refused.
    tiles = _tiles(file, primary, layout, QSize(across, down))
    whole = QImage(across * layout.columns, down * rows, QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    for number, tile in enumerate(tiles):
        row, column = divmod(number, layout.columns)
        painter.drawImage(QPoint(column * across, row * down), tile)
    painter.end()
    return whole.copy(QRect(QPoint(), (layout.size / factor).expandedTo(QSize(1, 1))))


def _tiles(file: HeifFile, primary: Item, layout: _Layout, size: QSize) -> list[QImage]:
    def one(number: int) -> QImage:
        image = _decoded(_alone(file, primary, number), layout.tile_size)
        return image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    if len(layout.tiles) == 1:
        return [one(layout.tiles[0])]
    with ThreadPoolExecutor(min(_MOST_WORKERS, os.cpu_count() or 1)) as workers:
        return list(workers.map(one, layout.tiles))


def _alone(file: HeifFile, primary: Item, number: int) -> bytes:
    """A file with this tile and nothing else; its colours are told by the tile or by the whole picture."""
    item = file.item(number)
    if item.kind != _TILE:
        raise BrokenHeifError("a tile of a kind no camera's photo needs")
    _check_understood(item)
    told = item if item.all_of(_COLOURS) else primary
    codes = [box for box, _ in told.properties if box.name == _COLOURS and box.content[:4] == CODED_KIND]
    known = [box for box, _ in item.properties if box.name in _FOR_DECODER]
    return file_of_tile(known + codes, file.content(number))


def _check_understood(item: Item) -> None:
    if any(must and box.name not in _UNDERSTOOD for box, must in item.properties):
        raise BrokenHeifError("a property that no camera's photo needs")


def _decoded(file: bytes, size: QSize) -> QImage:
    try:
        pictures = load_file(file, *_HOW)
        if len(pictures) != 1 or pictures[0] is None:
            raise BrokenHeifError("not one tile")
        (width, height), mode = pictures[0].size_mode
        if (width, height) != size.toTuple() or mode not in _FORMATS:
            raise BrokenHeifError("a tile is not what it was announced to be")
        # The pixels first: only then is it known how long a row is.
        pixels = pictures[0].data
        image = QImage(pixels, width, height, pictures[0].stride, _FORMATS[mode])
        return image.convertToFormat(QImage.Format.Format_RGB32)
    except (ValueError, RuntimeError, OSError, EOFError, SyntaxError) as error:
        raise BrokenHeifError("a tile cannot be decoded") from error
