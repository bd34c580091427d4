"""A picture of skin with marks on it, painted the same on screen and on paper."""

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from guide.domain.lesions import Skin
from guide.ui.pictures.colour.colours import TONES, Lab, bare_skin
from guide.ui.pictures.marks.bodies import is_taut, paint_bodies, paint_contact_shadows, paint_gloss
from guide.ui.pictures.marks.halos import paint_halos
from guide.ui.pictures.marks.heights import paint_heights, top_of
from guide.ui.pictures.marks.patches import paint_flat
from guide.ui.pictures.marks.relief import Heights
from guide.ui.pictures.marks.shapes import qcolor
from guide.ui.pictures.marks.surfaces import (
    paint_surface_colours,
    paint_surface_finish,
    paint_surface_heights,
)
from guide.ui.pictures.plans.description import USUAL_FIELD_MM, plan_picture
from guide.ui.pictures.plans.plan import Bar, Mark, Plan
from guide.ui.pictures.plans.scene import Scene
from guide.ui.pictures.skin.ground import paint_daylight, paint_fold, paint_ground, paint_texture
from guide.ui.pictures.skin.hair import paint_hair

_SCREEN_DPI = 96.0
# Paper is printed at up to 1200 dpi; a drawing gains nothing beyond this.
_MOST_PX = 1600


def paint_skin(
    painter: QPainter,
    rect: QRect | QRectF,
    scene: Scene,
    tone: float,
    scale_bar: bool = True,
) -> None:
    """Fill ``rect`` with the scene on skin of ``tone`` (0 lightest to 4 darkest, or any tone between)."""
    rect = QRectF(rect)
    if rect.width() < 1 or rect.height() < 1:
        return
    unit = max(1.0, painter.device().logicalDpiX() / _SCREEN_DPI)
    plan = _plan(scene, rect.width() / unit, rect.height() / unit, scale_bar)
    density = painter.deviceTransform().m11()
    width = min(_MOST_PX, max(1, round(rect.width() * density)))
    image = paint_plan(
        plan, QSize(width, max(1, round(width * rect.height() / rect.width()))), tone, scene.seed
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(rect, image)
    if plan.bar is not None:
        _paint_bar(painter, rect, plan, plan.bar)
    painter.restore()


def paint_plan(plan: Plan, size: QSize, tone: float, seed: str) -> QImage:
    """The picture without its scale bar, ``size`` pixels large."""
    tone = _known(tone)
    skin = bare_skin(tone, plan.skin)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(qcolor(skin))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size.width() / plan.width, size.height() / plan.height)
    _paint_colours(painter, plan, tone, seed)
    _paint_light(painter, plan, skin)
    paint_surface_finish(painter, plan, skin)
    if not plan.small or plan.skin.kind == "scalp":
        paint_hair(painter, plan, tone, seed)
    painter.end()
    return image


def _paint_colours(painter: QPainter, plan: Plan, tone: float, seed: str) -> None:
    """Everything as if under even light: what is in the skin, its furrows, what is stretched over them."""
    skin, field = bare_skin(tone, plan.skin), QSizeF(plan.width, plan.height)
    risen = risen_of(plan)
    if plan.small:
        _lay_small_skin(painter, plan, tone)
    else:
        paint_ground(painter, plan, tone, seed)
    paint_halos(painter, field, plan.marks, skin)
    paint_flat(painter, field, plan.marks, skin, bare_skin(tone, replace(plan.skin, flush="none")))
    paint_fold(painter, plan, skin)
    if not plan.small:
        paint_daylight(painter, plan, tone)
    paint_contact_shadows(painter, risen, skin)
    paint_bodies(painter, [mark for mark in risen if not is_taut(mark.lesion)], skin)
    if not plan.small:
        paint_texture(painter, plan, tone)
    paint_bodies(painter, [mark for mark in risen if is_taut(mark.lesion)], skin)
    paint_surface_colours(painter, plan, skin)


def _lay_small_skin(painter: QPainter, plan: Plan, tone: float) -> None:
    """On a thumbnail nobody sees that the skin is the same on all, nor that its light is below the marks."""
    size = QSize(painter.device().width(), painter.device().height())
    painter.save()
    painter.resetTransform()
    painter.drawImage(0, 0, _small_skin(size, plan.skin, tone))
    painter.restore()


@lru_cache(maxsize=96)
def _small_skin(size: QSize, skin: Skin, tone: float) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size.width() / USUAL_FIELD_MM, size.width() / USUAL_FIELD_MM)
    plan = Plan(USUAL_FIELD_MM, USUAL_FIELD_MM * size.height() / size.width(), None, (), skin)
    paint_ground(painter, plan, tone, "small")
    paint_daylight(painter, plan, tone)
    paint_texture(painter, plan, tone)
    painter.end()
    return image


def _paint_light(painter: QPainter, plan: Plan, skin: Lab) -> None:
    area = _uneven_area(plan)
    if area.isEmpty():
        return
    device = painter.device()
    heights = Heights(QSize(device.width(), device.height()), plan.width, area, top_of(plan))
    paint_heights(heights, plan)
    paint_surface_heights(heights, plan)
    heights.light_on(painter, skin)
    paint_gloss(painter, risen_of(plan), skin)


def _uneven_area(plan: Plan) -> QRectF:
    """Where in the picture, in mm, something rises or sinks; all of it where the skin is folded."""
    whole = QRectF(0, 0, plan.width, plan.height)
    if plan.crease:
        return whole
    area = QRectF()
    for mark in plan.marks:
        lesion = mark.lesion
        if (
            lesion.elevation != "flat"
            or lesion.surface != "smooth"
            or lesion.crust != "none"
            or lesion.shape == "line"
            or lesion.dimple
        ):
            reach = 1.3 * mark.reach + 0.6
            area |= QRectF(mark.x - reach, mark.y - reach, 2 * reach, 2 * reach)
    return area & whole


def risen_of(plan: Plan) -> list[Mark]:
    return [mark for mark in plan.marks if mark.lesion.elevation != "flat"]


# Another tone or density is the same plan again.
_plan = lru_cache(maxsize=256)(plan_picture)


def _known(tone: float) -> float:
    return min(len(TONES) - 1.0, max(0.0, tone))


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
