"""From a scene to its plan: how many marks of which size, and where; decided from a seed, before painting."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guide.domain.lesions import Lesion, Range
from guide.ui.pictures.plans.arrangements import HIDES, MELTS, crease_of, proposals
from guide.ui.pictures.plans.outlines import extent, outline_of
from guide.ui.pictures.plans.plan import Bar, Mark, Place, Plan, at_share, seeded, share_within
from guide.ui.pictures.plans.scene import Scene

USUAL_FIELD_MM = 25.0
THUMBNAIL_WIDTH = 130
_USUAL_WIDTH = 320.0
_BARS_MM = (1, 2, 5, 10, 20, 50, 100)
_MOST_MARKS = 60
_TRIES = 80
_GROWTH, _MORE_GROWTH, _MOST_GROWTHS = 1.10, 0.35, 30
_FILLED = 0.55
# From arm's length a hand's breadth of skin is seen, and more of a rash that is wider than one picture.
_ARM_FIELD_MM, _ARM_TIMES, _ARM_MARKS = 110.0, 3.0, 130
_WIDESPREAD = 4


def plan_picture(scene: Scene, width: float, height: float, scale_bar: bool = True) -> Plan:
    """``width`` and ``height`` are those of the picture in units of a 96 dpi screen, whatever its density.

    The field is widened where the marks would not fit; in the true-size view it is what it is, and marks that
    find no room are left out.
    """
    drawn = [mark for at, lesion in enumerate(scene.lesions) for mark in _drawn(lesion, scene, at, width)]
    field = scene.field_mm or max(_field_for(drawn, width), _room_for(drawn, height / width))
    if scene.view == "arm":
        field = max(_ARM_FIELD_MM, _ARM_TIMES * field)
    if scene.view == "true":
        return _true_to_size(drawn, _frame(field, scene, width, height, scale_bar), scene.seed)
    for _ in range(_MOST_GROWTHS):
        plan = _frame(field, scene, width, height, scale_bar)
        marks = _placed(drawn, plan, scene.seed, to_the_first_without_room=True)
        if len(marks) == len(drawn):
            return replace(plan, marks=marks)
        field *= _GROWTH + _MORE_GROWTH * (1 - len(marks) / len(drawn))
    return replace(plan, marks=_placed(drawn, plan, scene.seed))


def _true_to_size(drawn: Sequence[Mark], plan: Plan, seed: str) -> Plan:
    """What is larger than the picture is seen in part, at the corner away from the scale."""
    large = max(drawn, key=lambda mark: mark.size, default=None)
    marks = _placed(drawn, plan, seed)
    if large is None or any(mark.size >= large.size for mark in marks):
        return replace(plan, marks=marks)
    away = large.reach + (plan.bar.height if plan.bar else 0.1 * plan.height)
    cut = replace(large, x=max(0.62 * plan.width, away), y=plan.height - away)
    others = _placed([mark for mark in drawn if mark is not large], plan, seed, [cut])
    return replace(plan, marks=others)


def _drawn(lesion: Lesion, scene: Scene, at: int, width: float) -> list[Mark]:
    """The marks of one kind with their sizes and shapes, the largest first, not yet placed."""
    rng = seeded(scene.seed, at, "marks")
    marks = [_one(lesion, rng) for _ in range(_how_many(lesion, scene, rng, width))]
    return sorted(marks, key=lambda mark: -mark.reach)


def _one(lesion: Lesion, rng: random.Random) -> Mark:
    """A large mark has a large halo: both at the same share of their ranges."""
    share, turn = share_within(rng), rng.gauss(0.0, 0.7)
    halo = at_share(lesion.halo.size_mm, share) if lesion.halo else 0.0
    if lesion.shape == "line":
        size = at_share(lesion.size_mm, share)
        return Mark(lesion, 0.0, 0.0, size, (1.0,) * 4, size / 2, halo, rng.getrandbits(32), turn)
    outline = outline_of(lesion, rng)
    # The greatest diameter of an uneven mark is to lie in the range as well.
    most = max(lesion.size_mm.least, lesion.size_mm.most / extent(outline))
    size = at_share(Range(lesion.size_mm.least, most), share)
    return Mark(lesion, 0.0, 0.0, size, outline, size / 2 * max(outline), halo, rng.getrandbits(32), turn)


def _how_many(lesion: Lesion, scene: Scene, rng: random.Random, width: float) -> int:
    """A thumbnail shows as few as the data allow: more would be a blur."""
    least = max(1, math.ceil(lesion.count.least))
    if width <= THUMBNAIL_WIDTH:
        return least
    most = max(least, min(math.floor(lesion.count.most), max(least, _MOST_MARKS)))
    many = least + round((most - least) * rng.betavariate(1.5, 2.0))
    if scene.view == "arm" and least >= _WIDESPREAD and lesion.arrangement != "clustered":
        return max(many, min(_ARM_MARKS, round(2.5 * many)))
    return many


def _field_for(marks: Sequence[Mark], width: float) -> float:
    """A small picture shows less skin, so that a spot of one millimetre is still more than a dot."""
    zoom = min(1.2, max(0.56, math.pow(width / _USUAL_WIDTH, 0.42)))
    largest = max((2 * mark.reach for mark in marks), default=0.0)
    halo = max((mark.halo for mark in marks), default=0.0)
    return max(USUAL_FIELD_MM * zoom, 1.9 * largest, 1.5 * halo)


def _room_for(marks: Sequence[Mark], shape: float) -> float:
    """A first guess at the width in which that many find a place; ``shape`` is height by width."""
    apart = (mark for mark in marks if mark.lesion.arrangement != "joined")
    area = sum((2 * mark.reach + _gap(mark)) ** 2 for mark in apart)
    return math.sqrt(area / (_FILLED * shape))


def _frame(field: float, scene: Scene, width: float, height: float, scale_bar: bool) -> Plan:
    """The picture without its marks. One too small for words has no scale bar."""
    tall = field * height / width
    folded = any(lesion.arrangement == "fold" for lesion in scene.lesions)
    crease = crease_of(seeded(scene.seed, "crease"), field, tall) if folded else ()
    closeness = min(1.0, 2 * USUAL_FIELD_MM / field) if scene.view == "arm" else 1.0
    small = width <= THUMBNAIL_WIDTH
    plan = Plan(field, tall, None, (), scene.skin, crease, closeness, small)
    if not (scale_bar and width >= 72 and height >= 48):
        return plan
    return replace(
        plan, bar=_bar(field, tall, min(17.0, max(9.5, 0.066 * height, 0.068 * width)) * field / width)
    )


def _bar(field: float, tall: float, text: float) -> Bar:
    line = min(_BARS_MM, key=lambda mm: abs(math.log(mm / (0.25 * field))))
    words = (3.7 + 0.65 * len(str(line))) * text
    return Bar(line, text, tall - 2.15 * text, max(line + 1.3 * text, words), 2.15 * text)


def _placed(
    drawn: Sequence[Mark],
    plan: Plan,
    seed: str,
    there: Sequence[Mark] = (),
    to_the_first_without_room: bool = False,
) -> tuple[Mark, ...]:
    """The marks at their places beside those ``there``; those that find no room are left out."""
    rng = seeded(seed, "places")
    proposed: dict[int, Iterator[Place]] = {}
    placed: list[Mark] = [*there]
    for mark in drawn:
        kind = mark.lesion.arrangement
        if id(mark.lesion) not in proposed:
            near = kind if kind != "satellites" or placed else "scattered"
            proposed[id(mark.lesion)] = proposals(near, rng, plan, mark, placed, seed)
        found = _find_room(mark, proposed[id(mark.lesion)], placed, plan)
        if found is not None:
            placed.append(found)
        elif to_the_first_without_room:
            break
    return tuple(placed)


def _find_room(mark: Mark, places: Iterator[Place], placed: Sequence[Mark], plan: Plan) -> Mark | None:
    margin = mark.reach + 0.02 * plan.width
    inset = margin + (0.32 if mark.is_blotch else 0.18) * mark.halo
    room = _Room(mark, placed)
    right, bottom, bar = plan.width - inset, plan.height - inset, plan.bar
    for _, (x, y) in zip(range(_TRIES), places, strict=False):
        if not (inset <= x <= right and inset <= y <= bottom):
            continue
        if room.is_free(x, y) and (bar is None or bar.distance_to(x, y) >= margin):
            return replace(mark, x=x, y=y)
    return None


class _Room:
    """How near one mark may come to those that lie there; marks of one kind that join overlap instead."""

    def __init__(self, mark: Mark, placed: Sequence[Mark]) -> None:
        gap = mark.reach + _gap(mark)
        joins = mark.lesion.arrangement == "joined"
        self._alike = [other for other in placed if joins and other.lesion == mark.lesion]
        self._reach = mark.reach
        self._near = [
            (other.x, other.y, (gap + other.reach) ** 2)
            for other in placed
            if not (joins and other.lesion == mark.lesion)
        ]

    def is_free(self, x: float, y: float) -> bool:
        for other_x, other_y, least in self._near:
            if (x - other_x) ** 2 + (y - other_y) ** 2 < least:
                return False
        if not self._alike:
            return True
        away = [math.hypot(x - other.x, y - other.y) / (self._reach + other.reach) for other in self._alike]
        return HIDES <= min(away) <= MELTS


def _gap(mark: Mark) -> float:
    """A blotch many times as wide as its mark needs clear skin round it to be seen as one."""
    if mark.lesion.arrangement in ("clustered", "line", "fold", "confetti", "satellites"):
        return 0.06 * mark.size
    blotch = 0.75 if mark.is_blotch else 0.20
    return 0.30 * mark.size + blotch * mark.halo
