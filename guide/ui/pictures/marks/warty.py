"""Warts: papillae pressed together like the florets of a cauliflower, with clotted vessels in them."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from guide.ui.pictures.colour.colours import Lab, darkness, mark_colour, mix, shifted
from guide.ui.pictures.marks.relief import Heights
from guide.ui.pictures.marks.scatter import Spot, packed
from guide.ui.pictures.marks.shapes import outline_path, qcolor
from guide.ui.pictures.marks.stamps import Print, haze, lay, lay_heights, lump, stepped
from guide.ui.pictures.plans.plan import Mark

_SMALL_MM, _LARGE_MM, _LARGE_FROM_MM = 0.62, 1.0, 5.5
_LEAST_PX = 3.4
_CLOT_MM, _LEAST_CLOT_PX = 0.20, 1.0
_MOST_CLOTS = 9


def paint_papillae(painter: QPainter, marks: Iterable[Mark], skin: Lab) -> None:
    scale, dark = painter.transform().m11(), darkness(skin)
    for mark in marks:
        under = mark_colour(mark.lesion.colour, skin)
        painter.setBrush(qcolor(shifted(under, -0.13 + 0.04 * dark, 0.012, 0.006), 0.66))
        painter.drawPath(outline_path(mark, 0.97))
        cyst = mark.lesion.colour in ("brown", "grey")
        horn = mix(under, Lab(0.80 - 0.22 * dark, 0.006, 0.026), 0.22 if cyst else 0.50)
        pixels = _apart(mark, scale) * scale
        stamps = [haze(stepped(wide * pixels), horn, 0.75) for wide in (0.52, 0.68, 0.88)]
        lay(painter, (Print(x, y, stamps[int(3 * chance)]) for x, y, _, chance, _ in _papillae(mark, scale)))
        _paint_points(painter, mark, skin, scale)


def raise_papillae(heights: Heights, marks: Iterable[Mark]) -> None:
    for mark in marks:
        apart = _apart(mark, heights.scale)
        for part, (wide, tall) in enumerate(((0.60, 0.14), (0.78, 0.19), (0.98, 0.24))):
            stamp = lump(stepped(wide * apart * heights.scale), 1.8)
            chosen = [spot for spot in _papillae(mark, heights.scale) if int(3 * spot.chance) == part]
            lay_heights(heights, (Print(x, y, stamp) for x, y, *_ in chosen), tall * min(apart, 1.1))


def _paint_points(painter: QPainter, mark: Mark, skin: Lab, scale: float) -> None:
    """Black points are clots in the wart's vessels; an old person's brown wart has pale cysts of horn."""
    cyst = mark.lesion.colour in ("brown", "grey")
    dark = darkness(skin)
    colour = Lab(0.78 - 0.22 * dark, 0.008, 0.035) if cyst else Lab(0.20 - 0.07 * dark, 0.03, 0.012)
    painter.setBrush(qcolor(colour, 0.75 if cyst else 0.85))
    radius = max(_CLOT_MM, _LEAST_CLOT_PX / scale) / 2
    chosen = [spot for spot in _papillae(mark, scale) if spot.out < 0.78]
    for spot in sorted(chosen, key=_by_chance)[: max(1, min(_MOST_CLOTS, round(mark.size)))]:
        aside = QPointF(spot.lot - 0.5, spot.chance - 0.1) * radius
        painter.drawEllipse(QPointF(spot.x, spot.y) + aside, radius, radius * (0.7 + 0.3 * spot.lot))


def _by_chance(spot: Spot) -> float:
    return spot.chance


def _papillae(mark: Mark, scale: float) -> tuple[Spot, ...]:
    return packed(mark, round(_apart(mark, scale), 3), 0.96)


def _apart(mark: Mark, scale: float) -> float:
    return max(_LARGE_MM if mark.size > _LARGE_FROM_MM else _SMALL_MM, _LEAST_PX / scale)
