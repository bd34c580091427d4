"""Where the marks of a picture lie, in mm: decided from a seed, before and apart from any painting."""

import hashlib
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from guide.domain.conditions import Lesion, Range

USUAL_FIELD_MM = 25.0
_USUAL_WIDTH = 320.0
_BARS_MM = (1, 2, 5, 10, 20, 50, 100)
_MOST_MARKS = 60
_TRIES = 80
_GROWTH = 1.12

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bar:
    """The corner kept free for the scale, at the bottom left, in mm like the height of its words.

    ``mm`` is the length of the line.
    """

    mm: int
    text: float
    y: float
    width: float
    height: float

    def distance_to(self, x: float, y: float) -> float:
        across = max(0.0, x - self.width)
        down = max(self.y - y, 0.0, y - self.y - self.height)
        return math.hypot(across, down)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its middle, its diameter, and its outline as radii in units of half the diameter.

    The outline encloses the area of a circle of that diameter; ``reach`` is how far it goes from the middle.
    ``grain`` seeds its small detail.
    """

    lesion: Lesion
    x: float
    y: float
    size: float
    outline: tuple[float, ...]
    reach: float
    halo: float
    grain: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole picture, in mm."""

    width: float
    height: float
    bar: Bar | None
    marks: tuple[Mark, ...]


