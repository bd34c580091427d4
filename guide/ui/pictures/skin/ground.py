"""The skin itself: blood showing through, light falling across it, its furrows and pores."""

import random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from guide.ui.pictures.colour.colours import (
    Lab,
    bare_skin,
    darkness,
    erythema,
    mix,
    shadow_colour,
    shifted,
    skin_colour,
)
from guide.ui.pictures.marks.shapes import line_path, qcolor, radial
from guide.ui.pictures.plans.plan import Plan, seeded
from guide.ui.pictures.skin.mouth import paint_lumps, paint_vessels, paint_wetness
from guide.ui.pictures.skin.palm import paint_ridges
from guide.ui.pictures.skin.texture import clouds_brush, net_brush, pore

# From here on a picture shows a limb or a trunk, not a spot of skin: its net is too fine to be seen.
_WIDE_MM = 60.0
_USUAL_MM = 25.0
_FINEST_NET, _FULL_NET = 3.0, 11.0
_PORE_MM, _LEAST_PORES = 2.1, 6.5
_SOFT_PX = 80


def paint_ground(painter: QPainter, plan: Plan, tone: float, seed: str) -> None:
    """Fill the field, given in mm, with skin and the blood that shows through it."""
    skin = bare_skin(tone, plan.skin)
    rng = seeded(seed, "skin")
    layer, brush = _small(plan, QImage.Format.Format_RGB32)
    layer.fill(qcolor(skin))
    _paint_blood(brush, plan, skin, rng)
    if plan.skin.kind == "mouth":
        paint_lumps(brush, plan, skin)
    _enlarge(painter, plan, layer, brush)
    if plan.skin.kind == "mouth":
        paint_vessels(painter, plan, skin, rng)


def paint_daylight(painter: QPainter, plan: Plan, tone: float) -> None:
    """A body is round: bright where it turns to the light, warm and a little dark where it turns away."""
    skin, whole = bare_skin(tone, plan.skin), QRectF(0, 0, plan.width, plan.height)
    wide = _wideness(plan)
    layer, brush = _small(plan, QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(Qt.GlobalColor.transparent)
    brush.fillRect(whole, _falling_light(whole, skin))
    shade = mix(shadow_colour(skin), skin, 0.15)
    falling = QLinearGradient(whole.topLeft(), whole.bottomRight())
    for at, alpha in ((0.0, 0.0), (0.4, 0.01), (0.7, 0.05), (0.9, 0.11), (1.0, 0.14)):
        falling.setColorAt(at, qcolor(shade, alpha * (1 + 0.3 * darkness(skin) + 0.4 * wide)))
    brush.fillRect(whole, falling)
    if wide:
        _paint_roundness(brush, whole, skin, wide)
    _enlarge(painter, plan, layer, brush)
    if plan.skin.pale_all_over:
        _paint_usual_skin(painter, plan, tone)


def paint_texture(painter: QPainter, plan: Plan, tone: float) -> None:
    """What is fine on the skin, over whatever colour it has; it lets the colour through."""
    skin = bare_skin(tone, plan.skin)
    if plan.skin.kind == "mouth":
        paint_wetness(painter, plan, skin)
    elif plan.skin.kind == "palm":
        paint_ridges(painter, plan, skin)
    else:
        _paint_net(painter, plan, skin)
        _paint_pores(painter, plan, skin)


def _small(plan: Plan, kind: QImage.Format) -> tuple[QImage, QPainter]:
    """A picture of the field for what is soft: enlarged it is as smooth as if drawn large, and soon done."""
    wide = round(min(_SOFT_PX, 2.0 * _SOFT_PX * plan.width / plan.height))
    layer = QImage(wide, max(2, round(wide * plan.height / plan.width)), kind)
    brush = QPainter(layer)
    brush.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    brush.scale(layer.width() / plan.width, layer.height() / plan.height)
    return layer, brush


def _enlarge(painter: QPainter, plan: Plan, layer: QImage, brush: QPainter) -> None:
    brush.end()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, plan.width, plan.height), layer)
    painter.restore()


def _falling_light(whole: QRectF, skin: Lab) -> QBrush:
    lit, bright = _in_light(skin, 0.42), 0.36 - 0.16 * darkness(skin)
    stops = ((0, lit, bright), (0.3, lit, 0.66 * bright), (0.65, lit, 0.2 * bright), (1, lit, 0.0))
    return radial(QPointF(whole.width() * 0.28, whole.height() * 0.12), whole.width() * 0.85, stops)


def _in_light(skin: Lab, much: float) -> Lab:
    """Lighter without turning grey, as mixing with white would make dark skin."""
    return Lab(
        skin.light + much * (1 - skin.light), skin.red * (1 + 0.3 * much), skin.yellow * (1 + 0.2 * much)
    )


def _wideness(plan: Plan) -> float:
    """0 up close, 1 where a whole limb is seen."""
    return min(1.0, max(0.0, (plan.width - 0.7 * _WIDE_MM) / _WIDE_MM))


