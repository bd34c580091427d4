"""Light on what rises from the skin: heights are painted in grey, their slopes become light and shade."""

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient, QRgba64, QTransform

from guide.ui.pictures.colour.colours import Lab, darkness, mix, shadow_colour
from guide.ui.pictures.marks.shapes import LIGHT_FROM, WHITE, qcolor

_Mode = QPainter.CompositionMode

_UNIT = QRectF(-1, -1, 2, 2)

_WHOLE = 65_535
_SHADES = 48
_LEVEL = 0.28
"""The grey of level skin; what is darker lies below it."""
_MOST_PX = 520
_STEP_MM = 0.11
_LIGHT_GAIN, _SHADE_GAIN = 1.6, 1.9
# A slope of one (as steep as a roof) is this much below white in the pictures of what falls.
_ROOF = 128.0


class Heights:
    """A picture of heights, painted in mm; ``top`` mm is the highest that can be painted.

    Its greys have 16 bits: with 8, a gentle dome would be a staircase.
    """

    def __init__(self, size: QSize, width: float, area: QRectF, top: float) -> None:
        """For a picture of ``size`` pixels and ``width`` mm; only ``area`` of it, in mm, is uneven."""
        self.scale = min(size.width(), _MOST_PX) / width
        self._top, self._greys_per_mm = top, (1 - _LEVEL) / top
        self._area = QRectF(area.topLeft() * self.scale, area.size() * self.scale).toAlignedRect()
        self._enlarged = size.width() / width / self.scale
        self.image = QImage(self._area.size(), QImage.Format.Format_RGBX64)
        self.image.fill(self.grey(0.0))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.translate(-self._area.topLeft())
        self.painter.scale(self.scale, self.scale)

    def grey(self, height: float, alpha: float = 1.0) -> QColor:
        """The colour that stands for a height in mm above the skin."""
        return _grey(_LEVEL + height * self._greys_per_mm, alpha)

    def raise_round(self, place: QTransform, shares: Sequence[float], height: float) -> None:
        """A dome on the unit circle put in its place: shares of its height from the middle outwards.

        Where something is higher already, that stays.
        """
        brush = QBrush(_unit_dome(tuple(shares), round(_SHADES * min(1.0, height / self._top))))
        brush.setTransform(place)
        self.painter.setCompositionMode(_Mode.CompositionMode_Lighten)
        self.painter.setBrush(brush)
        self.painter.drawEllipse(place.mapRect(_UNIT))
        self.painter.setCompositionMode(_Mode.CompositionMode_SourceOver)

    def light_on(self, painter: QPainter, skin: Lab) -> None:
        """Lay the light and the shade that the heights give over the picture."""
        self.painter.end()
        step = max(1, round(_STEP_MM * self.scale))
        away = QPoint(round(-LIGHT_FROM.x() * step * 1.28), round(-LIGHT_FROM.y() * step * 1.28))
        # What the difference of two heights is multiplied with, so that a slope of one becomes ``_ROOF``.
        gain = _ROOF / 255 * self.scale / (self._greys_per_mm * step * 1.28)
        enlarged = QRectF(self._area)
        place = QRectF(enlarged.topLeft() * self._enlarged, enlarged.size() * self._enlarged)
        level = self.image.copy()
        level.invertPixels()
        shade = _falls(self.image, level, -away, gain)
        _lay(painter, place, shade, _SHADE, qcolor(shadow_colour(skin)), _Mode.CompositionMode_Multiply)
        dark = darkness(skin)
        glow = qcolor(mix(skin, WHITE, 0.62 - 0.16 * dark), 0.62 - 0.24 * dark)
        light = _falls(self.image, level, away, gain)
        _lay(painter, place, light, _LIGHT, glow, _Mode.CompositionMode_Screen)


@lru_cache(maxsize=1024)
def _unit_dome(shares: tuple[float, ...], height: int) -> QRadialGradient:
    """One of a few heights, of ``_SHADES`` as high as can be painted: kept, for many marks are alike."""
    gradient = QRadialGradient(0, 0, 1)
    for at, share in enumerate(shares):
        gradient.setColorAt(at / (len(shares) - 1), _grey(_LEVEL + (1 - _LEVEL) * share * height / _SHADES))
    return gradient


def _grey(share: float, alpha: float = 1.0) -> QColor:
    level = round(_WHOLE * min(1.0, max(0.0, share)))
    return QColor.fromRgba64(QRgba64.fromRgba64(level, level, level, round(_WHOLE * alpha)))


def _falls(heights: QImage, turned: QImage, away: QPoint, gain: float) -> QImage:
    """How much lower it is ``away`` from each pixel, ``gain`` times: white where it is not, black at most.

    ``turned`` is the heights with black for white: added to the moved heights it is white where these are
    higher, and burning multiplies what is missing to white.
    """
    falls = turned.copy()
    painter = QPainter(falls)
    painter.setCompositionMode(_Mode.CompositionMode_Plus)
    painter.drawImage(away, heights)
    _whiten_edges(painter, falls.rect(), away)
    painter.setCompositionMode(_Mode.CompositionMode_ColorBurn)
    painter.fillRect(falls.rect(), _grey(1 / max(1.0, gain)))
    painter.end()
    return falls.convertToFormat(QImage.Format.Format_Grayscale8)


def _whiten_edges(painter: QPainter, whole: QRect, away: QPoint) -> None:
    """Where the moved picture did not reach there is no slope."""
    for strip in (
        QRect(0, 0, whole.width(), away.y()),
        QRect(0, 0, away.x(), whole.height()),
        QRect(0, whole.height() + away.y(), whole.width(), -away.y()),
        QRect(whole.width() + away.x(), 0, -away.x(), whole.height()),
    ):
        if strip.isValid():
            painter.fillRect(strip, Qt.GlobalColor.white)


def _fall(gain: float) -> bytes:
    """From the steepness, as a grey below white, to how much light or shade it takes.

    Little at first, so that no edge is seen where light turns into shade; then more and more slowly.
    """
    steep = [(255 - grey) / _ROOF for grey in range(256)]
    return bytes(round(255 * (1 - math.exp(-gain * rise * rise / (rise + 0.4)))) for rise in steep)


_LIGHT, _SHADE = _fall(_LIGHT_GAIN), _fall(_SHADE_GAIN)


def _lay(painter: QPainter, place: QRectF, falls: QImage, table: bytes, colour: QColor, mode: _Mode) -> None:
    """Lay the colour where the table, applied to the falls, says so."""
    amounts = bytes(falls.constBits()).translate(table)
    mask = QImage(amounts, falls.width(), falls.height(), falls.bytesPerLine(), QImage.Format.Format_Alpha8)
    layer = QImage(falls.size(), QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(colour)
    brush = QPainter(layer)
    brush.setCompositionMode(_Mode.CompositionMode_DestinationIn)
    brush.drawImage(0, 0, mask)
    brush.end()
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(mode)
    painter.drawImage(place, layer)
    painter.restore()
