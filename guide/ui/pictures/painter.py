"""A picture of skin with marks on it, painted the same on screen and on paper."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from guide.domain.conditions import Lesion
from guide.ui.pictures.bumps import is_taut, paint_bodies, paint_light, paint_shadows
from guide.ui.pictures.colours import TONES, skin_colour
from guide.ui.pictures.description import Bar, Plan, plan_picture
from guide.ui.pictures.ground import paint_daylight, paint_ground, paint_relief
from guide.ui.pictures.patches import paint_flat, paint_halos
from guide.ui.pictures.shapes import qcolor
from guide.ui.pictures.surfaces import paint_surfaces

_SCREEN_DPI = 96.0
# Paper is printed at up to 1200 dpi; a drawing gains nothing beyond this.
_MOST_PX = 1600


def paint_skin(
    painter: QPainter,
    rect: QRect | QRectF,
    lesions: Sequence[Lesion],
    tone: int,
    seed: str,
    field_mm: float | None = None,
    scale_bar: bool = True,
) -> None:
    """Fill ``rect`` with skin of ``tone`` (0 lightest to 4 darkest) bearing the lesions.

    The same seed and shape give the same picture. ``field_mm`` is the width of skin shown; without it the
    lesions' sizes decide. Where the marks need more room they get it.
    """
    rect = QRectF(rect)
    if rect.width() < 1 or rect.height() < 1:
        return
    unit = max(1.0, painter.device().logicalDpiX() / _SCREEN_DPI)
    plan = _plan(tuple(lesions), seed, rect.width() / unit, rect.height() / unit, field_mm, scale_bar)
    density = painter.deviceTransform().m11()
    width = min(_MOST_PX, max(1, round(rect.width() * density)))
    image = paint_plan(plan, QSize(width, max(1, round(width * rect.height() / rect.width()))), tone, seed)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(rect, image)
    if plan.bar is not None:
        _paint_bar(painter, rect, plan, plan.bar)
    painter.restore()


def paint_plan(plan: Plan, size: QSize, tone: int, seed: str) -> QImage:
    """The picture without its scale bar, ``size`` pixels large."""
    tone = _known(tone)
    skin = skin_colour(tone)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(qcolor(skin))
    field = QSizeF(plan.width, plan.height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size.width() / plan.width, size.height() / plan.height)
    risen = [mark for mark in plan.marks if mark.lesion.elevation != "flat"]
    paint_ground(painter, field, tone, seed)
    paint_halos(painter, field, plan.marks, skin)
    paint_flat(painter, field, plan.marks, skin)
    paint_daylight(painter, field, tone)
    paint_shadows(painter, risen, skin)
    paint_bodies(painter, [mark for mark in risen if not is_taut(mark.lesion)], skin)
    paint_relief(painter, field, tone)
    paint_bodies(painter, [mark for mark in risen if is_taut(mark.lesion)], skin)
    paint_light(painter, risen, skin)
    paint_surfaces(painter, plan.marks, skin)
    painter.end()
    return image


# Another tone or density is the same plan again.
_plan = lru_cache(maxsize=256)(plan_picture)


def _known(tone: int) -> int:
    return min(len(TONES) - 1, max(0, tone))


def _paint_bar(painter: QPainter, rect: QRectF, plan: Plan, bar: Bar) -> None:
    """Words over a line; white on a dark plate is read on every tone."""
    scale = rect.width() / plan.width
    text = bar.text * scale
    plate = QRectF(
        rect.left() + 0.45 * text,
        rect.bottom() - bar.height * scale + 0.1 * text,
        bar.width * scale - 0.6 * text,
        1.7 * text,
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(28, 22, 20, 150))
    painter.drawRoundedRect(plate, 0.3 * text, 0.3 * text)
    left, bottom = plate.left() + 0.35 * text, plate.bottom() - 0.35 * text
    painter.fillRect(QRectF(left, bottom - 0.14 * text, bar.mm * scale, 0.14 * text), Qt.GlobalColor.white)
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(text)))
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    words = QCoreApplication.translate("pictures", "{mm} mm").format(mm=bar.mm)
    painter.drawText(QPointF(left, bottom - 0.36 * text), words)
