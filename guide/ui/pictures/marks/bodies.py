"""What raised marks are made of: their colour, the wet look of blisters, and the lamp mirrored in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen

from guide.domain.lesions import Lesion
from guide.ui.pictures.colour.colours import Lab, darkness, erythema, mark_colour, mix, shadow_colour, shifted
from guide.ui.pictures.marks.shapes import LIGHT_FROM, WHITE, outline_path, qcolor, radial
from guide.ui.pictures.marks.soft import soft_fill
from guide.ui.pictures.plans.plan import Mark

_BROAD_MM = 6.0
# On what is smaller no shadow and no light is seen.
_LEAST_PX = 5.0
_FILLED = ("fluid-filled", "pus-filled")


@dataclass(frozen=True, slots=True)
class Gloss:
    """The bright spot where the lamp is mirrored: how bright, and how wide in radii."""

    bright: float
    wide: float


def gloss_of(lesion: Lesion) -> Gloss:
    """Wet and taut skin mirrors sharply, smooth skin hardly, dry skin not at all."""
    if lesion.elevation == "fluid-filled":
        return Gloss(0.90, 0.17)
    if lesion.elevation == "pus-filled":
        return Gloss(0.34, 0.20)
    if lesion.surface in ("pearly", "shiny"):
        return Gloss(0.55, 0.24)
    return Gloss(0.16, 0.34) if lesion.surface == "smooth" else Gloss(0.0, 0.0)


def is_taut(lesion: Lesion) -> bool:
    """Whether the skin over it is stretched so tight that no furrows run over it."""
    filled = lesion.elevation in _FILLED
    return filled or lesion.surface in ("pearly", "shiny") or lesion.colour in ("white", "yellow", "clear")


def paint_contact_shadows(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """The little dark where a thing stands on the skin, on the side away from the lamp."""
    shade = shadow_colour(skin)
    painter.setPen(Qt.PenStyle.NoPen)
    pixels = painter.deviceTransform().m11()
    for mark in marks:
        if mark.size > _BROAD_MM or mark.size * pixels < _LEAST_PX:
            continue  # a broad thing throws no shadow at its foot, its slope is shaded instead
        radius = mark.size / 2
        drop = min(0.20 * radius, 0.45)
        middle, outer = QPointF(mark.x, mark.y) - LIGHT_FROM * drop, radius + 1.2 * drop
        core = max(0.0, (radius - drop) / outer)
        deep = 0.15 if mark.lesion.elevation in _FILLED else 0.10
        stops = ((0, shade, deep), (core, shade, deep), ((core + 1) / 2, shade, 0.35 * deep), (1, shade, 0))
        painter.setBrush(radial(middle, outer, stops))
        painter.drawEllipse(middle, outer, outer)


def paint_bodies(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """What each is made of, without the light on it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marks:
        if mark.lesion.shape == "ring":
            continue
        if mark.lesion.elevation == "fluid-filled":
            _paint_fluid(painter, mark, skin)
        elif mark.lesion.elevation == "pus-filled":
            _paint_pus(painter, mark, skin)
        else:
            _paint_solid(painter, mark, skin)


