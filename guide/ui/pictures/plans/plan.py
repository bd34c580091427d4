"""A picture before it is painted: what lies where, in mm."""

import hashlib
import math
import random
from dataclasses import dataclass

from guide.domain.lesions import USUAL_SKIN, Lesion, Range, Skin

Place = tuple[float, float]

_BLOTCH, _NEARLY_ROUND = 2.5, 1.22


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
    Of a line ``size`` is the length and ``turn`` the direction in radians. ``grain`` seeds its small detail.
    """

    lesion: Lesion
    x: float
    y: float
    size: float
    outline: tuple[float, ...]
    reach: float
    halo: float
    grain: int
    turn: float = 0.0

    @property
    def is_blotch(self) -> bool:
        """Whether it is a small thing in a blotch many times as wide, not one with a rim."""
        return self.halo > _BLOTCH * self.size

    @property
    def is_nearly_round(self) -> bool:
        return max(self.outline) / min(self.outline) < _NEARLY_ROUND


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole picture, in mm. ``crease`` is the middle line of a fold of the skin, if there is one.

    ``closeness`` is 1 up close and falls towards 0 the more skin is seen; ``small`` is a thumbnail.
    """

    width: float
    height: float
    bar: Bar | None
    marks: tuple[Mark, ...]
    skin: Skin = USUAL_SKIN
    crease: tuple[Place, ...] = ()
    closeness: float = 1.0
    small: bool = False


def seeded(*parts: object) -> random.Random:
    """The same numbers on every computer and in every run."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    return random.Random(int.from_bytes(digest[:8]))  # noqa: S311 (a drawing, not a secret)


def share_within(rng: random.Random) -> float:
    """Of a range, 0 to 1: rather in the middle than at the ends."""
    return float(rng.betavariate(1.7, 2.1))


def at_share(span: Range, share: float) -> float:
    return span.least + (span.most - span.least) * share
