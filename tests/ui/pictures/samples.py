"""Signs to draw, one of each kind, and ways to look at what was drawn."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from guide.domain.lesions import Halo, Lesion, Range
from guide.ui.pictures.colour.colours import Lab, lab_of
from guide.ui.pictures.painter import paint_plan, paint_skin
from guide.ui.pictures.plans.plan import Mark, Plan
from guide.ui.pictures.plans.scene import Scene

SIGNS: dict[str, tuple[Lesion, ...]] = {
    "milia": (Lesion("white", "raised", Range(1, 2), Range(6, 20), surface="pearly"),),
    "crystallina": (Lesion("clear", "fluid-filled", Range(1, 2), Range(15, 30)),),
    "rubra": (Lesion("red", "raised", Range(2, 4), Range(8, 20), halo=Halo("red", Range(3, 6))),),
    "toxicum": (Lesion("yellow", "pus-filled", Range(1, 4), Range(2, 5), halo=Halo("red", Range(10, 30))),),
    "acne": (
        Lesion("red", "raised", Range(1, 3), Range(4, 10), halo=Halo("red", Range(3, 5))),
        Lesion("white", "pus-filled", Range(1, 2), Range(2, 6)),
    ),
    "alba": (Lesion("pale", "flat", Range(10, 50), Range(1, 3), "soft", surface="scaly"),),
    "vitiligo": (Lesion("depigmented", "flat", Range(10, 40), Range(1, 4), "jagged"),),
    "molluscum": (Lesion("skin", "raised", Range(2, 5), Range(4, 10), surface="pearly", dimple=True),),
    "herpes": (
        Lesion(
            "clear",
            "fluid-filled",
            Range(1, 3),
            Range(5, 10),
            arrangement="clustered",
            halo=Halo("red", Range(5, 9)),
        ),
    ),
    "pilaris": (
        Lesion("skin", "raised", Range(1, 2), Range(20, 40), arrangement="follicular", surface="rough"),
    ),
    "impetigo": (Lesion("red", "raised", Range(5, 20), Range(1, 3), "jagged", crust="honey"),),
    "striatus": (Lesion("red", "flat-topped", Range(1, 3), Range(14, 22), arrangement="line"),),
    "purpura": (Lesion("purple", "flat", Range(2, 5), Range(5, 15)),),
    "ringworm": (Lesion("red", "raised", Range(12, 22), Range(1, 2), shape="ring", surface="scaly"),),
    "burrows": (Lesion("grey", "flat", Range(3, 8), Range(3, 5), shape="line"),),
    "hives": (Lesion("pale", "wheal", Range(6, 18), Range(2, 4), shape="irregular"),),
    "eczema": (
        Lesion("red", "flat", Range(10, 25), Range(3, 4), "soft", "joined", "scaly", shape="irregular"),
    ),
    "ash-leaf": (Lesion("pale", "flat", Range(8, 25), Range(3, 5), shape="leaf"),),
    "confetti": (Lesion("pale", "flat", Range(1, 3), Range(18, 30), arrangement="confetti"),),
    "candida": (
        Lesion("bright-red", "flat", Range(14, 20), Range(1, 1), shape="irregular"),
        Lesion("red", "raised", Range(1, 3), Range(6, 12), arrangement="satellites"),
    ),
    "fold": (Lesion("red", "raised", Range(1, 3), Range(8, 14), arrangement="fold"),),
    "hand-foot-mouth": (
        Lesion(
            "grey", "fluid-filled", Range(3, 7), Range(3, 5), shape="oval", halo=Halo("red", Range(6, 11))
        ),
    ),
}


def picture(
    lesions: tuple[Lesion, ...], tone: int = 2, seed: str = "one", ratio: float = 1.0, bar: bool = True
) -> QImage:
    """As it is on a screen, 240 by 160 units large."""
    image = QImage(QSize(240, 160) * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    paint_skin(painter, QRectF(0, 0, 240, 160), Scene(lesions, seed), tone, scale_bar=bar)
    painter.end()
    return image


def with_and_without(plan: Plan, tone: int, width: int) -> tuple[QImage, QImage]:
    """The picture, and the same skin without the marks."""
    size = QSize(width, round(width * plan.height / plan.width))
    bare = Plan(plan.width, plan.height, plan.bar, ())
    return paint_plan(plan, size, tone, "one"), paint_plan(bare, size, tone, "one")


def lab_at(image: QImage, x: int, y: int) -> Lab:
    return lab_of(image.pixelColor(x, y).name())


def pixels_near(image: QImage, plan: Plan, mark: Mark, reach: float) -> list[tuple[int, int]]:
    """Those within ``reach`` mm of the mark's middle."""
    scale = image.width() / plan.width
    around = math.ceil(reach * scale)
    middle_x, middle_y = round(mark.x * scale), round(mark.y * scale)
    return [
        (x, y)
        for x in range(middle_x - around, middle_x + around + 1)
        for y in range(middle_y - around, middle_y + around + 1)
        if image.valid(x, y) and math.hypot(x - mark.x * scale, y - mark.y * scale) <= reach * scale
    ]
