"""Hair: a baby's fine down, and the hair of the scalp."""

import math
import random

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from guide.domain.lesions import Lesion
from guide.ui.pictures.colour.colours import Lab, at_tone, bare_skin, mix, shadow_colour
from guide.ui.pictures.marks.shapes import WHITE, qcolor
from guide.ui.pictures.plans.plan import Plan, seeded

# By tone, from the lightest; a baby's hair is fine and paler than it will be.
_HAIR = (
    Lab(0.64, 0.020, 0.066),
    Lab(0.46, 0.024, 0.046),
    Lab(0.28, 0.014, 0.018),
    Lab(0.19, 0.010, 0.010),
    Lab(0.15, 0.004, 0.004),
)
_ALBINO_HAIR = Lab(0.95, 0.0, 0.045)
_PER_MM, _MOST = 2.7, 110
# How far a strand strays from the way it is combed, in radians, and how much more on the darkest tone.
_STRAYS, _CURLS = 0.20, 0.30
_DOWN_PER_MM2, _DOWN_UP_TO_MM = 0.026, 45.0


def paint_hair(painter: QPainter, plan: Plan, tone: float, seed: str) -> None:
    rng = seeded(seed, "hair")
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if plan.skin.kind == "scalp":
        _paint_scalp_hair(painter, plan, tone, rng)
    elif plan.skin.kind in ("body", "face") and plan.width < _DOWN_UP_TO_MM:
        _paint_down(painter, plan, bare_skin(tone, plan.skin), rng)
        _paint_hairs_in_marks(painter, plan, tone)
    painter.restore()


def _paint_hairs_in_marks(painter: QPainter, plan: Plan, tone: float) -> None:
    """An inflamed follicle has its hair in the middle; that tells it from other bumps."""
    hairs = []
    for mark in plan.marks:
        if mark.lesion.arrangement == "follicular" and _is_inflamed(mark.lesion):
            rng = seeded("hair", mark.grain)
            turn, long = rng.gauss(-0.7, 0.3), rng.uniform(0.5, 0.8) * mark.size
            start = QPointF(mark.x, mark.y)
            middle = start + _towards(turn, 0.5 * long)
            hair = QPainterPath(start)
            hair.quadTo(middle, middle + _towards(turn + rng.gauss(0, 0.4), 0.5 * long))
            hairs.append(hair)
    draw_threads(painter, hairs, hair_colour(tone), 0.7, 0.06)


def _is_inflamed(lesion: Lesion) -> bool:
    """Plugged hairs, as in goose skin, are not: there the hair is rolled up under the plug."""
    swollen = lesion.elevation in ("raised", "pus-filled") and lesion.crust == "none"
    return swollen and lesion.surface == "smooth" and lesion.colour not in ("skin", "brown")


def draw_threads(
    painter: QPainter, threads: list[QPainterPath], colour: Lab, alpha: float, wide: float
) -> None:
    """Lines ``wide`` mm across; several of one pixel side by side are drawn far faster than a wide one."""
    scale = painter.deviceTransform().m11()
    many = max(1, round(wide * scale / 0.85))
    pen = QPen(qcolor(colour, alpha * min(1.0, wide * scale)), 1.0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    for number in range(many):
        aside = 0.6 * (number - (many - 1) / 2) / scale
        painter.translate(aside, -aside)
        for thread in threads:
            painter.drawPath(thread)
        painter.translate(-aside, aside)


def hair_colour(tone: float) -> Lab:
    return at_tone(_HAIR, tone)


def _paint_scalp_hair(painter: QPainter, plan: Plan, tone: float, rng: random.Random) -> None:
    """Strands in the dark, as they are, and in the light; the skin is seen between them."""
    colour = _ALBINO_HAIR if plan.skin.pale_all_over else hair_colour(tone)
    skin = bare_skin(tone, plan.skin)
    many, grown = min(_MOST, round(_PER_MM * plan.width)), max(1.0, plan.width / 40)
    strays = _STRAYS + _CURLS * tone / (len(_HAIR) - 1)
    kinds = (
        (mix(colour, shadow_colour(skin), 0.4), 0.34, 0.075, 0.34),
        (colour, 0.55, 0.06, 0.44),
        (mix(colour, WHITE, 0.34), 0.50, 0.045, 0.22),
    )
    for shade, alpha, wide, share in kinds:
        strands = [_strand(plan, strays, rng) for _ in range(round(share * many))]
        draw_threads(painter, strands, shade, alpha, wide * grown)


def _strand(plan: Plan, strays: float, rng: random.Random) -> QPainterPath:
    """20 to 60 mm long, combed round a whorl beyond the picture's corner."""
    start = QPointF(rng.uniform(-0.45, 1.0) * plan.width, rng.uniform(-0.45, 1.0) * plan.height)
    long, stray = rng.uniform(20, 60), rng.gauss(0, strays)
    leaves = _combed(start, plan) + stray
    halfway = start + _towards(leaves, 0.5 * long)
    arrives = _combed(halfway, plan) - 1.5 * stray + rng.gauss(0, 0.12)
    end = halfway + _towards(arrives, 0.5 * long)
    path = QPainterPath(start)
    path.cubicTo(start + _towards(leaves, 0.36 * long), end - _towards(arrives, 0.36 * long), end)
    return path


def _combed(at: QPointF, plan: Plan) -> float:
    """The direction hair lies in: out from the whorl, and round it."""
    out = math.atan2(at.y() + 0.9 * plan.height, at.x() + 0.35 * plan.width)
    return out - 0.45 + 0.32 * math.sin(3 * at.x() / plan.width + 1)


def _towards(turn: float, far: float) -> QPointF:
    return QPointF(far * math.cos(turn), far * math.sin(turn))


def _paint_down(painter: QPainter, plan: Plan, skin: Lab, rng: random.Random) -> None:
    """Short hairs without pigment, seen where they catch the light."""
    down = []
    for _ in range(round(_DOWN_PER_MM2 * plan.width * plan.height)):
        start, turn = QPointF(rng.uniform(0, plan.width), rng.uniform(0, plan.height)), rng.gauss(0.75, 0.28)
        long, bend = rng.uniform(1.0, 2.6), rng.gauss(0, 0.35)
        hair = QPainterPath(start)
        middle = start + _towards(turn, 0.5 * long)
        hair.quadTo(middle, middle + _towards(turn + bend, 0.5 * long))
        down.append(hair)
    painter.translate(0.10, 0.14)
    draw_threads(painter, down, shadow_colour(skin), 0.06, 0.07)
    painter.translate(-0.10, -0.14)
    draw_threads(painter, down, mix(skin, WHITE, 0.45), 0.19, 0.05)
