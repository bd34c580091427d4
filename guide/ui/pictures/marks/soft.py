"""Colour without a hard edge: fading out, thinned here and there, painted small where that is enough."""

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from guide.ui.pictures.colour.colours import Lab
from guide.ui.pictures.marks.shapes import WHITE, outline_path, qcolor, radial
from guide.ui.pictures.plans.plan import Mark, seeded

_MOST_RINGS = 8
# Soft things are painted small and enlarged: as smooth, and many times faster.
_LAYER_PX = 190
UNEVEN_FROM_MM = 6.0


def soft_layer(painter: QPainter, field: QSizeF, most_px: int = _LAYER_PX) -> tuple[QImage, QPainter]:
    scale = min(painter.deviceTransform().m11(), most_px / field.width())
    layer = QImage(
        (field * scale).toSize().expandedTo(QSizeF(1, 1).toSize()), QImage.Format.Format_ARGB32_Premultiplied
    )
    layer.fill(Qt.GlobalColor.transparent)
    brush = QPainter(layer)
    brush.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush.setPen(Qt.PenStyle.NoPen)
    brush.scale(layer.width() / field.width(), layer.height() / field.height())
    return layer, brush


def lay_over(painter: QPainter, field: QSizeF, layer: QImage, opacity: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(opacity)
    painter.drawImage(QRectF(QPointF(), field), layer)
    painter.restore()


def soft_fill(painter: QPainter, mark: Mark, colour: Lab, inner: float, outer: float, opacity: float) -> None:
    """The mark's colour, whole within ``inner`` of its radius and gone at ``outer``."""
    if not mark.is_nearly_round:
        paint_rings(painter, mark, colour, inner, outer, opacity)
        return
    radius = mark.size / 2 * outer
    start = inner / outer
    stops = tuple(
        (start + (1 - start) * at, colour, opacity * (1 - at * at * (3 - 2 * at)))
        for at in (0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    painter.setBrush(radial(QPointF(mark.x, mark.y), radius, ((0, colour, opacity), *stops)))
    painter.drawPath(outline_path(mark, outer))


def paint_rings(
    brush: QPainter,
    mark: Mark,
    colour: Lab,
    inner: float,
    outer: float,
    full: float = 0.96,
    power: float = 1.0,
) -> None:
    """Full colour within ``inner`` of the radius, none beyond ``outer``: rings laid over one another."""
    wide = (outer - inner) * mark.size / 2 * brush.deviceTransform().m11()
    rings = max(3, min(round(0.8 * wide), round(_MOST_RINGS + wide / 4)))
    reached = 0.0
    for ring in range(1, rings + 1):
        share = ring / rings
        wanted = (share * share * (3 - 2 * share)) ** power * full
        brush.setBrush(qcolor(colour, (wanted - reached) / (1 - reached)))
        brush.drawPath(outline_path(mark, outer + (inner - outer) * share))
        reached = wanted


def thin_out(brush: QPainter, mark: Mark, most: float) -> None:
    """No patch is of one colour: here and there less of it, most of all towards its edge."""
    rng = seeded("uneven", mark.grain)
    for _ in range(min(14, 6 + round(0.3 * mark.size))):
        out, turn = mark.size / 2 * rng.uniform(0.1, 1.05), rng.uniform(0, math.tau)
        middle = QPointF(mark.x + out * math.cos(turn), mark.y + out * math.sin(turn))
        size, much = mark.size * rng.uniform(0.12, 0.28), round(rng.uniform(0.3, 1.0), 1) * most
        brush.setBrush(radial(middle, size, ((0, WHITE, much), (0.5, WHITE, 0.6 * much), (1, WHITE, 0))))
        brush.drawEllipse(middle, size, size)
