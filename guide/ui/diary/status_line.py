"""A line that tells what was just done, also to a screen reader, and stays until something else is done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guide.ui.icons import IconLabel
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.words import words


class StatusLine(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SMALLER))
        row.addWidget(IconLabel(theme, "check", "home", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        self.label = words("", "h3")
        row.addWidget(self.label, 1)
        self.hide()

    def say(self, text: str) -> None:
        self.label.setText(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.label, text))
