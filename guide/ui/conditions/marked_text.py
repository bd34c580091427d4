"""Painting a few lines of plain text in which found words are marked, cut where the room ends."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout

Spans = Sequence[tuple[int, int]]

_KEPT_BEFORE = 8


def excerpt(text: str, spans: Spans, characters: int) -> tuple[str, Spans]:
    """From shortly before the first found word on, where it would not be among so many characters."""
    if not spans or spans[0][1] <= characters:
        return text, spans
    start = text.rfind(" ", 0, max(0, spans[0][0] - _KEPT_BEFORE)) + 1
    shift = 1 - start
    return "…" + text[start:], [(begin + shift, end + shift) for begin, end in spans]


def paint_marked(painter: QPainter, rect: QRect, text: str, font: QFont, spans: Spans, lines: int) -> int:
    """Paint at most so many lines from the top of the rect; gives the height they took."""
    # Marked words are bold and so a little wider: room is measured as if all were.
    measured = QFont(font)
    measured.setBold(bool(spans) or font.bold())
    top = 0
    for begin, line in _lines(text, QFontMetrics(measured), rect.width(), lines):
        inside = [(max(0, each[0] - begin), min(len(line), each[1] - begin)) for each in spans]
        top += _paint_line(painter, QPointF(rect.left(), rect.top() + top), line, font, inside)
    return top


def _lines(text: str, metrics: QFontMetrics, width: int, most: int) -> list[tuple[int, str]]:
    """Where each line begins in the text, and its words; the last one ends in dots if there is more."""
    found: list[tuple[int, str]] = []
    begin = 0
    while begin < len(text) and len(found) < most:
        rest = text[begin:]
        fits = rest if len(found) == most - 1 else _first_line(rest, metrics, width)
        last = metrics.elidedText(fits, Qt.TextElideMode.ElideRight, width)
        found.append((begin, last))
        begin += len(fits)
        begin += len(text[begin:]) - len(text[begin:].lstrip())
    return found


def _first_line(text: str, metrics: QFontMetrics, width: int) -> str:
    if metrics.horizontalAdvance(text) <= width:
        return text
    end = 0
    while (space := text.find(" ", end + 1)) > 0 and metrics.horizontalAdvance(text[:space]) <= width:
        end = space
    return text[:end] if end else text


def _paint_line(painter: QPainter, at: QPointF, text: str, font: QFont, spans: Spans) -> int:
    layout = QTextLayout(text, font)
    layout.setFormats([_mark(begin, end) for begin, end in spans if begin < end])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    layout.draw(painter, at)
    return round(line.height())


def _mark(begin: int, end: int) -> QTextLayout.FormatRange:
    """Bold and underlined: seen without telling colours apart."""
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = begin, end - begin
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    marked.format = look
    return marked
