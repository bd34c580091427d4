"""Conditions: search and list at the left, the page of the chosen one at the right."""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from guide.domain.pack import ContentPack
from guide.domain.search import find_conditions
from guide.ui.calibration.screens import ScreenSizes
from guide.ui.conditions.condition_view import ConditionView
from guide.ui.conditions.delegate import ConditionDelegate
from guide.ui.conditions.model import CONDITION, ConditionModel
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.theme import GAP, PAGE, WIDE, Theme
from guide.ui.widgets.pressing import ENTER
from guide.ui.widgets.search_edit import SearchEdit
from guide.ui.widgets.words import words

_NARROW = 760


class ConditionsPage(QWidget):
    check_requested = Signal()

    def __init__(self, theme: Theme, pack: ContentPack, family: Family, preferences: Preferences) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Conditions"))
        self._theme, self._pack, self._family = theme, pack, family
        self._narrow = self._reading = False
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(WIDE))
        self._list_box = self._build_list()
        self._row.addWidget(self._list_box, 4)
        self.view = ConditionView(theme, pack, ScreenSizes(preferences, self))
        self.view.condition_requested.connect(self.show_condition)
        self.view.check_requested.connect(self.check_requested)
        self.view.list_requested.connect(partial(self._read, False))
        self._row.addWidget(self.view, 7)
        family.child_changed.connect(self._on_child_changed)
        self._on_child_changed()
        self._search()

    def search(self, typed: str) -> None:
        self._read(False)
        self.search_edit.setText(typed)
        self.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_edit.selectAll()

    def show_condition(self, condition_id: str) -> None:
        if self.model.row_of(condition_id) < 0:
            self.search_edit.clear()
        self._choose(self.model.row_of(condition_id))
        self._read(True)

    @property
    def shown_id(self) -> str:
        return self.view.condition_id

    def _build_list(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(GAP))
        name, example = self.tr("Search conditions"), self.tr("milk spots, heat rash, white patches…")
        self.search_edit = SearchEdit(self._theme, name, example)
        self.search_edit.textChanged.connect(self._search)
        column.addWidget(self.search_edit)
        self.count_label: QLabel = words("", "small-muted")
        column.addWidget(self.count_label)
        column.addWidget(self._build_view(), 1)
        return box

    def _build_view(self) -> QListView:
        self.model = ConditionModel(self._pack, self)
        self.list_view = QListView()
        self.list_view.setAccessibleName(self.tr("Conditions found"))
        self.list_view.setModel(self.model)
        self._delegate = ConditionDelegate(self._theme, self.list_view)
        self.list_view.setItemDelegate(self._delegate)
        self.list_view.setFrameShape(QListView.Shape.NoFrame)
        self.list_view.viewport().setAutoFillBackground(False)
        self.list_view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_view.setResizeMode(QListView.ResizeMode.Adjust)
        self.list_view.setMouseTracking(True)
        self.list_view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list_view.clicked.connect(lambda: self._read(True))
        self.list_view.activated.connect(lambda: self._read(True))
        return self.list_view

    def _search(self) -> None:
        """The best hit is shown at once; with nothing typed the page stays where it was."""
        found = find_conditions(self._pack.conditions, self.search_edit.text())
        kept = "" if self.search_edit.text().strip() else self.view.condition_id
        self.model.show(found)
        self.count_label.setText(self._count_words(len(found)))
        if found:
            self._choose(max(0, self.model.row_of(kept)))

    def _count_words(self, count: int) -> str:
        if count == 0:
            return self.tr("Nothing found. Try fewer or other words, such as “white” or “bumps”.")
        return self.tr("{count} of {all} conditions").format(count=count, all=len(self._pack.conditions))

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list_view.selectionModel().setCurrentIndex(index, flags)
        self.list_view.scrollTo(index)

    def _on_current_changed(self, current: QModelIndex) -> None:
        condition = current.data(CONDITION) if current.isValid() else None
        if condition is not None and condition.id != self.view.condition_id:
            self.view.show_condition(condition)

    def _on_child_changed(self) -> None:
        child = self._family.child
        tone = child.skin_tone if child else 2
        self._delegate.set_tone(tone)
        self.view.set_tone(tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow = self.width() < self._theme.px(_NARROW)
        self._show_sides()

    def _read(self, reading: bool) -> None:
        """Where there is room for one of the two only: the page, or else the list."""
        self._reading = reading
        self._show_sides()

    def _show_sides(self) -> None:
        self._list_box.setVisible(not (self._narrow and self._reading))
        self.view.setVisible(not self._narrow or self._reading)
        self.view.offer_list(self._narrow)
        # The page scrolls, and so its bar stands at the window's edge; the list alone keeps its distance.
        side = self._theme.px(PAGE)
        right = 0 if self.view.isVisibleTo(self) else side
        self._row.setContentsMargins(side, self._theme.px(WIDE), right, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows in the search box walk the list, Enter opens what is chosen, a slash begins a search."""
        if event.key() in ENTER and self.search_edit.hasFocus():
            self._read(True)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search_edit.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.list_view.currentIndex().row() + step
            if 0 <= row < self.model.rowCount():
                self._choose(row)
        elif event.key() == Qt.Key.Key_Slash:
            self.search("")
        else:
            super().keyPressEvent(event)
