"""Pictures kept once drawn, so that lists scroll and tones change without drawing again."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap

from guide.ui.pictures.colour.colours import TONES, bare_skin
from guide.ui.pictures.colour.oklab import rgb_of
from guide.ui.pictures.mishaps import painters_ended
from guide.ui.pictures.plans.scene import Scene

# The whole list and a few pages at 200 % on a dense screen.
MOST_BYTES = 28 * 1024 * 1024
_BYTES_A_PIXEL = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture of ``width`` by ``height`` units on a screen with ``ratio`` pixels to the unit.

    Tone 0 is the lightest skin, 4 the darkest; ``radius`` rounds the corners.
    """

    scene: Scene
    tone: float
    width: int
    height: int
    ratio: float = 1.0
    scale_bar: bool = True
    radius: float = 0.0

    @property
    def rect(self) -> QRectF:
        return QRectF(0, 0, self.width, self.height)


class PictureCache:
    """Forgets what was not shown for longest once the pictures need more than ``most_bytes``."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, wanted: Wanted) -> QPixmap | None:
        pixmap = self._kept.get(wanted)
        if pixmap is not None:
            self._kept.move_to_end(wanted)
        return pixmap

    def keep(self, wanted: Wanted, pixmap: QPixmap) -> None:
        """The newest picture stays however large it is."""
        before = self._kept.pop(wanted, None)
        self._kept[wanted] = pixmap
        self.bytes += _bytes(pixmap) - (_bytes(before) if before else 0)
        while self.bytes > self._most_bytes and len(self._kept) > 1:
            self.bytes -= _bytes(self._kept.popitem(last=False)[1])


KEPT = PictureCache()


def draw(wanted: Wanted) -> QPixmap:
    """Drawn now and not kept. Never for painting a widget: see `queue`."""
    # Only now, so that the first window does not wait for all that draws.
    from guide.ui.pictures.painter import paint_skin

    image = _blank(wanted)
    painter = QPainter(image)
    with painters_ended():
        paint_skin(painter, wanted.rect, wanted.scene, wanted.tone, wanted.scale_bar)
    painter.end()
    return QPixmap.fromImage(_rounded(image, wanted) if wanted.radius else image)


def paint_plain(painter: QPainter, wanted: Wanted, rect: QRectF) -> None:
    """The bare skin that it is of, in place of a picture that is not drawn yet."""
    tone = min(len(TONES) - 1.0, max(0.0, wanted.tone))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(*rgb_of(bare_skin(tone, wanted.scene.skin))))
    painter.drawRoundedRect(rect, wanted.radius, wanted.radius)
    painter.restore()


def _blank(wanted: Wanted) -> QImage:
    pixels = (QSize(wanted.width, wanted.height) * wanted.ratio).expandedTo(QSize(1, 1))
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(wanted.ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _rounded(image: QImage, wanted: Wanted) -> QImage:
    """A brush gives smooth corners where a clip would give steps."""
    shaped = _blank(wanted)
    painter = QPainter(shaped)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(wanted.rect, wanted.radius, wanted.radius)
    painter.end()
    return shaped


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * _BYTES_A_PIXEL
