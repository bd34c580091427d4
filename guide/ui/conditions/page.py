"""Conditions: the list, beside it a page, a comparison or what is heard online, and the ways back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from guide.domain.pack import ContentPack, Region
from guide.store.settings import with_bookmark, with_recent
from guide.ui.calibration.screens import ScreenSizes
from guide.ui.conditions.claims_view import ClaimsView
from guide.ui.conditions.compare import MOST, CompareView
from guide.ui.conditions.condition_view import ConditionView
from guide.ui.conditions.history import History, Stop
from guide.ui.conditions.list_column import ListColumn
from guide.ui.conditions.scroll_keeper import ScrollKeeper
from guide.ui.family import Family
from guide.ui.icons import ThemedButton
from guide.ui.preferences import Preferences
from guide.ui.theme import FAMILY, PAGE, SMALLER, WIDE, Theme
from guide.ui.widgets.page import Page
from guide.ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from guide.ui.paper.guide_paper import PrintedFor
    from guide.ui.paper.paper import Paper

# Below the first width list and page take turns; above it the list has the second.
_NARROW = 860
_LIST = 380


class ConditionsPage(QWidget):
    """``history`` outlives the page: built again on the same one, it shows what was shown."""

    check_requested = Signal()
    danger_requested = Signal()
    diary_requested = Signal(str)
    back_requested = Signal()
    forward_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        family: Family,
        preferences: Preferences,
        history: History | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Conditions"))
        self._theme, self._pack, self._family, self._preferences = theme, pack, family, preferences
        self._history = history or History()
        self._narrow = False
        self._region = preferences.values.region
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(WIDE))
        self.column = ListColumn(theme, pack, family, preferences)
        self._list_area = _scrolling(self.column)
        self._row.addWidget(self._list_area)
        self._row.addWidget(self._build_right(), 1)
        self._connect()
        self._on_child_changed()
        self._begin()

    @property
    def search_edit(self) -> SearchEdit:
        return self.column.search_edit

    @property
    def shown_id(self) -> str:
        return self.view.condition_id

    def search(self, typed: str) -> None:
        """From another page of the window: look for the words, ready to type others."""
        self._leave()
        self._history.visit(Stop("page", (self.shown_id,), self.column.state, entered=True))
        self.column.search(typed)
        self._show_kind()
        self.column.focus_search()

    def focus_search(self) -> None:
        """What is typed and shown stays; narrow, the list comes back first."""
        here = self._history.here
        if here and (here.kind != "page" or (self._narrow and here.reading)):
            self._leave()
            self._history.visit(Stop("page", (self.shown_id,), self.column.state))
            self._show_kind()
        self.column.focus_search()

    def show_condition(self, condition_id: str) -> None:
        """From another page of the window; going back leads there."""
        self._open(condition_id, entered=True)

    def compare(self, condition_id: str) -> None:
        """Beside what was chosen for comparing before; where that is as many as fit, the first one goes."""
        others = [each for each in self.compare_view.shown_ids if each != condition_id]
        ids = (*others[-(MOST - 1) :], condition_id)
        self._go_to(Stop("compare", ids, self.column.state, reading=True))

    def show_comparison(self, ids: Sequence[str]) -> None:
        """From another page of the window; going back leads there."""
        self._go_to(Stop("compare", tuple(ids), self.column.state, reading=True, entered=True))

    def show_claims(self) -> None:
        self._go_to(Stop("claims", (), self.column.state, reading=True))
        self.claims_view.search_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_page(self, condition_id: str) -> None:
        from guide.ui.paper.page_paper import PagePaper

        condition = self._pack.condition[condition_id]
        self._print(PagePaper(condition, self._printed_for(self.view.tone)), condition.name)

    def print_comparison(self, ids: Sequence[str]) -> None:
        from guide.ui.paper.compare_paper import ComparePaper

        conditions = [self._pack.condition[each] for each in ids]
        paper = ComparePaper(conditions, self._printed_for(self.compare_view.tone))
        self._print(paper, self.tr("Compared"))

    def go_back(self) -> bool:
        """Whether the stop before was among the conditions; if not, another page of the window is next."""
        here = self._history.here
        self._leave()
        stop = self._history.back()
        while stop and not self._narrow and here and _looks(stop) == _looks(here) and not here.entered:
            stop = self._history.back()
        if stop:
            self._restore(stop)
        return stop is not None and not (here and here.entered)

    def go_forward(self, *, entering: bool = False) -> bool:
        """Whether there was a stop to go on to; those entered from another page are gone on to from there."""
        ahead = self._history.ahead
        if ahead is None or (ahead.entered and not entering):
            return False
        self._leave()
        self._history.forward()
        self._restore(ahead)
        return True

    def _build_right(self) -> QWidget:
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(SMALLER))
        column.addWidget(self._build_ways())
        self._stack = QStackedWidget()
        sizes = ScreenSizes(self._preferences, self)
        self.view = ConditionView(self._theme, self._pack, sizes, self._region_now)
        self.compare_view = CompareView(self._theme, self._pack)
        self.claims_view = ClaimsView(self._theme, self._pack)
        self._views: dict[str, Page] = {
            "page": self.view,
            "compare": self.compare_view,
            "claims": self.claims_view,
        }
        self._scroll = {kind: ScrollKeeper(view.verticalScrollBar()) for kind, view in self._views.items()}
        for view in self._views.values():
            self._stack.addWidget(view)
        column.addWidget(self._stack, 1)
        return self._right

    def _build_ways(self) -> QWidget:
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(SMALLER))
        self.back_button = ThemedButton(self._theme, self.tr("Back"), "link", "arrow-left")
        self.back_button.setToolTip(self.tr("Back (Alt+Left)"))
        self.back_button.clicked.connect(self._on_back_wanted)
        row.addWidget(self.back_button)
        self.forward_button = ThemedButton(self._theme, self.tr("Forward"), "link", "chevron-right")
        self.forward_button.setToolTip(self.tr("Forward (Alt+Right)"))
        self.forward_button.clicked.connect(self._on_forward_wanted)
        row.addWidget(self.forward_button)
        self.list_button = ThemedButton(self._theme, self.tr("All conditions"), "link", "search")
        self.list_button.clicked.connect(self.focus_search)
        row.addWidget(self.list_button)
        row.addStretch(1)
        return self._ways

    def _connect(self) -> None:
        self.column.glanced.connect(self._glance)
        self.column.opened.connect(self._on_opened)
        self.column.claims_requested.connect(self.show_claims)
        self.column.danger_requested.connect(self.danger_requested)
        self.view.condition_requested.connect(self._open)
        self.view.compare_requested.connect(self.compare)
        self.view.claims_requested.connect(self.show_claims)
        self.view.check_requested.connect(self.check_requested)
        self.view.diary_requested.connect(self.diary_requested)
        self.view.print_requested.connect(self.print_page)
        self.view.bookmark_toggled.connect(self._on_bookmark_toggled)
        self.compare_view.condition_requested.connect(self._open)
        self.compare_view.conditions_changed.connect(self._on_compared_changed)
        self.compare_view.closed.connect(self._on_back_wanted)
        self.compare_view.print_requested.connect(self.print_comparison)
        self.claims_view.condition_requested.connect(self._open)
        self._family.child_changed.connect(self._on_child_changed)
        self._preferences.changed.connect(self._on_preferences_changed)
        # As a shortcut, so that a list that looks for names by their first letters does not take it.
        slash = QShortcut(QKeySequence(QKeyCombination(Qt.Key.Key_Slash)), self)
        slash.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self.focus_search)

    def _begin(self) -> None:
        if self._history.here:
            self._restore(self._history.here)
        else:
            self.column.settle()

    def _glance(self, condition_id: str) -> None:
        """Passed by in the list: one stop however many are passed by one after the other."""
        here = self._history.here
        if here and here.kind != "page":
            return
        stop = Stop("page", (condition_id,), self.column.state)
        if here and not here.reading:
            self._history.replace(replace(stop, entered=here.entered))
        elif not here or here.ids != stop.ids:
            self._leave()
            self._history.visit(stop)
        self._show_page(condition_id)
        self._show_kind()

    def _on_opened(self, condition_id: str) -> None:
        self._open(condition_id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, condition_id: str, *, entered: bool = False) -> None:
        here = self._history.here
        stop = Stop("page", (condition_id,), self.column.state, reading=True, entered=entered)
        if here and here.kind == "page" and here.ids == stop.ids and not entered and not self._narrow:
            self._history.replace(replace(here, reading=True))
        else:
            self._leave()
            self._history.visit(stop)
        self._show_page(condition_id)
        if self.column.current_id != condition_id:
            self.column.choose(condition_id)
            self._note_list()
        self._show_kind()
        self._preferences.change(recent=with_recent(self._preferences.values.recent, condition_id))
        self.column.refresh_kept()

    def _go_to(self, stop: Stop) -> None:
        self._leave()
        self._history.visit(stop)
        self._restore(stop)

    def _leave(self) -> None:
        """Note how far the stop was scrolled, so that it comes back so; and its list, while it is its own."""
        here = self._history.here
        if here is None:
            return
        now = self.column.state
        same = replace(now, scroll=0) == replace(here.list, scroll=0)
        self._history.replace(
            replace(here, scroll=self._scroll[here.kind].value, list=now if same else here.list)
        )

    def _note_list(self) -> None:
        if self._history.here:
            self._history.replace(replace(self._history.here, list=self.column.state))

    def _restore(self, stop: Stop) -> None:
        if stop.kind == "compare":
            self.compare_view.show_conditions(stop.ids)
        elif stop.kind == "page":
            self._show_page(stop.ids[0])
        self.column.restore(stop.list, self.shown_id)
        self._show_kind()
        self._scroll[stop.kind].go_to(stop.scroll)

    def _show_page(self, condition_id: str) -> None:
        self.column.shown_id = condition_id
        if condition_id != self.view.condition_id:
            self.view.show_condition(self._pack.condition[condition_id])
            self._scroll["page"].go_to(0)
        self.view.set_bookmarked(condition_id in self._preferences.values.bookmarks)

    def _show_kind(self) -> None:
        """Where there is room for one of the two only: the page, or else the list."""
        here = self._history.here
        kind = here.kind if here else "page"
        self._stack.setCurrentWidget(self._views[kind])
        listed = kind == "page" and not (self._narrow and here and here.reading)
        self._list_area.setVisible(listed)
        self._right.setVisible(not (listed and self._narrow))
        # A comparison has a way back of its own.
        self._ways.setVisible(kind != "compare")
        self._offer_forward(self._history.ahead is not None)
        self.list_button.setVisible(not listed and (self._narrow or kind != "page"))
        side = self._theme.px(PAGE)
        self._ways.setContentsMargins(0 if kind == "page" else side - self._theme.px(SMALLER), 0, 0, 0)
        # The page scrolls, and so its bar stands at the window's edge; the list alone keeps its distance.
        right = side if listed and self._narrow else 0
        self._row.setContentsMargins(side if kind == "page" else 0, self._theme.px(WIDE), right, 0)

    def _offer_forward(self, offered: bool) -> None:
        if self.forward_button.hasFocus() and not offered:
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.forward_button.setVisible(offered)

    def _on_back_wanted(self) -> None:
        if not self.go_back():
            self.back_requested.emit()

    def _on_forward_wanted(self) -> None:
        if not self.go_forward():
            self.forward_requested.emit()

    def _on_compared_changed(self, ids: Sequence[str]) -> None:
        if self._history.here:
            self._history.replace(replace(self._history.here, ids=tuple(ids)))

    def _on_bookmark_toggled(self, condition_id: str, kept: bool) -> None:
        bookmarks = with_bookmark(self._preferences.values.bookmarks, condition_id, kept)
        self._preferences.change(bookmarks=bookmarks)
        self.column.refresh_kept()

    def _on_child_changed(self) -> None:
        child = self._family.child
        tone = child.skin_tone if child else 2
        self.column.set_tone(tone)
        self.view.set_tone(tone)
        self.compare_view.set_tone(tone)

    def _on_preferences_changed(self) -> None:
        """Another country has other numbers to call."""
        region = self._preferences.values.region
        if region != self._region and self.shown_id:
            self._region = region
            at = self._scroll["page"].value
            self.view.show_condition(self._pack.condition[self.shown_id])
            self._scroll["page"].go_to(at)

    # What prints is imported when first wanted: no page waits for it.

    def _print(self, paper: "Paper", name: str) -> None:
        from guide.ui.conditions.printing import print_guide

        print_guide(self, paper, name, self._family.clock.today())

    def _printed_for(self, tone: int) -> "PrintedFor":
        from guide.ui.paper.guide_paper import PrintedFor

        return PrintedFor(self._pack, self._region_now(), tone, FAMILY)

    def _region_now(self) -> Region:
        return self._pack.region(self._preferences.values.region)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow = self.width() < self._theme.px(_NARROW)
        if self._narrow:
            self._list_area.setMinimumWidth(0)
            self._list_area.setMaximumWidth(16_777_215)
        else:
            self._list_area.setFixedWidth(self._theme.px(_LIST))
        self._show_kind()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears the search where it is in view, and then goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.column.isVisibleTo(self) and self.column.search_edit.text():
            self.column.search_edit.clear()
            self.column.focus_search()
        else:
            self._on_back_wanted()


def _looks(stop: Stop) -> Stop:
    """What of a stop can be seen where list and page are side by side."""
    return replace(stop, reading=False, entered=False, scroll=0, list=replace(stop.list, scroll=0))


def _scrolling(column: QWidget) -> QScrollArea:
    """In a low window with large text the search and the filters scroll away, so that the list has room."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.viewport().setAutoFillBackground(False)
    column.setAutoFillBackground(False)
    area.setWidget(column)
    return area
