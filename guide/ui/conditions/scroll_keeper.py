"""Scrolling to where one was, also while what is shown is still being laid out."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollBar


class ScrollKeeper(QObject):
    """What was filled just now has no height yet: the place is gone to as soon as the bar reaches it."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._wanted = 0
        bar.rangeChanged.connect(self._go_on)
        bar.actionTriggered.connect(self._give_up)

    @property
    def value(self) -> int:
        return self._wanted or self._bar.value()

    def go_to(self, value: int) -> None:
        self._wanted = value
        self._bar.setValue(value)
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted:
            self._bar.setValue(self._wanted)
            if self._bar.value() == self._wanted:
                self._wanted = 0

    def _give_up(self) -> None:
        """The parent scrolls now."""
        self._wanted = 0
