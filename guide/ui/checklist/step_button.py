"""A button that leads to another screen, and never answers that one unseen."""

from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut

from guide.ui.icons import ThemedButton
from guide.ui.theme import Theme


class StepButton(ThemedButton):
    """The second press of a double click, or a key held down, would answer a screen nobody has read."""

    def __init__(self, theme: Theme, text: str, look: str, keys: str) -> None:
        super().__init__(theme, text, look)
        self.setToolTip(keys)
        self._keys = QShortcut(QKeySequence(keys), self)
        self._keys.setAutoRepeat(False)
        self._keys.activated.connect(self.click)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
