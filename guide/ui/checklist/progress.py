"""Where one is in the check: five parts, each with its name."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guide.ui.theme import TINY, Theme
from guide.ui.widgets.words import words


class _Part(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.reached = False
        self.setFixedHeight(theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.brand if self.reached else colours.line))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)


class Progress(QWidget):
    def __init__(self, theme: Theme, names: list[str]) -> None:
        super().__init__()
        self._names = names
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self._parts = [_Part(theme) for _ in names]
        self._labels = [words(name, "step-done") for name in names]
        for part, label in zip(self._parts, self._labels, strict=True):
            column = QVBoxLayout()
            column.setSpacing(theme.px(TINY))
            column.addWidget(part)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(column, 1)

    def show_part(self, now: int) -> None:
        said = self.tr("Step {now} of {all}: {name}")
        self.setAccessibleName(said.format(now=now + 1, all=len(self._names), name=self._names[now]))
        for index, (part, label) in enumerate(zip(self._parts, self._labels, strict=True)):
            part.reached = index <= now
            part.update()
            label.setText(f"✓ {self._names[index]}" if index < now else self._names[index])
            label.setProperty("look", "step-now" if index == now else "step-done")
            label.style().unpolish(label)
            label.style().polish(label)
