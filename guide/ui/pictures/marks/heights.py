"""How far each kind of mark rises from the skin or sinks below it, painted as heights."""

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QRadialGradient, QTransform

from guide.ui.pictures.marks.patches import BLOOD
from guide.ui.pictures.marks.relief import Heights
from guide.ui.pictures.marks.shapes import line_path, outline_path, thread_path
from guide.ui.pictures.marks.surfaces import surface_rise
from guide.ui.pictures.plans.description import USUAL_FIELD_MM
from guide.ui.pictures.plans.plan import Mark, Plan, seeded

Profile = Callable[[float], float]

_PROFILE_STEPS, _WIDE_PX = 14, 60
_CREASE_STEPS, _CREASE_PX = 24, 84
_MOST_RINGS = 40
_LEAST_LAYER_PX, _MOST_LAYER_PX = 50, 190
_LOBES_PER_MM2, _LOBE_RISE, _LEAST_LOBE_PX = 1.5, 0.6, 4.0
_MOST_LOBES_ACROSS = 26
# In mm: what a plaque rises, how far its edge slopes, and from which width on a bump is a plaque.
_PLAQUE_RISE, _PLAQUE_SLOPE, _BROAD_MM = 0.55, 1.3, 9.0


def rise_of(mark: Mark) -> float:
    """How high it stands at its highest, in mm; a small papule is a third as high as wide."""
    radius = mark.size / 2
    kind = mark.lesion.elevation
    if kind == "flat":
        return 0.0
    if mark.lesion.arrangement == "joined":
        return _PLAQUE_RISE  # one height, or a step would show where they meet
    if kind == "fluid-filled":
        return min((0.40 if mark.lesion.colour == "clear" else 0.18) * radius, 1.3)
    if kind == "pus-filled":
        return min(0.32 * radius, 0.8)
    if kind == "flat-topped":
        return min(0.26 * radius, 0.4)
    if kind == "wheal":
        return min(0.22 * radius, 0.8)
    if mark.lesion.surface == "pearly" and not mark.lesion.dimple:
        return 0.34 * radius
    if mark.lesion.edge == "soft" and mark.size > _BROAD_MM:
        return 0.24 * radius
    if 4 < mark.size <= _BROAD_MM:
        return 0.24 * radius + 0.24
    return 0.36 * radius if mark.size <= _BROAD_MM else max(_PLAQUE_RISE, 0.10 * radius)


def top_of(plan: Plan) -> float:
    highest = max((rise_of(mark) + surface_rise(mark, plan) for mark in plan.marks), default=0.0)
    return highest * 1.1 + 0.12


def paint_heights(heights: Heights, plan: Plan) -> None:
    if plan.crease:
        _paint_crease(heights, plan)
    for mark in plan.marks:
        if mark.lesion.shape == "line":
            if mark.lesion.colour not in BLOOD:
                _paint_thread(heights, mark)
        elif mark.lesion.elevation != "flat":
            _paint_rise(heights, mark)
        if mark.lesion.dimple:
            _paint_dip(heights, mark)
        if mark.lesion.surface == "lobed":
            _paint_lobes(heights, mark)


def _paint_rise(heights: Heights, mark: Mark) -> None:
    profile, foot = _shape_of(mark)
    mark = _smooth(mark)
    height = min(0.5, 0.1 * mark.size) if mark.lesion.shape == "ring" else rise_of(mark)
    if mark.lesion.edge == "soft" or mark.is_nearly_round:
        _paint_round(heights, mark, height, profile, foot)
    else:
        _paint_uneven(heights, mark, height, profile, foot)


def _smooth(mark: Mark) -> Mark:
    """A jagged edge is of the colour; the rise below it is smooth."""
    if mark.lesion.edge != "jagged":
        return mark
    outline = mark.outline
    near = len(outline) // 10
    rounded = tuple(
        sum(outline[(at + step) % len(outline)] for step in range(-near, near + 1)) / (2 * near + 1)
        for at in range(len(outline))
    )
    return replace(mark, outline=rounded)


def _shape_of(mark: Mark) -> tuple[Profile, float]:
    """The height from the middle (0) to the foot (1), and where the foot is, in radii.

    A papule runs out into the skin; what is filled with fluid stands on it like a drop.
    """
    kind = mark.lesion.elevation
    if mark.lesion.shape == "ring":
        return lambda out: (1 - out**6) * math.exp(-(((out - 0.76) / 0.15) ** 2)), 1.12
    if kind in ("fluid-filled", "pus-filled"):
        return lambda out: max(0.0, 1 - out * out) ** 0.8, 1.03
    if mark.lesion.surface == "pearly" and mark.size <= _BROAD_MM and kind == "raised":
        return lambda out: max(0.0, 1 - out * out) ** 0.9, 1.04
    if kind == "raised" and (mark.size <= _BROAD_MM or mark.lesion.edge == "soft"):
        return lambda out: max(0.0, 1 - out * out) ** 1.5, 1.2
    return _plateau(mark), 1.08


def _plateau(mark: Mark) -> Profile:
    """Level on top, steep at its edge; a wheal swells softly."""
    radius = mark.size / 2
    usual = 0.42 * radius if mark.lesion.elevation == "flat-topped" else _PLAQUE_SLOPE
    slope = min(0.6 * radius, 2.3 * usual if mark.lesion.elevation == "wheal" else usual) / radius

    def profile(out: float) -> float:
        share = min(1.0, max(0.0, (1 - out) / slope))
        return share * share * (3 - 2 * share)

    return profile


