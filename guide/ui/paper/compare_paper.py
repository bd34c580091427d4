"""A comparison on paper: drawings at one scale, then row for row, each that differs said to differ."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from guide.domain.conditions import Condition
from guide.ui.conditions.compare_pictures import at_one_scale
from guide.ui.conditions.compare_rows import Row, compare_rows
from guide.ui.paper.flow import Flow
from guide.ui.paper.guide_paper import (
    DRAWN_HEIGHT,
    DRAWN_WIDTH,
    GuidePaper,
    PrintedFor,
    drawn,
    paint_drawing,
)
from guide.ui.paper.table import Column, Heads, Table, add_table
from guide.ui.pictures.plans.scene import Scene, scene_of
from guide.ui.wording import size_words

translate = QCoreApplication.translate

_NAMES_SHARE = 0.19
_BETWEEN = 7.0


def write_comparison_pdf(path: Path, conditions: Sequence[Condition], printed_for: PrintedFor) -> None:
    """GuideError where it cannot be kept there."""
    ComparePaper(conditions, printed_for).save_pdf(path)


class ComparePaper(GuidePaper):
    def __init__(self, conditions: Sequence[Condition], printed_for: PrintedFor) -> None:
        self._conditions = tuple(conditions)
        names = ", ".join(each.name for each in conditions)
        title = translate("paper", "Compared: {names}").replace("{names}", names)
        super().__init__(title, printed_for)

    @cached_property
    def _pictures(self) -> list[QImage]:
        return [drawn(scene, self._for.tone) for scene in self._scenes]

    @cached_property
    def _scenes(self) -> list[Scene]:
        scenes = [scene_of(each) for each in self._conditions]
        return at_one_scale(scenes, DRAWN_WIDTH, DRAWN_HEIGHT)

    def _laid_out(self, size: QSizeF) -> Flow:
        flow = Flow(size)
        looks = self._looks
        flow.text(self.title, looks.title)
        number = translate("paper", "In an emergency call {number}.")
        flow.text(number.replace("{number}", self._for.region.emergency_words), looks.body)
        flow.gap(6)
        self._add_pictures(flow)
        share = (1 - _NAMES_SHARE) / len(self._conditions)
        columns = (Column("", _NAMES_SHARE), *(Column(each.name, share) for each in self._conditions))
        again = translate("paper", "{title}, continued").replace("{title}", self.title)
        rows = compare_rows(self._conditions, self._for.pack, self._for.tone)
        table = Table(columns, looks.body, Heads(looks.head, again, looks.small))
        add_table(flow, table, [[_name_of(row), *row.texts] for row in rows])
        return flow

    def _add_pictures(self, flow: Flow) -> None:
        """Each above its column of the table."""
        column = flow.width * (1 - _NAMES_SHARE) / len(self._conditions)
        width = column - _BETWEEN
        height = width * DRAWN_HEIGHT / DRAWN_WIDTH

        def paint(painter: QPainter, area: QRectF) -> None:
            left = area.left() + _NAMES_SHARE * area.width()
            for number, image in enumerate(self._pictures):
                place = QRectF(left + number * column, area.top(), width, height)
                paint_drawing(painter, place, image)

        flow.block(height + 3, paint)
        said = translate("paper", "Drawings at one scale and tone: each is {size} of skin wide.")
        field = self._scenes[0].field_mm or 0.0
        flow.text(said.format(size=size_words(round(field))), self._looks.small)


def _name_of(row: Row) -> str:
    """The row's name, and below it whether there is a difference."""
    if row.differs is None:
        return row.name
    said = translate("paper", "≠ differs") if row.differs else translate("paper", "= much the same")
    return f"{row.name}\n{said}"
