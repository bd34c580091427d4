"""Loose skin: a collar of scale round a burst blister, and skin that peels in sheets."""

import math
import random
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from guide.ui.pictures.colour.colours import Lab, darkness, erythema, mark_colour, mix, shifted
from guide.ui.pictures.marks.flakes import ragged
from guide.ui.pictures.marks.relief import Heights
from guide.ui.pictures.marks.scatter import edge_at, edge_point
from guide.ui.pictures.marks.shapes import qcolor, smooth_path
from guide.ui.pictures.marks.stamps import adding
from guide.ui.pictures.plans.plan import Mark, seeded

_Mode = QPainter.CompositionMode


class _Loose(NamedTuple):
    """Skin that stands off: all of it, and its free edge where it curls up."""

    sheet: QPolygonF
    curl: QPolygonF


def paint_collars(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    scale = painter.transform().m11()
    for mark in marks:
        _paint_loose(painter, _collar(mark, scale), _horn(mark, skin), 0.42)


def raise_collars(heights: Heights, marks: Iterable[Mark]) -> None:
    for mark in marks:
        _raise_loose(heights, _collar(mark, heights.scale), 0.015, 0.05)


def paint_peeling(painter: QPainter, marks: Sequence[Mark], skin: Lab) -> None:
    """Under the sheets is new skin, thin and pinker; where marks join, the bare places do too."""
    scale = painter.transform().m11()
    for mark in marks:
        _paint_loose(painter, _sheets(mark, scale)[:1], _horn(mark, skin), 0.36)
    for mark in marks:
        painter.setBrush(qcolor(_new_skin(mark, skin), 0.82))
        painter.drawPath(_bared(mark))
    for mark in marks:
        _paint_loose(painter, _sheets(mark, scale)[1:], _horn(mark, skin), 0.40)


def raise_peeling(heights: Heights, marks: Sequence[Mark]) -> None:
    """New skin is smooth and lies a little lower."""
    for mark in marks:
        _raise_loose(heights, _sheets(mark, heights.scale)[:1], 0.015, 0.035)
    heights.painter.setBrush(heights.grey(-0.012, 0.85))
    for mark in marks:
        heights.painter.drawPath(_bared(mark))
    for mark in marks:
        _raise_loose(heights, _sheets(mark, heights.scale)[1:], 0.015, 0.03)


def _new_skin(mark: Mark, skin: Lab) -> Lab:
    red = mix(skin, shifted(erythema(skin), 0.04 * darkness(skin), 0.014), 0.74)
    return mix(mark_colour(mark.lesion.colour, skin), red, 0.80)


def _horn(mark: Mark, skin: Lab) -> Lab:
    """Skin with air under it looks whitish, on black skin grey."""
    dark = darkness(skin)
    return mix(
        mark_colour(mark.lesion.colour, skin), Lab(0.965 - 0.16 * dark, 0.004, 0.014), 0.88 - 0.14 * dark
    )


def _paint_loose(painter: QPainter, loose: Iterable[_Loose], colour: Lab, alpha: float) -> None:
    for piece in loose:
        painter.setBrush(qcolor(colour, alpha))
        painter.drawPolygon(piece.sheet)
        painter.setBrush(qcolor(colour, min(1.0, 1.35 * alpha)))
        painter.drawPolygon(piece.curl)


def _raise_loose(heights: Heights, loose: Iterable[_Loose], sheet: float, curl: float) -> None:
    painter = heights.painter
    painter.setCompositionMode(_Mode.CompositionMode_Plus)
    for piece in loose:
        painter.setBrush(adding(heights, sheet))
        painter.drawPolygon(piece.sheet)
        painter.setBrush(adding(heights, curl))
        painter.drawPolygon(piece.curl)
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)


@lru_cache(maxsize=64)
def _collar(mark: Mark, scale: float) -> tuple[_Loose, ...]:
    """Held at the outside, free towards the middle, and gone here and there."""
    rng = seeded("collar", mark.grain)
    wide = max(min(0.9, 0.07 * mark.size + 0.10), 1.5 / scale)
    turn, pieces = rng.uniform(0, math.tau), []
    last = turn + math.tau * rng.uniform(0.86, 0.97)
    while last - turn > 0.3:
        span = min(rng.uniform(1.3, 3.4), last - turn)
        pieces.append(_arc(mark, rng, turn, span, wide, scale))
        turn += span + rng.choice((-0.12, -0.04, 0.22))
    return tuple(pieces)


