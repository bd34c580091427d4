"""The outline of a mark: how far its edge is from its middle in each direction."""

import math
import random
from functools import lru_cache

from guide.domain.lesions import Lesion
from guide.ui.pictures.plans.plan import seeded

_Waves = tuple[tuple[int, float], ...]

_EDGES: dict[str, _Waves] = {
    "clear": ((2, 0.028), (3, 0.018), (5, 0.010)),
    "soft": ((2, 0.070), (3, 0.055), (4, 0.030), (6, 0.020)),
    "jagged": ((5, 0.060), (7, 0.055), (11, 0.040), (17, 0.028), (23, 0.018)),
}
# How many waves run round the edge, and how deep each is at most, in radii.
_UNEVEN: _Waves = ((2, 0.130), (3, 0.110), (4, 0.060), (5, 0.040))
_CORNERS = {"clear": 24, "soft": 20, "jagged": 60}
# Length by width. Ash-leaf spots are lance-shaped, round at one end and pointed at the other.
_OVAL, _LEAF = 1.45, 2.1
_MODELS = 12


def outline_of(lesion: Lesion, rng: random.Random) -> tuple[float, ...]:
    """Radii at even angles, in units of the radius of the circle of the same area."""
    swollen = lesion.elevation == "wheal"  # swelling rounds every corner off
    return _outline("soft" if swollen else lesion.edge, lesion.shape, swollen, rng.randrange(_MODELS))


@lru_cache(maxsize=512)
def _outline(edge: str, shape: str, swollen: bool, model: int) -> tuple[float, ...]:
    """One of a few: nobody sees that two small marks are alike, and each costs time."""
    rng = seeded("outline", edge, shape, model)
    corners = _CORNERS[edge]
    waves = _EDGES[edge] + (_UNEVEN if shape == "irregular" else ())
    calm = 0.5 if swollen else 1.0
    wavy = [(times, calm * depth * rng.uniform(0.5, 1.0), rng.uniform(0, math.tau)) for times, depth in waves]
    turn = rng.uniform(0, math.tau)
    radii = []
    for at in range(corners):
        angle = math.tau * at / corners
        uneven = 1 + sum(depth * math.sin(times * angle + phase) for times, depth, phase in wavy)
        radii.append(uneven * _shape_radius(shape, angle - turn))
    scale = math.sqrt(sum(radius * radius for radius in radii) / corners)
    return tuple(radius / scale for radius in radii)


@lru_cache(maxsize=512)
def extent(outline: tuple[float, ...]) -> float:
    """The greatest diameter, in units of the diameter of the circle of the same area."""
    half = len(outline) // 2
    return max(outline[at] + outline[at + half] for at in range(half)) / 2


def _shape_radius(shape: str, angle: float) -> float:
    if shape == "oval":
        return _ellipse(angle, _OVAL)
    if shape == "leaf":
        return (
            _ellipse(angle, _LEAF)
            * (1 + 0.30 * math.cos(angle) ** 3)
            * (1 + 0.22 * max(0.0, math.cos(angle)) ** 24)
        )
    return 1.0


def _ellipse(angle: float, ratio: float) -> float:
    return 1 / math.hypot(math.cos(angle) / math.sqrt(ratio), math.sin(angle) * math.sqrt(ratio))
