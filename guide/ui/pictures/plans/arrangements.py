"""Where marks lie among each other: endless proposals of places, of which those are taken that fit."""

import math
import random
from collections.abc import Callable, Iterator, Sequence

from guide.ui.pictures.plans.plan import Mark, Place, Plan, seeded

Proposals = Iterator[Place]

_CREASE_POINTS = 9
_NEAR_MM = 7.0
# Of the sum of their reaches, how near joined marks come: so far that no waist is left, but hiding none.
HIDES, MELTS = 0.34, 0.52


def proposals(
    kind: str, rng: random.Random, plan: Plan, mark: Mark, placed: Sequence[Mark], seed: str
) -> Iterator[Place]:
    """``mark`` is the largest of its kind, ``placed`` is what lies there already, growing meanwhile."""
    if kind == "satellites":
        return _satellites(rng, plan, placed)
    if kind in ("clustered", "joined"):
        # Two kinds of one group have one middle; a patch that has run together has one of its own.
        middle = seeded(seed, "middle", len(placed) if kind == "joined" and placed else "")
        x, y = middle.uniform(0.44, 0.62) * plan.width, middle.uniform(0.40, 0.52) * plan.height
        if kind == "joined":
            return _joined(rng, mark, placed, (x, y))
        return _clustered(rng, plan, mark.size, (x, y))
    return _ARRANGED[kind](rng, plan, mark.size)


def crease_of(rng: random.Random, width: float, height: float) -> tuple[Place, ...]:
    """A fold of the skin across the whole picture, a little bent."""
    slope, bend = rng.uniform(-0.16, 0.16), rng.uniform(0.10, 0.22) * rng.choice((-1, 1))
    return tuple(
        (along * width, height * (0.46 + slope * (along - 0.5) + bend * ((along - 0.5) ** 2 - 0.08)))
        for along in (at / (_CREASE_POINTS - 1) * 1.1 - 0.05 for at in range(_CREASE_POINTS))
    )


def _scattered(rng: random.Random, plan: Plan, _size: float) -> Proposals:
    """Evenly up close; the more skin is seen, the more they lie in loose groups."""
    at = rng.random
    while plan.closeness >= 1:
        yield at() * plan.width, at() * plan.height
    groups = [(rng.uniform(0.2, 0.8) * plan.width, rng.uniform(0.22, 0.7) * plan.height) for _ in range(3)]
    while True:
        if rng.random() < plan.closeness:
            yield rng.uniform(0, plan.width), rng.uniform(0, plan.height)
        else:
            x, y = rng.choice(groups)
            yield rng.gauss(x, 0.13 * plan.width), rng.gauss(y, 0.15 * plan.height)


def _clustered(rng: random.Random, plan: Plan, size: float, middle: Place) -> Proposals:
    """Round one middle, wider with each failure, so that the group stays as tight as it can."""
    x, y = middle
    spread = 0.7 * size
    while True:
        yield rng.gauss(x, 1.25 * spread), rng.gauss(y, 0.85 * spread)
        spread = min(spread * 1.015, 0.3 * plan.height)


def _joined(rng: random.Random, mark: Mark, placed: Sequence[Mark], middle: Place) -> Proposals:
    """Each into one that lies there already, the patch growing as a puddle does."""
    while True:
        alike = [other for other in placed if other.lesion == mark.lesion]
        if not alike:
            yield middle[0] + rng.gauss(0, 0.2) * mark.size, middle[1] + rng.gauss(0, 0.2) * mark.size
            continue
        other, turn = rng.choice(alike), rng.uniform(0, math.tau)
        out = rng.uniform(HIDES, MELTS) * (mark.reach + other.reach)
        yield other.x + 1.15 * out * math.cos(turn), other.y + 0.85 * out * math.sin(turn)


def _line(rng: random.Random, plan: Plan, size: float) -> Proposals:
    """In one narrow band, as in a scratch or along the way the skin grew."""
    slope, bend = rng.uniform(-0.45, 0.45), rng.uniform(-0.35, 0.35)
    wide = max(0.35 * size, 0.05 * plan.height)
    while True:
        along = rng.uniform(-0.02, 1.02)
        middle = 0.46 + slope * (along - 0.5) + bend * (along - 0.5) ** 2
        yield along * plan.width, middle * plan.height + rng.gauss(0, wide)
        wide *= 1.002


def _follicular(rng: random.Random, plan: Plan, size: float) -> Proposals:
    """On the openings of hairs: rows set against each other, none quite in its place."""
    step, bend = max(2.1 * size, 1.6), rng.uniform(-0.35, 0.35)
    while True:
        row = rng.randrange(max(1, round(plan.height / step)))
        column = rng.randrange(max(1, round(plan.width / step)))
        x = (column + 0.5 + 0.5 * (row % 2)) * step
        yield (
            x + rng.gauss(0, 0.16 * step),
            (row + 0.5) * step + bend * (x / plan.width - 0.5) ** 2 * plan.height + rng.gauss(0, 0.16 * step),
        )


def _confetti(rng: random.Random, plan: Plan, _size: float) -> Proposals:
    """Thrown: dense in places, sparse in others, of no order."""
    heaps = [(rng.uniform(0.1, 0.9), rng.uniform(0.1, 0.9), rng.uniform(0.06, 0.2)) for _ in range(6)]
    while True:
        x, y, wide = rng.choice(heaps)
        yield rng.gauss(x, wide) * plan.width, rng.gauss(y, wide * 1.2) * plan.height


def _fold(rng: random.Random, plan: Plan, size: float) -> Proposals:
    """The largest on the crease, the others over it or close to it."""
    apart = 0.15 * size
    while True:
        x, y = _on(plan.crease, rng.uniform(0.08, 0.92))
        yield x, y + rng.gauss(0, apart)
        apart = min(apart * 1.03, 0.3 * plan.height)


def _satellites(rng: random.Random, plan: Plan, placed: Sequence[Mark]) -> Proposals:
    """Round the largest mark, fewer the further out."""
    sun = max(placed, key=lambda mark: mark.size)
    while True:
        turn = rng.uniform(0, math.tau)
        out = sun.reach + rng.expovariate(1 / min(_NEAR_MM, 0.10 * plan.width))
        yield sun.x + out * math.cos(turn), sun.y + out * math.sin(turn)


def _on(line: Sequence[Place], share: float) -> Place:
    at = share * (len(line) - 1)
    (x, y), (right, below) = line[int(at)], line[min(int(at) + 1, len(line) - 1)]
    return x + (right - x) * (at % 1), y + (below - y) * (at % 1)


_ARRANGED: dict[str, Callable[[random.Random, Plan, float], Proposals]] = {
    "scattered": _scattered,
    "line": _line,
    "follicular": _follicular,
    "confetti": _confetti,
    "fold": _fold,
}
