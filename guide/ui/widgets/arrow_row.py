"""Buttons of which one is chosen: Tab comes to that one, the arrows go on to the others."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ArrowRow(QObject):
    """Qt's own arrows go by where buttons lie, and its Tab comes to the first, whichever is chosen."""

    def __init__(self, parent: QObject, buttons: Sequence[QAbstractButton]) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        for button in self._buttons:
            button.installEventFilter(self)
            button.toggled.connect(self._on_toggled)
        self._on_toggled()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _STEPS:
            self._step(watched, _STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _step(self, begun: QObject, by: int) -> None:
        at = next(number for number, button in enumerate(self._buttons) if button is begun)
        wanted = self._buttons[(at + by) % len(self._buttons)]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        wanted.click()

    def _on_toggled(self) -> None:
        chosen = next((button for button in self._buttons if button.isChecked()), self._buttons[0])
        for button in self._buttons:
            strong = button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)
