"""The lining of the mouth: fine vessels below it, and the wet that mirrors the light."""

import math
import random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from guide.ui.pictures.colour.colours import Lab, darkness, erythema, mix, shadow_colour
from guide.ui.pictures.marks.shapes import LIGHT_FROM, WHITE, line_path, qcolor, radial
from guide.ui.pictures.plans.plan import Plan, seeded
from guide.ui.pictures.skin.hair import draw_threads
from guide.ui.pictures.skin.texture import clouds_brush

_LUMPS_AT = QPointF(7.0, 2.0)
_VESSELS, _TWIGS, _GLINTS = 6, 3, 5


def paint_vessels(painter: QPainter, plan: Plan, skin: Lab, rng: random.Random) -> None:
    """Threads of blood that branch, so fine that they are felt rather than seen."""
    stems, twigs = [], []
    for _ in range(_VESSELS):
        stem = _wander(rng, plan, QPointF(rng.uniform(0, plan.width), rng.uniform(0, plan.height)), 0.34)
        stems.append(line_path(stem))
        for _ in range(_TWIGS):
            twigs.append(line_path(_wander(rng, plan, QPointF(*rng.choice(stem)), 0.15)))
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    colour, size = mix(skin, erythema(skin), 1.5), plan.width / 25
    for paths, wide, alpha in ((stems, 0.22, 0.05), (stems, 0.08, 0.15), (twigs, 0.06, 0.15)):
        draw_threads(painter, paths, colour, alpha, wide * size)
    painter.restore()


def paint_lumps(painter: QPainter, plan: Plan, skin: Lab) -> None:
    """Soft unevenness: the same clouds twice, in shade a little farther from the light than in light."""
    shade = mix(erythema(skin), shadow_colour(skin), 0.6)
    for colour, away, much in ((shade, 0.045, 0.50), (mix(skin, WHITE, 0.30), 0.0, 0.55)):
        painter.setOpacity(much)
        moved = _LUMPS_AT - LIGHT_FROM * away * plan.width
        painter.fillRect(QRectF(0, 0, plan.width, plan.height), clouds_brush(colour, moved, plan.width / 34))
    painter.setOpacity(1.0)


def paint_wetness(painter: QPainter, plan: Plan, skin: Lab) -> None:
    """The sky mirrored in spit: one broad sheen, and thin glints along its folds, never a spot."""
    bright, size = 0.34 - 0.10 * darkness(skin), plan.width / 25
    rng = seeded("wet")
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(0.27 * plan.width, 0.20 * plan.height)
    painter.rotate(-24)
    painter.scale(1.0, 0.30)
    sheen = ((0, WHITE, bright), (0.35, WHITE, 0.55 * bright), (0.7, WHITE, 0.14 * bright), (1, WHITE, 0.0))
    painter.setBrush(radial(QPointF(), 0.30 * plan.width, sheen))
    painter.drawEllipse(QPointF(), 0.30 * plan.width, 0.30 * plan.width)
    painter.restore()
    glints = QPainterPath()
    for _ in range(_GLINTS):
        x, y = rng.gauss(0.27, 0.10) * plan.width, rng.gauss(0.20, 0.08) * plan.height
        long, lift = rng.uniform(0.2, 0.75) * size, rng.uniform(0.0, 0.3) * size
        glints.moveTo(x - long, y + 0.40 * long)
        glints.quadTo(x - 0.1 * long, y - lift, x + long, y - 0.42 * long)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wide, alpha in ((0.34, 0.28 * bright), (0.12, 0.45 * bright)):
        pen = QPen(qcolor(WHITE, alpha), wide * size)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(glints)
    painter.restore()


def _wander(rng: random.Random, plan: Plan, start: QPointF, far: float) -> list[tuple[float, float]]:
    turn, step = rng.uniform(0, math.tau), far * plan.width / 9
    points = [(start.x(), start.y())]
    for _ in range(9):
        turn += rng.gauss(0, 0.55)
        x, y = points[-1]
        points.append((x + step * math.cos(turn), y + step * math.sin(turn)))
    return points
