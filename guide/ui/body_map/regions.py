"""Which named part of the body a point belongs to, and which part lies next in a direction."""

import math
from collections.abc import Sequence

from guide.domain.pack import BodyRegion


def region_at(regions: Sequence[BodyRegion], x: float, y: float) -> BodyRegion | None:
    """The nearest, where a large part reaches further than a small one."""
    return min(
        regions,
        key=lambda part: math.hypot((x - part.x) / part.rx, (y - part.y) / part.ry),
        default=None,
    )


def next_region(
    regions: Sequence[BodyRegion], start: BodyRegion, across: int, down: int
) -> BodyRegion | None:
    """The nearest part that lies in the direction, rather straight ahead than aside."""

    def effort(part: BodyRegion) -> float:
        ahead, aside = _steps(start, part, across, down)
        return ahead + 2.0 * aside

    return min((part for part in regions if _lies_ahead(start, part, across, down)), key=effort, default=None)


def _lies_ahead(start: BodyRegion, part: BodyRegion, across: int, down: int) -> bool:
    ahead, aside = _steps(start, part, across, down)
    return part.id != start.id and ahead > 1.0 and ahead > 0.4 * aside


def _steps(start: BodyRegion, part: BodyRegion, across: int, down: int) -> tuple[float, float]:
    right, below = part.x - start.x, part.y - start.y
    return right * across + below * down, abs(right * down) + abs(below * across)
