"""One of a few things to choose, as a row of buttons that wraps."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from guide.ui.icons import ThemedButton
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.arrow_row import ArrowRow
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words


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
            self._group.addButton(button)
            row.addWidget(button)
        ArrowRow(self, list(self.buttons.values()))
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def choice(self) -> str:
        return next((each for each, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, choice: str) -> None:
        self.buttons[choice].setChecked(True)

    def _on_clicked(self, clicked: QAbstractButton) -> None:
        self.chosen.emit(next(each for each, button in self.buttons.items() if button is clicked))
