"""Crusts: dried honey stuck on the skin, and dark scabs."""

import math
import random
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QTransform

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
_SCAB_SHARES = (0.54, 0.74)
_CRACKS_FROM_PX = 9.0


def paint_honey(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """Serum, dried: amber where it is thick, straw where thin; the sore under it is wet and red."""
    scale = painter.transform().m11()
    straw, gold, amber = _honey(skin)
    for mark in marks:
        painter.setBrush(qcolor(shifted(erythema(skin), -0.02, 0.01), 0.70))
        painter.drawPath(outline_path(mark, 1.03))
        for grow, colour, alpha in ((1.0, straw, 0.50), (0.88, gold, 0.72)):
            painter.setBrush(qcolor(colour, alpha))
            painter.drawPath(_grown(_sheet(mark), mark.x, mark.y, grow))
        size = stepped(1.05 * _apart(mark, scale) * scale)
        shades = [haze(size, colour, 0.62) for colour in (amber, gold, gold, straw)]
        lay(painter, (Print(x, y, shades[int(4 * chance)]) for x, y, _, chance, _ in _lumps(mark, scale)))


def raise_honey(heights: Heights, marks: Iterable[Mark]) -> None:
    for mark in marks:
        heights.painter.setCompositionMode(_Mode.CompositionMode_Plus)
        heights.painter.setBrush(adding(heights, 0.04))
        for grow in (1.0, 0.88):
            heights.painter.drawPath(_grown(_sheet(mark), mark.x, mark.y, grow))
        heights.painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
        apart = _apart(mark, heights.scale)
        for part, (wide, tall) in enumerate(((0.55, 0.06), (0.85, 0.10), (1.25, 0.15))):
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
    scale, dark = painter.transform().m11(), darkness(skin)
    rim = mix(shifted(erythema(skin), 0.08 * dark - 0.05), Lab(0.42, 0.08, 0.05), 0.6 - 0.2 * dark)
    clot, black = Lab(0.34 - 0.12 * dark, 0.055 - 0.02 * dark, 0.034), Lab(0.22 - 0.09 * dark, 0.028, 0.018)
    for mark in marks:
        scab = _scab(mark)
        for grow, colour, alpha in ((1.14, rim, 0.55), (1.0, clot, 0.92), (0.72, black, 0.55)):
            painter.setBrush(qcolor(colour, alpha))
            painter.drawPath(scab.grown(grow))
        if mark.size * scale >= _CRACKS_FROM_PX:
            painter.setBrush(qcolor(Lab(0.10, 0.02, 0.012), 0.6))
            for crack in scab.cracks:
                painter.drawPolygon(crack)


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
        Lab(0.86 - 0.26 * dark, 0.016 + 0.014 * dark, 0.120 - 0.030 * dark),
        Lab(0.745 - 0.24 * dark, 0.042 + 0.010 * dark, 0.135 - 0.035 * dark),
        Lab(0.575 - 0.20 * dark, 0.070 - 0.010 * dark, 0.110 - 0.035 * dark),
    )


def _apart(mark: Mark, scale: float) -> float:
    natural = 0.45 if mark.size < 4 else 0.8 if mark.size < 8 else 1.3
    return max(natural, _LEAST_PX / scale)


def _lumps(mark: Mark, scale: float) -> tuple[Spot, ...]:
    return packed(mark, round(_apart(mark, scale), 3), 0.84)


@lru_cache(maxsize=64)
def _sheet(mark: Mark) -> QPainterPath:
    rng, steps = seeded("sheet", mark.grain), 20
    corners = [edge_point(mark, math.tau * at / steps, rng.uniform(0.90, 1.04)) for at in range(steps)]
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
    radius = mark.size / 2 * rng.uniform(*_SCAB_SHARES)
    turn, aside = rng.uniform(0, math.tau), rng.uniform(0.04, 0.14) * mark.size / 2
    middle = QPointF(mark.x + aside * math.cos(turn), mark.y + aside * math.sin(turn))
    corners = ragged(rng, 1.14 * radius, rng.uniform(0.74, 0.95), 0.20, 9)
    reach = 0.62 * radius
    clots = [
        (middle.x() + rng.uniform(-reach, reach), middle.y() + rng.uniform(-reach, reach)) for _ in range(6)
    ]
    cracks = [_crack(corners, middle, rng) for _ in range(2 if mark.size < 3 else 4)]
    return _Scab(smooth_path(places(middle + at for at in corners)), middle, tuple(cracks), tuple(clots))


def _crack(corners: list[QPointF], middle: QPointF, rng: random.Random) -> QPolygonF:
    """A thin wedge from the edge of the scab towards its middle."""
    corner = rng.choice(corners)
    aside = QPointF(-corner.y(), corner.x())
    wide, bend = aside * rng.uniform(0.04, 0.07), aside * rng.uniform(-0.3, 0.3)
    points = [corner * 0.95 + wide, corner * 0.5 + bend + wide * 0.8, corner * 0.12]
    points += [corner * 0.5 + bend - wide * 0.8, corner * 0.95 - wide]
    return QPolygonF([middle + point for point in points])
