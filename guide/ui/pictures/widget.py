"""A drawn picture of skin as a widget, with its words for screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from guide.domain.conditions import Lesion
from guide.ui.pictures.cache import skin_pixmap
from guide.ui.pictures.words import alt_text


class SkinPicture(QWidget):
    """Keeps its shape (``aspect`` is width by height) and says in words what it shows."""

    def __init__(
        self,
        parent: QWidget | None = None,
        aspect: float = 1.5,
        radius: float = 8.0,
        scale_bar: bool = True,
        width: int = 318,
    ) -> None:
        super().__init__(parent)
        self._aspect, self._radius, self._scale_bar, self._width = aspect, radius, scale_bar, width
        self._lesions: tuple[Lesion, ...] = ()
        self._seed = ""
        self._tone = 2
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(48, round(48 / aspect))
        self._name()

    def set_lesions(self, lesions: Sequence[Lesion], seed: str) -> None:
        """``seed`` decides where the marks lie; the same one gives the same picture."""
        self._lesions, self._seed = tuple(lesions), seed
        self._name()
        self.update()

    def set_tone(self, tone: int) -> None:
        """0 is the lightest skin, 4 the darkest."""
        self._tone = tone
        self.update()

    @property
    def tone(self) -> int:
        return self._tone

    def picture_rect(self) -> QRect:
        """Where the picture lies: as large as the shape allows, in the middle."""
        width = min(self.width(), round(self.height() * self._aspect))
        size = QSize(width, round(width / self._aspect))
        return QStyle.alignedRect(self.layoutDirection(), Qt.AlignmentFlag.AlignCenter, size, self.rect())

    def _name(self) -> None:
        """What it shows is its name; a description would have it read twice."""
        self.setAccessibleName(alt_text(self._lesions))

    def sizeHint(self) -> QSize:
        return QSize(self._width, self.heightForWidth(self._width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / self._aspect)

    def paintEvent(self, _event: QPaintEvent) -> None:
        where = self.picture_rect()
        painter = QPainter(self)
        picture = skin_pixmap(
            self._lesions,
            self._tone,
            self._seed,
            where.size(),
            self.devicePixelRatioF(),
            scale_bar=self._scale_bar,
            radius=self._radius,
        )
        painter.drawPixmap(where, picture)
