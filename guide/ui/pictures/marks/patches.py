"""Flat marks: colour that lies in the skin, more or less of it, with or without an edge."""

import math
import random
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from guide.ui.pictures.colour.colours import Lab, mark_colour, mix, shadow_colour, shifted
from guide.ui.pictures.marks.shapes import outline_path, qcolor, radial, thread_path
from guide.ui.pictures.marks.soft import UNEVEN_FROM_MM, lay_over, paint_rings, soft_layer, thin_out
from guide.ui.pictures.plans.plan import Mark, seeded

# An even colour is what tells these from a bruise and from other rashes.
_EVEN = ("blue-grey", "bright-red")
BLOOD = ("pink", "red", "bright-red", "purple")
_ISLANDS_PER_MM2 = 0.035
_EDGE_MM, _BLOOD_EDGE_MM, _ISLANDS_FROM_MM = 0.12, 0.9, 15.0


def paint_flat(painter: QPainter, field: QSizeF, marks: Iterable[Mark], skin: Lab, calm: Lab) -> None:
    """Flat marks, and the colour of rings, which are painted alike whether they rise or not.

    ``calm`` is the skin without its flush: what is pale because no blood comes there does not flush.
    """
    flat = [mark for mark in marks if mark.lesion.elevation == "flat" or mark.lesion.shape == "ring"]
    faded = [mark for mark in flat if _fade_of(mark) and mark.lesion.shape != "line"]
    if faded:
        layer, brush = soft_layer(painter, field)
        for mark in faded:
            _paint_faded(brush, mark, _colour_of(mark, skin, calm))
        brush.end()
        lay_over(painter, field, layer, 1.0)
    for lesion in dict.fromkeys(mark.lesion for mark in flat):
        alike = [mark for mark in flat if mark.lesion == lesion]
        if lesion.shape == "line":
            for mark in alike:
                _paint_thread(painter, mark, skin)
        elif not _fade_of(alike[0]):
            _paint_sharp(painter, alike, skin, _colour_of(alike[0], skin, calm))


def _colour_of(mark: Mark, skin: Lab, calm: Lab) -> Lab:
    pale = mark.lesion.colour in ("pale", "slightly-pale")
    return mark_colour(mark.lesion.colour, calm if pale else skin)


def _fade_of(mark: Mark) -> float:
    """How far in and out its edge is blurred; blood in the skin never ends as sharply as pigment."""
    if mark.lesion.edge == "soft":
        return 0.37
    if mark.lesion.shape == "ring":
        return 0.13
    return min(0.13, _BLOOD_EDGE_MM / mark.size) if mark.lesion.colour in BLOOD else 0.0


def _paint_faded(brush: QPainter, mark: Mark, colour: Lab) -> None:
    fade = _fade_of(mark)
    paint_rings(brush, mark, colour, 1 - fade, 1 + fade)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    if mark.lesion.shape == "ring":
        paint_rings(brush, mark, colour, 0.42, 0.80, full=0.80)
    elif mark.size > UNEVEN_FROM_MM and mark.lesion.colour not in _EVEN:
        thin_out(brush, mark, 0.26 if mark.lesion.colour in BLOOD else 0.16)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _paint_thread(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """A fine vessel; or a burrow: a greyish-white thread, and a dark point at the end where the mite is."""
    path, colour = thread_path(mark), mark_colour(mark.lesion.colour, skin)
    vessel = mark.lesion.colour in BLOOD
    around = mix(skin, colour, 0.5) if vessel else shifted(skin, -0.05, 0.01)
    for wide, shade, alpha in ((0.62, around, 0.30), (0.16 if vessel else 0.36, colour, 0.80)):
        pen = QPen(qcolor(shade, alpha), wide)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    if not vessel:
        painter.setBrush(qcolor(shadow_colour(skin), 0.75))
        painter.drawEllipse(path.currentPosition(), 0.20, 0.20)


def _paint_sharp(painter: QPainter, marks: list[Mark], skin: Lab, colour: Lab) -> None:
    """Marks of one kind; where they run into each other they are one patch with one border."""
    joined = QPainterPath()
    joined.setFillRule(Qt.FillRule.WindingFill)
    for mark in marks:
        joined.addPath(outline_path(mark))
    if marks[0].lesion.arrangement == "joined":
        joined = joined.simplified()
    painter.setPen(QPen(qcolor(mix(skin, colour, 0.5), 0.5), _EDGE_MM))
    painter.setBrush(qcolor(colour, 0.95))
    painter.drawPath(joined)
    if marks[0].lesion.colour == "depigmented":
        _paint_dark_border(painter, joined, marks, skin)
        for mark in marks:
            _paint_pigment_left(painter, mark, skin)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_dark_border(painter: QPainter, path: QPainterPath, marks: list[Mark], skin: Lab) -> None:
    """Round lost pigment the skin is a little darker than elsewhere."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    wide = 0.035 * max(mark.size for mark in marks)
    painter.setPen(QPen(qcolor(shifted(skin, -0.06, 0.008, 0.006), 0.35), wide))
    painter.drawPath(path)


def _paint_islands(painter: QPainter, mark: Mark, skin: Lab, rng: random.Random) -> None:
    """Usual skin inside a patch that was white from birth."""
    painter.setBrush(qcolor(skin, 0.92))
    for _ in range(rng.randint(2, 3)):
        out, turn = rng.uniform(0.1, 0.62) * mark.size / 2, rng.uniform(0, math.tau)
        place = (mark.x + out * math.cos(turn), mark.y + out * math.sin(turn))
        painter.drawPath(outline_path(replace(mark, x=place[0], y=place[1], size=rng.uniform(2, 6))))


def _paint_pigment_left(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """Some stays round the openings of hairs."""
    painter.setPen(Qt.PenStyle.NoPen)
    rng = seeded("islands", mark.grain)
    if mark.lesion.edge == "jagged" and mark.size > _ISLANDS_FROM_MM:
        _paint_islands(painter, mark, skin, rng)
    for _ in range(round(_ISLANDS_PER_MM2 * mark.size**2)):
        out, turn = rng.uniform(0.45, 0.93) * mark.size / 2, rng.uniform(0, math.tau)
        middle = QPointF(mark.x + out * math.cos(turn), mark.y + out * math.sin(turn))
        size = rng.uniform(0.15, 0.45)
        painter.setBrush(radial(middle, size, ((0, skin, 0.75), (0.5, skin, 0.5), (1, skin, 0))))
        painter.drawEllipse(middle, size, size)
