"""A spot in the list beside the body map: its number as on the map, its name, and how it goes."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guide.ui.theme import GAP, SMALL, TINY, Theme
from guide.ui.widgets.cards import CardButton
from guide.ui.widgets.words import words


class SpotButton(CardButton):
    def __init__(self, theme: Theme, spot_id: str, number: int, name: str, facts: str) -> None:
        super().__init__(theme, f"{number} · {name}, {facts}")
        self.spot_id = spot_id
        self.setCheckable(True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(GAP))
        self._badge = _Badge(theme, number)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(theme.px(TINY))
        said.addWidget(words(name, "h3"))
        said.addWidget(words(facts, "small-muted"))
        row.addLayout(said, 1)
        self.column.addLayout(row)
        self.toggled.connect(self._badge.mark_chosen)
        self.let_clicks_through()


class _Badge(QWidget):
    """The mark of the body map, so that the eye finds it there."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self._number, self._chosen = theme, number, False
        self.setFixedSize(theme.px(26), theme.px(26))

    def mark_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_text if self._chosen else colours.brand))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QColor(colours.on_brand))
        painter.setFont(self._theme.font(SMALL, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
