"""Roughness: plugs of horn in follicles, thickened and furrowed skin, and curd on the mouth's lining."""

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF, QTransform

from guide.ui.pictures.colour.colours import Lab, darkness, mark_colour, mix, shadow_colour, shifted
from guide.ui.pictures.marks.flakes import BRAN, CLOD, KINDS, Sort, flake_heights, flakes
from guide.ui.pictures.marks.relief import Heights
from guide.ui.pictures.marks.scatter import edge_at, packed, strewn
from guide.ui.pictures.marks.shapes import qcolor
from guide.ui.pictures.marks.stamps import Print, adding, haze, lay, lay_heights, lump, stepped
from guide.ui.pictures.plans.plan import Mark, seeded

FOLLICLE_MM = 2.5
"""Up to here a rough mark is a follicle with a plug in it."""
_CURD = Sort(CLOD, 0.50, 0.0)
_GRAIN = Sort(BRAN, 0.30, 0.35)
_HAIR_FROM_PX = 3.0
_FURROW_MM, _LEAST_FURROW_PX = 1.15, 4.5
_PATTERN = 13
_CURD_MM, _LEAST_CURD_PX = 1.15, 4.0


def paint_plugs(painter: QPainter, marks: Sequence[Mark], skin: Lab) -> None:
    """Horn stops up the follicle; in some the hair is rolled up under it and shines through."""
    scale, dark = painter.transform().m11(), darkness(skin)
    horn = mix(mark_colour(marks[0].lesion.colour, skin), Lab(0.95 - 0.16 * dark, 0.006, 0.030), 0.80)
    stamps = (haze(stepped(max(0.9, 0.19 * mark.size * scale)), horn, 0.90) for mark in marks)
    lay(painter, (Print(*_plug(mark), stamp) for mark, stamp in zip(marks, stamps, strict=True)))
    painter.setPen(QPen(qcolor(shadow_colour(skin), 0.6), max(0.06, 0.8 / scale)))
    for mark in marks:
        radius = 0.10 * mark.size
        if mark.grain % 4 == 0 and 2 * radius * scale >= _HAIR_FROM_PX:
            x, y = _plug(mark)
            painter.drawArc(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), mark.grain % 5760, 4400)
    painter.setPen(Qt.PenStyle.NoPen)


def raise_plugs(heights: Heights, marks: Sequence[Mark]) -> None:
    usual = sum(mark.size for mark in marks) / len(marks)
    prints = (
        Print(*_plug(mark), lump(stepped(max(1.2, 0.20 * mark.size * heights.scale)), 0.8)) for mark in marks
    )
    lay_heights(heights, prints, 0.05 * usual)


@lru_cache(maxsize=256)
def _plug(mark: Mark) -> tuple[float, float]:
    rng = seeded("plug", mark.grain)
    return mark.x + rng.uniform(-0.07, 0.07) * mark.size, mark.y + rng.uniform(-0.07, 0.07) * mark.size


