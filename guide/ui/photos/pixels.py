"""From a photo's bytes to clean pixels: upright, no larger than needed, in sRGB, nothing but the picture."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from guide.ui.photos.formats import JPEG
from guide.ui.photos.refusals import Reason, Refused

LONG_EDGE = 1600
THUMBNAIL_EDGE = 320
QUALITY = 85
MOST_PIXELS = 250_000_000
# A JPEG is scaled while it is read, so a 200 megapixel phone picture costs little.
MOST_JPEG_PIXELS = 500_000_000
ALLOCATION_LIMIT_MB = 320


def read_picture(data: bytes, image_format: str) -> QImage:
    """The picture turned upright and rebuilt, its long edge at most ``LONG_EDGE``."""
    QImageReader.setAllocationLimit(ALLOCATION_LIMIT_MB)
    content = QByteArray(data)
    source = QBuffer(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, QByteArray(image_format.encode("ascii")))
    try:
        return _repainted(_read(reader, image_format))
    finally:
        # WORKAROUND: the TIFF reader uses its device when it ends, which Python may have ended before it.
        reader.setDevice(QBuffer())


def smaller(image: QImage) -> QImage:
    return image.scaled(
        _fitting(image.size(), THUMBNAIL_EDGE),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def jpeg_of(image: QImage) -> bytes:
    content = QByteArray()
    target = QBuffer(content)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(target, QByteArray(b"jpeg"))
    writer.setQuality(QUALITY)
    if not writer.write(image):
        raise Refused(Reason.DAMAGED)
    return bytes(content.data())


def _read(reader: QImageReader, image_format: str) -> QImage:
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    _check_size(size, image_format)
    reader.setScaledSize(_fitting(size, LONG_EDGE))
    image = reader.read()
    if image.isNull():
        raise Refused(_why_unread(size))
    return image


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


def _fitting(size: QSize, edge: int) -> QSize:
    if max(size.width(), size.height()) <= edge:
        return size
    fitted = size.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.expandedTo(QSize(1, 1))


def _repainted(image: QImage) -> QImage:
    """A new image that shares nothing with the file: texts, comments and profiles stay with the old one."""
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


def _plain_format(image: QImage) -> QImage.Format:
    return QImage.Format.Format_ARGB32 if image.hasAlphaChannel() else QImage.Format.Format_RGB32
