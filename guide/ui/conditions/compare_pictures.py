"""Several drawings at one scale: the same width of skin in each, on skin of the same tone."""

from collections.abc import Sequence
from dataclasses import replace

from guide.ui.pictures.plans.description import plan_picture
from guide.ui.pictures.plans.scene import Scene

_MOST_ROUNDS = 12


def common_field(scenes: Sequence[Scene], width: float, height: float) -> float:
    """The width of skin, in mm, that all of them show with all their marks in a picture of this size."""
    field = max(plan_picture(scene, width, height).width for scene in scenes)
    for _ in range(_MOST_ROUNDS):
        needed = max(plan_picture(replace(scene, field_mm=field), width, height).width for scene in scenes)
        if needed <= field:
            break
        field = needed
    return field


def at_one_scale(scenes: Sequence[Scene], width: float, height: float) -> list[Scene]:
    field = common_field(scenes, width, height)
    return [replace(scene, field_mm=field) for scene in scenes]
