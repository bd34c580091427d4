"""Colour that lies in the skin: flat marks, and the halos round others."""

import math
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from guide.ui.pictures.colours import Lab, halo_colour, mark_colour, mix, shifted
from guide.ui.pictures.description import Mark, seeded
from guide.ui.pictures.shapes import outline_path, qcolor, radial

_MOST_RINGS = 18
# Soft things are painted small and enlarged: as smooth, and many times faster.
_LAYER_PX = 190
_ISLANDS_PER_MM2 = 0.035


def paint_halos(painter: QPainter, field: QSizeF, marks: Iterable[Mark], skin: Lab) -> None:
    """Halos that meet run into one another, as blood in the skin does."""
    haloed = [mark for mark in marks if mark.lesion.halo]
    if not haloed:
        return
    layer, brush = _layer(painter, field)
    for mark in haloed:
        if mark.lesion.halo:
            _paint_halo(brush, mark, halo_colour(mark.lesion.halo.colour, skin))
    brush.end()
    _lay(painter, field, layer, 0.80)


def paint_flat(painter: QPainter, field: QSizeF, marks: Iterable[Mark], skin: Lab) -> None:
    flat = [mark for mark in marks if mark.lesion.elevation == "flat"]
    faded = [mark for mark in flat if _fade_of(mark)]
    if faded:
        layer, brush = _layer(painter, field)
        for mark in faded:
            fade = _fade_of(mark)
            _paint_soft(brush, mark, mark_colour(mark.lesion.colour, skin), 1 - fade, 1 + fade)
        brush.end()
        _lay(painter, field, layer, 1.0)
    for mark in flat:
        if not _fade_of(mark):
            _paint_sharp(painter, mark, skin)


def _fade_of(mark: Mark) -> float:
    """How far in and out its edge is blurred; blood in the skin never ends as sharply as pigment."""
    if mark.lesion.edge == "soft":
        return 0.37
    return 0.13 if mark.lesion.colour == "red" else 0.0


def _layer(painter: QPainter, field: QSizeF) -> tuple[QImage, QPainter]:
    scale = min(painter.deviceTransform().m11(), _LAYER_PX / field.width())
    layer = QImage(
        (field * scale).toSize().expandedTo(QSizeF(1, 1).toSize()), QImage.Format.Format_ARGB32_Premultiplied
    )
    layer.fill(Qt.GlobalColor.transparent)
    brush = QPainter(layer)
    brush.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush.setPen(Qt.PenStyle.NoPen)
    brush.scale(layer.width() / field.width(), layer.height() / field.height())
    return layer, brush


def _lay(painter: QPainter, field: QSizeF, layer: QImage, opacity: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(opacity)
    painter.drawImage(QRectF(QPointF(), field), layer)
    painter.restore()


def _paint_halo(brush: QPainter, mark: Mark, colour: Lab) -> None:
    """Most colour near the mark, lost in the skin at the halo's edge, and blotchy between."""
    rng = seeded("halo", mark.grain)
    around = _blotch(mark, mark.halo, rng.uniform(0, 6.28))
    inner = min(0.85, 0.9 * mark.size / mark.halo)
    _paint_soft(brush, around, colour, inner, 1.08, power=1.5)


def _blotch(mark: Mark, size: float, turn: float) -> Mark:
    waves = ((2, 0.07), (3, 0.05), (7, 0.03))
    outline = tuple(
        1 + sum(depth * math.sin(times * (turn + math.tau * at / 32)) for times, depth in waves)
        for at in range(32)
    )
    return replace(mark, size=size, outline=outline)


def _paint_soft(
    brush: QPainter, mark: Mark, colour: Lab, inner: float, outer: float, power: float = 1.0
) -> None:
    """Full colour within ``inner`` of the radius, none beyond ``outer``: rings laid over one another."""
    wide = (outer - inner) * mark.size / 2 * brush.deviceTransform().m11()
    rings = max(4, min(_MOST_RINGS, round(wide)))
    reached = 0.0
    for ring in range(1, rings + 1):
        share = ring / rings
        wanted = (share * share * (3 - 2 * share)) ** power * 0.96
        brush.setBrush(qcolor(colour, (wanted - reached) / (1 - reached)))
        brush.drawPath(outline_path(mark, outer + (inner - outer) * share))
        reached = wanted


def _paint_sharp(painter: QPainter, mark: Mark, skin: Lab) -> None:
    colour = mark_colour(mark.lesion.colour, skin)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(qcolor(mix(skin, colour, 0.5), 0.5))
    painter.drawPath(outline_path(mark, 1 + 0.12 / max(1.0, mark.size)))
    painter.setBrush(qcolor(colour, 0.94))
    painter.drawPath(outline_path(mark, 1 - 0.12 / max(1.0, mark.size)))
    if mark.lesion.colour == "depigmented":
        _paint_pigment_left(painter, mark, skin)


def _paint_pigment_left(painter: QPainter, mark: Mark, skin: Lab) -> None:
    """Where pigment is lost some stays round the hairs, and the border is a little darker than the skin."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(qcolor(shifted(skin, -0.06, 0.008, 0.006), 0.35), 0.035 * mark.size))
    painter.drawPath(outline_path(mark, 1.03))
    painter.setPen(Qt.PenStyle.NoPen)
    rng = seeded("islands", mark.grain)
    for _ in range(round(_ISLANDS_PER_MM2 * mark.size**2)):
        out, turn = rng.uniform(0.45, 0.93) * mark.size / 2, rng.uniform(0, math.tau)
        middle = QPointF(mark.x + out * math.cos(turn), mark.y + out * math.sin(turn))
        size = rng.uniform(0.15, 0.45)
        painter.setBrush(radial(middle, size, ((0, skin, 0.75), (0.5, skin, 0.5), (1, skin, 0))))
        painter.drawEllipse(middle, size, size)
