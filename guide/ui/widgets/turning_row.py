"""A row that turns into a column where there is too little room beside each other."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_ROW, _COLUMN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class TurningRow(QWidget):
    """`row` takes what stands in it; `least` is the width in pixels from which it is a row."""

    turned = Signal(bool)
    """True for a row, False for a column."""

    def __init__(self, least: int, spacing: int) -> None:
        super().__init__()
        self._least = least
        self.row = QBoxLayout(_ROW, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(spacing)

    @property
    def is_row(self) -> bool:
        return self.row.direction() == _ROW

    def minimumSizeHint(self) -> QSize:
        # A row's own minimum is all its parts together, and would keep it from ever getting narrow enough.
        items = [self.row.itemAt(index) for index in range(self.row.count())]
        width = max((item.minimumSize().width() for item in items if item), default=0)
        return QSize(width, self.row.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = _ROW if event.size().width() >= self._least else _COLUMN
        if wanted != self.row.direction():
            self.row.setDirection(wanted)
            self.updateGeometry()
            self.turned.emit(wanted == _ROW)