def _paint_round(heights: Heights, mark: Mark, height: float, profile: Profile, foot: float) -> None:
    # Between two steps the slope is even; on a wide dome few steps would be seen as rings.
    steps = _PROFILE_STEPS if mark.size * heights.scale < _WIDE_PX else 4 * _PROFILE_STEPS
    shares = tuple(round(profile(step / steps), 3) for step in range(steps + 1))
    place = QTransform(mark.size / 2 * foot, 0, 0, mark.size / 2 * foot, mark.x, mark.y)
    heights.raise_round(place, shares, height)


def _paint_uneven(heights: Heights, mark: Mark, height: float, profile: Profile, foot: float) -> None:
    """Rings laid in each other, small and then enlarged, so that no ring is seen as a step."""
    reach = mark.reach * foot + 0.3
    # A third of the picture is enough for a patch that fills it, and a slope is then some pixels wide.
    most = min(_MOST_LAYER_PX, max(_LEAST_LAYER_PX, heights.image.width() / 3))
    scale = min(heights.scale, most / (2 * reach))
    side = max(4, math.ceil(2 * reach * scale))
    layer = QImage(side, side, QImage.Format.Format_RGBX64)
    layer.fill(heights.grey(0.0))
    brush = QPainter(layer)
    brush.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush.setPen(Qt.PenStyle.NoPen)
    brush.scale(scale, scale)
    brush.translate(reach - mark.x, reach - mark.y)
    for out in _where_it_changes(profile, mark.size / 2 * scale):
        brush.setBrush(heights.grey(height * profile(out)))
        brush.drawPath(outline_path(mark, max(0.02, out * foot)))
    brush.end()
    fewer = max(2, round(0.66 * side))
    layer = layer.scaled(fewer, fewer, mode=Qt.TransformationMode.SmoothTransformation)
    painter = heights.painter
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
    painter.drawImage(QRectF(mark.x - reach, mark.y - reach, side / scale, side / scale), layer)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _where_it_changes(profile: Profile, radius_px: float) -> list[float]:
    """Rings from the edge inwards, about a pixel apart where it is steep, none where it is level."""
    steps = max(6, min(_MOST_RINGS, round(1.4 * radius_px)))
    outs = [1 - step / steps for step in range(steps + 1)]
    kept = [outs[0]]
    for out in outs[1:]:
        if abs(profile(out) - profile(kept[-1])) > 0.028:
            kept.append(out)
    return kept


def _paint_lobes(heights: Heights, mark: Mark) -> None:
    """Small cushions side by side, like a strawberry's."""
    rng, base = seeded("lobes", mark.grain), rise_of(mark)
    heights.painter.save()
    heights.painter.setClipPath(outline_path(_smooth(mark), 0.94))
    top = 0.72 * base + _LOBE_RISE
    shares = tuple(1 - _LOBE_RISE / top * (at / 8) ** 2 for at in range(9))
    # Smaller ones would not be seen, and more would take for ever.
    coarser = max(1.0, _LEAST_LOBE_PX / heights.scale, mark.size / _MOST_LOBES_ACROSS)
    for _ in range(round(_LOBES_PER_MM2 * (mark.size / coarser) ** 2)):
        out, turn = mark.size / 2 * math.sqrt(rng.random()), rng.uniform(0, math.tau)
        x, y, radius = (
            mark.x + out * math.cos(turn),
            mark.y + out * math.sin(turn),
            rng.uniform(0.6, 1.3) * coarser,
        )
        place = QTransform(radius, 0, 0, radius * rng.uniform(0.7, 1.0), x, y)
        heights.raise_round(place, shares, top)
    heights.painter.restore()


def _paint_dip(heights: Heights, mark: Mark) -> None:
    """The dimple of molluscum: a fifth to a third of the bump, with a steep wall."""
    radius = 0.40 * mark.size / 2
    floor = rise_of(mark) * 0.52
    gradient = QRadialGradient(QPointF(mark.x, mark.y), radius)
    for at, alpha in ((0, 1.0), (0.3, 0.92), (0.55, 0.6), (0.8, 0.18), (1, 0.0)):
        gradient.setColorAt(at, heights.grey(floor, alpha))
    heights.painter.setBrush(gradient)
    heights.painter.drawEllipse(QPointF(mark.x, mark.y), radius, radius)


def _paint_crease(heights: Heights, plan: Plan) -> None:
    """Skin bulges on both sides of a fold; painted small, so that it is smooth."""
    scale = min(heights.scale, _CREASE_PX / plan.width)
    layer = QImage(math.ceil(plan.width * scale), math.ceil(plan.height * scale), QImage.Format.Format_RGBX64)
    layer.fill(heights.grey(0.0))
    brush = QPainter(layer)
    brush.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush.scale(layer.width() / plan.width, layer.height() / plan.height)
    path, much = line_path(plan.crease), plan.width / USUAL_FIELD_MM
    for step in range(_CREASE_STEPS, 0, -1):
        out = step / _CREASE_STEPS
        height = 0.30 * math.exp(-(((out - 0.38) / 0.30) ** 2))
        brush.setPen(QPen(heights.grey(height * much), 9.0 * out * much))
        brush.drawPath(path)
    brush.end()
    heights.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    heights.painter.drawImage(QRectF(0, 0, plan.width, plan.height), layer)


def _paint_thread(heights: Heights, mark: Mark) -> None:
    """A burrow: a thread just under the surface, lifting it a little."""
    painter = heights.painter
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wide, height in ((0.6, 0.03), (0.3, 0.06)):
        pen = QPen(heights.grey(height, 0.8), wide)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(thread_path(mark))
    painter.setPen(Qt.PenStyle.NoPen)
