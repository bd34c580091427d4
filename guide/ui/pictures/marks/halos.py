"""Colour in the skin round marks: rims, and blotches many times as wide as the mark in them."""

import math
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainter

from guide.ui.pictures.colour.colours import Lab, halo_colour
from guide.ui.pictures.marks.shapes import radial
from guide.ui.pictures.marks.soft import UNEVEN_FROM_MM, lay_over, paint_rings, soft_layer, thin_out
from guide.ui.pictures.plans.plan import Mark

_MODELS = 16
_LAYER_PX = 110
_SMALL_PX = 34
_WAVES = ((2, 0.11), (3, 0.08), (5, 0.03), (7, 0.02))


def paint_halos(painter: QPainter, field: QSizeF, marks: Iterable[Mark], skin: Lab) -> None:
    """Halos that meet run into one another, as blood in the skin does."""
    haloed = [mark for mark in marks if mark.lesion.halo]
    if not haloed:
        return
    layer, brush = soft_layer(painter, field, _LAYER_PX)
    for mark in haloed:
        if mark.lesion.halo:
            _paint_halo(brush, mark, halo_colour(mark.lesion.halo.colour, skin))
    brush.end()
    lay_over(painter, field, layer, 0.88)


def _paint_halo(brush: QPainter, mark: Mark, colour: Lab) -> None:
    """Most colour near the mark, lost in the skin at the halo's edge, and blotchy between."""
    blotch = mark.is_blotch
    if not blotch and mark.halo * brush.deviceTransform().m11() < _SMALL_PX:
        _paint_rim(brush, mark, colour)
        return
    around = replace(mark, size=mark.halo, outline=_uneven(mark.grain % _MODELS, 1.5 if blotch else 1.0))
    inner = 0.45 if blotch else min(0.85, 0.9 * mark.size / mark.halo)
    paint_rings(brush, around, colour, inner, 1.08, power=1.0 if blotch else 1.5)
    if mark.halo > UNEVEN_FROM_MM:
        brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        thin_out(brush, around, 0.4)
        brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _paint_rim(brush: QPainter, mark: Mark, colour: Lab) -> None:
    """So small that it may be round."""
    radius, inner = mark.halo / 2 * 1.08, min(0.85, 0.9 * mark.size / mark.halo) / 1.08
    stops = tuple(
        (inner + (1 - inner) * at, colour, 0.96 * (1 - at) ** 1.8) for at in (0, 0.25, 0.5, 0.75, 1)
    )
    brush.setBrush(radial(QPointF(mark.x, mark.y), radius, stops))
    brush.drawEllipse(QPointF(mark.x, mark.y), radius, radius)


@lru_cache(maxsize=128)
def _uneven(model: int, much: float) -> tuple[float, ...]:
    """An outline that wanders; one of a few, as nobody sees that two halos are alike."""
    turn = math.tau * model / _MODELS
    return tuple(
        1
        + much * sum(depth * math.sin(times * (turn * times + math.tau * at / 40)) for times, depth in _WAVES)
        for at in range(40)
    )
