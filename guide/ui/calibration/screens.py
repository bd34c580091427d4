"""How many pixels a millimetre has on the screen a widget is on, as a parent measured it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from guide.store.settings import LEAST_PX_PER_MM, MOST_PX_PER_MM, with_screen
from guide.ui.preferences import Preferences

_MM_PER_INCH = 25.4
# A screen of 96 dpi, which most systems take for granted.
_USUAL_PX_PER_MM = 96 / _MM_PER_INCH
_LONGEST_PART = 60


def screen_key(screen: QScreen) -> str:
    """What tells screens apart, also after a restart; another resolution or scaling is measured anew."""
    size, ratio = screen.size(), screen.devicePixelRatio()
    parts = [screen.name(), screen.model(), f"{size.width()}x{size.height()}", f"{ratio:g}"]
    return " ".join(_plain(part) for part in parts if part)


def likely_px_per_mm(screen: QScreen) -> float:
    """What the screen says of itself, if that can be; many say nothing or something wrong."""
    said = screen.physicalDotsPerInch() / _MM_PER_INCH
    return said if LEAST_PX_PER_MM <= said <= MOST_PX_PER_MM else _USUAL_PX_PER_MM


def _plain(part: str) -> str:
    return "".join(letter for letter in part if letter.isprintable())[:_LONGEST_PART]


class ScreenSizes(QObject):
    """The measured sizes, in logical pixels, kept in the preferences."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._before = preferences.values.px_per_mm
        preferences.changed.connect(self._on_preferences_changed)

    def px_per_mm(self, screen: QScreen) -> float | None:
        return self._preferences.values.px_per_mm.get(screen_key(screen))

    def keep(self, screen: QScreen, px_per_mm: float) -> None:
        known = self._preferences.values.px_per_mm
        self._preferences.change(px_per_mm=with_screen(known, screen_key(screen), px_per_mm))

    def forget(self, screen: QScreen) -> None:
        known = dict(self._preferences.values.px_per_mm)
        known.pop(screen_key(screen), None)
        self._preferences.change(px_per_mm=known)

    def _on_preferences_changed(self) -> None:
        now = self._preferences.values.px_per_mm
        if now != self._before:
            self._before = now
            self.changed.emit()


class ScreenWatch(QObject):
    """Tells when a widget's window has moved to another screen, or its screen has changed."""

    changed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._screen: QScreen | None = None
        self._followed: QObject | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Only once shown does a widget surely have the window it stays in."""
        window = self._widget.window().windowHandle()
        if window is not None and window is not self._followed:
            self._followed = window
            window.screenChanged.connect(self._on_screen_changed)
        self._on_screen_changed()

    def _on_screen_changed(self) -> None:
        screen = self._widget.screen()
        if screen is not self._screen:
            self._screen = screen
            screen.geometryChanged.connect(self.changed)
            screen.physicalDotsPerInchChanged.connect(self.changed)
            self.changed.emit()
