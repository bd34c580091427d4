"""The box or circle in an answer that shows whether it is chosen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from guide.ui.theme import Theme

_CHECK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))


class Tick(QWidget):
    """A box where several may be chosen, a circle where one may be."""

    def __init__(self, theme: Theme, *, one: bool) -> None:
        super().__init__()
        self._theme, self._one, self._on = theme, one, False
        self.setFixedSize(theme.px(22), theme.px(22))

    def set_on(self, on: bool) -> None:
        self._on = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.brand if self._on else colours.control_line), 1.5))
        painter.setBrush(QColor(colours.brand if self._on else colours.surface))
        radius = box.width() / 2 if self._one else box.width() * 0.28
        painter.drawRoundedRect(box, radius, radius)
        if self._on:
            painter.setPen(
                QPen(
                    QColor(colours.on_brand), box.width() / 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
                )
            )
            painter.drawPolyline(
                QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _CHECK])
            )
