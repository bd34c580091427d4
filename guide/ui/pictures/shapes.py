"""Colours and outlines of marks in Qt's terms; lengths are in mm."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath, QRadialGradient, QTransform

from guide.ui.pictures.colours import Lab, rgb_of
from guide.ui.pictures.description import Mark

Stops = tuple[tuple[float, Lab, float], ...]
"""How far out (0 to 1), the colour there, and how much of it (0 to 1)."""

WHITE = Lab(1.0, 0.0, 0.0)
LIGHT_FROM = QPointF(-0.62, -0.78)
"""The direction the light comes from: above left, as the eye expects of drawings."""


def qcolor(colour: Lab, alpha: float = 1.0) -> QColor:
    return QColor(*rgb_of(colour), round(255 * min(1.0, max(0.0, alpha))))


def outline_path(mark: Mark, grow: float = 1.0) -> QPainterPath:
    """The mark's edge as a smooth closed curve."""
    radius = mark.size / 2 * grow
    return QTransform(radius, 0, 0, radius, mark.x, mark.y).map(_unit_path(mark.outline))


def smooth_path(corners: list[QPointF]) -> QPainterPath:
    """A closed curve through the corners (Catmull-Rom)."""
    path = QPainterPath(corners[0])
    total = len(corners)
    for at in range(total):
        before, start, end, after = (corners[(at + step) % total] for step in (-1, 0, 1, 2))
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    path.closeSubpath()
    return path


def radial(middle: QPointF, radius: float, stops: Stops, focus: QPointF | None = None) -> QRadialGradient:
    gradient = QRadialGradient(middle, radius, focus or middle)
    for at, colour, alpha in stops:
        gradient.setColorAt(at, qcolor(colour, alpha))
    return gradient


@lru_cache(maxsize=512)
def _unit_path(outline: tuple[float, ...]) -> QPainterPath:
    """Kept, because a soft edge is drawn from many sizes of one outline."""
    turns = [math.tau * at / len(outline) for at in range(len(outline))]
    return smooth_path(
        [
            QPointF(part * math.cos(turn), part * math.sin(turn))
            for part, turn in zip(outline, turns, strict=True)
        ]
    )
