"""Marks that rise from the skin: their shadow, their colour, and the light on them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen

from guide.domain.conditions import Lesion
from guide.ui.pictures.colours import Lab, darkness, erythema, mark_colour, mix, shadow_colour, shifted
from guide.ui.pictures.description import Mark
from guide.ui.pictures.shapes import LIGHT_FROM, WHITE, outline_path, qcolor, radial

_BROAD_MM = 6.0
_SLOPE_MM = 4.0
_RED_RIM = 0.55


@dataclass(frozen=True, slots=True)
class Gloss:
    """How a surface throws light back: how bright, how wide the bright spot; and how deep its shade."""

    bright: float
    wide: float
    depth: float


def gloss_of(lesion: Lesion) -> Gloss:
    if lesion.elevation == "fluid-filled":
        return Gloss(0.95, 0.19, 0.28)
    if lesion.elevation == "pus-filled":
        return Gloss(0.85, 0.22, 0.26)
    if lesion.surface == "pearly":
        return Gloss(0.70, 0.30, 0.36)
    return Gloss(0.34, 0.36, 0.28) if lesion.surface == "smooth" else Gloss(0.16, 0.42, 0.30)


def paint_shadows(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """The skin round each: raised to the light on one side, in shadow on the other."""
    shade, lit = shadow_colour(skin), shifted(mix(skin, WHITE, 0.45), 0, 0.01, 0.01)
    glow = 0.40 - 0.26 * darkness(skin)
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marks:
        radius = mark.size / 2
        drop = min(0.30 * radius, 0.7)
        middle = QPointF(mark.x, mark.y) - LIGHT_FROM * drop
        outer = radius + 1.3 * drop
        core = max(0.0, (radius - 0.4 * drop) / outer)
        stops = ((0, shade, 0.34), (core, shade, 0.32), ((core + 1) / 2, shade, 0.10), (1, shade, 0))
        painter.setBrush(radial(middle, outer, stops))
        painter.drawEllipse(middle, outer, outer)
        slope = QPointF(mark.x, mark.y) + LIGHT_FROM * drop * 0.8
        painter.setBrush(radial(slope, outer, ((0, lit, glow), (core, lit, 0.85 * glow), (1, lit, 0))))
        painter.drawEllipse(slope, outer, outer)


def is_taut(lesion: Lesion) -> bool:
    """Whether the skin over it is stretched so tight that no furrows run over it."""
    filled = lesion.elevation in ("fluid-filled", "pus-filled")
    return filled or lesion.surface == "pearly" or lesion.colour in ("white", "yellow", "clear")


def paint_bodies(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """What each is made of, without the light on it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marks:
        if mark.lesion.elevation == "fluid-filled":
            _paint_fluid(painter, mark, skin)
        else:
            _paint_solid(painter, mark, skin)


