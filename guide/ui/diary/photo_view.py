"""A photo of the diary: small to press, and large on its own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from guide.errors import GuideError
from guide.ui.diary.pixmaps import covering, stored_image, whole
from guide.ui.family import Family
from guide.ui.icons import icon
from guide.ui.messages import show_problem
from guide.ui.theme import CONTROL_RADIUS, GAP, ROOM, Theme
from guide.ui.widgets.words import words


class PhotoButton(QPushButton):
    """The thumbnail; pressed, it shows the photo large. ``words_for_it`` is what a screen reader says."""

    def __init__(self, theme: Theme, family: Family, photo_id: str, words_for_it: str, size: QSize) -> None:
        super().__init__()
        self._theme, self._family, self._photo_id = theme, family, photo_id
        self.setProperty("look", "tone")
        self.setAccessibleName(words_for_it)
        self.setToolTip(self.tr("Show larger"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setFixedSize(size)
        self.setIconSize(size - QSize(6, 6))
        self.setIcon(self._picture())
        self.clicked.connect(self._on_clicked)

    def _picture(self) -> QIcon:
        try:
            image = stored_image(self._family.thumbnail(self._photo_id))
        except GuideError:
            image = QImage()
        if image.isNull():
            return icon("image", self._theme.colours.muted)
        radius = self._theme.px(CONTROL_RADIUS)
        return QIcon(covering(image, self.iconSize(), self.devicePixelRatioF(), radius))

    def _on_clicked(self) -> None:
        try:
            image = stored_image(self._family.photo_jpeg(self._photo_id))
        except GuideError as problem:
            show_problem(self, problem)
            return
        PhotoDialog(self._theme, image, self.accessibleName(), self.window()).open()


class PhotoDialog(QDialog):
    """The whole photo, as large as the dialog; Esc closes it."""

    def __init__(self, theme: Theme, image: QImage, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Photo"))
        column = QVBoxLayout(self)
        margin = theme.px(ROOM)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(GAP))
        self.picture = _Picture(image, said)
        column.addWidget(self.picture, 1)
        column.addWidget(words(said, "muted"))
        buttons = QDialogButtonBox()
        self.close_button = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.clicked.connect(self.reject)
        column.addWidget(buttons)
        self.resize(parent.size() * 0.85)


class _Picture(QLabel):
    """Follows the dialog's size."""

    def __init__(self, image: QImage, said: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(said)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Otherwise a picture once drawn would keep the dialog from getting smaller.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        if image.isNull():
            self.setText(self.tr("This photo cannot be shown. The rest of the diary can still be used."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._image.isNull() and not self.size().isEmpty():
            self.setPixmap(whole(self._image, self.size(), self.devicePixelRatioF()))
