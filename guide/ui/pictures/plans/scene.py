"""What a picture is to show, before anything is known of its size or its colours."""

from dataclasses import dataclass
from typing import Literal

from guide.domain.conditions import Condition
from guide.domain.lesions import USUAL_SKIN, Lesion, Skin, Stage

View = Literal["close", "arm", "true"]
"""Up close, from arm's length, or as large on the screen as on the skin."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Marks on skin; ``seed`` decides where they lie, the same one always in the same places.

    ``field_mm`` is the width of skin shown; without it the marks and the view decide.
    """

    lesions: tuple[Lesion, ...]
    seed: str
    skin: Skin = USUAL_SKIN
    view: View = "close"
    field_mm: float | None = None


def scene_of(condition: Condition, stage: Stage | None = None, view: View = "close") -> Scene:
    """One stage of a condition, without it the one that stands for it in lists."""
    shown = stage or condition.appearance.typical_stage
    return Scene(shown.lesions, f"{condition.id}/{shown.id}", shown.skin, view)
