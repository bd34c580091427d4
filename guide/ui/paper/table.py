"""A table on paper: rows stay whole, and each page begins with the head."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from guide.ui.paper.flow import Flow
from guide.ui.paper.text import Line, Look, lines_in, one_line

RULE, INK_RULE = "#C3BDB3", "#5A6872"

_BETWEEN = 7.0
_LEAST_LINES = 3

Cells = list[list[Line]]


@dataclass(frozen=True, slots=True)
class Column:
    """``share`` is the part of the table's width it takes."""

    title: str
    share: float


@dataclass(frozen=True, slots=True)
class Heads:
    """The look of the titles, and the line above them where the table goes on on a further page."""

    look: Look
    again: str
    again_look: Look


@dataclass(frozen=True, slots=True)
class Table:
    """Without ``heads`` it is a plain list of columns: no titles, no lines."""

    columns: tuple[Column, ...]
    body: Look
    heads: Heads | None = None


def add_table(flow: Flow, table: Table, rows: Sequence[Sequence[str]]) -> None:
    placer = _RowPlacer(flow, table)
    for number, row in enumerate(rows):
        placer.add(row, first=number == 0)


class _RowPlacer:
    def __init__(self, flow: Flow, table: Table) -> None:
        self._flow = flow
        self._table = table
        self._widths = [column.share * flow.width for column in table.columns]
        self._above, self._below = (2.4, 2.8) if table.heads else (0.6, 0.9)
        heads = table.heads
        self._head = self._set([column.title for column in table.columns], heads.look) if heads else []

    def add(self, texts: Sequence[str], first: bool) -> None:
        """Whole; only a row that is higher than a page is poured over several."""
        row = self._set(texts, self._table.body)
        if first:
            self._flow.need(min(self._height(self._head) + self._height(row), self._flow.full_room))
            self._place_head()
        if self._height(row) <= self._whole_page():
            if self._height(row) > self._flow.room:
                self._go_on()
            self._place(row, RULE)
        else:
            self._pour(row)

    def _pour(self, row: Cells) -> None:
        while any(row):
            if self._flow.room < self._above + self._below + _LEAST_LINES * self._table.body.height:
                self._go_on()
            part, row = _split(row, self._flow.room - self._above - self._below)
            self._place(part, "" if any(row) else RULE)

    def _go_on(self) -> None:
        self._flow.turn_page()
        if heads := self._table.heads:
            self._flow.line(one_line(self._flow.width, heads.again, heads.again_look))
        self._place_head()

    def _whole_page(self) -> float:
        heads = self._table.heads
        return self._flow.full_room - self._height(self._head) - (heads.again_look.height if heads else 0)

    def _place_head(self) -> None:
        if self._head:
            self._place(self._head, INK_RULE)

    def _place(self, cells: Cells, rule: str) -> None:
        flow, left = self._flow, self._flow.left
        for width, lines in zip(self._widths, cells, strict=True):
            y = flow.y + self._above
            for line in lines:
                flow.mark(partial(line.paint, x=left, y=y))
                y += line.height
            left += width
        area = QRectF(flow.left, flow.y, sum(self._widths), self._height(cells))
        if self._table.heads and rule:
            flow.mark(partial(_paint_rule, area=area, colour=rule))
        flow.y = area.bottom()

    def _set(self, texts: Sequence[str], look: Look) -> Cells:
        return [
            lines_in(width - _BETWEEN, text, look) for width, text in zip(self._widths, texts, strict=True)
        ]

    def _height(self, cells: Cells) -> float:
        tallest = max((sum(line.height for line in lines) for lines in cells), default=0)
        return tallest + self._above + self._below if cells else 0


def _split(cells: Cells, room: float) -> tuple[Cells, Cells]:
    """What fits into the room, at least one line of each, and the rest."""
    counts = [_fitting(lines, room) for lines in cells]
    part = [lines[:count] for lines, count in zip(cells, counts, strict=True)]
    return part, [lines[count:] for lines, count in zip(cells, counts, strict=True)]


def _fitting(lines: list[Line], room: float) -> int:
    count, height = 0, 0.0
    while count < len(lines) and (count == 0 or height + lines[count].height <= room):
        height += lines[count].height
        count += 1
    return count


def _paint_rule(painter: QPainter, area: QRectF, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 0.5))
    painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()))
