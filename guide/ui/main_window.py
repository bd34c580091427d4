"""The window: rail, top bar and pages, and the ways between them. No rules, no SQL."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from guide import __version__
from guide.domain.ages import Age
from guide.domain.diary import Child, SavedCheck
from guide.domain.pack import ContentPack, Region
from guide.errors import GuideError
from guide.store.keys import LockedError
from guide.ui.backups.desk import BackupDesk
from guide.ui.backups.farewell import Farewell
from guide.ui.backups.keeper import BackupKeeper
from guide.ui.checklist.state import CheckState
from guide.ui.conditions.history import History
from guide.ui.diary.draft import Drafts
from guide.ui.family import Family
from guide.ui.home.page import HomePage
from guide.ui.messages import ask, show_problem
from guide.ui.preferences import Preferences
from guide.ui.rail import Place, Rail
from guide.ui.summary.draft import SummaryDraft
from guide.ui.theme import Theme
from guide.ui.top_bar import TopBar

if TYPE_CHECKING:
    from guide.ui.conditions.page import ConditionsPage

Kind = TypeVar("Kind", bound=QWidget)

_LEAST = QSize(900, 600)
# What the desktop draws around a window, about.
_FRAME = QSize(8, 40)
# The rail shows its words while the window is at least this many times as wide as they need.
_RAIL_SHARE = 4.2
_IN_ORDER = (Place.HOME, Place.CONDITIONS, Place.CHECK, Place.DIARY, Place.SUMMARY)


class MainWindow(QMainWindow):
    """Pages are made when first shown; a new text size makes them anew from what is kept outside of them."""

    closed = Signal()
    farewell: Farewell
    """What follows once it is closed; it outlives the window's being shown."""

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        family: Family,
        preferences: Preferences,
        keeper: BackupKeeper,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Little Spots")
        room = self.screen().availableGeometry().size()
        self.setMinimumSize(_LEAST.boundedTo(room))
        self._theme, self._pack, self._family = theme, pack, family
        self.preferences, self.keeper = preferences, keeper
        self._begin_anew()
        self._history = History()
        self._been: list[Place] = []
        self._ahead: list[Place] = []
        self._may_close = False
        self.desk = BackupDesk(self, theme, family, keeper, lambda: self._drafts.unsaved)
        self.desk.diary_exchanged.connect(self._on_diary_exchanged)
        self._place = Place.HOME
        self._build()
        self._add_shortcuts()
        self.resize(QSize(*preferences.values.window).boundedTo(room - _FRAME))
        preferences.changed.connect(self._on_preferences_changed)

    @property
    def place(self) -> Place:
        return self._place

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def diary_problem(self) -> GuideError | None:
        return self._family.problem

    def way_out(self) -> tuple[str, Callable[[], None]] | None:
        """A diary that cannot be opened may be whole in a backup; one with a passphrase is whole itself."""
        if self.diary_problem is None or isinstance(self.diary_problem, LockedError):
            return None
        return self.tr("Get the diary back from a backup…"), self.desk.open_restore

    def go_to(self, place: Place) -> None:
        if place is not self._place:
            self._been.append(self._place)
            self._ahead.clear()
        self._show(place)

    def go_back(self) -> None:
        """One page back; Home lies behind the first one."""
        before = self._been.pop() if self._been else Place.HOME
        if before is not self._place:
            self._ahead.append(self._place)
        self._show(before)

    def go_forward(self) -> None:
        if self._ahead:
            self._been.append(self._place)
            self._show(self._ahead.pop())
            if self._place is Place.CONDITIONS:
                self._conditions().go_forward(entering=True)

    def step_back(self) -> None:
        """One stop back: among the conditions first, then from page to page."""
        if self._place is not Place.CONDITIONS or not self._conditions().go_back():
            self.go_back()

    def step_forward(self) -> None:
        if self._place is not Place.CONDITIONS or not self._conditions().go_forward():
            self.go_forward()

    def page_as(self, place: Place, kind: type[Kind]) -> Kind:
        """The page as what it is."""
        page = self.page(place)
        if not isinstance(page, kind):
            raise TypeError(f"the page {place} is no {kind.__name__}")
        return page

    def page(self, place: Place) -> QWidget:
        """The page, made now if it was not shown before."""
        if place not in self._pages:
            self._pages[place] = self._makers[place]()
            self._stack.addWidget(self._pages[place])
        return self._pages[place]

    def save_summary(self, path: Path) -> None:
        """The page for the doctor as a PDF, as its own page would save it."""
        from guide.ui.summary.page import SummaryPage

        self.page_as(Place.SUMMARY, SummaryPage).save_pdf(path)

    def ask_for_child(self) -> None:
        self._open_child_dialog(None)

    def _begin_anew(self) -> None:
        """What is on its way belongs to the diary it was begun with."""
        self._check_state = CheckState()
        self._drafts = Drafts()
        self._summary_draft = SummaryDraft()

    def _on_diary_exchanged(self) -> None:
        self._begin_anew()
        self._build()

    def _build(self) -> None:
        self._pages: dict[Place, QWidget] = {}
        self._makers: dict[Place, Callable[[], QWidget]] = {
            Place.HOME: self._make_home,
            Place.CONDITIONS: self._make_conditions,
            Place.CHECK: self._make_check,
            Place.DIARY: self._make_diary,
            Place.SUMMARY: self._make_summary,
            Place.SETTINGS: self._make_settings,
            Place.ABOUT: self._make_about,
            Place.DANGER: self._make_danger,
        }
        self.rail = Rail(self._theme)
        self.rail.place_requested.connect(lambda place: self.go_to(Place(place)))
        self.top_bar = TopBar(self._theme, self._family)
        self.top_bar.danger_requested.connect(partial(self.go_to, Place.DANGER))
        self.top_bar.child_wanted.connect(self.ask_for_child)
        self.top_bar.child_details_requested.connect(lambda: self._open_child_dialog(self._family.child))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._laid_out())
        self._fit_rail()
        self._show(self._place)

    def _laid_out(self) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        return inside

    def _add_shortcuts(self) -> None:
        keys = Qt.Key
        numbers = (keys.Key_1, keys.Key_2, keys.Key_3, keys.Key_4, keys.Key_5)
        control = Qt.KeyboardModifier.ControlModifier
        for number, place in zip(numbers, _IN_ORDER, strict=True):
            self._shortcut(QKeyCombination(control, number), partial(self.go_to, place))
        self._shortcut(QKeyCombination(control, keys.Key_D), partial(self.go_to, Place.DANGER))
        self._shortcut(QKeySequence.StandardKey.Find, self._find)
        self._shortcut(QKeySequence.StandardKey.Back, self.step_back)
        self._shortcut(QKeySequence.StandardKey.Forward, self.step_forward)
        self._shortcut(QKeySequence.StandardKey.HelpContents, partial(self.go_to, Place.ABOUT))
        self._shortcut(QKeyCombination(control, keys.Key_N), self._start_note)
        self._shortcut(QKeyCombination(control, keys.Key_Q), self.close)

    def _shortcut(self, keys: QKeyCombination | QKeySequence.StandardKey, does: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(does)

    def _show(self, place: Place) -> None:
        self._place = place
        page = self.page(place)
        self._stack.setCurrentWidget(page)
        self.rail.show_place(place)
        # Keys belong to the page from now on: Tab goes to its first control, the arrows scroll it.
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_home(self) -> HomePage:
        page = HomePage(self._theme, self._pack, self._family)
        page.danger_requested.connect(partial(self.go_to, Place.DANGER))
        page.check_requested.connect(partial(self.go_to, Place.CHECK))
        page.search_requested.connect(self._search)
        page.condition_requested.connect(self._show_condition)
        page.note_requested.connect(self._start_note)
        page.diary_requested.connect(partial(self.go_to, Place.DIARY))
        page.child_wanted.connect(self.ask_for_child)
        return page

    # The pages below are imported when first shown: start-up does not wait for them.

    def _make_conditions(self) -> QWidget:
        from guide.ui.conditions.page import ConditionsPage

        page = ConditionsPage(self._theme, self._pack, self._family, self.preferences, self._history)
        page.danger_requested.connect(partial(self.go_to, Place.DANGER))
        page.check_requested.connect(partial(self.go_to, Place.CHECK))
        page.diary_requested.connect(self._note_after_reading)
        page.back_requested.connect(self.go_back)
        page.forward_requested.connect(self.go_forward)
        return page

    def _make_check(self) -> QWidget:
        from guide.ui.checklist.page import ChecklistPage

        page = ChecklistPage(self._theme, self._pack, self._family, self._region, self._check_state)
        page.save_wanted.connect(self._note_with)
        page.child_wanted.connect(lambda: self._open_child_dialog(None, then=page.save))
        page.danger_requested.connect(partial(self.go_to, Place.DANGER))
        page.condition_requested.connect(self._show_condition)
        page.compare_requested.connect(self._show_comparison)
        return page

    def _make_danger(self) -> QWidget:
        from guide.ui.danger.page import DangerPage

        page = DangerPage(self._theme, self._pack, self._region, self._corrected_age)
        page.back_requested.connect(self.go_back)
        page.check_requested.connect(partial(self.go_to, Place.CHECK))
        return page

    def _make_diary(self) -> QWidget:
        from guide.ui.diary.page import DiaryPage

        page = DiaryPage(self._theme, self._pack, self._family, self._region, self._drafts)
        page.child_wanted.connect(self.ask_for_child)
        page.check_requested.connect(partial(self.go_to, Place.CHECK))
        page.check_again_requested.connect(self._check_again)
        page.danger_signs_requested.connect(partial(self.go_to, Place.DANGER))
        return page

    def _make_summary(self) -> QWidget:
        from guide.ui.summary.page import SummaryPage

        page = SummaryPage(self._theme, self._pack, self._family, self._region, self._summary_draft)
        page.child_wanted.connect(self.ask_for_child)
        return page

    def _make_settings(self) -> QWidget:
        from guide.ui.settings.page import SettingsPage

        page = SettingsPage(self._theme, self._pack, self.preferences, self.keeper.data_folder, self.keeper)
        page.backups_card.restore_requested.connect(self.desk.open_restore)
        page.backups_card.diary_before_requested.connect(self.desk.ask_for_diary_before)
        return page

    def _make_about(self) -> QWidget:
        from guide.ui.about.page import AboutPage

        return AboutPage(self._theme, self._pack, __version__)

    def _open_child_dialog(self, child: Child | None, then: Callable[[], None] | None = None) -> None:
        from guide.ui.child.dialog import ChildDialog

        if self._family.problem:
            show_problem(self, self._family.problem)
            return
        dialog = ChildDialog.ask(self, self._theme, self._family.clock, self._family.save_child, child)
        if then:
            dialog.accepted.connect(then)

    def _start_note(self) -> None:
        self._note_with(None, "")

    def _note_with(self, check: SavedCheck | None, place: str) -> None:
        """Turn to the diary with a new note; a check that was saved goes with it."""
        from guide.ui.diary.page import DiaryPage

        self.go_to(Place.DIARY)
        self.page_as(Place.DIARY, DiaryPage).start_note(check, place)

    def _note_after_reading(self, condition_id: str) -> None:
        """A note on a new spot says what was looked up, not what it is; one begun before stays as it is."""
        from guide.ui.diary.page import DiaryPage

        self._start_note()
        diary = self.page_as(Place.DIARY, DiaryPage)
        draft = diary.editor.draft
        if diary.currentWidget() is diary.editor and not draft.holds_something:
            name = self._pack.condition[condition_id].name
            draft.spot, draft.text = None, self.tr("Looked up: {name}").replace("{name}", name)
            diary.editor.open(draft)

    def _on_preferences_changed(self) -> None:
        values = self.preferences.values
        if values.text_percent != self._theme.text_percent:
            self._theme.set_text_percent(values.text_percent)
            self._build()
        self._theme.set_appearance(values.appearance)

    def _region(self) -> Region:
        return self._pack.region(self.preferences.values.region)

    def _corrected_age(self) -> Age | None:
        child = self._family.child
        return child.corrected_age_on(self._family.clock.today()) if child else None

    def _conditions(self) -> "ConditionsPage":
        from guide.ui.conditions.page import ConditionsPage

        return self.page_as(Place.CONDITIONS, ConditionsPage)

    def _find(self) -> None:
        self.go_to(Place.CONDITIONS)
        self._conditions().focus_search()

    def _search(self, typed: str) -> None:
        self.go_to(Place.CONDITIONS)
        self._conditions().search(typed)

    def _show_condition(self, condition_id: str) -> None:
        self.go_to(Place.CONDITIONS)
        self._conditions().show_condition(condition_id)

    def _show_comparison(self, ids: Sequence[str]) -> None:
        self.go_to(Place.CONDITIONS)
        self._conditions().show_comparison(ids)

    def _check_again(self) -> None:
        """A new check, to compare with one that was saved; one that is under way is not dropped unasked."""
        session = self._check_state.session
        if session is not None and session.under_way:
            said = self.tr("A check is not finished. Discard it and begin a new one?")
            ask(self, said, self.tr("Discard and begin"), self._begin_check)
        else:
            self._begin_check()

    def _begin_check(self) -> None:
        from guide.ui.checklist.page import ChecklistPage

        self.go_to(Place.CHECK)
        self.page_as(Place.CHECK, ChecklistPage).start_anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The side buttons of a mouse, wherever they are pressed."""
        if event.button() is Qt.MouseButton.BackButton:
            self.step_back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.step_forward()
        else:
            super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keeper.use.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk.exchange.under_way:
            event.ignore()
            self.desk.close_when_over()
            return
        if self._drafts.unsaved and not self._may_close:
            event.ignore()
            said = self.tr("A note is not saved yet. Close Little Spots and lose the note?")
            ask(self, said, self.tr("Close and lose it"), self.close_anyway)
            return
        size = self.size() if not self.isMaximized() else self.normalGeometry().size()
        self.preferences.change(window=(size.width(), size.height()))
        super().closeEvent(event)
        self.closed.emit()

    def close_anyway(self) -> None:
        self._may_close = True
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def _fit_rail(self) -> None:
        self.rail.be_slim(self.width() < Rail.wide_needs(self._theme) * _RAIL_SHARE)
