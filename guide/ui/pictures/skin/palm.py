"""The skin of palms and soles: ridges side by side, as in a fingerprint."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGradient, QImage, QPainter, QPen, QRadialGradient

from guide.ui.pictures.colour.colours import Lab, darkness, erythema, mix, shadow_colour
from guide.ui.pictures.marks.shapes import WHITE, line_path, qcolor
from guide.ui.pictures.plans.plan import Plan
from guide.ui.pictures.skin.texture import gleams_brush

RIDGE_MM = 0.45
# With fewer pixels to the mm the ridges would be drawn as stripes that are not there.
_LEAST_SCALE, _FULL_SCALE = 4.8, 9.0
_WORN_AT = QPointF(3.0, 11.0)
_Mode = QPainter.CompositionMode


def paint_ridges(painter: QPainter, plan: Plan, skin: Lab) -> None:
    """Two sets of arches: where one is worn the other is seen, and ridges end and fork in between."""
    _paint_crease(painter, plan, skin)
    scale = painter.deviceTransform().m11()
    seen = min(1.0, max(0.0, (scale - _LEAST_SCALE) / (_FULL_SCALE - _LEAST_SCALE)))
    if not seen:
        return
    whole = QRectF(0, 0, plan.width, plan.height)
    layer = QImage((whole.size() * scale).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(Qt.GlobalColor.transparent)
    brush = QPainter(layer)
    brush.scale(scale, scale)
    brush.fillRect(whole, _arches(plan, skin, 0.30))
    brush.setCompositionMode(_Mode.CompositionMode_DestinationOut)
    brush.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    brush.fillRect(whole, gleams_brush(_WORN_AT, 0.9))
    brush.setCompositionMode(_Mode.CompositionMode_DestinationOver)
    brush.fillRect(whole, _arches(plan, skin, 0.37))
    brush.end()
    painter.save()
    painter.setOpacity(seen)
    painter.drawImage(whole, layer)
    painter.restore()


def _arches(plan: Plan, skin: Lab, aside: float) -> QRadialGradient:
    """Circles round a point far below: a furrow dark between two ridges, the wall beyond it in the light."""
    far = 1.1 * max(plan.width, 20.0)
    rings = QRadialGradient(QPointF(aside * plan.width, plan.height + far), RIDGE_MM)
    rings.setSpread(QGradient.Spread.RepeatSpread)
    shade = mix(shadow_colour(skin), erythema(skin), 0.55)
    lit, bright = mix(skin, WHITE, 0.40), 0.15 - 0.03 * darkness(skin)
    # Outwards is upwards, to the light: the wall that faces it lies on the furrow's inner side.
    for at, colour, alpha in (
        (0.0, lit, 0.0),
        (0.30, lit, bright),
        (0.50, shade, 0.0),
        (0.68, shade, 0.15),
        (0.86, shade, 0.03),
        (1.0, lit, 0.0),
    ):
        rings.setColorAt(at, qcolor(colour, alpha))
    return rings


def _paint_crease(painter: QPainter, plan: Plan, skin: Lab) -> None:
    """One of the lines a hand folds along."""
    shape = ((-0.04, 0.30), (0.3, 0.17), (0.7, 0.16), (1.04, 0.31))
    path = line_path([(x * plan.width, y * plan.height) for x, y in shape])
    colour = mix(shadow_colour(skin), erythema(skin), 0.6)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wide, alpha in ((1.3, 0.06), (0.75, 0.09), (0.35, 0.20)):
        painter.setPen(QPen(qcolor(colour, alpha), wide))
        painter.drawPath(path)
    painter.restore()
