"""The skin itself: light falling across it, blood showing through, and its fine furrows."""

import math
import random
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QTransform

from guide.ui.pictures.colours import Lab, darkness, erythema, mix, shadow_colour, shifted, skin_colour
from guide.ui.pictures.description import seeded
from guide.ui.pictures.shapes import WHITE, qcolor, radial

_CELL_MM = 0.36
_LEAST_CELL_PX = 2.6
_CELLS = 30


def paint_ground(painter: QPainter, field: QSizeF, tone: int, seed: str) -> None:
    """Fill the field, given in mm, with skin and the blood that shows through it."""
    skin = skin_colour(tone)
    whole = QRectF(QPointF(), field)
    painter.fillRect(whole, qcolor(skin))
    _paint_blood(painter, whole, skin, seeded(seed, "skin"))


def paint_relief(painter: QPainter, field: QSizeF, tone: int, strength: float = 1.0) -> None:
    """The furrows, over whatever colour the skin has; they let the colour through."""
    scale = painter.deviceTransform().m11()
    cell = max(_LEAST_CELL_PX, round(_CELL_MM * scale))
    brush = QBrush(_relief(cell, tone))
    brush.setTransform(QTransform.fromScale(1 / scale, 1 / scale))
    painter.save()
    painter.setOpacity(strength * min(0.62, 0.26 + cell / 40))
    painter.fillRect(QRectF(QPointF(), field), brush)
    painter.restore()


def _paint_blood(painter: QPainter, whole: QRectF, skin: Lab, rng: random.Random) -> None:
    """Babies' skin is never of one colour: clouds of more and less blood, hardly seen."""
    redder, paler = mix(skin, erythema(skin), 0.55), shifted(skin, 0.035, -0.006, 0.004)
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(9):
        middle = QPointF(rng.uniform(0, whole.width()), rng.uniform(0, whole.height()))
        size = rng.uniform(0.16, 0.42) * whole.width()
        colour = redder if number % 3 else paler
        painter.setBrush(radial(middle, size, ((0, colour, 0.20), (0.5, colour, 0.10), (1, colour, 0))))
        painter.drawEllipse(middle, size, size)


def paint_daylight(painter: QPainter, field: QSizeF, tone: int) -> None:
    """A body is round: bright where it turns to the light, warm and dark where it turns away."""
    skin, whole = skin_colour(tone), QRectF(QPointF(), field)
    lit, shade = mix(skin, WHITE, 0.5), shadow_colour(skin)
    glow = QPointF(whole.width() * 0.30, whole.height() * 0.18)
    dark = darkness(skin)
    painter.fillRect(
        whole,
        radial(glow, whole.width() * 0.8, ((0, lit, 0.34 - 0.14 * dark), (0.45, lit, 0.13), (1, lit, 0))),
    )
    falling = QLinearGradient(whole.topLeft(), whole.bottomRight())
    for at, alpha in ((0.0, 0.0), (0.45, 0.02), (0.8, 0.13), (1.0, 0.26)):
        falling.setColorAt(at, qcolor(shade, alpha * (1 + 0.5 * dark)))
    painter.fillRect(whole, falling)


@lru_cache(maxsize=32)
def _relief(cell: float, tone: int) -> QImage:
    """A tile of lit and shaded furrows that joins itself on all sides."""
    slopes = _slopes(cell)
    skin = skin_colour(tone)
    tile = QImage(slopes.size(), QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    dark = darkness(skin)
    _stain(painter, slopes, _LIT, qcolor(mix(skin, WHITE, 0.75), 0.30 - 0.08 * dark))
    _stain(painter, slopes, _SHADED, qcolor(shadow_colour(skin), 0.34 + 0.16 * dark))
    painter.end()
    return tile


# How much of the light or shade colour a slope takes: none at 128, all of it from about 40 away.
_LIT = bytes(min(255, max(0, (slope - 130) * 6)) for slope in range(256))
_SHADED = bytes(min(255, max(0, (126 - slope) * 6)) for slope in range(256))


def _stain(painter: QPainter, slopes: QImage, table: bytes, colour: QColor) -> None:
    """Lay the colour where the table, applied to the slopes, says so."""
    amounts = bytes(slopes.constBits()).translate(table)
    mask = QImage(
        amounts, slopes.width(), slopes.height(), slopes.bytesPerLine(), QImage.Format.Format_Alpha8
    )
    layer = QImage(slopes.size(), QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(colour)
    brush = QPainter(layer)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    brush.drawImage(0, 0, mask)
    brush.end()
    painter.drawImage(0, 0, layer)


@lru_cache(maxsize=8)
def _slopes(cell: float) -> QImage:
    """How much each pixel of the tile turns to the light, 128 where it is level."""
    heights = _heights(cell)
    step = max(1, round(cell / 7))
    slopes = heights.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    turned = slopes.copy()
    turned.invertPixels()
    painter = QPainter(slopes)
    painter.setOpacity(0.5)
    for across, down in _around(slopes.rect()):
        painter.drawImage(across + step, down + step, turned)
    painter.end()
    return slopes.convertToFormat(QImage.Format.Format_Grayscale8)


def _heights(cell: float) -> QImage:
    """Little cushions side by side, highest in their middles, with furrows where they meet."""
    side = round(cell * _CELLS / 4) * 4
    heights = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    heights.fill(Qt.GlobalColor.black)
    painter = QPainter(heights)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
    rng = seeded("furrows")
    cushions = [_cushion(cell, rng) for _ in range(6)]
    for row in range(_CELLS):
        for column in range(_CELLS):
            x = (column + 0.5 * (row % 2) + rng.uniform(-0.42, 0.42)) * side / _CELLS
            y = (row + rng.uniform(-0.42, 0.42)) * side / _CELLS
            _stamp(painter, rng.choice(cushions), x, y, side)
    painter.end()
    return heights


def _cushion(cell: float, rng: random.Random) -> QImage:
    side = math.ceil(2.6 * cell)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    middle = QPointF(side / 2, side / 2)
    top = rng.uniform(0.70, 0.95)
    stops = tuple((at, WHITE, top * (1 - at**1.6)) for at in (0, 0.2, 0.4, 0.6, 0.8, 1.0))
    painter.translate(middle)
    painter.rotate(rng.uniform(0, 180))
    painter.scale(1.0, rng.uniform(0.72, 1.0))
    painter.translate(-middle)
    painter.fillRect(image.rect().adjusted(-side, -side, side, side), radial(middle, side / 2, stops))
    painter.end()
    return image


def _stamp(painter: QPainter, cushion: QImage, x: float, y: float, side: int) -> None:
    """Draw it, and again at the far side where it crosses the edge."""
    left, top = round(x - cushion.width() / 2), round(y - cushion.height() / 2)
    for across, down in _around(QRect(0, 0, side, side)):
        where = QRect(left + across, top + down, cushion.width(), cushion.height())
        if where.intersects(QRect(0, 0, side, side)):
            painter.drawImage(where.topLeft(), cushion)


def _around(tile: QRect) -> list[tuple[int, int]]:
    return [
        (across, down)
        for across in (0, tile.width(), -tile.width())
        for down in (0, tile.height(), -tile.height())
    ]
