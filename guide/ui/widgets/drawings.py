"""Drawings of conditions and answers, sized by the theme."""

from guide.ui.pictures.plans.scene import Scene
from guide.ui.pictures.widget import SkinPicture
from guide.ui.theme import Theme

WIDE_SHAPE, USUAL_SHAPE = 1.87, 1.48


def drawing(
    theme: Theme,
    scene: Scene,
    tone: int,
    *,
    shape: float = USUAL_SHAPE,
    width: int = 160,
) -> SkinPicture:
    """``shape`` is width by height, ``width`` in pixels at 100 % text where the layout leaves the choice."""
    picture = SkinPicture(aspect=shape, radius=theme.px(10), width=theme.px(width))
    picture.set_scene(scene)
    picture.set_tone(tone)
    return picture