def paint_light(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    for mark in marks:
        _paint_roundness(painter, mark, skin)
        if mark.lesion.elevation == "fluid-filled":
            _paint_wet_rim(painter, mark, skin)
        if mark.lesion.dimple:
            _paint_dimple(painter, mark, skin)
        _paint_gloss(painter, mark)


def _paint_solid(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """Colour through the thin skin over it: full in the middle, a little of the skin at the edge."""
    colour = mark_colour(mark.lesion.colour, skin)
    base = mix(skin, erythema(skin), _RED_RIM) if mark.lesion.elevation == "pus-filled" else skin
    edge = mix(colour, base, 0.45)
    soft = mark.lesion.edge == "soft"
    blood = mark.lesion.colour in ("red", "purple")
    stops = (
        (0.0, shifted(colour, -0.02, 0.012) if blood else shifted(colour, 0.012), 1.0),
        (0.5 if blood else 0.62, colour, 0.95 if blood else 1.0),
        (0.86, mix(colour, edge, 0.6), 0.6 if soft else 0.8 if blood else 0.95),
        (1.0, edge, 0.0 if soft else 0.35 if blood else 0.80),
    )
    painter.setBrush(radial(QPointF(mark.x, mark.y), mark.reach * (1.15 if soft else 1.0), stops))
    painter.drawPath(outline_path(mark, 1.12 if soft else 1.0))


def _paint_fluid(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """A drop bends the light: dark towards the light, bright away from it, and skin seen through it."""
    reach = QPointF(-LIGHT_FROM.x(), -LIGHT_FROM.y()) * mark.size / 2
    middle = QPointF(mark.x, mark.y)
    clear = mark_colour(mark.lesion.colour, skin)
    solid = 0.45 if mark.lesion.colour == "clear" else 0.82
    dark = darkness(skin)
    through = QLinearGradient(middle - reach, middle + reach)
    through.setColorAt(0.0, qcolor(shifted(clear, -0.13 + 0.04 * dark), solid))
    through.setColorAt(0.45, qcolor(clear, solid))
    through.setColorAt(1.0, qcolor(mix(clear, WHITE, 0.55 - 0.15 * dark), 0.85))
    painter.setBrush(QBrush(through))
    painter.drawPath(outline_path(mark))


def _paint_roundness(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """Shade on the side turned away, light on the side turned to the lamp; broad marks are level between."""
    radius = mark.size / 2
    colour = mark_colour(mark.lesion.colour, skin)
    shade = mix(shadow_colour(skin), shadow_colour(colour), 0.5)
    depth = gloss_of(mark.lesion).depth * (0.75 if mark.lesion.edge == "soft" else 1.0)
    slope = min(1.25 * radius, _SLOPE_MM)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_rim(painter, mark, LIGHT_FROM, slope, shade, depth)
    lit = mix(colour, WHITE, 0.8)
    if mark.size > _BROAD_MM:
        _paint_rim(painter, mark, -LIGHT_FROM, slope, lit, 0.34 - 0.14 * darkness(skin))
        return
    towards = QPointF(mark.x, mark.y) + LIGHT_FROM * radius * 0.34
    painter.setBrush(radial(towards, radius * 0.62, ((0, lit, 0.42), (0.5, lit, 0.17), (1, lit, 0))))
    painter.drawPath(outline_path(mark, 0.97))


def _paint_rim(
    painter: QPainter, mark: Mark, shift: QPointF, slope: float, colour: Lab, depth: float
) -> None:
    """Colour along the edge that lies opposite to ``shift``, as far in as the slope goes."""
    middle = QPointF(mark.x, mark.y) + shift * slope * 0.5
    far = mark.reach + slope * 0.5
    start = max(0.0, 1 - slope / far)
    stops = (
        (0.0, colour, 0.0),
        (start, colour, 0.0),
        ((1 + start) / 2, colour, 0.34 * depth),
        (1.0, colour, depth),
    )
    painter.setBrush(radial(middle, far, stops))
    painter.drawPath(outline_path(mark))


def _paint_wet_rim(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """The thin edge of a blister: a line of light away from the lamp, a dark one outside."""
    dark = darkness(skin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(qcolor(shadow_colour(skin), 0.38), 0.045 * mark.size))
    painter.drawPath(outline_path(mark, 0.99))
    radius = mark.size / 2
    box = QRectF(mark.x - 0.80 * radius, mark.y - 0.80 * radius, 1.6 * radius, 1.6 * radius)
    pen = QPen(qcolor(WHITE, 0.62 - 0.2 * dark), 0.075 * mark.size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(box, -95 * 16, 82 * 16)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_dimple(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """A shallow hollow: shaded where the bump is lit, lit where it is shaded, a pale plug at its bottom."""
    middle, radius = QPointF(mark.x, mark.y), 0.34 * mark.size / 2
    colour = mark_colour(mark.lesion.colour, skin)
    shade, lit = mix(shadow_colour(skin), colour, 0.2), mix(colour, WHITE, 0.65)
    plug = mix(mark_colour("white", skin), skin, 0.35)
    painter.setPen(Qt.PenStyle.NoPen)
    _dab(painter, middle - LIGHT_FROM * radius * 0.42, radius, lit, 0.55)
    _dab(painter, middle + LIGHT_FROM * radius * 0.26, radius * 0.88, shade, 0.62)
    _dab(painter, middle - LIGHT_FROM * radius * 0.10, radius * 0.46, plug, 0.80)


def _dab(painter: QPainter, middle: QPointF, radius: float, colour: Lab, alpha: float) -> None:
    stops = ((0, colour, alpha), (0.45, colour, 0.75 * alpha), (0.8, colour, 0.2 * alpha), (1, colour, 0))
    painter.setBrush(radial(middle, radius, stops))
    painter.drawEllipse(middle, radius, radius)


def _paint_gloss(painter: QPainter, mark: Mark) -> None:
    """The lamp mirrored in the surface; on wet things a small sharp light besides."""
    gloss = gloss_of(mark.lesion)
    broad = mark.size > _BROAD_MM and mark.lesion.elevation == "raised"
    radius = min(mark.size, _BROAD_MM) / 2
    reach = mark.size / 2 * (0.58 if mark.lesion.dimple or broad else 0.46)
    bright = gloss.bright * (0.4 if broad else 1.0)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(QPointF(mark.x, mark.y) + LIGHT_FROM * reach)
    painter.rotate(-38)
    size = gloss.wide * radius * (0.8 if mark.lesion.dimple else 1.0)
    painter.setBrush(
        radial(QPointF(), size, ((0, WHITE, bright), (0.35, WHITE, 0.7 * bright), (1, WHITE, 0)))
    )
    painter.scale(1.35, 0.85)
    painter.drawEllipse(QPointF(), size, size)
    painter.restore()
