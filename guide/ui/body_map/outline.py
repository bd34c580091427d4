"""A baby from the front and from the back, in a box 100 wide and 200 high; vector, for screen and paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from guide.ui.pictures.marks.shapes import smooth_path

BOX = QRectF(0, 0, 100, 200)
MARK_RADIUS = 5.2

# The half to the right of the middle line, from the top of the head round to between the legs.
_HALF = (
    *((50, 3), (61, 5), (69, 12), (72.2, 21.5), (72.2, 28)),
    *((75, 28.4), (76, 33), (73.6, 37), (71, 37.4)),
    *((68.8, 43.5), (64, 49), (58.6, 53), (58.2, 56.4)),
    *((63.5, 59.4), (70.2, 63), (75.4, 69.5), (79.8, 79), (84.6, 90.5), (88.6, 100), (92.2, 105.5)),
    *((94.6, 111), (93.4, 116.6), (89, 118.8), (84.8, 115.6), (81.4, 108.6)),
    *((76.6, 100), (72.2, 92), (69, 85.6), (67.2, 83.4), (66.6, 87.5)),
    *((67.2, 97), (68.8, 108), (70.2, 118), (71, 128), (71.4, 138), (71.2, 147), (69.6, 156)),
    *((67.2, 163), (66.6, 168), (67.4, 174), (66.4, 181)),
    *((68.4, 186), (67.4, 191.4), (61.5, 193.4), (55, 192.6), (51.9, 188.6)),
    *((52.8, 182), (53.4, 174), (52.6, 167), (52, 158), (51.2, 150)),
)


@dataclass(frozen=True, slots=True)
class BodyMark:
    """A numbered spot at ``x`` and ``y`` in the box.

    A click on it tells ``spot``, or the number where there is none. Without a ``view`` it is in both.
    """

    number: int
    x: float
    y: float
    colour: QColor | str
    selected: bool = False
    spot: str = ""
    view: str = ""

    @property
    def name(self) -> str:
        return self.spot or str(self.number)


@lru_cache(maxsize=4)
def body_outline(_view: str) -> QPainterPath:
    """The silhouette; it is the same from both sides, the details differ."""
    left = [(100 - x, y) for x, y in reversed(_HALF[1:])]
    return smooth_path([*_HALF, (50, 147), *left])


@lru_cache(maxsize=4)
def body_details(view: str) -> QPainterPath:
    path = _back_details() if view == "back" else _front_details()
    for mirrored in (QTransform(), QTransform(-1, 0, 0, 1, 100, 0)):
        path.addPath(mirrored.map(_side_details()))
    path.moveTo(29.9, 118)
    path.cubicTo(42, 122, 58, 122, 70.1, 118)
    return path


def fitted(rect: QRectF | QRect) -> QTransform:
    """From the box to the largest upright place in the middle of ``rect``."""
    rect = QRectF(rect)
    scale = min(rect.width() / BOX.width(), rect.height() / BOX.height())
    left = rect.center().x() - scale * BOX.width() / 2
    return QTransform(scale, 0, 0, scale, left, rect.center().y() - scale * BOX.height() / 2)


def paint_body(
    painter: QPainter,
    rect: QRectF | QRect,
    view: str,
    line: QColor,
    fill: QColor,
    marks: Sequence[BodyMark] = (),
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(fitted(rect), combine=True)
    pen = QPen(line, 0.75)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPath(body_outline(view))
    faint = QColor(line)
    faint.setAlphaF(0.55)
    pen.setColor(faint)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(body_details(view))
    painter.restore()
    paint_marks(painter, rect, line, fill, marks)


def paint_marks(
    painter: QPainter, rect: QRectF | QRect, line: QColor, fill: QColor, marks: Sequence[BodyMark]
) -> None:
    """The selected one lies on top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(fitted(rect), combine=True)
    for mark in sorted(marks, key=lambda mark: mark.selected):
        _paint_mark(painter, mark, line, fill)
    painter.restore()


def _paint_mark(painter: QPainter, mark: BodyMark, line: QColor, fill: QColor) -> None:
    """A disk with its number; the selected one is larger and has a ring round it."""
    middle = QPointF(mark.x, mark.y)
    radius = MARK_RADIUS * (1.15 if mark.selected else 1.0)
    if mark.selected:
        painter.setPen(QPen(line, 0.9))
        painter.setBrush(fill)
        painter.drawEllipse(middle, radius + 1.9, radius + 1.9)
    painter.setPen(QPen(fill, 0.8))
    painter.setBrush(QColor(mark.colour))
    painter.drawEllipse(middle, radius, radius)
    _paint_number(painter, mark, radius)


def _paint_number(painter: QPainter, mark: BodyMark, radius: float) -> None:
    """As an outline and not as text, so that it is centred by its ink at any scale."""
    digits = QPainterPath()
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(100)
    digits.addText(0, 0, font, str(mark.number))
    ink = digits.boundingRect()
    scale = min(1.15 * radius / max(1.0, ink.height()), 1.35 * radius / max(1.0, ink.width()))
    place = QTransform(scale, 0, 0, scale, mark.x, mark.y).translate(-ink.center().x(), -ink.center().y())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_readable_on(QColor(mark.colour)))
    painter.drawPath(place.map(digits))


def _readable_on(colour: QColor) -> Qt.GlobalColor:
    """Black or white, whichever is read better; by the light the eye sees."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    light = sum(share * part**2.2 for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
    return Qt.GlobalColor.black if light > 0.18 else Qt.GlobalColor.white


def _side_details() -> QPainterPath:
    """On each side: the nappy's edge, and the folds of a well-fed baby at knee and wrist."""
    path = QPainterPath(QPointF(71.4, 136))
    path.cubicTo(63, 136.5, 55, 140, 50.8, 146)
    path.moveTo(66.8, 165.5)
    path.quadTo(63, 167.2, 59.5, 166.2)
    path.moveTo(83.2, 106.5)
    path.quadTo(86.5, 106.8, 89, 104.4)
    return path


def _front_details() -> QPainterPath:
    path = QPainterPath()
    for x in (41.5, 58.5):
        path.addEllipse(QPointF(x, 31), 1.3, 1.7)
    path.moveTo(48.8, 36)
    path.quadTo(50, 37.2, 51.2, 36)
    path.moveTo(45.4, 41)
    path.quadTo(50, 45.4, 54.6, 41)
    path.moveTo(47, 3.2)
    path.cubicTo(46, 8.5, 53.5, 9.5, 53, 5.8)
    path.addEllipse(QPointF(50, 110), 1.0, 1.5)
    return path


def _back_details() -> QPainterPath:
    path = QPainterPath(QPointF(50, 70))
    path.quadTo(49.4, 90, 50, 108)
    path.moveTo(41, 78)
    path.quadTo(44.5, 84, 42, 90)
    path.moveTo(59, 78)
    path.quadTo(55.5, 84, 58, 90)
    path.moveTo(53.5, 15)
    path.cubicTo(56, 19, 51, 22.5, 47.5, 19.5)
    path.cubicTo(44.5, 16.5, 47.5, 11.5, 52, 11.5)
    path.moveTo(50, 124)
    path.lineTo(50, 136)
    return path
