"""One of a few things to choose, as a row of buttons that wraps."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from guide.ui.icons import ThemedButton
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ChoiceRow(QWidget):
    """Tab comes to the chosen one, the arrows go on to the others."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, choices: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(theme.px(SMALLER))
        self.setLayout(row)
        row.addWidget(words(name, "small-muted", wrap=False))
        for choice, text in choices.items():
            button = ThemedButton(theme, text, "chip")
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            self.buttons[choice] = button
            button.installEventFilter(self)
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def choice(self) -> str:
        return next((each for each, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, choice: str) -> None:
        self.buttons[choice].setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's own arrows go by where buttons lie, and stop at the end of a line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _STEPS:
            self._step(watched, _STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _step(self, begun: QObject, by: int) -> None:
        row = list(self.buttons.values())
        at = next(number for number, button in enumerate(row) if button is begun)
        wanted = row[(at + by) % len(row)]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        wanted.click()

    def _on_clicked(self, clicked: QAbstractButton) -> None:
        self.chosen.emit(next(each for each, button in self.buttons.items() if button is clicked))
