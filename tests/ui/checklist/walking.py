"""Through the check as a parent goes: by its buttons, rows and cards."""

from PySide6.QtWidgets import QAbstractButton, QApplication

from guide.domain.check_session import Step, StepKind
from guide.ui.checklist.answers_view import AnswersView
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.question_view import QuestionView
from guide.ui.checklist.result_view import ResultView
from guide.ui.checklist.sign_row import SignRow
from guide.ui.checklist.signs_view import SignsView

MILIA = {
    "look": "white-bumps",
    "place": "face",
    "since": "first-days",
    "redness": "none",
    "touch": "firm",
    "size": "pinhead",
}


def press(page: ChecklistPage, name: str) -> None:
    """The button in view; one of a screen that was left may not be gone yet."""
    QApplication.processEvents()  # what was put in just now is shown by an event
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
    next(each for each in shown if name in (each.text(), each.accessibleName())).click()


def signs(page: ChecklistPage) -> SignsView:
    assert isinstance(page.step_view, SignsView)
    return page.step_view


def row_of(page: ChecklistPage, rule: str) -> SignRow:
    return next(row for row in signs(page).rows if row.rule_id == rule)


def mark(page: ChecklistPage, rule: str, word: str) -> None:
    row = row_of(page, rule)
    (row.yes_button if word == "yes" else row.unsure_button).click()


def question(page: ChecklistPage) -> QuestionView:
    assert isinstance(page.step_view, QuestionView)
    return page.step_view


def result(page: ChecklistPage) -> ResultView:
    assert isinstance(page.step_view, ResultView)
    return page.step_view


def answers(page: ChecklistPage) -> AnswersView:
    assert isinstance(page.step_view, AnswersView)
    return page.step_view


def clear_signs(page: ChecklistPage) -> None:
    while page.session.step.kind in (StepKind.SIGNS, StepKind.GATES):
        press(page, "None of these")


def to_questions(page: ChecklistPage) -> None:
    press(page, "Next")
    clear_signs(page)


def to_group(page: ChecklistPage, group: str) -> None:
    """The screen of a group of emergency signs."""
    press(page, "Next")
    while page.session.step != Step(StepKind.SIGNS, group):
        press(page, "None of these")


def to_question(page: ChecklistPage, wanted: str) -> None:
    """Skips what is asked before it."""
    to_questions(page)
    while page.session.step.id != wanted:
        press(page, "Not sure, skip")


def to_gates(page: ChecklistPage) -> None:
    to_questions(page)
    while page.session.step.kind is StepKind.QUESTION:
        press(page, "Not sure, skip")


def choose(page: ChecklistPage, *options: str) -> None:
    for card in question(page).cards:
        if card.option_id in options:
            card.click()


def answer_all(page: ChecklistPage, **chosen: str) -> None:
    """From the age to the result; a question that is not named is skipped."""
    to_questions(page)
    while page.session.step.kind is StepKind.QUESTION:
        wanted = chosen.get(page.session.step.id)
        if wanted:
            choose(page, wanted)
            press(page, "Next")
        else:
            press(page, "Not sure, skip")
    clear_signs(page)
