"""Pictures kept once painted, so that lists scroll and tones change without painting again."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPixmap

from guide.domain.conditions import Lesion
from guide.ui.pictures.painter import paint_skin

_MOST_BYTES = 24 * 1024 * 1024

_kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()


def skin_pixmap(
    lesions: Sequence[Lesion],
    tone: int,
    seed: str,
    size: QSize,
    ratio: float = 1.0,
    field_mm: float | None = None,
    scale_bar: bool = True,
    radius: float = 0.0,
) -> QPixmap:
    """The picture, ``size`` large on a screen with ``ratio`` pixels to the unit, its corners rounded."""
    key = (tuple(lesions), tone, seed, size.width(), size.height(), ratio, field_mm, scale_bar, radius)
    if key in _kept:
        _kept.move_to_end(key)
        return _kept[key]
    image = _blank(size, ratio)
    painter = QPainter(image)
    paint_skin(painter, QRectF(0, 0, size.width(), size.height()), lesions, tone, seed, field_mm, scale_bar)
    painter.end()
    _kept[key] = QPixmap.fromImage(_rounded(image, size, ratio, radius) if radius else image)
    _forget_oldest()
    return _kept[key]


def _blank(size: QSize, ratio: float) -> QImage:
    pixels = (size * ratio).expandedTo(QSize(1, 1))
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _rounded(image: QImage, size: QSize, ratio: float, radius: float) -> QImage:
    """A brush gives smooth corners where a clip would give steps."""
    shaped = _blank(size, ratio)
    painter = QPainter(shaped)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(QRectF(0, 0, size.width(), size.height()), radius, radius)
    painter.end()
    return shaped


def _forget_oldest() -> None:
    while len(_kept) > 1 and sum(_bytes(pixmap) for pixmap in _kept.values()) > _MOST_BYTES:
        _kept.popitem(last=False)


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
