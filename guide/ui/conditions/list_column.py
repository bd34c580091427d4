"""The list of conditions with all that decides what is in it: search, section, filters and order."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from guide.domain.ages import Age
from guide.domain.conditions import Condition
from guide.domain.filters import Facets, Filters, by_fit_to_age
from guide.domain.pack import ContentPack
from guide.domain.search import ConditionIndex, Hit
from guide.domain.search_danger import DangerWords
from guide.ui.conditions.condition_list import ConditionList
from guide.ui.conditions.delegate import ConditionDelegate
from guide.ui.conditions.filter_bar import FilterBar
from guide.ui.conditions.history import ListState, Section
from guide.ui.conditions.model import ConditionModel
from guide.ui.conditions.nothing_found import NothingFound, WayOut
from guide.ui.conditions.order_button import Order, OrderButton
from guide.ui.conditions.section_row import SectionRow
from guide.ui.family import Family
from guide.ui.icons import ThemedButton
from guide.ui.preferences import Preferences
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.search_edit import SearchEdit
from guide.ui.widgets.words import words

# The page follows the list once typing or walking through it stops for a moment.
_PAUSE_MS = 120
# Below this height the filters are one button, so that there is room for the list.
_LOW = 560
# One card and the beginning of the next.
_LEAST_LIST = 150
_LONGEST_NAME = 12
_MOST_HITS = 300


class ListColumn(QWidget):
    """``glanced``: the current row changed and stayed so for a moment; ``opened``: a parent wants to read it.

    ``shown_id`` is the page that is shown, told from outside: it stays the current row wherever it is listed.
    """

    glanced = Signal(str)
    opened = Signal(str)
    claims_requested = Signal()
    danger_requested = Signal()

    def __init__(self, theme: Theme, pack: ContentPack, family: Family, preferences: Preferences) -> None:
        super().__init__()
        self._theme, self._pack, self._family, self._preferences = theme, pack, family, preferences
        self._index = ConditionIndex(pack.conditions, pack.questions)
        self._danger = DangerWords(pack)
        self._facets = Facets(pack)
        self.shown_id = ""
        self._best_first = True
        self._restoring = False
        self._ordered: dict[str, Condition] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        self._build()
        family.child_changed.connect(self._on_child_changed)
        self._on_child_changed()

    @property
    def current_id(self) -> str:
        return self.model.id_at(self.list_view.currentIndex().row())

    @property
    def state(self) -> ListState:
        return ListState(
            self.search_edit.text(),
            self.filter_bar.filters,
            self.section_row.section,
            self.list_view.verticalScrollBar().value(),
        )

    def restore(self, state: ListState, condition_id: str) -> None:
        """As it was then; nothing is told, the page is brought back by whoever asked."""
        now = self.state
        same = (now.typed, now.filters, now.section) == (state.typed, state.filters, state.section)
        if not same:
            self._restoring = True
            self.search_edit.setText(state.typed)
            self.filter_bar.set_filters(state.filters)
            self.section_row.choose(state.section)
            self._restoring = False
            self._reorder()
        if (row := self.model.row_of(condition_id)) >= 0:
            self._choose(row)
        self.list_view.verticalScrollBar().setValue(state.scroll)
        self._pause.stop()

    def search(self, typed: str) -> None:
        """In all conditions, and shown without the pause that typing has."""
        self.filter_bar.set_filters(Filters())
        self.show_section("all")
        self.search_edit.setText(typed)
        self.settle()

    def focus_search(self) -> None:
        self.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_edit.selectAll()

    def show_section(self, section: Section) -> None:
        self.section_row.choose(section)
        self._reorder()

    def choose(self, condition_id: str) -> None:
        """Walk to it; where it was left out of the list, everything is listed again."""
        if self.model.row_of(condition_id) < 0:
            self.restore(ListState(), condition_id)
        self._choose(self.model.row_of(condition_id))
        self._pause.stop()

    def settle(self) -> None:
        """What follows once the list stays as it is."""
        self._pause.stop()
        if self.current_id:
            self.glanced.emit(self.current_id)
        else:
            self._offer_ways_out()

    def refresh_kept(self) -> None:
        """Bookmarks or the conditions seen lately are others now."""
        if self.section_row.section != "all":
            self._reorder()

    def set_tone(self, tone: int) -> None:
        self._delegate.set_tone(tone)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(SMALLER))
        name, example = self.tr("Search conditions"), self.tr("milk spots, heat rash, white patches…")
        self.search_edit = SearchEdit(self._theme, name, example)
        self.search_edit.textChanged.connect(self._on_typed)
        self.search_edit.returnPressed.connect(self._on_enter_in_search)
        column.addWidget(self.search_edit)
        column.addWidget(self._make_danger_button())
        self.section_row = SectionRow(self._theme)
        self.section_row.chosen.connect(self._reorder)
        self.section_row.claims_requested.connect(self.claims_requested)
        column.addWidget(self.section_row)
        self.filter_bar = FilterBar(self._theme, self._facets.facets, self._counts)
        self.filter_bar.changed.connect(self._reorder)
        column.addWidget(self.filter_bar)
        column.addLayout(self._build_count_and_order())
        self.filter_bar.be_small(False)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(self._theme.px(_LEAST_LIST))
        self._build_view()
        self._stack.addWidget(self.list_view)
        self.nothing_found = NothingFound(self._theme)
        self._stack.addWidget(self.nothing_found)
        column.addWidget(self._stack, 1)

    def _make_danger_button(self) -> ThemedButton:
        """Where the words sound like a danger sign, or no page answers them, no list is to calm a parent."""
        self.danger_button = ThemedButton(self._theme, "", "danger-soft", "triangle-alert")
        self.danger_button.clicked.connect(self.danger_requested)
        self.danger_button.hide()
        return self.danger_button

    def _build_count_and_order(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(SMALLER))
        self.count_label: QLabel = words("", "small-muted", wrap=False)
        self.count_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.count_label, 1)
        row.addWidget(self.filter_bar.all_button)
        self.order_button = OrderButton(self._theme)
        self.order_button.order_chosen.connect(self._on_order_chosen)
        row.addWidget(self.order_button)
        return row

    def _build_view(self) -> None:
        self.model = ConditionModel(self._pack, self)
        self.list_view = ConditionList()
        self.list_view.setAccessibleName(self.tr("Conditions found"))
        self.list_view.setModel(self.model)
        self._delegate = ConditionDelegate(self._theme, self._pack, self.list_view)
        self.list_view.setItemDelegate(self._delegate)
        self.list_view.selectionModel().currentChanged.connect(self._pause.start)
        self.list_view.clicked.connect(self._on_row_opened)
        self.list_view.activated.connect(self._on_row_opened)

    @property
    def _age(self) -> Age | None:
        child = self._family.child
        return child.corrected_age_on(self._family.clock.today()) if child else None

    @property
    def _searching(self) -> bool:
        return any(character.isalnum() for character in self.search_edit.text())

    @property
    def _order(self) -> Order:
        if self._searching and self._best_first:
            return "best"
        return self._preferences.values.list_order if self._age else "name"

    def _reorder(self) -> None:
        """Everything but the words typed: worked out once, so that a key press has little left to do."""
        if self._restoring:
            return
        section, kept = self.section_row.section, self._preferences.values
        if section == "all":
            listed: Sequence[Condition] = self._in_order(self._pack.conditions)
        else:
            ids = kept.bookmarks if section == "bookmarked" else kept.recent
            listed = [self._pack.condition[each] for each in ids if each in self._pack.condition]
        passing = self._facets.passing(listed, self.filter_bar.filters, self._age)
        self._ordered = {condition.id: condition for condition in passing}
        self._find()

    def _in_order(self, conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
        if self._preferences.values.list_order == "age" and self._age:
            return by_fit_to_age(conditions, self._age)
        return tuple(sorted(conditions, key=lambda each: each.name.casefold()))

    def _find(self) -> None:
        """The best hit becomes the current row; with nothing typed the one that was stays it."""
        kept = "" if self._searching else self.shown_id
        if self._searching:
            hits, count = self._hits()
            self.model.show(hits)
        else:
            self.model.show(list(self._ordered.values()))
            count = len(self._ordered)
        self._stack.setCurrentIndex(0 if count else 1)
        self._warn(count)
        self._show_count(count)
        self._show_order()
        if count:
            self._choose(max(0, self.model.row_of(kept)))
        else:
            self.nothing_found.offer(self._nothing_words(), ())
            self._pause.start()

    def _warn(self, count: int) -> None:
        grave = self._searching and self._danger.sound_in(self.search_edit.text())
        said = (
            self.tr("This can be a danger sign. Check now")
            if grave
            else self.tr("Is your child ill? Danger signs")
        )
        self.danger_button.setText(said)
        self.danger_button.setVisible(grave or (self._searching and not count))

    def _hits(self) -> tuple[list[Hit], int]:
        """The best ones, and how many there are in all: nobody walks through thousands."""
        hits = self._index.search(self.search_edit.text())
        listed = [hit for hit in hits if hit.condition.id in self._ordered]
        if self._order != "best":
            place = {each: number for number, each in enumerate(self._ordered)}
            listed.sort(key=lambda hit: place[hit.condition.id])
        return listed[:_MOST_HITS], len(listed)

    def _counts(self) -> dict[tuple[str, str], int]:
        """Of what is searched for and of the section; asked when a filter's menu is opened."""
        ids = {each.condition.id for each in self._index.search(self.search_edit.text())}
        section = self._section_ids()
        among = [
            each
            for each in self._pack.conditions
            if each.id in section and (each.id in ids or not self._searching)
        ]
        return dict(self._facets.counts(among, self.filter_bar.filters, self._age))

    def _section_ids(self) -> set[str]:
        kept = self._preferences.values
        return {
            "all": set(self._pack.condition),
            "bookmarked": set(kept.bookmarks),
            "recent": set(kept.recent),
        }[self.section_row.section]

    def _show_count(self, count: int) -> None:
        self._count = count
        low = self.filter_bar.small
        said = self.tr("{count} of {all}") if low else self.tr("{count} of {all} conditions")
        if count > self.model.rowCount():
            said = self.tr("{shown} of {count} that were found")
        elif not count:
            said = self.tr("Nothing found")
        shown, among = self.model.rowCount(), len(self._pack.conditions)
        self.count_label.setText(said.format(shown=shown, count=count, all=among))

    def _show_order(self) -> None:
        child = self._family.child
        name = _short(child.name) if child and self._age else ""
        self.order_button.show_order(self._order, name, searching=self._searching)
        # By when they were seen or kept: there is nothing to choose.
        self.order_button.setVisible(self.section_row.section == "all" or self._searching)

    def _on_order_chosen(self, order: Order) -> None:
        self._best_first = order == "best"
        if order != "best":
            self._preferences.change(list_order=order)
        self._reorder()
        self._choose(0)

    def _nothing_words(self) -> str:
        if self._searching or self.filter_bar.filters:
            return self.tr("Nothing found. One press leaves something out:")
        if self.section_row.section == "bookmarked":
            return self.tr("No bookmarks yet. “Bookmark” on a page puts it here.")
        return self.tr("Nothing here yet. The pages you read are listed here, the last one first.")

    def _offer_ways_out(self) -> None:
        typed, ways = self.search_edit.text(), []
        for word in self._index.loosen(typed):
            less = " ".join(each for each in typed.split() if word not in each)
            said = self.tr("Without the word “{word}”").replace("{word}", word)
            ways.append(WayOut(said, partial(self._go_on_with, less)))
        for facet, option in self.filter_bar.chosen():
            said = self.tr("Without the filter {name}").format(name=self.filter_bar.words_of(facet, option))
            less_filters = self.filter_bar.filters.without_option(facet, option)
            ways.append(WayOut(said, partial(self.filter_bar.set_filters, less_filters)))
        if len(self.filter_bar.chosen()) > 1:
            clear = partial(self.filter_bar.set_filters, Filters())
            ways.append(WayOut(self.tr("Clear filters"), clear))
        if self.section_row.section != "all":
            ways.append(WayOut(self.tr("Look in all conditions"), partial(self.show_section, "all")))
        if typed.strip():
            ways.append(WayOut(self.tr("Clear the search"), partial(self._go_on_with, "")))
        self.nothing_found.offer(self._nothing_words(), ways)

    def _go_on_with(self, typed: str) -> None:
        self.search_edit.setText(typed)
        self.search_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        if self._restoring:
            return
        if not self._searching:
            self._best_first = True
        self._find()
        self._pause.start()

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list_view.selectionModel().setCurrentIndex(index, flags)
        self.list_view.scrollTo(index)

    def _on_row_opened(self, index: QModelIndex) -> None:
        self._pause.stop()
        self.opened.emit(self.model.id_at(index.row()))

    def _on_enter_in_search(self) -> None:
        if self.current_id:
            self._on_row_opened(self.list_view.currentIndex())

    def _on_child_changed(self) -> None:
        child = self._family.child
        self.filter_bar.set_child(_short(child.name) if child and self._age else "")
        self._reorder()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = self.height() < self._theme.px(_LOW)
        if small != self.filter_bar.small:
            self.filter_bar.be_small(small)
            self._show_count(self._count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search down into the list, from its top back up."""
        if self.search_edit.hasFocus() and event.key() == Qt.Key.Key_Down and self.model.rowCount():
            self.list_view.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Up and self.list_view.hasFocus():
            self.search_edit.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            super().keyPressEvent(event)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
