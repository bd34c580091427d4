"""Check symptoms: one step at a time, back and forth, to a result that can be saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.domain.check_session import CheckSession, Step
from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack, Region
from guide.ui.checklist.age_view import AgeView
from guide.ui.checklist.answers_view import AnswersView
from guide.ui.checklist.frame import CheckFrame
from guide.ui.checklist.question_view import QuestionView
from guide.ui.checklist.result_view import ResultView
from guide.ui.checklist.run import CheckRun
from guide.ui.checklist.signs_view import SignsView
from guide.ui.checklist.state import CheckState
from guide.ui.checklist.step_maker import StepMaker
from guide.ui.checklist.step_view import StepView, first_control
from guide.ui.checklist.step_words import part_name, words_of
from guide.ui.checklist.unfinished_card import UnfinishedCard
from guide.ui.conditions.scroll_keeper import ScrollKeeper
from guide.ui.family import Family
from guide.ui.theme import Theme
from guide.ui.widgets.pressing import ENTER


class ChecklistPage(QWidget):
    save_wanted = Signal(SavedCheck, str)
    child_wanted = Signal()
    danger_requested = Signal()
    condition_requested = Signal(str)
    compare_requested = Signal(object)

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
        self._run = CheckRun(pack, family, region, self._state)
        self._maker = StepMaker(theme, pack, family, region, self._state)
        self._looks_at_answers = False
        self.step_view: QWidget
        self._build()
        family.child_changed.connect(self._on_child_changed)
        self._show_step()

    @property
    def session(self) -> CheckSession:
        return self._run.session

    @property
    def part_name(self) -> str:
        """Which part of the check is shown, as a plain word."""
        return part_name(self._pack, self.session.step)

    def start_anew(self) -> None:
        self._run.start_anew()
        self._looks_at_answers = False
        self._show_step()

    def save(self) -> None:
        """Hand the finished check on, to be saved with a note; without a child, ask for one first."""
        if self._family.child is None and self._family.problem is None:
            self.child_wanted.emit()
        else:
            self.save_wanted.emit(self._run.save(), self._run.one_place)

    def show_answers(self) -> None:
        self._looks_at_answers = True
        self._show_step()

    def _build(self) -> None:
        self._frame = CheckFrame(self._theme, self._pack)
        self.so_far, self.answers_button = self._frame.so_far, self._frame.answers_button
        self.progress, self._footer = self._frame.progress, self._frame.footer
        self.scroll_area, self.back_button = self._frame.page, self._footer.back_button
        self.skip_button, self.next_button = self._footer.skip_button, self._footer.next_button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._scroll = ScrollKeeper(self._frame.page.verticalScrollBar())
        self.setFocusProxy(self._frame.page)
        self._footer.back_clicked.connect(self._on_back_clicked)
        self._footer.skip_clicked.connect(self._on_skip_clicked)
        self._footer.next_clicked.connect(self._on_next_clicked)
        self._frame.answers_requested.connect(self.show_answers)
        self._frame.so_far_toggled.connect(self._on_so_far_toggled)

    def _show_step(self) -> None:
        self._shown_region = self._region()
        title, lead = self._words()
        self.step_view = self._make_view()
        self._footer.show_detail("")
        self._frame.show_view(self.step_view, title, lead)
        self._frame.show_buttons(self.session, self.step_view)
        self._show_so_far()
        self._frame.order_tabs(self.step_view)
        self._frame.page.to_top()
        if self.isVisible():
            (first_control(self.step_view) or self).setFocus(Qt.FocusReason.OtherFocusReason)
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self, title or self._run.result_words)
            )

    def _show_so_far(self) -> None:
        self._frame.show_so_far(self.session, self.step_view, self._state.so_far_hidden)

    def _make_view(self) -> QWidget:
        state, session = self._state, self.session
        if state.offered and state.offered_at:
            card = UnfinishedCard(self._theme, state.offered, state.offered_at, self._family.clock.today())
            card.go_on_requested.connect(self._on_go_on_requested)
            card.again_requested.connect(self.start_anew)
            return card
        if self._looks_at_answers:
            answers = AnswersView(self._theme, self._pack, self._region(), session)
            answers.change_requested.connect(self._on_change_requested)
            return answers
        if session.at_result:
            return self._make_result()
        view = self._maker.make(session, self._tone, self._run.before)
        view.answer_changed.connect(self._on_answer_changed)
        if isinstance(view, QuestionView):
            view.detail_pointed.connect(self._footer.show_detail)
        return view

    def _make_result(self) -> ResultView:
        view = ResultView(self._theme, self._pack, self._region(), self.session, self._tone, self._run.before)
        view.save_requested.connect(self.save)
        view.print_requested.connect(self._print)
        view.again_requested.connect(self.start_anew)
        view.change_requested.connect(self.show_answers)
        view.danger_requested.connect(self.danger_requested)
        view.condition_requested.connect(self.condition_requested)
        view.compare_requested.connect(self.compare_requested)
        view.answered.connect(self._on_answered)
        return view

    @property
    def _tone(self) -> int:
        child = self._family.child
        return child.skin_tone if child else 2

    def _words(self) -> tuple[str, str]:
        if self._state.offered:
            return self.tr("Check symptoms"), ""
        if self._looks_at_answers:
            return self.tr("Your answers"), self.tr("Change any of them. The check then goes on from there.")
        return words_of(self._pack, self.session)

    def _on_answer_changed(self) -> None:
        """What is chosen is kept as soon as it is; a sign counts once one goes on."""
        view, session = self.step_view, self.session
        if isinstance(view, AgeView):
            self._state.age_choice = view.choice()
        elif isinstance(view, QuestionView):
            view.give(session)
            self._show_so_far()
        elif isinstance(view, SignsView):
            self._state.marked[session.step] = view.told(session)
            self._frame.show_next(view)

    def _on_next_clicked(self) -> None:
        view = self.step_view
        if isinstance(view, AgeView):
            self._state.age_choice = view.choice()
        elif isinstance(view, SignsView):
            if view.temperature and view.temperature.is_unreadable:
                # A number that was typed is never passed over: it may be the fever.
                view.temperature.ask_again()
                return
            self._run.note_signs_answered()
        if isinstance(view, StepView):
            view.give(self.session)
            self._go_on()

    def _on_skip_clicked(self) -> None:
        self.session.choose(())
        self._go_on()

    def _go_on(self) -> None:
        self._run.go_on()
        self._show_step()

    def _on_back_clicked(self) -> None:
        if self._looks_at_answers:
            self._looks_at_answers = False
        else:
            self.session.go_back()
        self._show_step()

    def _on_change_requested(self, step: Step) -> None:
        self._looks_at_answers = False
        self.session.go_to(step)
        self._show_step()

    def _on_answered(self, question_id: str, options: frozenset[str]) -> None:
        """The question that would tell best was answered on the result: it is made anew, where one was."""
        at = self._scroll.value
        self._run.answer_at_result(question_id, options)
        self._show_step()
        view = self.step_view
        if isinstance(view, ResultView):
            self._scroll.go_to(at)
            if view.telling and (control := first_control(view.telling)):
                control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_on_requested(self) -> None:
        self._run.take_up()
        self._show_step()

    def _on_so_far_toggled(self, shown: bool) -> None:
        self._state.so_far_hidden = not shown
        self._show_so_far()
        button = self.so_far.hide_button if shown else self._frame.show_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_child_changed(self) -> None:
        if self._run.turn_to_child():
            self._looks_at_answers = False
            self._show_step()

    def _print(self) -> None:
        from guide.ui.checklist.printing import print_check

        print_check(self, self._pack, self._region(), self.session, self._family, self._run.before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, but never past danger signs: a key held down must not answer them."""
        goes_on = isinstance(self.step_view, (AgeView, QuestionView)) and not event.isAutoRepeat()
        if event.key() in ENTER and goes_on:
            self.next_button.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._run.offer_if_too_old() or self._region() != self._shown_region:
            self._show_step()
        # Coming into the window orders its controls anew, as they were made.
        self._frame.order_tabs(self.step_view)
