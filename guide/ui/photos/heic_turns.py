"""How a HEIC photo is cut and turned: by its own properties. What its EXIF says of it is done by them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QTransform

from guide.ui.photos.heif_file import Box, BrokenHeifError, Numbers

_QUARTER = 90


def turned(image: QImage, full: QSize, properties: Sequence[tuple[Box, bool]]) -> QImage:
    """In the order they are written. ``full`` is the size that they speak of."""
    for box, _ in properties:
        if box.name == b"clap":
            image, full = _cut(image, full, Numbers(box.content))
        elif box.name == b"irot":
            quarters = Numbers(box.content).next(1) & 3
            image = image.transformed(QTransform().rotate(-_QUARTER * quarters))
            full = full.transposed() if quarters % 2 else full
        elif box.name == b"imir":
            left_and_right = Numbers(box.content).next(1) & 1
            image = image.flipped(Qt.Orientation.Horizontal if left_and_right else Qt.Orientation.Vertical)
    return image


def _cut(image: QImage, full: QSize, numbers: Numbers) -> tuple[QImage, QSize]:
    width, height, right, down = (_fraction(numbers) for _ in range(4))
    part = QRectF(right + (full.width() - width) / 2, down + (full.height() - height) / 2, width, height)
    if part.isEmpty() or not QRectF(0, 0, full.width(), full.height()).contains(part):
        raise BrokenHeifError("a cut outside the picture")
    scale = image.width() / full.width()
    inside = QTransform().scale(scale, scale).mapRect(part).toAlignedRect() & image.rect()
    return image.copy(inside), part.toAlignedRect().size()


def _fraction(numbers: Numbers) -> float:
    above, below = (int.from_bytes(numbers.take(4), "big", signed=True) for _ in range(2))
    if below <= 0:
        raise BrokenHeifError("a fraction of nothing")
    return above / below
