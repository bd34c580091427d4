"""Where on a mark its small detail lies: strewn in clumps, or packed side by side."""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from guide.ui.pictures.marks.shapes import thread_path
from guide.ui.pictures.plans.plan import Mark, seeded

_MOST = 700
_WAVE_MM, _WAVE_SHARE = 3.2, 0.30


class Spot(NamedTuple):
    """A place in mm, how far out on the mark it is (1 at its edge), and two numbers from 0 to 1."""

    x: float
    y: float
    out: float
    chance: float
    lot: float


def edge_at(mark: Mark, angle: float) -> float:
    """How far the mark's edge is from its middle in a direction, in mm."""
    at = angle / math.tau % 1.0 * len(mark.outline)
    before = int(at) % len(mark.outline)
    after = (before + 1) % len(mark.outline)
    share = at - int(at)
    return mark.size / 2 * (mark.outline[before] * (1 - share) + mark.outline[after] * share)


def edge_point(mark: Mark, angle: float, share: float) -> tuple[float, float]:
    """A place at ``share`` of the way from the middle to the edge."""
    away = edge_at(mark, angle) * share
    return mark.x + away * math.cos(angle), mark.y + away * math.sin(angle)


@lru_cache(maxsize=128)
def strewn(mark: Mark, many: int, inner: float, outer: float) -> tuple[Spot, ...]:
    """Here more and there fewer, between two shares of the way to the edge. More of them begin alike."""
    if mark.lesion.shape == "line":
        return _along(mark, many)
    rng = seeded("strewn", mark.grain)
    draw = rng.random
    wave = math.tau / max(_WAVE_MM, _WAVE_SHARE * mark.size)
    first, second, third = (rng.uniform(0, math.tau) for _ in range(3))
    spots: list[Spot] = []
    for _ in range(3 * min(_MOST, many)):
        angle, out = math.tau * draw(), math.sqrt(inner**2 + (outer**2 - inner**2) * draw())
        x, y = edge_point(mark, angle, out)
        thick = (
            math.sin(wave * x + first) + math.sin(wave * y + second) + math.sin(0.6 * wave * (x + y) + third)
        )
        chance = draw()
        if 3.6 * draw() < 2.1 + thick:
            spots.append(Spot(x, y, out, chance, draw()))
            if len(spots) >= many:
                break
    return tuple(spots)


def _along(mark: Mark, many: int) -> tuple[Spot, ...]:
    rng, path = seeded("along", mark.grain), thread_path(mark)
    spots = []
    for _ in range(many):
        at = path.pointAtPercent(rng.random())
        x, y = at.x() + rng.gauss(0, 0.14), at.y() + rng.gauss(0, 0.14)
        spots.append(Spot(x, y, 0.5, rng.random(), rng.random()))
    return tuple(spots)


@lru_cache(maxsize=128)
def packed(mark: Mark, apart: float, outer: float) -> tuple[Spot, ...]:
    """Side by side about ``apart`` mm from one another, in no order that could be seen."""
    rng = seeded("packed", mark.grain)
    reach = mark.reach * outer
    apart = max(apart, 2 * reach / math.sqrt(_MOST))
    spots = []
    for x, y in _lattice(reach, apart):
        x, y = x + rng.uniform(-0.34, 0.34) * apart, y + rng.uniform(-0.34, 0.34) * apart
        chance, lot, away = rng.random(), rng.random(), math.hypot(x, y)
        if away > reach:
            continue
        out = away / edge_at(mark, math.atan2(y, x))
        if out <= outer:
            spots.append(Spot(mark.x + x, mark.y + y, out, chance, lot))
    return tuple(sorted(spots, key=lambda spot: spot.lot))


def _lattice(reach: float, apart: float) -> Iterator[tuple[float, float]]:
    rows = math.ceil(reach / (0.866 * apart))
    for row in range(-rows, rows + 1):
        for column in range(-rows, rows + 1):
            yield (column + 0.5 * (row % 2)) * apart, row * 0.866 * apart
