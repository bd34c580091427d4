"""Check symptoms: one step at a time, back and forth, to a result that can be saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from guide.domain.check_record import record_check
from guide.domain.check_session import CheckSession, StepKind
from guide.domain.diary import SavedCheck, new_id
from guide.domain.pack import ContentPack, Region
from guide.ui.checklist.age_view import AgeView
from guide.ui.checklist.progress import Progress
from guide.ui.checklist.question_view import QuestionView
from guide.ui.checklist.result_view import ResultView
from guide.ui.checklist.signs_view import SignsView
from guide.ui.checklist.so_far import SoFar
from guide.ui.checklist.state import CheckState
from guide.ui.checklist.step_button import StepButton
from guide.ui.family import Family
from guide.ui.theme import GAP, PAGE, TINY, WIDE, Theme
from guide.ui.widgets.page import Page
from guide.ui.widgets.pressing import ENTER
from guide.ui.widgets.tab_order import tab_through
from guide.ui.widgets.words import clear_layout, words
from guide.ui.wording import with_number

_NARROW = 860
_AGE, _DANGER, _LOOK, _PLACE, _FEEL, _TODAY = range(6)
_PARTS = {"look": _LOOK, "place": _PLACE, "feel": _FEEL}
StepView = AgeView | SignsView | QuestionView


class ChecklistPage(QWidget):
    save_wanted = Signal(SavedCheck, str)
    child_wanted = Signal()
    danger_requested = Signal()
    condition_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        family: Family,
        region: Callable[[], Region],
        state: CheckState | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Check symptoms"))
        self._theme, self._pack, self._family, self._region = theme, pack, family, region
        self._state = state or CheckState()
        self._state.child_id = self._state.child_id or (family.child.id if family.child else "")
        self.step_view: StepView | ResultView | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_page(), 1)
        self._side = self._build_side()
        row.addWidget(self._side)
        self.setFocusProxy(self._page)
        family.child_changed.connect(self._on_child_changed)
        self._show_step()

    @property
    def session(self) -> CheckSession:
        if self._state.session is None:
            self._state.session = CheckSession(self._pack)
        return self._state.session

    @property
    def part_name(self) -> str:
        """Which part of the check is shown, as a plain word."""
        return ("age", "danger-signs", "look", "place", "feel", "today")[self._part()]

    def start_anew(self) -> None:
        self._state.session = CheckSession(self._pack)
        self._state.age_choice = None
        self._state.check_id = new_id()
        self._show_step()

    def save(self) -> None:
        """Hand the finished check on, to be saved with a note; without a child, ask for one first."""
        if self._family.child is None and self._family.problem is None:
            self.child_wanted.emit()
        else:
            self._hand_on()

    def _on_child_changed(self) -> None:
        """Answers for one child never count for another; a child just added is the one they were for."""
        child = self._family.child
        before, self._state.child_id = self._state.child_id, child.id if child else ""
        other = bool(before) and before != self._state.child_id
        if other or self.session.step.kind is StepKind.AGE:
            self.start_anew()

    def _build_page(self) -> Page:
        self._page = Page(self._theme, self.tr("Check symptoms"))
        names = [
            self.tr("Age"),
            self.tr("Danger signs"),
            self.tr("Look"),
            self.tr("Where"),
            self.tr("Feel & course"),
            self.tr("Signs for today"),
        ]
        self.progress = Progress(self._theme, names)
        column = self._page.column
        column.addWidget(self.progress)
        self.title_label: QLabel = words("", "h1")
        self.lead_label: QLabel = words("", "lead")
        head = QVBoxLayout()
        head.setSpacing(self._theme.px(TINY))
        head.addWidget(self.title_label)
        head.addWidget(self.lead_label)
        column.addLayout(head)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addLayout(self._build_buttons())
        column.addStretch(1)
        return self._page

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(GAP))
        self.back_button = StepButton(self._theme, self.tr("Back"), "", "Alt+B")
        self.back_button.clicked.connect(self._on_back_clicked)
        self.skip_button = StepButton(self._theme, self.tr("Not sure, skip"), "", "Alt+S")
        self.skip_button.clicked.connect(self._on_skip_clicked)
        self.next_button = StepButton(self._theme, self.tr("Next"), "primary", "Alt+N")
        self.next_button.clicked.connect(self._on_next_clicked)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.skip_button)
        row.addWidget(self.next_button)
        return row

    def _build_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(self._theme.px(330))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, self._theme.px(WIDE), self._theme.px(PAGE), self._theme.px(WIDE))
        self.so_far = SoFar(self._theme, self._pack)
        column.addWidget(self.so_far)
        return side

    def _show_step(self) -> None:
        clear_layout(self._place)
        self.step_view = self._make_view()
        self._place.addWidget(self.step_view)
        self._show_words()
        self._show_buttons()
        self._show_side()
        self._order_tabs()
        self._page.to_top()
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_view(self) -> StepView | ResultView:
        session, step = self.session, self.session.step
        if step.kind is StepKind.AGE:
            return AgeView(self._theme, self._family, self._state.age_choice)
        if step.kind is StepKind.SIGNS:
            signs = SignsView(self._theme, session.rules_here(), session.signs, again=session.asking_again)
            signs.answer_changed.connect(self._show_buttons)
            return signs
        if step.kind is StepKind.QUESTION:
            chosen = session.chosen.get(step.id, frozenset())
            question = QuestionView(self._theme, self._pack.question[step.id], chosen, self._tone)
            question.answer_changed.connect(self._on_option_changed)
            return question
        return self._make_result()

    def _make_result(self) -> ResultView:
        result = ResultView(
            self._theme, self._pack, self._region(), self.session.assessment(), self.session.age, self._tone
        )
        result.save_requested.connect(self.save)
        result.again_requested.connect(self.start_anew)
        result.danger_requested.connect(self.danger_requested)
        result.condition_requested.connect(self.condition_requested)
        return result

    @property
    def _tone(self) -> int:
        child = self._family.child
        return child.skin_tone if child else 2

    def _show_words(self) -> None:
        step = self.session.step
        title, lead = self._words_of_step()
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))
        self.lead_label.setText(lead)
        self.lead_label.setVisible(bool(lead))
        self.progress.setVisible(step.kind is not StepKind.RESULT)
        self.progress.show_part(self._part())

    def _words_of_step(self) -> tuple[str, str]:
        step = self.session.step
        if step.kind is StepKind.AGE:
            return self.tr("How old is your baby?"), self.tr("Some signs matter only at some ages.")
        if step.kind is StepKind.QUESTION:
            question = self._pack.question[step.id]
            return question.ask, question.help
        if step.kind is StepKind.SIGNS and self.session.asking_again:
            again = self.tr("Look once more, with this help. If you still cannot tell, we take it as a yes.")
            return self.tr("You could not tell"), again
        if step.kind is StepKind.SIGNS:
            group = next(group for group in self._pack.groups if group.id == step.id)
            return group.ask, group.help
        return "", ""

    def _part(self) -> int:
        step = self.session.step
        if step.kind is StepKind.SIGNS:
            group = next(group for group in self._pack.groups if group.id == step.id)
            return _DANGER if group.stage == "emergency" else _TODAY
        if step.kind is StepKind.QUESTION:
            return _PARTS[self._pack.question[step.id].step]
        return _AGE if step.kind is StepKind.AGE else _TODAY

    def _show_buttons(self) -> None:
        step, view = self.session.step, self.step_view
        self.back_button.setVisible(step.kind is not StepKind.AGE)
        self.skip_button.setVisible(step.kind is StepKind.QUESTION)
        self.next_button.setVisible(step.kind is not StepKind.RESULT)
        clear = isinstance(view, SignsView) and not view.anything_marked
        self.next_button.setText(self.tr("None of these") if clear else self.tr("Next"))

    def _show_side(self) -> None:
        step = self.session.step
        wide = self.width() >= self._theme.px(_NARROW)
        asked = step.kind is StepKind.QUESTION or self._part() == _TODAY
        self._side.setVisible(wide and asked and step.kind is not StepKind.RESULT)
        if self._side.isVisibleTo(self):
            answered = sum(1 for options in self.session.chosen.values() if options)
            self.so_far.show_candidates(self.session.assessment(), answered)

    def _on_option_changed(self) -> None:
        if isinstance(self.step_view, QuestionView):
            self.session.choose(self.step_view.chosen())
            self._show_side()

    def _on_next_clicked(self) -> None:
        view = self.step_view
        if isinstance(view, AgeView):
            self._state.age_choice = view.choice()
            self.session.give_age(view.age())
        elif isinstance(view, SignsView):
            self.session.answer_signs(view.answers())
        elif isinstance(view, QuestionView):
            self.session.choose(view.chosen())
        self.session.go_on()
        self._show_step()

    def _on_skip_clicked(self) -> None:
        self.session.choose(())
        self.session.go_on()
        self._show_step()

    def _on_back_clicked(self) -> None:
        self.session.go_back()
        self._show_step()

    def _hand_on(self) -> None:
        """The check is kept at once; the note that it goes with may never be finished."""
        child = self._family.child
        assessment = self.session.assessment()
        title = with_number(self._pack.action[assessment.action].title, self._region())
        child_id = child.id if child else ""
        check = record_check(
            self._state.check_id,
            self._pack,
            self.session.answers(),
            child_id,
            self._family.clock.now(),
            title,
        )
        if child:
            self._family.save_check(check)
        places = self._pack.questions_of_step("place")
        chosen = [place for question in places for place in self.session.chosen.get(question.id, ())]
        self.save_wanted.emit(check, chosen[0] if len(chosen) == 1 else "")

    def _order_tabs(self) -> None:
        if self.step_view:
            tab_through(self._page, self.step_view, self.back_button, self.skip_button, self.next_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, but never past danger signs: a key held down must not answer them."""
        goes_on = self.session.step.kind in (StepKind.AGE, StepKind.QUESTION) and not event.isAutoRepeat()
        if event.key() in ENTER and goes_on:
            self.next_button.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Coming into the window orders its controls anew, as they were made.
        self._order_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_side()
