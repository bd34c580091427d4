"""The diary's stored JPEGs as pictures on screen, with round corners and sharp on any screen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPixmap


def stored_image(jpeg: bytes) -> QImage:
    """Nothing is guessed: the store holds JPEG only. A null image where the bytes are damaged."""
    content = QByteArray(jpeg)
    source = QBuffer(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, QByteArray(b"jpeg"))
    reader.setAutoDetectImageFormat(False)
    image = reader.read()
    # WORKAROUND: the reader must let go of the buffer before Python does.
    reader.setDevice(QBuffer())
    return image


def covering(image: QImage, size: QSize, ratio: float, radius: float) -> QPixmap:
    """The middle of the image, filling all of ``size``."""
    scaled = image.scaled(
        size * ratio,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    scaled.setDevicePixelRatio(ratio)
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(0, 0, size.width(), size.height()), radius, radius)
    painter.setClipPath(shape)
    over = scaled.deviceIndependentSize().toSize() - size
    painter.drawImage(-over.width() // 2, -over.height() // 2, scaled)
    painter.end()
    return pixmap


def whole(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """All of the image, as large as fits into ``size``."""
    scaled = image.scaled(
        size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    scaled.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(scaled)
