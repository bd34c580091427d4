"""The frame of the symptom check: progress, heading, what is asked, the buttons, and "So far" beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from guide.domain.check_session import CheckSession, StepKind
from guide.domain.pack import ContentPack
from guide.ui.checklist.answers_view import AnswersView
from guide.ui.checklist.footer import Footer
from guide.ui.checklist.progress import Progress
from guide.ui.checklist.question_view import QuestionView
from guide.ui.checklist.signs_view import SignsView
from guide.ui.checklist.so_far import SoFar
from guide.ui.checklist.step_view import StepView
from guide.ui.checklist.step_words import DANGER, Where, part_names, part_of, where
from guide.ui.checklist.unfinished_card import UnfinishedCard
from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, PAGE, TINY, WIDE, Theme
from guide.ui.widgets.page import Page
from guide.ui.widgets.tab_order import tab_through
from guide.ui.widgets.words import clear_layout, words

_NARROW = 860
_SIDE = 300
_LOW = 330


class CheckFrame(QWidget):
    """Where the window is narrow, "So far" stands below what is asked."""

    answers_requested = Signal()
    so_far_toggled = Signal(bool)
    """Whether it is to be shown."""

    def __init__(self, theme: Theme, pack: ContentPack) -> None:
        super().__init__()
        self._theme, self._pack = theme, pack
        self._side_wanted = self._pinned = False
        self.so_far = SoFar(theme, pack)
        self.footer = Footer(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._build_page(), 1)
        self._below = QVBoxLayout()
        left.addLayout(self._below)
        row.addLayout(left, 1)
        row.addWidget(self._build_side())
        self.so_far.hide_requested.connect(lambda: self.so_far_toggled.emit(False))
        self.show_button.clicked.connect(lambda: self.so_far_toggled.emit(True))
        self.answers_button.clicked.connect(self.answers_requested)

    def show_view(self, view: QWidget, title: str, lead: str) -> None:
        clear_layout(self._place)
        self._place.addWidget(view)
        view.setAccessibleName(title)
        for label, text in ((self.title_label, title), (self.lead_label, lead)):
            label.setText(text)
            label.setVisible(bool(text))

    def _show_where(self, now: Where | None) -> None:
        self._top.setVisible(now is not None)
        if now:
            self.progress.show_part(now.part, now.share, now.beside)

    def show_buttons(self, session: CheckSession, view: QWidget) -> None:
        """Those that belong to what is shown, and how far one is."""
        is_step, is_question = isinstance(view, StepView), isinstance(view, QuestionView)
        self._show_where(where(self._pack, session) if is_step else None)
        self.answers_button.setVisible(bool(session.answered_steps()))
        goes_back = session.can_go_back and not isinstance(view, UnfinishedCard)
        goes_back = goes_back or isinstance(view, AnswersView)
        self.footer.show_ways(back=goes_back, skip=is_question, on=is_step)
        self.show_next(view)

    def show_next(self, view: QWidget) -> None:
        signs = view if isinstance(view, SignsView) else None
        urgent = bool(signs and signs.needs_help_now)
        text = self.tr("None of these") if signs and not signs.anything_marked else self.tr("Next")
        self.footer.show_next(self.tr("Show what to do now") if urgent else text, urgent=urgent)
        passable = isinstance(view, (QuestionView, AnswersView)) and self._has_room
        scrolls = self.page.verticalScrollBar().maximum() > 0
        self._pin_footer(passable or (urgent and (scrolls or self._pinned)))

    def show_so_far(self, session: CheckSession, view: QWidget, hidden: bool) -> None:
        """From the first question on; ``hidden`` by the parent, who can have it shown again."""
        step = session.step
        asked = step.kind is not StepKind.RESULT and part_of(self._pack, step) > DANGER
        wanted = asked and isinstance(view, StepView)
        self.show_button.setVisible(wanted and hidden)
        self._side_wanted = wanted and not hidden
        if self._side_wanted:
            self.so_far.show_session(session)
        self._place_side()

    def _pin_footer(self, pinned: bool) -> None:
        """Always in view below the page, or at its end, so that nothing before it is passed over unread."""
        self._pinned = pinned
        self.footer.be_pinned(pinned)
        (self._below if pinned else self._inline).addWidget(self.footer)

    def order_tabs(self, view: QWidget) -> None:
        footer = self.footer
        buttons = (footer.back_button, footer.skip_button, footer.next_button)
        tab_through(self.page, view, *buttons, self.answers_button, self.show_button, self.so_far.hide_button)

    @property
    def _has_room(self) -> bool:
        """Whether enough is left to read above the buttons when they are always in view."""
        return self.height() >= self._theme.px(_LOW)

    def _build_page(self) -> Page:
        self.page = Page(self._theme, self.tr("Check symptoms"))
        column = self.page.column
        column.addWidget(self._build_top())
        self.title_label: QLabel = words("", "h1")
        self.lead_label: QLabel = words("", "lead")
        head = QVBoxLayout()
        head.setSpacing(self._theme.px(TINY))
        head.addWidget(self.title_label)
        head.addWidget(self.lead_label)
        column.addLayout(head)
        self._place, self._inline, self._under = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for slot in (self._place, self._inline, self._under):
            column.addLayout(slot)
        column.addStretch(1)
        return self.page

    def _build_top(self) -> QWidget:
        self._top = QWidget()
        row = QHBoxLayout(self._top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(GAP))
        self.progress = Progress(self._theme, part_names())
        self.answers_button = ThemedButton(self._theme, self.tr("Your answers"), "link")
        self.show_button = ThemedButton(self._theme, self.tr("Show “So far”"), "link")
        row.addWidget(self.progress, 1)
        self._links = QHBoxLayout()
        self._links.setSpacing(0)
        self._links.addWidget(self.answers_button)
        row.addLayout(self._links)
        return self._top

    def _build_side(self) -> QScrollArea:
        self._side = QScrollArea()
        self._side.setFrameShape(QScrollArea.Shape.NoFrame)
        self._side.setWidgetResizable(True)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFixedWidth(self._theme.px(_SIDE))
        inside = QWidget()
        inside.setProperty("look", "page")
        self._beside = QVBoxLayout(inside)
        margin = self._theme.px(WIDE)
        self._beside.setContentsMargins(0, margin, self._theme.px(PAGE), margin)
        self._side.setWidget(inside)
        return self._side

    def _place_side(self) -> None:
        wide = self.width() >= self._theme.px(_NARROW)
        (self._beside if wide else self._under).addWidget(self.so_far)
        (self._links if wide else self._under).addWidget(self.show_button)
        self._side.setVisible(wide and self._side_wanted)
        self.so_far.setVisible(self._side_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()