def _paint_blood(painter: QPainter, plan: Plan, skin: Lab, rng: random.Random) -> None:
    """Babies' skin is never of one colour: clouds of more and less blood, larger ones in a wider field."""
    whole, grown = QRectF(0, 0, plan.width, plan.height), max(1.0, plan.width / (1.3 * _USUAL_MM))
    rosy = 0.30 if plan.skin.kind in ("face", "mouth") else 0.22
    if plan.skin.flush != "none":
        rosy = 0.5
    redder, paler = erythema(skin), shifted(skin, 0.050 * skin.light, -0.004, 0.002)
    layers = ((redder, rosy, 1.0), (paler, 0.34, 0.8), (redder, 0.6 * rosy, 2.6))
    for colour, much, size in layers:
        painter.setOpacity(much)
        painter.fillRect(
            whole, clouds_brush(colour, QPointF(rng.uniform(0, 99), rng.uniform(0, 99)), grown * size)
        )
    painter.setOpacity(1.0)


def _paint_net(painter: QPainter, plan: Plan, skin: Lab) -> None:
    scale = painter.deviceTransform().m11()
    seen = min(1.0, max(0.0, (scale - _FINEST_NET) / (_FULL_NET - _FINEST_NET)))
    if not seen:
        return
    smooth = 0.6 if plan.skin.kind == "face" else 1.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity((1 - _wideness(plan)) * seen * smooth * (0.20 + 0.06 * darkness(skin)))
    painter.fillRect(QRectF(0, 0, plan.width, plan.height), net_brush(skin, scale, QPointF(3.1, 1.7)))
    painter.restore()


def _paint_pores(painter: QPainter, plan: Plan, skin: Lab) -> None:
    """The openings of the follicles, each drawn at a whole pixel, where one that fits is ready."""
    scale = painter.deviceTransform().m11()
    apart, size = (1.4, 0.075) if plan.skin.kind == "face" else (_PORE_MM, 0.10)
    if scale < _LEAST_PORES or plan.width > _WIDE_MM:
        return
    sizes = [pore(skin, max(2, round(size * grown * scale * 4))) for grown in (0.75, 1.0, 1.3)]
    rng = seeded("pores", apart)
    painter.save()
    painter.resetTransform()
    painter.setOpacity(min(1.0, (scale - _LEAST_PORES) / 10.0))
    for row in range(int(plan.height / apart) + 1):
        for column in range(int(plan.width / apart) + 1):
            x, y = (column + 0.95 * rng.random()) * apart, (row + 0.95 * rng.random()) * apart
            painter.drawImage(round(x * scale), round(y * scale), rng.choice(sizes))
    painter.restore()


def _paint_roundness(painter: QPainter, whole: QRectF, skin: Lab, wide: float) -> None:
    """A limb or a trunk turns away from the eye at both sides; light comes through its far edge red."""
    edge = mix(shadow_colour(skin), erythema(skin), 0.5)
    across = QLinearGradient(whole.topLeft(), QPointF(whole.right(), whole.top() + 0.25 * whole.height()))
    for at, alpha in ((0.0, 0.10), (0.16, 0.02), (0.3, 0.0), (0.66, 0.0), (0.86, 0.07), (1.0, 0.18)):
        across.setColorAt(at, qcolor(edge, alpha * wide))
    painter.fillRect(whole, across)


def paint_fold(painter: QPainter, plan: Plan, skin: Lab) -> None:
    """Skin lies on skin: redder the deeper, dark where no light comes. Marks on it are folded with it."""
    if not plan.crease:
        return
    path, size = line_path(plan.crease), plan.width / _USUAL_MM
    red, deep = erythema(skin), shadow_colour(erythema(skin))
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wide, colour, alpha in (
        (4.2, red, 0.07),
        (2.8, red, 0.10),
        (1.7, red, 0.16),
        (0.8, deep, 0.16),
        (0.42, deep, 0.26),
        (0.2, deep, 0.42),
    ):
        pen = QPen(qcolor(colour, alpha), wide * size)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)
    painter.restore()


def _paint_usual_skin(painter: QPainter, plan: Plan, tone: float) -> None:
    """The family's skin beside it, as of an arm that lies along the right side."""
    width, height = plan.width, plan.height
    skin = skin_colour(tone)
    arm = QPainterPath(QPointF(1.1 * width, -0.1 * height))
    arm.lineTo(0.80 * width, -0.1 * height)
    arm.cubicTo(0.70 * width, 0.3 * height, 0.72 * width, 0.7 * height, 0.76 * width, 1.1 * height)
    arm.lineTo(1.1 * width, 1.1 * height)
    arm.closeSubpath()
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wide, alpha in ((0.06, 0.05), (0.035, 0.08), (0.014, 0.14)):
        painter.setPen(QPen(qcolor(shadow_colour(bare_skin(tone, plan.skin)), alpha), wide * width))
        painter.drawPath(arm)
    across = QLinearGradient(QPointF(0.71 * width, 0.0), QPointF(1.04 * width, 0.10 * height))
    shade, lit = mix(skin, shadow_colour(erythema(skin)), 0.26), _in_light(skin, 0.14)
    for at, colour in (
        (0.0, mix(skin, shade, 0.8)),
        (0.14, mix(skin, shade, 0.25)),
        (0.4, lit),
        (0.65, skin),
        (1.0, shade),
    ):
        across.setColorAt(at, qcolor(colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(across)
    painter.drawPath(arm)
    painter.restore()
