"""A small calm box over the page with the meaning of a word."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from guide.ui.theme import GAP, SMALLER, TINY, Theme
from guide.ui.widgets.words import words

_WIDEST = 360
_CLOSING = (
    QEvent.Type.Wheel,
    QEvent.Type.Resize,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.WindowDeactivate,
)


class MeaningBubble(QFrame):
    """Lies in the window itself: it takes no focus and no click, and never leaves the window."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.said = ""
        self.setProperty("look", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._column = QVBoxLayout(self)
        margin = theme.px(GAP)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self.label = words("")
        self._column.addWidget(self.label)
        self.hide()
        window.installEventFilter(self)

    def show_below(self, word: QRect, said: str) -> None:
        """``word`` is where the word stands in the window; above it where there is no room below."""
        self.said = said
        self.label.setText(said)
        window = self._window
        margin = self._theme.px(SMALLER)
        width = max(1, min(self._theme.px(_WIDEST), window.width() - 2 * margin))
        height = self._column.totalHeightForWidth(width)
        left = max(margin, min(word.left(), window.width() - margin - width))
        gap = self._theme.px(TINY)
        top = word.bottom() + gap
        if top + height > window.height() - margin:
            top = max(margin, word.top() - gap - height)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CLOSING:
            self.hide()
        return super().eventFilter(watched, event)
