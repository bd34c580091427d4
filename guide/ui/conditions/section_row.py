"""Which conditions are listed: all, the bookmarked, those seen lately; and the way to the claims heard."""

from typing import get_args

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from guide.ui.conditions.history import Section
from guide.ui.icons import ThemedButton
from guide.ui.theme import TINY, Theme
from guide.ui.widgets.layouts import FlowLayout

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class SectionRow(QWidget):
    """Tab comes to the chosen one, left and right go on to the others."""

    chosen = Signal()
    claims_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("List"))
        self.buttons: dict[Section, ThemedButton] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(theme.px(TINY))
        self.setLayout(row)
        names: dict[Section, str] = {
            "all": self.tr("All"),
            "bookmarked": self.tr("Bookmarked"),
            "recent": self.tr("Seen lately"),
        }
        for section in get_args(Section):
            button = ThemedButton(theme, names[section], "chip")
            button.setCheckable(True)
            button.setAccessibleName(self.tr("List: {name}").format(name=names[section]))
            button.installEventFilter(self)
            self.buttons[section] = button
            self._group.addButton(button)
            row.addWidget(button)
        self.claims_button = ThemedButton(theme, self.tr("Heard online"), "chip")
        self.claims_button.clicked.connect(self.claims_requested)
        row.addWidget(self.claims_button)
        self.choose("all")
        self._group.buttonClicked.connect(self.chosen)

    @property
    def section(self) -> Section:
        return next(each for each, button in self.buttons.items() if button.isChecked())

    def choose(self, section: Section) -> None:
        self.buttons[section].setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's own arrows go by where buttons lie, and stop at the end of a line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _STEPS:
            row = list(self.buttons.values())
            at = next(number for number, button in enumerate(row) if button is watched)
            wanted = row[(at + _STEPS[Qt.Key(event.key())]) % len(row)]
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            wanted.click()
            return True
        return super().eventFilter(watched, event)
