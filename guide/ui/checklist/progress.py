"""Where one is in the check: its parts, each with its name, and how far one is in the one that is on."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guide.ui.theme import TINY, Theme
from guide.ui.widgets.words import words

_ROOMY = 480


class _Part(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.share = 0.0
        self.setFixedHeight(theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, share in ((colours.line, 1.0), (colours.brand, self.share)):
            painter.setBrush(QColor(colour))
            filled = QRectF(0, 0, self.width() * share, self.height())
            painter.drawRoundedRect(filled, self.height() / 2, self.height() / 2)


class Progress(QWidget):
    """``names`` with how wide each part is beside the others. Narrow, only the part that is on is named."""

    def __init__(self, theme: Theme, names: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self._theme = theme
        self._names = [name for name, _ in names]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(TINY))
        self._parts = [_Part(theme) for _ in names]
        self._labels = [words(name, "step-done") for name in self._names]
        self._named = QWidget()
        self._now_label = words("", "step-now")
        bars, labels = QHBoxLayout(), QHBoxLayout(self._named)
        labels.setContentsMargins(0, 0, 0, 0)
        for row, widgets in ((bars, self._parts), (labels, self._labels)):
            row.setSpacing(theme.px(6))
            for widget, (_, width) in zip(widgets, names, strict=True):
                widget.setMinimumWidth(1)
                row.addWidget(widget, width)
        column.addLayout(bars)
        column.addWidget(self._named)
        column.addWidget(self._now_label)
        self._now_label.hide()

    def show_part(self, now: int, share: float, beside: str = "") -> None:
        """``share`` (0 to 1) of this part is done; ``beside`` its name stands what exactly is asked."""
        name = f"{self._names[now]} · {beside}" if beside else self._names[now]
        said = self.tr("Step {now} of {all}: {name}")
        self.setAccessibleName(said.format(now=now + 1, all=len(self._names), name=name))
        self._now_label.setText(name)
        for index, (part, label) in enumerate(zip(self._parts, self._labels, strict=True)):
            part.share = 1.0 if index < now else share if index == now else 0.0
            part.update()
            label.setText(f"✓ {self._names[index]}" if index < now else self._names[index])
            if index == now:
                label.setText(name)
            label.setProperty("look", "step-now" if index == now else "step-done")
            label.style().unpolish(label)
            label.style().polish(label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= self._theme.px(_ROOMY)
        self._named.setVisible(roomy)
        self._now_label.setVisible(not roomy)
