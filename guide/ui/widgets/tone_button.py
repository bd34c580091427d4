"""A round swatch of a skin tone to choose."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from guide.ui.theme import Theme


class ToneButton(QAbstractButton):
    """The chosen one has a thick ring with a gap, and says that it is chosen to a screen reader."""

    def __init__(self, theme: Theme, colour: str, name: str) -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        side = self._theme.px(32)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked() or self.hasFocus():
            ring = colours.brand if self.isChecked() else colours.ink
            painter.setPen(QPen(QColor(ring), 4 if self.hasFocus() and self.isChecked() else 2.5))
            painter.drawEllipse(whole)
        painter.setPen(QPen(QColor(colours.control_line), 1))
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(whole.adjusted(4, 4, -4, -4))
