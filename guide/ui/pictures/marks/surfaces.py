"""What lies on top of a mark: scale, loose skin, roughness and crust, in colour, in height and in shine."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from guide.ui.pictures.colour.colours import Lab
from guide.ui.pictures.marks.crust import paint_honey, paint_scab, raise_honey, raise_scab, wet_honey
from guide.ui.pictures.marks.relief import Heights
from guide.ui.pictures.marks.rough import (
    FOLLICLE_MM,
    paint_curd,
    paint_plugs,
    paint_thickened,
    raise_curd,
    raise_plugs,
    raise_thickened,
)
from guide.ui.pictures.marks.scale import paint_scale, raise_scale, shine_on_wax
from guide.ui.pictures.marks.sheets import paint_collars, paint_peeling, raise_collars, raise_peeling
from guide.ui.pictures.marks.warty import paint_papillae, raise_papillae
from guide.ui.pictures.plans.plan import Mark, Plan

_Paint = Callable[[QPainter, Sequence[Mark], Lab], None]
_Raise = Callable[[Heights, Sequence[Mark]], None]

_COLOURS: dict[str, _Paint] = {
    "scaly": paint_scale,
    "silvery": paint_scale,
    "greasy": paint_scale,
    "collarette": paint_collars,
    "peeling": paint_peeling,
    "plugged": paint_plugs,
    "thickened": paint_thickened,
    "curd": paint_curd,
    "warty": paint_papillae,
    "honey": paint_honey,
    "dark": paint_scab,
}
_HEIGHTS: dict[str, _Raise] = {
    "scaly": raise_scale,
    "silvery": raise_scale,
    "greasy": raise_scale,
    "collarette": raise_collars,
    "peeling": raise_peeling,
    "plugged": raise_plugs,
    "thickened": raise_thickened,
    "curd": raise_curd,
    "warty": raise_papillae,
    "honey": raise_honey,
    "dark": raise_scab,
}
_RISES = {
    "scaly": 0.06,
    "silvery": 0.15,
    "greasy": 0.35,
    "collarette": 0.08,
    "peeling": 0.06,
    "plugged": 0.10,
    "thickened": 0.06,
    "warty": 0.35,
    "lobed": 0.40,
    "curd": 0.50,
    "honey": 0.35,
    "dark": 0.12,
}
_FINISH: dict[str, _Paint] = {"greasy": shine_on_wax, "honey": wet_honey}


def paint_surface_colours(painter: QPainter, plan: Plan, skin: Lab) -> None:
    """Before the light falls."""
    painter.setPen(Qt.PenStyle.NoPen)
    for cover, marks in _covered(plan).items():
        _COLOURS[cover](painter, marks, skin)


def paint_surface_heights(heights: Heights, plan: Plan) -> None:
    for cover, marks in _covered(plan).items():
        _HEIGHTS[cover](heights, marks)


def paint_surface_finish(painter: QPainter, plan: Plan, skin: Lab) -> None:
    """After the light has fallen."""
    painter.setPen(Qt.PenStyle.NoPen)
    for cover, marks in _covered(plan).items():
        if cover in _FINISH:
            _FINISH[cover](painter, marks, skin)


def surface_rise(mark: Mark, plan: Plan) -> float:
    """How much higher than the mark itself stands what lies on it, in mm at most."""
    return max(_RISES.get(cover, 0.0) for cover in (mark.lesion.surface, *_covers(mark, plan)))


def _covered(plan: Plan) -> dict[str, list[Mark]]:
    covered: dict[str, list[Mark]] = {}
    for mark in plan.marks:
        for cover in _covers(mark, plan):
            covered.setdefault(cover, []).append(mark)
    return covered


def _covers(mark: Mark, plan: Plan) -> list[str]:
    """What lies on it, the lowest first; a crust is rough by itself."""
    surface, crust = mark.lesion.surface, mark.lesion.crust
    if plan.skin.kind == "mouth" and mark.lesion.colour == "white" and surface in ("rough", "peeling"):
        return ["curd"]
    if surface == "rough":
        surface_drawn = "plugged" if mark.size < FOLLICLE_MM else "thickened"
        return [surface_drawn] if crust == "none" else [crust]
    return [cover for cover in (surface, crust) if cover in _COLOURS]