def paint_gloss(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    pixels = painter.deviceTransform().m11()
    for mark in marks:
        if mark.size * pixels < _LEAST_PX:
            continue
        if mark.lesion.elevation == "fluid-filled":
            _paint_meniscus(painter, mark, skin)
        if mark.size <= _BROAD_MM or mark.lesion.elevation == "fluid-filled":
            _mirror_lamp(painter, mark)
        elif mark.lesion.surface == "shiny":
            _shine(painter, mark)


def _paint_solid(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """Blood and thickened skin fade out at the foot of a papule; a cyst shines through sharply."""
    colour = mark_colour(mark.lesion.colour, skin)
    if mark.lesion.surface == "pearly" and mark.lesion.colour in ("white", "yellow"):
        soft_fill(painter, mark, mix(colour, skin, 0.30), 0.97, 1.07, 0.95)
        soft_fill(painter, mark, colour, 0.35, 0.97, 0.95)
    elif mark.lesion.elevation == "wheal":
        soft_fill(painter, mark, mix(skin, erythema(skin), 0.75), 0.72, 1.08, 0.85)
        soft_fill(painter, mark, colour, 0.60, 0.92, 0.85)
    elif mark.lesion.colour == "white" and mark.size <= _BROAD_MM:
        # Horn and swollen skin whiten a bump; only a cyst is white all through.
        soft_fill(painter, mark, mix(colour, skin, 0.42), 0.30, 1.10, 0.90)
    elif mark.lesion.edge == "soft" or (mark.size <= _BROAD_MM and mark.lesion.surface != "pearly"):
        soft_fill(painter, mark, colour, 0.45, 1.18, 0.92)
    else:
        soft_fill(painter, mark, colour, 0.90, 1.03, 0.95)


def _paint_pus(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """Creamy in the middle where the pus is deep, the skin's own colour at the thin edge."""
    colour = mark_colour(mark.lesion.colour, skin)
    foot = mix(colour, mix(skin, erythema(skin), 0.6), 0.55)
    soft_fill(painter, mark, foot, 0.88, 1.04, 0.92)
    if mark.halo:
        # In inflamed skin the pus shows as a tip, with red round it.
        soft_fill(painter, mark, mix(skin, erythema(skin), 0.8), 0.80, 1.04, 0.75)
        soft_fill(painter, mark, colour, 0.42, 0.84, 0.95)
    else:
        soft_fill(painter, mark, colour, 0.25, 0.92, 0.95)
    soft_fill(painter, mark, shifted(colour, 0.02, 0.0, -0.012), 0.0, 0.55, 0.7)


def _paint_fluid(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """A drop bends the light: dark towards the lamp, bright away from it, and skin seen through it."""
    reach = QPointF(-LIGHT_FROM.x(), -LIGHT_FROM.y()) * mark.size / 2
    middle = QPointF(mark.x, mark.y)
    content = mark_colour(mark.lesion.colour, skin)
    if mark.lesion.colour == "grey":
        content = mix(content, skin, 0.35)  # the roof of a blister on a palm is thick
    clear = mark.lesion.colour == "clear"
    dark = darkness(skin)
    through = QLinearGradient(middle - reach, middle + reach)
    through.setColorAt(0.0, qcolor(shifted(content, -0.09 + 0.04 * dark), 0.40 if clear else 0.62))
    through.setColorAt(0.45, qcolor(content, 0.30 if clear else 0.66))
    through.setColorAt(1.0, qcolor(mix(content, WHITE, 0.50 - 0.15 * dark), 0.60 if clear else 0.75))
    painter.setBrush(QBrush(through))
    painter.drawPath(outline_path(mark))


def _paint_meniscus(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """The thin edge of a blister: light gathers in it away from the lamp, a dark line runs outside."""
    dark = darkness(skin)
    wide = min(0.06 * mark.size, 0.16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(qcolor(shadow_colour(skin), 0.16), 0.7 * wide))
    painter.drawPath(outline_path(mark, 0.99))
    away = -LIGHT_FROM * mark.size / 2
    gathered = QLinearGradient(QPointF(mark.x, mark.y) + away * 0.25, QPointF(mark.x, mark.y) + away)
    gathered.setColorAt(0.0, qcolor(WHITE, 0.0))
    gathered.setColorAt(1.0, qcolor(WHITE, 0.62 - 0.16 * dark))
    painter.setPen(QPen(QBrush(gathered), 1.6 * wide))
    painter.drawPath(outline_path(mark, 0.84))
    painter.setPen(Qt.PenStyle.NoPen)


def _shine(painter: QPainter, mark: Mark) -> None:
    """Broad taut skin shines in a wide soft stripe."""
    painter.save()
    painter.setClipPath(outline_path(mark, 0.92))
    painter.translate(QPointF(mark.x, mark.y) + LIGHT_FROM * mark.size * 0.16)
    painter.rotate(-40)
    painter.scale(1.6, 0.55)
    size = 0.36 * mark.size
    painter.setBrush(radial(QPointF(), size, ((0, WHITE, 0.13), (0.5, WHITE, 0.06), (1, WHITE, 0))))
    painter.drawEllipse(QPointF(), size, size)
    painter.restore()


def _mirror_lamp(painter: QPainter, mark: Mark) -> None:
    gloss = gloss_of(mark.lesion)
    if not gloss.bright:
        return
    radius = min(mark.size, _BROAD_MM) / 2
    reach = mark.size / 2 * (0.62 if mark.lesion.dimple else 0.46)
    bright = gloss.bright * (0.5 if mark.size > _BROAD_MM else 1.0)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(QPointF(mark.x, mark.y) + LIGHT_FROM * reach)
    painter.rotate(-38)
    size = gloss.wide * radius * (0.75 if mark.lesion.dimple else 1.0)
    painter.setBrush(radial(QPointF(), size, ((0, WHITE, bright), (0.4, WHITE, 0.6 * bright), (1, WHITE, 0))))
    painter.scale(1.4, 0.8)
    painter.drawEllipse(QPointF(), size, size)
    painter.restore()
