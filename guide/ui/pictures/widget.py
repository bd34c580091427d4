"""A drawn picture of skin as a widget, with its words for screen readers."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from guide.ui.pictures.cache import Wanted
from guide.ui.pictures.plans.scene import Scene
from guide.ui.pictures.queue import show_picture
from guide.ui.pictures.words import alt_text


class SkinPicture(QLabel):
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
        # A label with a picture is announced as one; what is seen is painted below.
        self.setPixmap(QPixmap(1, 1))
        self._aspect, self._radius, self._scale_bar, self._width = aspect, radius, scale_bar, width
        self._scene = Scene((), "")
        self._tone = 2
        self._px_per_mm: float | None = None
        self._shown: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(48, round(48 / aspect))
        self._name()

    def set_scene(self, scene: Scene, px_per_mm: float | None = None) -> None:
        """With ``px_per_mm``, those of the screen, as large on the screen as on the skin."""
        self._scene, self._px_per_mm = scene, px_per_mm
        self._name()
        self.update()

    def set_tone(self, tone: int) -> None:
        """0 is the lightest skin, 4 the darkest."""
        self._tone = tone
        self.update()

    @property
    def scene(self) -> Scene:
        """What is shown; true to size, the skin that is as wide as the picture is now."""
        if self._px_per_mm is None:
            return self._scene
        return replace(self._scene, view="true", field_mm=self.picture_rect().width() / self._px_per_mm)

    @property
    def tone(self) -> int:
        return self._tone

    @property
    def is_drawn(self) -> bool:
        """Whether there is more to see than bare skin."""
        return self._shown is not None

    def picture_rect(self) -> QRect:
        """Where the picture lies: as large as the shape allows, in the middle."""
        width = min(self.width(), round(self.height() * self._aspect))
        size = QSize(width, round(width / self._aspect))
        return QStyle.alignedRect(self.layoutDirection(), Qt.AlignmentFlag.AlignCenter, size, self.rect())

    def _name(self) -> None:
        """What it shows is its name; a description would have it read twice."""
        self.setAccessibleName(alt_text(self.scene))

    def _wanted(self) -> Wanted:
        where = self.picture_rect()
        return Wanted(
            self.scene,
            float(self._tone),
            where.width(),
            where.height(),
            self.devicePixelRatioF(),
            self._scale_bar,
            self._radius,
        )

    def sizeHint(self) -> QSize:
        return QSize(self._width, self.heightForWidth(self._width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / self._aspect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._px_per_mm is not None:
            self._name()

    def paintEvent(self, _event: QPaintEvent) -> None:
        where = self.picture_rect()
        if where.isEmpty():
            return
        painter = QPainter(self)
        slot = (self, "picture")
        self._shown = show_picture(painter, where, slot, self._wanted(), self.picture_rect, self._shown)