def _arc(mark: Mark, rng: random.Random, start: float, span: float, wide: float, scale: float) -> _Loose:
    steps = max(6, min(48, round(span * mark.size / 2 * scale / 4.5)))
    outer: list[QPointF] = []
    inner: list[QPointF] = []
    curl: list[QPointF] = []
    torn = 1.0
    for at in range(steps + 1):
        angle, edge = start + span * at / steps, edge_at(mark, start + span * at / steps)
        torn = 0.70 * torn + 0.30 * rng.uniform(0.4, 1.5)
        width = wide * torn * min(1.0, 9.0 * at / steps, 9.0 * (1 - at / steps))
        for line, away in ((outer, 0.0), (inner, width), (curl, 0.66 * width)):
            line.append(QPointF(*edge_point(mark, angle, max(0.1, 0.99 - away / edge))))
    return _Loose(QPolygonF(outer + inner[::-1]), QPolygonF(curl + inner[::-1]))


@lru_cache(maxsize=64)
def _bare_edge(mark: Mark) -> tuple[float, ...]:
    """How far the new skin is bared in each direction, in shares of the way to the edge.

    Here and there a tongue of the old skin hangs in.
    """
    rng = seeded("peeling", mark.grain)
    steps = 26
    phases = [rng.uniform(0, math.tau) for _ in range(3)]
    tongues = [(rng.uniform(0, math.tau), rng.uniform(0.10, 0.30)) for _ in range(rng.randint(1, 3))]
    shares = []
    for at in range(steps):
        angle = math.tau * at / steps
        share = 0.80 + sum(
            0.055 * math.sin(n * angle + phase) for n, phase in zip((2, 4, 7), phases, strict=True)
        )
        for where, deep in tongues:
            off = math.remainder(angle - where, math.tau)
            share -= deep * math.exp(-((off / 0.32) ** 2))
        shares.append(max(0.22, share * rng.uniform(0.97, 1.02)))
    return tuple(shares)


@lru_cache(maxsize=64)
def _bared(mark: Mark) -> QPainterPath:
    shares = _bare_edge(mark)
    steps = math.tau / len(shares)
    return smooth_path([edge_point(mark, steps * at, share) for at, share in enumerate(shares)])


@lru_cache(maxsize=64)
def _sheets(mark: Mark, scale: float) -> tuple[_Loose, ...]:
    """What is left of the old skin: a torn border, curled where it is free, and a scrap or two inside."""
    rng = seeded("sheets", mark.grain)
    shares = _bare_edge(mark)
    curl = max(0.35, 1.3 / scale)
    free, rolled, held = [], [], []
    roll = 1.0
    for at, share in enumerate((*shares, shares[0])):
        angle = math.tau * at / len(shares)
        roll = 0.75 * roll + 0.25 * rng.uniform(-1.5, 2.3)
        away = curl * max(0.05, roll) / edge_at(mark, angle)
        free.append(QPointF(*edge_point(mark, angle, share)))
        rolled.append(QPointF(*edge_point(mark, angle, min(share + away, 1.0))))
        held.append(QPointF(*edge_point(mark, angle, max(share + away, rng.uniform(0.82, 1.0)))))
    border = _Loose(QPolygonF(free + held[::-1]), QPolygonF(free + rolled[::-1]))
    return (border, *(_scrap(mark, rng) for _ in range(rng.randint(0, 1))))


def _scrap(mark: Mark, rng: random.Random) -> _Loose:
    middle = QPointF(*edge_point(mark, rng.uniform(0, math.tau), rng.uniform(0.1, 0.4)))
    corners = ragged(rng, rng.uniform(0.12, 0.26) * mark.size / 2, 0.6, 0.4, 12)
    rim = corners[:7] + [corner * 0.6 for corner in corners[5:1:-1]]
    return _Loose(QPolygonF([at + middle for at in corners]), QPolygonF([at + middle for at in rim]))
