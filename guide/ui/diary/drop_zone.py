"""The dashed frame that shows where photos may be dropped; the form around it does the taking."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from guide.ui.icons import IconLabel
from guide.ui.theme import CARD_RADIUS, ROOM, SMALLER, Theme
from guide.ui.widgets.words import words


class DropZone(QFrame):
    """`column` takes further ways to give a photo."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._hot = theme, False
        self.column = QVBoxLayout(self)
        margin = theme.px(ROOM)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.px(SMALLER))
        self.column.addWidget(IconLabel(theme, "camera", "brand", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        said = self.tr("JPEG, PNG, WebP or TIFF. Place and camera data are removed.")
        for text, look in ((self.tr("Drop photos here"), "h3"), (said, "small-muted")):
            label = words(text, look)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(label)

    def show_hot(self, hot: bool) -> None:
        """Whether something that could be dropped is over the form."""
        self._hot = hot
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(colours.brand if self._hot else colours.control_line), 1.4, Qt.PenStyle.DashLine)
        )
        painter.setBrush(QColor(colours.brand_soft) if self._hot else Qt.BrushStyle.NoBrush)
        radius = self._theme.px(CARD_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
