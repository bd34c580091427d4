"""The box to search in, with its magnifying glass."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QToolButton

from guide.ui.icons import icon
from guide.ui.theme import Theme


class SearchEdit(QLineEdit):
    def __init__(self, theme: Theme, name: str, example: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setClearButtonEnabled(True)
        for clear_button in self.findChildren(QToolButton):
            clear_button.setAccessibleName(self.tr("Clear"))
        self._glass = self.addAction(self._icon(), QLineEdit.ActionPosition.LeadingPosition)
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._glass.setIcon(self._icon())

    def _icon(self) -> QIcon:
        return icon("search", self._theme.colours.muted)
