"""A photo of the note being written: small, with when it was taken and a way to take it out again."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from guide.domain.diary import NewPhoto
from guide.ui.diary.pixmaps import covering, stored_image
from guide.ui.icons import ThemedButton
from guide.ui.theme import CONTROL_RADIUS, SMALLER, TINY, Theme
from guide.ui.widgets.words import words
from guide.ui.wording import day_words

WIDTH, HEIGHT = 130, 92


class NewPhotoTile(QFrame):
    def __init__(self, theme: Theme, photo: NewPhoto, number: int) -> None:
        super().__init__()
        self.setProperty("look", "well")
        column = QVBoxLayout(self)
        margin = theme.px(SMALLER)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(TINY))
        column.addWidget(self._picture(theme, photo, number))
        taken = day_words(photo.taken.date()) if photo.taken else ""
        self.taken_label = words(self.tr("Taken {day}").format(day=taken), "small-muted", wrap=False)
        self.date_button = ThemedButton(theme, self.tr("Use this date"), "link")
        self.date_button.setAccessibleName(self.tr("Use {day} as the date of the note").format(day=taken))
        self.remove_button = ThemedButton(theme, self.tr("Remove"), "link", "trash-2")
        self.remove_button.setAccessibleName(self.tr("Remove photo {number}").format(number=number))
        for widget in (self.taken_label, self.date_button, self.remove_button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self.taken_label.setVisible(bool(taken))
        self.date_button.setVisible(bool(taken))

    def _picture(self, theme: Theme, photo: NewPhoto, number: int) -> QLabel:
        size = QSize(theme.px(WIDTH), theme.px(HEIGHT))
        label = QLabel()
        label.setFixedSize(size)
        label.setAccessibleName(self.tr("Photo {number} of this note").format(number=number))
        image = stored_image(photo.thumbnail)
        if not image.isNull():
            label.setPixmap(covering(image, size, self.devicePixelRatioF(), theme.px(CONTROL_RADIUS)))
        return label