def seeded(*parts: object) -> random.Random:
    """The same numbers on every computer and in every run."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    return random.Random(int.from_bytes(digest[:8]))  # noqa: S311 (a drawing, not a secret)


def plan_picture(
    lesions: Sequence[Lesion],
    seed: str,
    width: float,
    height: float,
    field_mm: float | None = None,
    scale_bar: bool = True,
) -> Plan:
    """``width`` and ``height`` are those of the picture in units of a 96 dpi screen, whatever its density.

    The field is widened where the marks would not fit without touching.
    """
    drawn = [sizes for number, lesion in enumerate(lesions) for sizes in _drawn(lesion, f"{seed}/{number}")]
    drawn.sort(key=lambda mark: -mark.reach)
    field = field_mm or _field_for(drawn, width)
    while True:
        plan = _frame(field, width, height, scale_bar)
        marks = _placed(drawn, plan, seed)
        if marks is not None:
            return replace(plan, marks=marks)
        field *= _GROWTH


def _drawn(lesion: Lesion, seed: str) -> list[Mark]:
    """The marks of one lesion with their sizes and shapes, not yet placed."""
    rng = seeded(seed, "marks")
    return [_one(lesion, rng) for _ in range(_how_many(lesion.count, rng))]


def _one(lesion: Lesion, rng: random.Random) -> Mark:
    size = _within(lesion.size_mm, rng)
    outline = _outline(lesion.edge, rng)
    halo = _within(lesion.halo.size_mm, rng) if lesion.halo else 0.0
    return Mark(lesion, 0.0, 0.0, size, outline, size / 2 * max(outline), halo, rng.getrandbits(32))


def _within(span: Range, rng: random.Random) -> float:
    """Between the two, rather in the middle than at the ends."""
    return span.least + (span.most - span.least) * float(rng.betavariate(1.7, 2.1))


def _how_many(count: Range, rng: random.Random) -> int:
    least = max(1, math.ceil(count.least))
    most = max(least, min(math.floor(count.most), max(least, _MOST_MARKS)))
    return least + round((most - least) * rng.betavariate(1.5, 2.0))


_WAVES = {
    "clear": ((2, 0.028), (3, 0.018), (5, 0.010)),
    "soft": ((2, 0.075), (3, 0.060), (4, 0.030), (6, 0.020)),
    "jagged": ((2, 0.110), (3, 0.085), (4, 0.060), (7, 0.050), (11, 0.035), (17, 0.022)),
}


def _outline(edge: str, rng: random.Random) -> tuple[float, ...]:
    waves = [
        (times, depth * rng.uniform(0.5, 1.0), rng.uniform(0, math.tau)) for times, depth in _WAVES[edge]
    ]
    corners = 56 if edge == "jagged" else 24
    radii = [
        1 + sum(depth * math.sin(times * math.tau * at / corners + phase) for times, depth, phase in waves)
        for at in range(corners)
    ]
    scale = math.sqrt(sum(radius * radius for radius in radii) / corners)
    return tuple(radius / scale for radius in radii)


def _field_for(marks: Sequence[Mark], width: float) -> float:
    """A small picture shows less skin, so that a spot of one millimetre is still more than a dot."""
    zoom = min(1.2, max(0.56, math.pow(width / _USUAL_WIDTH, 0.42)))
    largest = max((2 * mark.reach for mark in marks), default=0.0)
    halo = max((mark.halo for mark in marks), default=0.0)
    return max(USUAL_FIELD_MM * zoom, 1.9 * largest, 1.5 * halo)


def _frame(field: float, width: float, height: float, scale_bar: bool) -> Plan:
    """The picture without its marks. One too small for words has no scale bar."""
    tall = field * height / width
    if not (scale_bar and width >= 72 and height >= 48):
        return Plan(field, tall, None, ())
    text = min(17.0, max(9.5, 0.066 * height)) * field / width
    line = min(_BARS_MM, key=lambda mm: abs(math.log(mm / (0.25 * field))))
    words = (3.7 + 0.65 * len(str(line))) * text
    bar = Bar(line, text, tall - 2.15 * text, max(line + 1.3 * text, words), 2.15 * text)
    return Plan(field, tall, bar, ())


def _placed(drawn: Sequence[Mark], plan: Plan, seed: str) -> tuple[Mark, ...] | None:
    """The marks at their places, or None where one finds no room."""
    rng = seeded(seed, "places")
    proposals: dict[Lesion, Iterator[Place]] = {}
    placed: list[Mark] = []
    for mark in drawn:
        if mark.lesion not in proposals:
            proposals[mark.lesion] = _ARRANGED[mark.lesion.arrangement](rng, plan, mark.size)
        found = _find_room(mark, proposals[mark.lesion], placed, plan)
        if found is None:
            return None
        placed.append(found)
    return tuple(placed)


def _find_room(mark: Mark, proposals: Iterator[Place], placed: Sequence[Mark], plan: Plan) -> Mark | None:
    for _, (x, y) in zip(range(_TRIES), proposals, strict=False):
        if _is_free(mark, x, y, placed, plan):
            return replace(mark, x=x, y=y)
    return None


def _is_free(mark: Mark, x: float, y: float, placed: Sequence[Mark], plan: Plan) -> bool:
    margin = mark.reach + 0.02 * plan.width
    inset = margin + 0.18 * mark.halo
    if not (inset <= x <= plan.width - inset and inset <= y <= plan.height - inset):
        return False
    if plan.bar is not None and plan.bar.distance_to(x, y) < margin:
        return False
    together = mark.lesion.arrangement == "clustered"
    gap = 0.06 * mark.size if together else 0.30 * mark.size + 0.20 * mark.halo
    return all(math.hypot(x - other.x, y - other.y) >= mark.reach + other.reach + gap for other in placed)


def _scattered(rng: random.Random, plan: Plan, _size: float) -> Iterator[Place]:
    while True:
        yield rng.uniform(0, plan.width), rng.uniform(0, plan.height)


def _clustered(rng: random.Random, plan: Plan, size: float) -> Iterator[Place]:
    """Round one middle, wider with each failure, so that the group stays as tight as it can."""
    x, y = rng.uniform(0.42, 0.64) * plan.width, rng.uniform(0.40, 0.52) * plan.height
    spread = 0.7 * size
    while True:
        yield rng.gauss(x, 1.25 * spread), rng.gauss(y, 0.85 * spread)
        spread = min(spread * 1.015, 0.3 * plan.height)


def _lines(rng: random.Random, plan: Plan, size: float) -> Iterator[Place]:
    slope, bend = rng.uniform(-0.25, 0.25), rng.uniform(-0.25, 0.25)
    rows = (0.34, 0.60)
    while True:
        along = rng.uniform(0.0, 1.0)
        middle = rng.choice(rows) + slope * (along - 0.5) + bend * (along - 0.5) ** 2
        yield along * plan.width, middle * plan.height + rng.gauss(0, 0.18 * size)


def _follicular(rng: random.Random, plan: Plan, size: float) -> Iterator[Place]:
    """On the openings of hairs: rows set against each other, none quite in its place."""
    step = max(2.1 * size, 1.6)
    while True:
        row = rng.randrange(max(1, round(plan.height / step)))
        column = rng.randrange(max(1, round(plan.width / step)))
        x = (column + 0.5 + 0.5 * (row % 2)) * step
        yield x + rng.gauss(0, 0.10 * step), (row + 0.5) * step + rng.gauss(0, 0.10 * step)


_ARRANGED: dict[str, Callable[[random.Random, Plan, float], Iterator[Place]]] = {
    "scattered": _scattered,
    "clustered": _clustered,
    "lines": _lines,
    "follicular": _follicular,
}
