"""From a photo's bytes to clean pixels: upright, no larger than needed, in sRGB, nothing but the picture."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMessageLogContext,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter, QTransform

from guide.ui.photos.camera_data import CameraData
from guide.ui.photos.formats import JPEG
from guide.ui.photos.refusals import Reason, Refused

LONG_EDGE = 1600
THUMBNAIL_EDGE = 320
QUALITY = 85
MOST_PIXELS = 250_000_000
# A JPEG is scaled while it is read, so a 200 megapixel phone picture costs little.
MOST_JPEG_PIXELS = 500_000_000
ALLOCATION_LIMIT_MB = 320

# Of the JPEG library's warnings those after which part of the picture is grey or noise.
_LOST_PART = ("premature end", "bad huffman code")

# How each way up becomes upright: turned by so many degrees, then left and right exchanged.
_TURNS = {1: (0, False), 2: (0, True), 3: (180, False), 4: (180, True)} | {
    5: (90, True),
    6: (90, False),
    7: (270, True),
    8: (270, False),
}


def load_reader(image_format: str) -> None:
    """So that nothing more has to be opened when the picture is read."""
    empty = QBuffer()
    empty.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader(empty, QByteArray(image_format.encode("ascii"))).canRead()


def read_picture(data: bytes, image_format: str, camera: CameraData | None = None) -> QImage:
    """The picture turned upright and rebuilt, its long edge at most ``LONG_EDGE``."""
    camera = camera or CameraData()
    with _listening() as heard:
        image = _read(data, image_format)
    if any(words in each for each in heard for words in _LOST_PART):
        raise Refused(Reason.INCOMPLETE)
    if camera.is_adobe_rgb and not image.colorSpace().isValid():
        image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    return rebuilt(_upright(image, camera.orientation))


def rebuilt(image: QImage) -> QImage:
    """A new image that shares nothing with the file: texts, comments and profiles stay with the old one."""
    image = _fitted(image, LONG_EDGE)
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(
            QColorSpace(QColorSpace.NamedColorSpace.SRgb), _plain_format(image)
        )
    clean = QImage(image.size(), QImage.Format.Format_RGB32)
    clean.fill(Qt.GlobalColor.white)
    painter = QPainter(clean)
    painter.drawImage(0, 0, image)
    painter.end()
    return clean


def smaller(image: QImage) -> QImage:
    return _fitted(image, THUMBNAIL_EDGE)


def jpeg_of(image: QImage) -> bytes:
    content = QByteArray()
    target = QBuffer(content)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(target, QByteArray(b"jpeg"))
    writer.setQuality(QUALITY)
    if not writer.write(image):
        raise Refused(Reason.DAMAGED)
    return bytes(content.data())


def _read(data: bytes, image_format: str) -> QImage:
    QImageReader.setAllocationLimit(ALLOCATION_LIMIT_MB)
    content = QByteArray(data)
    source, nothing = QBuffer(content), QBuffer()
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, QByteArray(image_format.encode("ascii")))
    try:
        return _read_by(reader, image_format)
    finally:
        # WORKAROUND: the TIFF reader uses its device when it ends, which Python may have ended before it.
        reader.setDevice(nothing)


def _read_by(reader: QImageReader, image_format: str) -> QImage:
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(False)
    size = reader.size()
    _check_size(size, image_format)
    reader.setScaledSize(_fitting(size, LONG_EDGE))
    image = reader.read()
    if image.isNull():
        raise Refused(_why_unread(size))
    return image


@contextmanager
def _listening() -> Iterator[list[str]]:
    # WORKAROUND: Qt's JPEG reader gives a grey or torn picture for a whole one, and says so only in its log.
    heard: list[str] = []

    def hear(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        heard.append(text.lower())

    before = qInstallMessageHandler(hear)
    try:
        yield heard
    finally:
        qInstallMessageHandler(before)


def _check_size(size: QSize, image_format: str) -> None:
    """By the header alone, before anything is decoded."""
    if size.isEmpty():
        raise Refused(Reason.DAMAGED)
    most = MOST_JPEG_PIXELS if image_format == JPEG else MOST_PIXELS
    if size.width() * size.height() > most:
        raise Refused(Reason.TOO_MANY_PIXELS)


def _why_unread(size: QSize) -> Reason:
    needed = size.width() * size.height() * 4
    return Reason.TOO_MANY_PIXELS if needed > ALLOCATION_LIMIT_MB << 20 else Reason.DAMAGED


def _upright(image: QImage, orientation: int) -> QImage:
    degrees, mirrored = _TURNS[orientation]
    turned = image.transformed(QTransform().rotate(degrees)) if degrees else image
    return turned.flipped(Qt.Orientation.Horizontal) if mirrored else turned


def _fitted(image: QImage, edge: int) -> QImage:
    size = _fitting(image.size(), edge)
    if size == image.size():
        return image
    return image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _fitting(size: QSize, edge: int) -> QSize:
    if max(size.width(), size.height()) <= edge:
        return size
    fitted = size.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.expandedTo(QSize(1, 1))


def _plain_format(image: QImage) -> QImage.Format:
    return QImage.Format.Format_ARGB32 if image.hasAlphaChannel() else QImage.Format.Format_RGB32
