"""What lies on top of a mark: scale, roughness and crust."""

import math
import random
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from guide.ui.pictures.colours import Lab, darkness, mark_colour, mix, shadow_colour
from guide.ui.pictures.description import Mark, seeded
from guide.ui.pictures.shapes import LIGHT_FROM, WHITE, qcolor, radial

_FLAKES_PER_MM2 = 0.40
_MOST_FLAKES = 130
_HONEY = Lab(0.70, 0.055, 0.115)


def paint_surfaces(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    for mark in marks:
        if mark.lesion.surface == "scaly":
            _paint_scale(painter, mark, skin)
        elif mark.lesion.surface == "rough":
            _paint_roughness(painter, mark, skin)
        if mark.lesion.crust:
            _paint_crust(painter, mark, skin)


def _paint_scale(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """Dry flakes, thin and lifted at one edge: a bright edge to the light, a thin shadow below."""
    rng = seeded("scale", mark.grain)
    count = min(_MOST_FLAKES, max(5, round(_FLAKES_PER_MM2 * mark.size**2)))
    flakes, edges = QPainterPath(), QPainterPath()
    flakes.setFillRule(Qt.FillRule.WindingFill)
    for _ in range(count):
        corners = _flake(mark, rng)
        flakes.addPolygon(QPolygonF(corners))
        edges.moveTo(corners[-1])
        edges.lineTo(corners[0])
        edges.lineTo(corners[1])
    dark = darkness(skin)
    white = mix(mark_colour(mark.lesion.colour, skin), WHITE, 0.75 - 0.15 * dark)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(qcolor(shadow_colour(skin), 0.13))
    painter.drawPath(flakes.translated(-LIGHT_FROM * 0.09))
    painter.setBrush(qcolor(white, 0.26 - 0.06 * dark))
    painter.drawPath(flakes)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(qcolor(white, 0.50 - 0.16 * dark), 0.07))
    painter.drawPath(edges)
    painter.setPen(Qt.PenStyle.NoPen)


def _flake(mark: Mark, rng: random.Random) -> list[QPointF]:
    """Its corners, the first of them towards the light."""
    out, turn = mark.size / 2 * 0.98 * rng.random() ** 0.55, rng.uniform(0, math.tau)
    x, y = mark.x + out * math.cos(turn), mark.y + out * math.sin(turn)
    size = min(rng.uniform(0.25, 0.95), 0.16 * mark.size)
    start = math.atan2(LIGHT_FROM.y(), LIGHT_FROM.x()) + rng.uniform(-0.7, 0.7)
    flat = rng.uniform(0.45, 0.9)
    lean = rng.uniform(-0.6, 0.6)
    corners = []
    for at in range(5):
        angle = start + math.tau * (at + rng.uniform(-0.22, 0.22)) / 5
        along, across = size * math.cos(angle), size * flat * math.sin(angle)
        corners.append(
            QPointF(
                x + along * math.cos(lean) - across * math.sin(lean),
                y + along * math.sin(lean) + across * math.cos(lean),
            )
        )
    return corners


def _paint_roughness(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """Grains of horn, each with its own light and shadow."""
    rng = seeded("rough", mark.grain)
    colour = mark_colour(mark.lesion.colour, skin)
    shade, horn = mix(shadow_colour(colour), colour, 0.35), mix(colour, WHITE, 0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(min(160, 4 + round(1.2 * mark.size**2))):
        out, turn = mark.size / 2 * 0.85 * math.sqrt(rng.random()), rng.uniform(0, math.tau)
        middle = QPointF(mark.x + out * math.cos(turn), mark.y + out * math.sin(turn))
        size = min(rng.uniform(0.16, 0.36), 0.2 * mark.size)
        below = middle - LIGHT_FROM * size * 0.6
        painter.setBrush(radial(below, size, ((0, shade, 0.32), (1, shade, 0))))
        painter.drawEllipse(below, size, size)
        painter.setBrush(radial(middle, size, ((0, horn, 0.45), (0.5, horn, 0.22), (1, horn, 0))))
        painter.drawEllipse(middle, size, size)


def _paint_crust(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """Dried honey: a thin cracked sheet with a ragged edge, its pieces tilted to the light or away."""
    rng = seeded("crust", mark.grain)
    honey = mix(_HONEY, skin, 0.30 * darkness(skin))
    shade = mix(shadow_colour(honey), shadow_colour(skin), 0.5)
    pieces = [_piece(mark, rng) for _ in range(min(80, max(7, round(10 * mark.size**0.8))))]
    sheet = QPainterPath()
    sheet.setFillRule(Qt.FillRule.WindingFill)
    for piece in pieces:
        sheet.addPath(piece)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(qcolor(shade, 0.45))
    painter.drawPath(sheet.translated(-LIGHT_FROM * 0.16))
    painter.setBrush(qcolor(honey, 0.70))
    painter.drawPath(sheet)
    for piece in pieces:
        _paint_piece(painter, piece, honey, shade, rng)


def _paint_piece(painter: QPainter, piece: QPainterPath, honey: Lab, shade: Lab, rng: random.Random) -> None:
    tilt = rng.uniform(-1.0, 1.0)
    box = piece.boundingRect()
    painter.setBrush(qcolor(mix(honey, WHITE if tilt > 0 else shade, 0.38 * abs(tilt)), 0.50))
    painter.drawPath(piece)
    if tilt > 0.35:
        spot = box.center() + LIGHT_FROM * box.width() * 0.15
        size = 0.2 * box.width()
        painter.setBrush(radial(spot, size, ((0, WHITE, 0.55), (1, WHITE, 0))))
        painter.drawEllipse(spot, size, size)


def _piece(mark: Mark, rng: random.Random) -> QPainterPath:
    out, turn = mark.size / 2 * 0.62 * math.sqrt(rng.random()), rng.uniform(0, math.tau)
    x, y = mark.x + out * math.cos(turn), mark.y + out * math.sin(turn)
    size = mark.size * rng.uniform(0.05, 0.125)
    corners = [
        QPointF(
            x + size * rng.uniform(0.55, 1.1) * math.cos(math.tau * at / 7),
            y + size * rng.uniform(0.55, 1.1) * math.sin(math.tau * at / 7),
        )
        for at in range(7)
    ]
    path = QPainterPath()
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    return path
