"""Flakes of horn: a few of each sort, drawn once in a size and a colour and then laid down many times."""

import math
import random
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF

from guide.ui.pictures.colour.colours import Lab
from guide.ui.pictures.marks.shapes import places, qcolor, smooth_path
from guide.ui.pictures.marks.stamps import blank, haze, stepped, veil
from guide.ui.pictures.plans.plan import seeded

KINDS = 6
"""How many flakes of one sort are kept; with fewer the eye sees that they repeat."""
# Under this many pixels a flake shows no curled edge.
_CURL_FROM_PX = 3.0
# From here on its corners would be seen.
_SMOOTH_FROM_PX = 13.0


class Cut(NamedTuple):
    """How many flakes hang together, how wide they are by their length, how ragged."""

    together: int
    narrow: float
    ragged: float


class Sort(NamedTuple):
    """A sort of flake: its cut, and how much its flat part, its curled edge and its dust hide."""

    cut: Cut
    body: float
    curl: float
    dust: float = 0.0


BRAN, PLATE, CLOD = Cut(6, 0.64, 0.50), Cut(1, 0.88, 0.36), Cut(1, 0.82, 0.27)


@lru_cache(maxsize=48)
def flakes(sort: Sort, pixels: float, colour: Lab) -> tuple[QImage, ...]:
    """Flakes of about ``pixels`` across, whiter where their edge stands off the skin."""
    return tuple(_flake_picture(sort, pixels, colour, kind) for kind in range(KINDS))


@lru_cache(maxsize=48)
def flake_heights(sort: Sort, pixels: float) -> tuple[QImage, ...]:
    """The same flakes as heights: thin where they hold to the skin, higher where they curl."""
    return tuple(_flake_relief(sort, pixels, kind) for kind in range(KINDS))


def ragged(rng: random.Random, size: float, narrow: float, uneven: float, corners: int) -> list[QPointF]:
    """A torn bit of something thin, about ``size`` in radius, round no middle in particular."""
    lean, turn = rng.uniform(0, math.tau), rng.uniform(0, math.tau)
    along, across = math.cos(lean), math.sin(lean)
    points = []
    for at in range(corners):
        angle = turn + math.tau * (at + rng.uniform(-0.3, 0.3)) / corners
        out = size * (1 - uneven * rng.random())
        far, aside = out * math.cos(angle), out * narrow * math.sin(angle)
        points.append(QPointF(far * along - aside * across, far * across + aside * along))
    return points


class _Bit(NamedTuple):
    """One flake, its free edge, and how much of both there is."""

    outline: QPolygonF
    curl: QPolygonF
    strength: float


@lru_cache(maxsize=64)
def _smooth_bits(cut: Cut, kind: int) -> tuple[tuple[QPainterPath, QPainterPath], ...]:
    return tuple(
        (smooth_path(places(bit.outline.toList())), smooth_path(places(bit.curl.toList())))
        for bit in _bits(cut, kind)
    )


@lru_cache(maxsize=64)
def _bits(cut: Cut, kind: int) -> tuple[_Bit, ...]:
    """The flakes of one stamp round its middle, for flakes one wide: of a clump, one is large and thin."""
    rng = seeded("flake", cut, kind)
    if cut.together == 1:
        return (_bit(rng, cut, rng.uniform(0.38, 0.58), QPointF(), rng.uniform(0.55, 1.0)),)
    bits = [_bit(rng, cut, rng.uniform(0.6, 0.95), QPointF(), 0.42)]
    while len(bits) < cut.together:
        away, turn = _spread(cut) * math.sqrt(rng.random()), rng.uniform(0, math.tau)
        middle = QPointF(away * math.cos(turn), away * math.sin(turn))
        bits.append(_bit(rng, cut, rng.uniform(0.14, 0.5), middle, rng.uniform(0.35, 1.0)))
    return tuple(bits)


def _bit(rng: random.Random, cut: Cut, size: float, middle: QPointF, strength: float) -> _Bit:
    corners = ragged(rng, size, cut.narrow * rng.uniform(0.7, 1.2), cut.ragged, 10)
    free = rng.randrange(10)
    rim = [corners[(free + at) % 10] for at in range(5)]
    inset = [corner * rng.uniform(0.62, 0.9) for corner in reversed(rim[1:-1])]
    outline, curl = ([corner + middle for corner in line] for line in (corners, rim + inset))
    return _Bit(QPolygonF(outline), QPolygonF(curl), strength)


def _spread(cut: Cut) -> float:
    return 0.0 if cut.together == 1 else 0.62 * math.sqrt(cut.together)


def _side(cut: Cut, pixels: float) -> int:
    return math.ceil(2 * (_spread(cut) + 0.65) * pixels) + 3 | 1


def _flake_picture(sort: Sort, pixels: float, colour: Lab, kind: int) -> QImage:
    image = blank(_side(sort.cut, pixels), QImage.Format.Format_ARGB32_Premultiplied)
    painter = _brush(image)
    if sort.dust:
        dust = haze(stepped(image.width() / 2), colour, sort.dust)
        painter.drawImage(QPointF(-dust.width() / 2, -dust.height() / 2), dust)
    painter.scale(pixels, pixels)
    body, curl = (qcolor(colour, part) for part in (sort.body, sort.curl))
    _draw_bits(painter, sort.cut, kind, pixels, body, curl)
    painter.end()
    return image


def _flake_relief(sort: Sort, pixels: float, kind: int) -> QImage:
    image = blank(_side(sort.cut, pixels), QImage.Format.Format_RGBA64_Premultiplied)
    painter = _brush(image)
    painter.scale(pixels, pixels)
    _draw_bits(painter, sort.cut, kind, pixels, veil(0.5), veil(0.75))
    painter.end()
    return image


def _draw_bits(painter: QPainter, cut: Cut, kind: int, pixels: float, body: QColor, curl: QColor) -> None:
    """Small ones as polygons, which are drawn much faster."""
    curled = pixels >= _CURL_FROM_PX and curl.alpha() > 0
    if pixels >= _SMOOTH_FROM_PX:
        for bit, (outline, edge) in zip(_bits(cut, kind), _smooth_bits(cut, kind), strict=True):
            painter.setBrush(_thinned(body, bit.strength))
            painter.drawPath(outline)
            painter.setBrush(_thinned(curl, bit.strength))
            painter.drawPath(edge)
        return
    for bit in _bits(cut, kind):
        painter.setBrush(_thinned(body, bit.strength))
        painter.drawPolygon(bit.outline)
        if curled:
            painter.setBrush(_thinned(curl, bit.strength))
            painter.drawPolygon(bit.curl)


def _thinned(colour: QColor, share: float) -> QColor:
    thin = QColor(colour)
    thin.setAlphaF(colour.alphaF() * share)
    return thin


def _brush(image: QImage) -> QPainter:
    """A painter whose middle is the middle of the stamp."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(image.width() / 2, image.height() / 2)
    return painter
