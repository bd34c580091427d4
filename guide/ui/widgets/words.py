"""Labels for words: always plain text, wrapped to the room there is."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget


def words(text: str, look: str = "", *, wrap: bool = True) -> QLabel:
    """A label that never parses what it shows."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if look:
        label.setProperty("look", look)
    return label


def heading(title: str, lead: str) -> QWidget:
    """A page's name, and close below it what the page is for."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(words(title, "h1"))
    column.addWidget(words(lead, "lead"))
    return box


def bullets(texts: Iterable[str], look: str = "", mark: str = "•") -> QWidget:
    """A list: each line with a mark before it, and its further lines under its first word."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for text in texts:
        row = QHBoxLayout()
        row.setSpacing(8)
        dot = words(mark, look, wrap=False)
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(text, look), 1)
        column.addLayout(row)
    return box


def clear_layout(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a box and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif item is not None and isinstance(inner := item.layout(), QVBoxLayout | QHBoxLayout):
            clear_layout(inner)
