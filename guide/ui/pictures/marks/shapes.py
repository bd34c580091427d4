"""Colours and outlines of marks in Qt's terms; lengths are in mm."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainterPath, QRadialGradient, QTransform

from guide.ui.pictures.colour.colours import Lab, rgb_of
from guide.ui.pictures.plans.plan import Mark, seeded

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


def smooth_path(corners: Sequence[tuple[float, float]]) -> QPainterPath:
    """A closed curve through the corners (Catmull-Rom)."""
    path = QPainterPath()
    path.moveTo(*corners[0])
    total = len(corners)
    for at, (start_x, start_y) in enumerate(corners):
        before_x, before_y = corners[at - 1]
        end_x, end_y = corners[(at + 1) % total]
        after_x, after_y = corners[(at + 2) % total]
        path.cubicTo(
            start_x + (end_x - before_x) / 6,
            start_y + (end_y - before_y) / 6,
            end_x - (after_x - start_x) / 6,
            end_y - (after_y - start_y) / 6,
            end_x,
            end_y,
        )
    path.closeSubpath()
    return path


def places(points: Iterable[QPointF]) -> list[tuple[float, float]]:
    return [(point.x(), point.y()) for point in points]


def line_path(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """A smooth line through the points (Catmull-Rom), open at its ends."""
    corners = [QPointF(x, y) for x, y in points]
    path = QPainterPath(corners[0])
    for at in range(len(corners) - 1):
        before, after = corners[max(0, at - 1)], corners[min(len(corners) - 1, at + 2)]
        start, end = corners[at], corners[at + 1]
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    return path


def thread_path(mark: Mark) -> QPainterPath:
    """A short wavy line through the mark's middle, as long as the mark's size."""
    rng = seeded("thread", mark.grain)
    along, across = math.cos(mark.turn), math.sin(mark.turn)
    points = []
    for step in range(7):
        out, aside = (step / 6 - 0.5) * mark.size, rng.gauss(0, 0.05) * mark.size
        points.append((mark.x + out * along - aside * across, mark.y + out * across + aside * along))
    return line_path(points)


def radial(middle: QPointF, radius: float, stops: Stops) -> QBrush:
    """From the middle outwards; kept, because many marks are painted alike."""
    brush = QBrush(_unit_radial(stops))
    brush.setTransform(QTransform(radius, 0, 0, radius, middle.x(), middle.y()))
    return brush


@lru_cache(maxsize=1024)
def _unit_radial(stops: Stops) -> QRadialGradient:
    gradient = QRadialGradient(0, 0, 1)
    for at, colour, alpha in stops:
        gradient.setColorAt(at, qcolor(colour, alpha))
    return gradient


@lru_cache(maxsize=512)
def _unit_path(outline: tuple[float, ...]) -> QPainterPath:
    """Kept, because a soft edge is drawn from many sizes of one outline."""
    turns = [math.tau * at / len(outline) for at in range(len(outline))]
    return smooth_path(
        [(part * math.cos(turn), part * math.sin(turn)) for part, turn in zip(outline, turns, strict=True)]
    )
