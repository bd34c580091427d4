"""Small soft pictures kept to be laid down many times, and heights added to heights."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from guide.ui.pictures.colour.colours import Lab
from guide.ui.pictures.marks.relief import Heights
from guide.ui.pictures.marks.shapes import qcolor

_Mode = QPainter.CompositionMode

_SIZE_STEP = 1.28


class Print(NamedTuple):
    """Where a stamp goes, in mm, and which one."""

    x: float
    y: float
    stamp: QImage


def stepped(pixels: float) -> float:
    """One of few sizes, so that what is kept is used again."""
    return float(_SIZE_STEP ** round(math.log(max(0.5, pixels), _SIZE_STEP)))


@lru_cache(maxsize=96)
def lump(pixels: float, power: float) -> QImage:
    """A round height of this radius; the higher the power, the softer its foot."""
    side = max(3, math.ceil(2 * pixels) | 1)
    image = blank(side, QImage.Format.Format_RGBA64_Premultiplied)
    gradient = QRadialGradient(QPointF(side / 2, side / 2), side / 2)
    for step in range(9):
        gradient.setColorAt(step / 8, veil(max(0.0, 1 - (step / 8) ** 2) ** power))
    painter = QPainter(image)
    painter.fillRect(image.rect(), gradient)
    painter.end()
    return image


@lru_cache(maxsize=96)
def haze(pixels: float, colour: Lab, alpha: float) -> QImage:
    """A soft round spot of colour of this radius."""
    side = max(3, math.ceil(2 * pixels) | 1)
    image = blank(side, QImage.Format.Format_ARGB32_Premultiplied)
    gradient = QRadialGradient(QPointF(side / 2, side / 2), side / 2)
    for at, share in ((0.0, 1.0), (0.35, 0.8), (0.65, 0.35), (1.0, 0.0)):
        gradient.setColorAt(at, qcolor(colour, alpha * share))
    painter = QPainter(image)
    painter.fillRect(image.rect(), gradient)
    painter.end()
    return image


def lay(painter: QPainter, prints: Iterable[Print]) -> None:
    """Lay stamps down at whole pixels: no stamp is smoothed again."""
    to_pixels = painter.transform()
    painter.save()
    painter.resetTransform()
    across, down, left, top = to_pixels.m11(), to_pixels.m22(), to_pixels.dx(), to_pixels.dy()
    draw = painter.drawImage
    for x, y, stamp in prints:
        half = 0.5 * stamp.width()
        draw(QPoint(round(x * across + left - half), round(y * down + top - half)), stamp)
    painter.restore()


def lay_heights(heights: Heights, prints: Iterable[Print], mm: float) -> None:
    """Add ``mm``, where a stamp is full, to what is already there."""
    painter = heights.painter
    painter.save()
    painter.setCompositionMode(_Mode.CompositionMode_Plus)
    painter.setOpacity(min(1.0, _share(heights, mm)))
    lay(painter, prints)
    painter.restore()


def adding(heights: Heights, mm: float) -> QColor:
    """What, added or taken away (`Difference`), changes a height by ``mm``."""
    share = min(1.0, _share(heights, mm))
    return QColor.fromRgbF(share, share, share)


def _share(heights: Heights, mm: float) -> float:
    return heights.grey(abs(mm)).redF() - heights.grey(0.0).redF()


def veil(alpha: float) -> QColor:
    """White of which only so much is there: the share of a height."""
    return QColor.fromRgbF(1.0, 1.0, 1.0, alpha)


def blank(side: int, kind: QImage.Format) -> QImage:
    image = QImage(QSize(side, side), kind)
    image.fill(Qt.GlobalColor.transparent)
    return image
