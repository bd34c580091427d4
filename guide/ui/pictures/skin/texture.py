"""Tiles of skin that join themselves on all sides: the net of its furrows, and the clouds of blood in it."""

import math
import random
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

from guide.ui.pictures.colour.colours import Lab, erythema, mix, shadow_colour
from guide.ui.pictures.marks.shapes import WHITE, qcolor, radial
from guide.ui.pictures.plans.plan import seeded

# The net is drawn once, as dense as a large picture needs; smaller ones take the mean of its pixels.
_NET_PX, _NET_CELLS, _CELL_MM = 176, 18, 0.52
_NET_PX_PER_MM = _NET_PX / (_NET_CELLS * _CELL_MM)
_LEVELS = 3
_CLOUDS_PX, _CLOUDS_MM, _CLOUDS = 72, 34.0, 120
# Turned out of the picture's axes, no row of repetitions lies along its edges.
_NET_TURN, _CLOUDS_TURN = 24.0, -17.0


def net_brush(skin: Lab, scale: float, offset: QPointF) -> QBrush:
    """The light and shade of the furrows for a painter in mm with ``scale`` pixels to the mm."""
    level = min(_LEVELS - 1, max(0, round(math.log2(_NET_PX_PER_MM / scale))))
    brush = QBrush(_stained_net(skin, level))
    grown = 2**level / _NET_PX_PER_MM
    turned = QTransform.fromTranslate(offset.x(), offset.y()).rotate(_NET_TURN)
    brush.setTransform(turned.scale(grown, grown))
    return brush


def clouds_brush(colour: Lab, offset: QPointF, grown: float = 1.0) -> QBrush:
    """Clouds of the colour, some mm wide, for a painter in mm."""
    return _drifting(_stained_clouds(colour), offset, grown)


def gleams_brush(offset: QPointF, grown: float = 1.0) -> QBrush:
    """White where the clouds are thickest, with sharper edges than theirs."""
    return _drifting(_gleams(), offset, grown)


def _drifting(tile: QImage, offset: QPointF, grown: float) -> QBrush:
    brush = QBrush(tile)
    size = grown * _CLOUDS_MM / _CLOUDS_PX
    brush.setTransform(
        QTransform.fromTranslate(offset.x(), offset.y()).rotate(_CLOUDS_TURN).scale(size, size)
    )
    return brush


