"""The drawn parts of the sheet: body map, photos with their dates, marks, the box for the doctor."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPen

from guide.domain.diary import Photo
from guide.domain.summary import DatedPhoto, SpotCourse
from guide.errors import GuideError
from guide.ui.body_map.outline import BodyMark, paint_body
from guide.ui.paper.flow import Flow
from guide.ui.paper.table import RULE
from guide.ui.paper.text import ACCENT, Line, Look, lines_in, one_line
from guide.ui.paper.words import caption

translate = QCoreApplication.translate

CHIP = 11.0

_BODY_WIDTH, _BODY_HEIGHT, _BODY_GAP = 63.0, 126.0, 8.0
_BODY_FILL, _OUTLINE = "#F3EEE6", "#8B959C"
_ACROSS, _WIDEST, _NARROWEST = 4, 2.5, 0.6
_CAPTION_WIDTH = 90.0
_PHOTO_GAP, _CAPTION_GAP, _ROW_GAP = 8.0, 2.5, 7.0
# Enough for a good print, and half of a photo as it is kept: a JPEG can be halved while it is read.
_PHOTO_PIXELS = 800
_JPEG_START = QByteArray(b"\xff\xd8")
_NOTES_LEAST, _NOTES_MOST = 62.0, 150.0

PhotoJpeg = Callable[[str], bytes]


def add_body_map(flow: Flow, spots: Sequence[SpotCourse], look: Look) -> None:
    """Front and back at the right edge, and any other view that has a spot."""
    views = list(dict.fromkeys(["front", "back", *(course.spot.view for course in spots)]))
    width = len(views) * (_BODY_WIDTH + _BODY_GAP) - _BODY_GAP

    def paint(painter: QPainter, area: QRectF) -> None:
        for number, view in enumerate(views):
            left = area.left() + number * (_BODY_WIDTH + _BODY_GAP)
            _paint_view(painter, QRectF(left, area.top(), _BODY_WIDTH, _BODY_HEIGHT), view, spots, look)

    flow.beside(width, _BODY_HEIGHT + look.height, paint)


def paint_chip(painter: QPainter, x: float, y: float, number: int) -> None:
    """The spot's number in a disc, as on the body map."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ACCENT))
    painter.drawEllipse(QRectF(x, y, CHIP, CHIP))
    painter.restore()


def add_photos(
    flow: Flow, photos: Sequence[DatedPhoto], photo_jpeg: PhotoJpeg, look: Look, most_height: float
) -> None:
    """Rows of up to four, none higher than the one above; a photo and its date are one block."""
    height = most_height
    for start in range(0, len(photos), _ACROSS):
        height = _add_photo_row(flow, photos[start : start + _ACROSS], photo_jpeg, look, height)


def add_notes_box(flow: Flow, label: Line) -> None:
    flow.need(_NOTES_LEAST)
    flow.block(min(flow.room, _NOTES_MOST), lambda painter, area: _paint_notes_box(painter, area, label))


def _paint_view(painter: QPainter, area: QRectF, view: str, spots: Sequence[SpotCourse], look: Look) -> None:
    marks = [
        BodyMark(course.number, course.spot.x, course.spot.y, QColor(ACCENT))
        for course in spots
        if course.spot.view == view
    ]
    painter.save()
    painter.setFont(look.font())
    paint_body(painter, area, view, QColor(_OUTLINE), QColor(_BODY_FILL), marks)
    painter.restore()
    name = {"front": translate("paper", "front"), "back": translate("paper", "back")}.get(view, view)
    label = one_line(area.width(), name, look)
    label.paint(painter, area.left() + (area.width() - label.natural_width) / 2, area.bottom())


def _add_photo_row(
    flow: Flow, photos: Sequence[DatedPhoto], photo_jpeg: PhotoJpeg, look: Look, most_height: float
) -> float:
    """The height of its photos is returned."""
    frames = _frames(photos, flow.width, most_height)
    captions = [
        lines_in(frame.width(), caption(dated.day, dated.spot_number), look)
        for dated, frame in zip(photos, frames, strict=True)
    ]
    words = max(sum(line.height for line in lines) for lines in captions)
    height = frames[0].height() + _CAPTION_GAP

    def paint(painter: QPainter, area: QRectF) -> None:
        for dated, frame, lines in zip(photos, frames, captions, strict=True):
            place = frame.translated(area.topLeft())
            _paint_photo(painter, _fitted(dated.photo, place), dated.photo, photo_jpeg, look)
            _paint_lines(painter, lines, place.left(), area.top() + height)

    flow.block(height + words + _ROW_GAP, paint)
    return frames[0].height()


def _frames(photos: Sequence[DatedPhoto], width: float, most_height: float) -> list[QRectF]:
    """Side by side, as high as they can be together."""
    shapes = [_shape(dated.photo) for dated in photos]
    height = min(most_height, (width - _PHOTO_GAP * (len(photos) - 1)) / sum(shapes))
    # A narrow photo gets room for its date, as far as there is some.
    spare = (width - _PHOTO_GAP * (len(photos) - 1) - sum(shapes) * height) / len(photos)
    frames = []
    left = 0.0
    for shape in shapes:
        slot = max(shape * height, min(_CAPTION_WIDTH, shape * height + spare))
        frames.append(QRectF(left, 0, slot, height))
        left += slot + _PHOTO_GAP
    return frames


def _shape(photo: Photo) -> float:
    """Width to height, within what leaves the others and the date enough room."""
    return min(_WIDEST, max(_NARROWEST, photo.width / max(1, photo.height)))


def _fitted(photo: Photo, frame: QRectF) -> QRectF:
    """The whole photo: nothing of it is cut off."""
    whole = QSizeF(max(1, photo.width), max(1, photo.height))
    size = whole.scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(QPointF(frame.left(), frame.bottom() - size.height()), size)


def _paint_photo(painter: QPainter, frame: QRectF, photo: Photo, photo_jpeg: PhotoJpeg, look: Look) -> None:
    image = _read(photo, photo_jpeg)
    if image.isNull():
        missing = translate("paper", "This photo could not be read.")
        _paint_lines(painter, lines_in(frame.width() - 12, missing, look), frame.left() + 6, frame.top() + 6)
    else:
        painter.drawImage(frame, image)
    painter.setPen(QPen(QColor(RULE), 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)


def _read(photo: Photo, photo_jpeg: PhotoJpeg) -> QImage:
    try:
        content = QByteArray(photo_jpeg(photo.id))
    except GuideError:
        return QImage()
    if not content.startsWith(_JPEG_START):
        return QImage()
    source = QBuffer(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, QByteArray(b"jpeg"))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if max(size.width(), size.height()) > _PHOTO_PIXELS:
        most = QSize(_PHOTO_PIXELS, _PHOTO_PIXELS)
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _paint_lines(painter: QPainter, lines: Sequence[Line], x: float, y: float) -> None:
    for line in lines:
        line.paint(painter, x, y)
        y += line.height


def _paint_notes_box(painter: QPainter, area: QRectF, label: Line) -> None:
    painter.setPen(QPen(QColor(_OUTLINE), 0.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    label.paint(painter, area.left() + 7, area.top() + 5)
