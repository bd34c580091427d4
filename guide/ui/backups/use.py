"""How many minutes the program was in use: those in which the family did something."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_MINUTE_MS = 60_000
_DOING = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
)


class MinutesOfUse(QObject):
    """A window that is merely left open is not in use."""

    counted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.minutes = 0
        self._did_something = False
        self._timer = QTimer(self, interval=_MINUTE_MS)
        self._timer.timeout.connect(self.end_minute)

    def watch(self, window: QWindow) -> None:
        # The window's own events, not those of all its widgets: only what comes from outside passes here.
        window.installEventFilter(self)
        self._timer.start()

    def end_minute(self) -> None:
        if self._did_something:
            self._did_something = False
            self.minutes += 1
            self.counted.emit()

    def begin_anew(self) -> None:
        self.minutes = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _DOING:
            self._did_something = True
        return False
