"""Conditions side by side: pictures at one scale, then row for row, each that differs said to differ."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from guide.domain.conditions import Condition, Urgency
from guide.domain.pack import ContentPack
from guide.ui.conditions.compare_pictures import at_one_scale
from guide.ui.conditions.compare_rows import Row, compare_rows
from guide.ui.icons import LEVEL_ICONS, IconLabel, ThemedButton
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.pictures.widget import SkinPicture
from guide.ui.theme import GAP, ROOM, SMALLER, TINY, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.drawings import drawing
from guide.ui.widgets.layouts import FlowLayout, TileLayout
from guide.ui.widgets.words import words
from guide.ui.wording import size_words

translate = QCoreApplication.translate

_LEAST_COLUMN = 180
LEAST = 2


class CompareTable(QWidget):
    condition_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, pack: ContentPack, conditions: Sequence[Condition], tone: int) -> None:
        super().__init__()
        self._theme, self._pack, self._conditions = theme, pack, conditions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(ROOM))
        self.heads = CompareHeads(theme, conditions, tone)
        self.heads.condition_requested.connect(self.condition_requested)
        self.heads.remove_requested.connect(self.remove_requested)
        column.addWidget(self.heads)
        self.rows: dict[str, CompareRow] = {}
        for row in compare_rows(conditions, pack, tone):
            self.rows[row.id] = CompareRow(theme, row, conditions)
            column.addWidget(self.rows[row.id])

    def set_tone(self, tone: int) -> None:
        self.heads.set_tone(tone)
        for row in compare_rows(self._conditions, self._pack, tone):
            self.rows[row.id].say(row)


class CompareHeads(QWidget):
    """Name and picture of each; the pictures are planned anew for their width, so that the scale is one."""

    condition_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, conditions: Sequence[Condition], tone: int) -> None:
        super().__init__()
        self._theme = theme
        self._scenes = [scene_of(each) for each in conditions]
        self._planned_for = (0, 0)
        self.pictures: list[SkinPicture] = []
        self.remove_buttons: dict[str, ThemedButton] = {}
        self.page_buttons: dict[str, ThemedButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SMALLER))
        tiles = _tiles(theme, len(conditions))
        column.addLayout(tiles)
        for condition, scene in zip(conditions, self._scenes, strict=True):
            picture = drawing(theme, scene, tone)
            picture.installEventFilter(self)
            self.pictures.append(picture)
            tiles.addWidget(self._head(condition, picture))
        self.scale_label = words("", "small-muted")
        column.addWidget(self.scale_label)

    @property
    def field_mm(self) -> float:
        return self.pictures[0].scene.field_mm or 0.0

    def set_tone(self, tone: int) -> None:
        for picture in self.pictures:
            picture.set_tone(tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.plan()

    def plan(self) -> None:
        """All pictures are of one size here: the tiles have one width."""
        size = self.pictures[0].picture_rect().size()
        if size.isEmpty() or (size.width(), size.height()) == self._planned_for:
            return
        self._planned_for = (size.width(), size.height())
        scenes = at_one_scale(self._scenes, size.width(), size.height())
        for picture, scene in zip(self.pictures, scenes, strict=True):
            picture.set_scene(scene)
        if len(scenes) >= LEAST:
            said = translate("compare", "Drawings at one scale and tone: each is {size} of skin wide.")
            self.scale_label.setText(said.format(size=size_words(round(self.field_mm))))

    def _head(self, condition: Condition, picture: SkinPicture) -> Card:
        card = Card(self._theme, spacing=TINY)
        name = ThemedButton(self._theme, translate("compare", "Open page"), "pill")
        name.setAccessibleName(translate("compare", "Read about {name}").format(name=condition.name))
        name.clicked.connect(lambda: self.condition_requested.emit(condition.id))
        remove = ThemedButton(self._theme, translate("compare", "Remove"), "pill", "x")
        remove.setAccessibleName(translate("compare", "Remove {name}").format(name=condition.name))
        remove.clicked.connect(lambda: self.remove_requested.emit(condition.id))
        self.page_buttons[condition.id], self.remove_buttons[condition.id] = name, remove
        card.column.addWidget(words(condition.name, "h3"))
        card.column.addWidget(picture)
        row = FlowLayout(self._theme.px(SMALLER))
        row.addWidget(name)
        row.addWidget(remove)
        card.column.addLayout(row)
        card.column.addStretch(1)
        return card


class CompareRow(QWidget):
    """Its name and whether the conditions differ in it, above what holds for each."""

    def __init__(self, theme: Theme, row: Row, conditions: Sequence[Condition]) -> None:
        super().__init__()
        self._theme, self._conditions = theme, conditions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        top = FlowLayout(theme.px(GAP))
        self.name_label = words("", "h3", wrap=False)
        top.addWidget(self.name_label)
        self.mark_label: QLabel | None = None
        if row.differs is not None and len(conditions) >= LEAST:
            top.addWidget(self._mark(row.differs))
        column.addLayout(top)
        self._tiles = _tiles(theme, len(conditions))
        column.addLayout(self._tiles)
        self.cells = [self._cell(row, condition) for condition in conditions]
        for cell in self.cells:
            self._tiles.addWidget(cell)
        self.say(row)

    def say(self, row: Row) -> None:
        self.name_label.setText(row.name)
        for cell, text, condition in zip(self.cells, row.texts, self._conditions, strict=True):
            cell.say(text, f"{condition.name}. {row.name}: {text}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the columns do not fit beside each other, each cell says whose it is."""
        super().resizeEvent(event)
        stacked = self._tiles.columns(self.width()) < len(self.cells)
        for cell in self.cells:
            cell.name_label.setVisible(stacked)

    def _mark(self, differs: bool) -> QFrame:
        frame = QFrame()
        frame.setProperty("look", "tag")
        if differs:
            frame.setProperty("level", Urgency.ROUTINE.value)
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(self._theme.px(SMALLER), 0, self._theme.px(SMALLER), 0)
        said = translate("compare", "≠ Differs") if differs else translate("compare", "= Much the same")
        self.mark_label = words(said, "tag" if differs else "small-muted", wrap=False)
        inside.addWidget(self.mark_label)
        return frame

    def _cell(self, row: Row, condition: Condition) -> "CompareCell":
        level = condition.urgency if row.id == "level" else None
        return CompareCell(self._theme, condition.name, "card" if row.differs is not False else "well", level)


class CompareCell(Card):
    def __init__(self, theme: Theme, name: str, look: str, level: Urgency | None) -> None:
        super().__init__(theme, look, spacing=TINY)
        margin = theme.px(GAP)
        self.column.setContentsMargins(margin, theme.px(SMALLER), margin, theme.px(SMALLER))
        self.name_label = words(name, "small-muted")
        self.name_label.hide()
        self.column.addWidget(self.name_label)
        self.label = words("")
        row = QHBoxLayout()
        row.setSpacing(theme.px(SMALLER))
        if level is not None:
            mark = IconLabel(theme, LEVEL_ICONS[level], level.value, 18)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def say(self, text: str, aloud: str) -> None:
        self.label.setText(text)
        self.label.setAccessibleName(aloud)


def _tiles(theme: Theme, count: int) -> TileLayout:
    return TileLayout(theme.px(_LEAST_COLUMN), max(LEAST, count), theme.px(GAP))
