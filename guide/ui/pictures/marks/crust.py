"""Crusts: dried honey stuck on the skin, and dark scabs."""

import math
import random
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPolygonF, QTransform

from guide.ui.pictures.colour.colours import Lab, darkness, erythema, mix, shifted
from guide.ui.pictures.marks.flakes import KINDS, PLATE, Sort, flakes, ragged
from guide.ui.pictures.marks.relief import Heights
from guide.ui.pictures.marks.scatter import Spot, edge_point, packed
from guide.ui.pictures.marks.shapes import LIGHT_FROM, WHITE, outline_path, places, qcolor, smooth_path
from guide.ui.pictures.marks.stamps import Print, adding, haze, lay, lay_heights, lump, stepped
from guide.ui.pictures.plans.plan import Mark, seeded

_Mode = QPainter.CompositionMode

_GLINT = Sort(PLATE, 0.60, 0.0)
_LEAST_PX = 3.6
_SCAB_SHARES = (0.50, 0.68)
# However large the bump, only its top was scratched off.
_SCAB_MM, _SCAB_MORE = 0.75, 0.10
_CRACKS_FROM_PX = 9.0


def paint_honey(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """Serum, dried: amber where it is thick, straw where thin; beside it the sore is raw and red."""
    scale = painter.transform().m11()
    straw, gold, amber = _honey(skin)
    for mark in marks:
        painter.setBrush(qcolor(shifted(erythema(skin), -0.02, 0.012), 0.90))
        painter.drawPath(outline_path(mark, 1.02))
        for grow, colour, alpha in ((1.0, straw, 0.46), (0.90, gold, 0.62)):
            painter.setBrush(qcolor(colour, alpha))
            painter.drawPath(_grown(_sheet(mark), mark.x, mark.y, grow))
        size = stepped(1.05 * _apart(mark, scale) * scale)
        shades = [haze(size, colour, 0.58) for colour in (amber, amber, gold, straw)]
        lay(painter, (Print(x, y, shades[int(4 * chance)]) for x, y, _, chance, _ in _lumps(mark, scale)))


def raise_honey(heights: Heights, marks: Iterable[Mark]) -> None:
    for mark in marks:
        heights.painter.setCompositionMode(_Mode.CompositionMode_Plus)
        heights.painter.setBrush(adding(heights, 0.035))
        for grow in (1.0, 0.90):
            heights.painter.drawPath(_grown(_sheet(mark), mark.x, mark.y, grow))
        heights.painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
        apart = _apart(mark, heights.scale)
        for part, (wide, tall) in enumerate(((0.55, 0.05), (0.85, 0.07), (1.25, 0.09))):
            stamp = lump(stepped(wide * apart * heights.scale), 1.0)
            chosen = [spot for spot in _lumps(mark, heights.scale) if int(3 * spot.lot) == part]
            lay_heights(heights, (Print(x, y, stamp) for x, y, *_ in chosen), tall * min(1.4, apart))


def wet_honey(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """It glints where it is still wet: most of all at its rim."""
    scale, dark = painter.transform().m11(), darkness(skin)
    for mark in marks:
        apart = _apart(mark, scale)
        glints = flakes(_GLINT, stepped(max(1.4, 0.30 * apart * scale)), mix(WHITE, skin, 0.08 + 0.22 * dark))
        aside = LIGHT_FROM * 0.22 * apart
        wet = [spot for spot in _lumps(mark, scale) if spot.chance > (0.62 if spot.out > 0.55 else 0.92)]
        lay(painter, (Print(s.x + aside.x(), s.y + aside.y(), glints[int(KINDS * s.lot)]) for s in wet))


def paint_scab(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """Dried blood, brown-red where it is thin; the skin close round it is sore."""
    scale, dark = painter.transform().m11(), darkness(skin)
    sore = shifted(erythema(skin), -0.02, 0.01)
    clot, black = (
        Lab(0.37 - 0.15 * dark, 0.075 - 0.035 * dark, 0.042 - 0.008 * dark),
        Lab(0.24 - 0.10 * dark, 0.036, 0.022),
    )
    for mark in marks:
        scab = _scab(mark)
        lay(painter, [Print(scab.middle.x(), scab.middle.y(), _soreness(mark, sore, scale))])
        for grow, colour, alpha in ((1.10, clot, 0.40), (1.0, clot, 0.88), (0.70, black, 0.50)):
            painter.setBrush(qcolor(colour, alpha))
            painter.drawPath(scab.grown(grow))
        if mark.size * scale >= _CRACKS_FROM_PX:
            painter.setBrush(qcolor(Lab(0.12, 0.025, 0.014), 0.45))
            for crack in scab.cracks:
                painter.drawPolygon(crack)


def _soreness(mark: Mark, colour: Lab, scale: float) -> QImage:
    return haze(stepped(0.95 * mark.size / 2 * scale), colour, 0.85)


def raise_scab(heights: Heights, marks: Iterable[Mark]) -> None:
    """It lies a little sunken in a rim of swollen skin, is uneven, and cracks as it shrinks."""
    painter = heights.painter
    for mark in marks:
        scab = _scab(mark)
        painter.setCompositionMode(_Mode.CompositionMode_Difference)
        for grow, mm in ((1.02, 0.045), (0.86, 0.045)):
            painter.setBrush(adding(heights, min(mm, 0.016 * mark.size)))
            painter.drawPath(scab.grown(grow))
        if mark.size * heights.scale >= _CRACKS_FROM_PX:
            painter.setBrush(adding(heights, 0.02))
            for crack in scab.cracks:
                painter.drawPolygon(crack)
        painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
        stamp = lump(stepped(max(1.0, 0.10 * mark.size * heights.scale)), 0.9)
        lay_heights(heights, (Print(x, y, stamp) for x, y in scab.clots), min(0.12, 0.035 * mark.size))


def _honey(skin: Lab) -> tuple[Lab, Lab, Lab]:
    """Straw, gold and amber; on dark skin the blood in it and the skin under it make it browner."""
    dark = darkness(skin)
    return (
        Lab(0.85 - 0.27 * dark, 0.018 + 0.016 * dark, 0.108 - 0.024 * dark),
        Lab(0.715 - 0.25 * dark, 0.046 + 0.008 * dark, 0.124 - 0.028 * dark),
        Lab(0.550 - 0.20 * dark, 0.070 - 0.012 * dark, 0.102 - 0.026 * dark),
    )


def _apart(mark: Mark, scale: float) -> float:
    natural = 0.45 if mark.size < 4 else 0.8 if mark.size < 8 else 1.3
    return max(natural, _LEAST_PX / scale)


def _lumps(mark: Mark, scale: float) -> tuple[Spot, ...]:
    return packed(mark, round(_apart(mark, scale), 3), 0.80)


@lru_cache(maxsize=64)
def _sheet(mark: Mark) -> QPainterPath:
    """It ends before the sore does, here more and there less."""
    rng, steps = seeded("sheet", mark.grain), 20
    corners = [edge_point(mark, math.tau * at / steps, rng.uniform(0.74, 1.0)) for at in range(steps)]
    return smooth_path(corners)


def _grown(path: QPainterPath, x: float, y: float, share: float) -> QPainterPath:
    return QTransform.fromTranslate(x, y).scale(share, share).translate(-x, -y).map(path)


class _Scab(NamedTuple):
    edge: QPainterPath
    middle: QPointF
    cracks: tuple[QPolygonF, ...]
    clots: tuple[tuple[float, float], ...]

    def grown(self, share: float) -> QPainterPath:
        return _grown(self.edge, self.middle.x(), self.middle.y(), share)


@lru_cache(maxsize=64)
def _scab(mark: Mark) -> _Scab:
    """Smaller than the mark and not in its middle."""
    rng = seeded("scab", mark.grain)
    radius = min(mark.size / 2 * rng.uniform(*_SCAB_SHARES), _SCAB_MM + _SCAB_MORE * mark.size)
    turn, aside = rng.uniform(0, math.tau), rng.uniform(0.04, 0.14) * mark.size / 2
    middle = QPointF(mark.x + aside * math.cos(turn), mark.y + aside * math.sin(turn))
    corners = ragged(rng, 1.12 * radius, rng.uniform(0.74, 0.95), 0.18, 13)
    reach = 0.62 * radius
    clots = [
        (middle.x() + rng.uniform(-reach, reach), middle.y() + rng.uniform(-reach, reach)) for _ in range(6)
    ]
    cracks = [_crack(corners, middle, rng) for _ in range(2 if mark.size < 4 else 3)]
    return _Scab(smooth_path(places(middle + at for at in corners)), middle, tuple(cracks), tuple(clots))


def _crack(corners: list[QPointF], middle: QPointF, rng: random.Random) -> QPolygonF:
    """A thin wedge from the edge of the scab towards its middle."""
    corner = rng.choice(corners)
    aside = QPointF(-corner.y(), corner.x())
    wide, bend = aside * rng.uniform(0.04, 0.07), aside * rng.uniform(-0.3, 0.3)
    points = [corner * 0.95 + wide, corner * 0.5 + bend + wide * 0.8, corner * 0.12]
    points += [corner * 0.5 + bend - wide * 0.8, corner * 0.95 - wide]
    return QPolygonF([middle + point for point in points])
