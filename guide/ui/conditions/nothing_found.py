"""Where nothing was found: what to leave out so that something is, each one press away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.ui.icons import ThemedButton
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words


@dataclass(frozen=True, slots=True)
class WayOut:
    """A press that leaves something out, and the words on its button."""

    text: str
    take: Callable[[], None]


class NothingFound(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: list[ThemedButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SMALLER))
        self.said = words("")
        column.addWidget(self.said)
        self._row = FlowLayout(theme.px(SMALLER))
        column.addLayout(self._row)
        column.addStretch(1)

    def offer(self, said: str, ways: Sequence[WayOut]) -> None:
        self.said.setText(said)
        self._row.clear()
        self.buttons = []
        for way in ways:
            button = ThemedButton(self._theme, way.text.replace("&", "&&"), "chip")
            button.setAccessibleName(way.text)
            button.clicked.connect(lambda _=False, take=way.take: take())
            self._row.addWidget(button)
            button.show()
            self.buttons.append(button)
