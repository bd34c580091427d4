""" "Your answers": read them all, change any of them."""

from guide.domain.check_session import AGE, Step, StepKind
from guide.domain.pack import ContentPack
from guide.ui.checklist.page import ChecklistPage
from tests.ui.checklist.walking import (
    MILIA,
    answer_all,
    answers,
    choose,
    mark,
    press,
    question,
    result,
    signs,
    to_questions,
)
from tests.ui.reading import words_on


def change(page: ChecklistPage, asked: str) -> None:
    press(page, f"Change: {asked}")


def test_every_answered_step_is_listed_in_words(page: ChecklistPage, pack: ContentPack) -> None:
    answer_all(page, **MILIA)
    press(page, "Your answers")
    said = words_on(answers(page))
    assert "5 weeks old" in said
    assert "White bumps" in said
    assert said.count("None of these") >= 6
    asked = [pack.question[each].ask for each in page.session.passed]
    assert all(each in said for each in asked)


def test_a_skipped_question_is_listed_as_skipped(page: ChecklistPage, pack: ContentPack) -> None:
    to_questions(page)
    press(page, "Not sure, skip")
    press(page, "Your answers")
    assert "Skipped" in words_on(answers(page))
    change(page, pack.question["look"].ask)
    assert page.session.step == Step(StepKind.QUESTION, "look")


def test_a_sign_that_was_ticked_is_listed_with_its_words(page: ChecklistPage, pack: ContentPack) -> None:
    answer_all(page, **MILIA)
    page.session.go_to(Step(StepKind.SIGNS, "last"))
    page.start_anew()
    press(page, "Next")
    mark(page, "E01", "yes")
    press(page, "Show what to do now")
    press(page, "Your answers")
    assert f"Yes: {pack.rule['E01'].sign}" in words_on(answers(page))


def test_a_changed_answer_leads_back_to_the_result(page: ChecklistPage, pack: ContentPack) -> None:
    answer_all(page, **MILIA)
    before = page.session.assessment()
    press(page, "Your answers")
    change(page, pack.question["look"].ask)
    assert question(page).chosen() == {"white-bumps"}
    choose(page, "white-bumps", "crusts")
    press(page, "Next")
    while not page.session.at_result:
        page.next_button.click()
    assert page.session.chosen["look"] == {"crusts"}
    assert page.session.assessment() != before


def test_an_answer_looked_at_and_left_leads_back_to_the_result(page: ChecklistPage) -> None:
    answer_all(page, **MILIA)
    press(page, "Your answers")
    change(page, "Age")
    assert page.session.step == AGE
    press(page, "Next")
    assert page.session.at_result


def test_a_danger_sign_changed_in_the_middle_ends_the_check(page: ChecklistPage, pack: ContentPack) -> None:
    to_questions(page)
    choose(page, "white-bumps")
    press(page, "Next")
    press(page, "Your answers")
    group = pack.groups[0]
    change(page, group.short[0].upper() + group.short[1:])
    signs(page).rows[0].yes_button.click()
    press(page, "Show what to do now")
    assert page.session.at_result


def test_back_from_the_answers_returns_to_the_step_with_what_was_chosen(page: ChecklistPage) -> None:
    to_questions(page)
    choose(page, "white-bumps")
    press(page, "Your answers")
    press(page, "Back")
    assert question(page).chosen() == {"white-bumps"}


def test_back_from_the_answers_returns_to_the_result(page: ChecklistPage) -> None:
    answer_all(page, **MILIA)
    press(page, "Your answers")
    press(page, "Back")
    assert result(page)


def test_before_anything_is_answered_there_is_nothing_to_look_at(page: ChecklistPage) -> None:
    assert not page.answers_button.isVisible()
    press(page, "Next")
    assert page.answers_button.isVisible()