@lru_cache(maxsize=32)
def pore(skin: Lab, side: int) -> QImage:
    """A point of shade ``side`` / 4 pixels across, and light on the wall beyond it."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    middle = QPointF(side / 2, side / 2)
    pit, wall = mix(shadow_colour(skin), erythema(skin), 0.35), mix(skin, WHITE, 0.45)
    for colour, alpha, away, wide in ((wall, 0.16, 0.10, 0.24), (pit, 0.26, 0.0, 0.22)):
        spot = middle + QPointF(away, away) * side
        fading = ((0, colour, alpha), (0.4, colour, 0.8 * alpha), (1, colour, 0.0))
        painter.setBrush(radial(spot, wide * side, fading))
        painter.drawEllipse(spot, wide * side, 0.8 * wide * side)
    painter.end()
    return image


@lru_cache(maxsize=16)
def _stained_net(skin: Lab, level: int) -> QImage:
    lit, shaded = _net_masks(level)
    tile = QImage(lit.size(), QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.drawImage(0, 0, _stained(shaded, qcolor(mix(shadow_colour(skin), skin, 0.25))))
    painter.drawImage(0, 0, _stained(lit, qcolor(mix(skin, WHITE, 0.42))))
    painter.end()
    return tile


@lru_cache(maxsize=16)
def _stained_clouds(colour: Lab) -> QImage:
    return _stained(_clouds(), qcolor(colour))


@lru_cache(maxsize=1)
def _gleams() -> QImage:
    return _stained(_mask(_clouds(), _THICKEST), qcolor(WHITE))


def _stained(mask: QImage, colour: QColor) -> QImage:
    layer = QImage(mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(colour)
    brush = QPainter(layer)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    brush.drawImage(0, 0, mask)
    brush.end()
    return layer


# How much light or shade a slope takes, from the difference of two heights: none where it is level (128).
_LIT = bytes(min(255, max(0, (slope - 131) * 3)) for slope in range(256))
_SHADED = bytes(min(255, max(0, (125 - slope) * 3)) for slope in range(256))

_THICKEST = bytes(min(255, max(0, (much - 168) * 7)) for much in range(256))


@lru_cache(maxsize=_LEVELS)
def _net_masks(level: int) -> tuple[QImage, QImage]:
    """Where the furrows catch the light and where they lie in shade."""
    if level:
        lit, shaded = (_halved(mask) for mask in _net_masks(level - 1))
        return lit, shaded
    slopes = _slopes(_net())
    lit, shaded = (_mask(slopes, table) for table in (_LIT, _SHADED))
    return lit, shaded


def _mask(greys: QImage, table: bytes) -> QImage:
    amounts = bytes(greys.constBits()).translate(table)
    # The copy keeps its own bytes; without it they would be gone with this function.
    kind = QImage.Format.Format_Alpha8
    return QImage(amounts, greys.width(), greys.height(), greys.bytesPerLine(), kind).copy()


def _halved(mask: QImage) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return mask.scaled(mask.size() / 2, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _slopes(depths: QImage) -> QImage:
    """How much each pixel turns to the light from above left, 128 where it is level."""
    slopes, turned = depths.copy(), depths.copy()
    turned.invertPixels()
    painter = QPainter(slopes)
    painter.setOpacity(0.5)
    for move in _around(slopes.rect()):
        painter.drawImage(move + QPoint(1, 1), turned)
    painter.end()
    return slopes.convertToFormat(QImage.Format.Format_Grayscale8)


def _net() -> QImage:
    """Little plateaus side by side, each nearest to its own middle; furrows lie where two are as near."""
    image = QImage(_NET_PX, _NET_PX, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
    rng = seeded("furrows")
    cell = _NET_PX / _NET_CELLS
    hills = [_hill(cell * rng.uniform(0.86, 1.12), rng) for _ in range(9)]
    for row in range(_NET_CELLS):
        for column in range(_NET_CELLS):
            middle = [round((part + rng.uniform(-0.48, 0.48)) * cell) for part in (column, row)]
            _stamp(painter, rng.choice(hills), QPoint(*middle))
    painter.end()
    return image


def _hill(radius: float, rng: random.Random) -> QImage:
    """Steep at its foot, level on top; not quite round, so that cells are longer one way than the other."""
    side = math.ceil(2.3 * radius)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.translate(side / 2, side / 2)
    painter.rotate(rng.gauss(-20, 25))
    painter.scale(1.15, rng.uniform(0.72, 0.95))
    top = rng.uniform(0.86, 1.0)
    stops = tuple((at / 8, WHITE, top * (1 - math.exp(-3.2 * (1 - at / 8))) / 0.96) for at in range(9))
    painter.fillRect(QRectF(-side, -side, 2 * side, 2 * side), radial(QPointF(), radius, stops))
    painter.end()
    return image


def _stamp(painter: QPainter, hill: QImage, middle: QPoint) -> None:
    """Draw it, and again at the far side where it crosses the edge."""
    box = hill.rect().translated(middle - hill.rect().center())
    tile = QRect(0, 0, _NET_PX, _NET_PX)
    if tile.contains(box):
        painter.drawImage(box.topLeft(), hill)
        return
    for move in _around(tile):
        if box.translated(move).intersects(tile):
            painter.drawImage(box.topLeft() + move, hill)


@lru_cache(maxsize=1)
def _clouds() -> QImage:
    """How much there is of what drifts in the skin: much and little in turn, nowhere an edge."""
    image = QImage(_CLOUDS_PX, _CLOUDS_PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(255, 255, 255, 110))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    rng, cloud = seeded("clouds"), _cloud()
    more, less = (
        QPainter.CompositionMode.CompositionMode_SourceOver,
        QPainter.CompositionMode.CompositionMode_DestinationOut,
    )
    for number in range(_CLOUDS):
        painter.setCompositionMode(less if number % 2 else more)
        painter.setOpacity(rng.uniform(0.2, 0.5))
        _paint_cloud(painter, cloud, image.rect(), rng)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Alpha8)


def _cloud() -> QImage:
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    fading = (
        (0, WHITE, 1.0),
        (0.2, WHITE, 0.87),
        (0.4, WHITE, 0.56),
        (0.6, WHITE, 0.25),
        (0.8, WHITE, 0.06),
        (1, WHITE, 0.0),
    )
    painter.fillRect(image.rect(), radial(QPointF(24, 24), 24, fading))
    painter.end()
    return image


def _paint_cloud(painter: QPainter, cloud: QImage, tile: QRect, rng: random.Random) -> None:
    """Once, and again at the far side where it crosses the edge."""
    size = _CLOUDS_PX / _CLOUDS_MM * rng.uniform(3.2, 10.0)
    wide, high = size * rng.uniform(0.8, 1.25), size
    box = QRectF(rng.uniform(0, tile.width()), rng.uniform(0, tile.height()), wide, high)
    for move in _around(tile):
        if box.translated(move).intersects(QRectF(tile)):
            painter.drawImage(box.translated(move), cloud)


def _around(tile: QRect) -> list[QPoint]:
    return [
        QPoint(across, down)
        for across in (0, tile.width(), -tile.width())
        for down in (0, tile.height(), -tile.height())
    ]