def paint_thickened(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """Grains of dry horn, and the furrows a little darker."""
    scale, dark = painter.transform().m11(), darkness(skin)
    for mark in marks:
        under = mark_colour(mark.lesion.colour, skin)
        painter.setBrush(qcolor(shifted(under, -0.07 + 0.02 * dark, 0.008, 0.002), 0.20))
        _draw_furrows(painter, mark, scale)
        horn = mix(under, Lab(0.93 - 0.18 * dark, 0.004, 0.016), 0.72 - 0.10 * dark)
        lay(painter, _grains(mark, flakes(_GRAIN, stepped(_grain_mm(scale) * scale), horn), scale))


def raise_thickened(heights: Heights, marks: Iterable[Mark]) -> None:
    """The skin's own furrows, deepened."""
    painter = heights.painter
    for mark in marks:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.setBrush(adding(heights, 0.028))
        _draw_furrows(painter, mark, heights.scale)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        stamps = flake_heights(_GRAIN, stepped(_grain_mm(heights.scale) * heights.scale))
        lay_heights(heights, _grains(mark, stamps, heights.scale), 0.05)


def _grain_mm(scale: float) -> float:
    return max(0.45, 2.0 / scale)


def _grains(mark: Mark, stamps: Sequence[QImage], scale: float) -> Iterator[Print]:
    for spot in strewn(mark, min(90, round(0.10 * mark.size**2 / _grain_mm(scale))), 0.0, 0.92):
        yield Print(spot.x, spot.y, stamps[int(spot.lot * KINDS)])


def _draw_furrows(painter: QPainter, mark: Mark, scale: float) -> None:
    for furrow in _furrows(mark, max(_FURROW_MM, mark.size / _PATTERN, _LEAST_FURROW_PX / scale)):
        painter.drawPolygon(furrow)


@lru_cache(maxsize=48)
def _furrows(mark: Mark, apart: float) -> tuple[QPolygonF, ...]:
    """Those of the pattern that lie within the mark, the pattern turned another way on each."""
    turn = math.tau * (mark.grain % 997) / 997
    along, across = apart * math.cos(turn), apart * math.sin(turn)
    turned = QTransform(along, across, -across, along, mark.x, mark.y)
    found = []
    for x, y, furrow in _pattern():
        far, aside = x * along - y * across, x * across + y * along
        away = math.hypot(far, aside)
        if away < mark.reach and away < 0.84 * edge_at(mark, math.atan2(aside, far)):
            found.append(turned.map(furrow))
    return tuple(found)


@lru_cache(maxsize=1)
def _pattern() -> tuple[tuple[float, float, QPolygonF], ...]:
    """Two sets of wavering lines that cross aslant, broken here and there; the furrows are one apart."""
    rng = seeded("furrows")
    wedges = [_wedge(rng) for _ in range(12)]
    pieces = []
    for slant in (0.0, 1.2):
        for row in range(-_PATTERN, _PATTERN + 1):
            far = -_PATTERN + rng.random()
            while far < _PATTERN:
                long = rng.uniform(1.2, 3.2)
                placed = (
                    QTransform().rotateRadians(slant).translate(far + long / 2, row + rng.uniform(-0.5, 0.5))
                )
                placed.rotateRadians(rng.uniform(-0.16, 0.16)).scale(long, 1.0)
                if rng.random() < 0.72:
                    pieces.append((placed.dx(), placed.dy(), placed.map(rng.choice(wedges))))
                far += long + rng.uniform(-0.2, 0.5)
    return tuple(pieces)


def _wedge(rng: random.Random) -> QPolygonF:
    """One piece of a furrow, as long as one, bent, and as thin as a hair at its ends."""
    over, under, off = [], [], 0.0
    for step in range(6):
        half = 0.09 * math.sin(math.pi * step / 5)
        over.append(QPointF(step / 5 - 0.5, off + half))
        under.append(QPointF(step / 5 - 0.5, off - half))
        off += rng.uniform(-0.2, 0.2)
    return QPolygonF(over + under[-2:0:-1])


def paint_curd(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    """Creamy between the lumps, and here and there so thin that the lining shows."""
    scale, dark = painter.transform().m11(), darkness(skin)
    size = max(_CURD_MM, _LEAST_CURD_PX / scale)
    cream = haze(stepped(0.95 * size * scale), Lab(0.925 - 0.06 * dark, 0.010, 0.026), 0.62)
    white = flakes(_CURD, stepped(1.0 * size * scale), Lab(0.955 - 0.05 * dark, 0.004, 0.020))
    for mark in marks:
        spots = packed(mark, round(0.72 * size, 3), 0.90)
        lay(painter, (Print(spot.x, spot.y, cream) for spot in spots))
        lay(
            painter,
            (Print(spot.x, spot.y, white[int(spot.lot * KINDS)]) for spot in spots if spot.chance > 0.3),
        )


def raise_curd(heights: Heights, marks: Iterable[Mark]) -> None:
    size = max(_CURD_MM, _LEAST_CURD_PX / heights.scale)
    small, large = (lump(stepped(share * size * heights.scale), 1.8) for share in (0.55, 1.0))
    for mark in marks:
        spots = packed(mark, round(0.72 * size, 3), 0.90)
        lay_heights(heights, (Print(x, y, small) for x, y, _, chance, _ in spots if chance > 0.3), 0.05)
        lay_heights(heights, (Print(x, y, large) for x, y, _, chance, _ in spots if chance > 0.7), 0.08)
