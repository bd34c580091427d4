"""The rail at the left: where one is, and where one can go."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from guide.ui.icons import ThemedButton, icon_file
from guide.ui.theme import GAP, TINY, Theme
from guide.ui.widgets.words import words


class Place(StrEnum):
    HOME = "home"
    CONDITIONS = "conditions"
    CHECK = "check"
    DIARY = "diary"
    SUMMARY = "summary"
    SETTINGS = "settings"
    ABOUT = "about"
    DANGER = "danger"


_ICONS = {
    Place.HOME: "house",
    Place.CONDITIONS: "book-open",
    Place.CHECK: "check",
    Place.DIARY: "notebook-text",
    Place.SUMMARY: "printer",
    Place.SETTINGS: "settings",
    Place.ABOUT: "info",
}
_WIDE, _SLIM = 218, 66


class Rail(QFrame):
    place_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        self.setAccessibleName(self.tr("Main menu"))
        self._theme = theme
        self._names = {
            Place.HOME: self.tr("Home"),
            Place.CONDITIONS: self.tr("Conditions"),
            Place.CHECK: self.tr("Check symptoms"),
            Place.DIARY: self.tr("Diary"),
            Place.SUMMARY: self.tr("Doctor summary"),
            Place.SETTINGS: self.tr("Settings"),
            Place.ABOUT: self.tr("About & sources"),
        }
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        side = theme.px(GAP)
        self._column.setContentsMargins(side, theme.px(16), side, theme.px(16))
        self._column.setSpacing(theme.px(TINY))
        self._column.addLayout(self._build_name())
        self._column.addSpacing(theme.px(10))
        self.buttons = {place: self._button(place) for place in _ICONS}
        self._column.insertStretch(self._column.indexOf(self.buttons[Place.SETTINGS]), 1)

    def show_place(self, place: Place) -> None:
        """The danger signs have no row here: then none is marked."""
        self._group.setExclusive(place in self.buttons)
        for each, button in self.buttons.items():
            button.setChecked(each is place)

    def be_slim(self, slim: bool) -> None:
        """Icons alone where the window is narrow; the names stay as tips and for screen readers."""
        self.setFixedWidth(self._theme.px(_SLIM if slim else _WIDE))
        self._name_label.setVisible(not slim)
        for place, button in self.buttons.items():
            button.setText("" if slim else self._names[place].replace("&", "&&"))
            button.setToolTip(self._names[place] if slim else "")

    @staticmethod
    def wide_needs(theme: Theme) -> int:
        return theme.px(_WIDE)

    def _build_name(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.px(8), self._theme.px(4), 0, self._theme.px(4))
        row.setSpacing(self._theme.px(10))
        mark = QLabel()
        side = self._theme.px(26)
        mark.setFixedSize(side, side)
        mark.setScaledContents(True)
        mark.setPixmap(QPixmap(str(icon_file("little-spots"))))
        self._name_label = words("Little Spots", "brand", wrap=False)
        row.addWidget(mark)
        row.addWidget(self._name_label, 1, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _button(self, place: Place) -> ThemedButton:
        button = ThemedButton(self._theme, "", "rail", _ICONS[place])
        button.setAccessibleName(self._names[place])
        button.setCheckable(True)
        button.clicked.connect(lambda: self.place_requested.emit(place))
        self._group.addButton(button)
        self._column.addWidget(button)
        return button
