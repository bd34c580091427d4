"""The panel beside the questions."""

from pytestqt.qtbot import QtBot

from guide.domain.checklist import NONE_OF_THESE
from guide.domain.pack import ContentPack
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.so_far import SHOWN, FitBar
from guide.ui.checklist.state import CheckState
from guide.ui.family import Family
from guide.ui.theme import Theme
from tests.ui.checklist.walking import MILIA, choose, press, question, to_question, to_questions
from tests.ui.reading import words_on


def names_on(page: ChecklistPage, pack: ContentPack) -> list[str]:
    names = {condition.name for condition in pack.conditions}
    return [line for line in words_on(page.so_far).splitlines() if line in names]


def test_the_panel_follows_the_answers(page: ChecklistPage) -> None:
    to_questions(page)
    assert "Milia" not in words_on(page.so_far)
    choose(page, "white-bumps")
    assert "Milia" in words_on(page.so_far)
    assert "From 1 answer. Only an examination can tell." in words_on(page.so_far)


def test_the_panel_says_how_the_danger_signs_stand(page: ChecklistPage) -> None:
    to_questions(page)
    said = words_on(page.so_far)
    assert f"{len(page.session.signs)} asked. None ticked." in said
    assert "If one appears, go back and tick it." in said


def test_what_fits_less_than_none_of_these_is_not_shown(page: ChecklistPage, pack: ContentPack) -> None:
    to_questions(page)
    choose(page, "white-bumps")
    ranking = page.session.assessment().ranking
    none = [each.condition for each in ranking].index(NONE_OF_THESE)
    better = [pack.condition[each.condition].name for each in ranking[:none]][:SHOWN]
    assert sorted(names_on(page, pack)) == sorted(better)
    assert len([bar for bar in page.so_far.findChildren(FitBar) if bar.isVisibleTo(page)]) == len(better)


def test_the_longest_bar_stands_on_top(page: ChecklistPage) -> None:
    to_questions(page)
    order, most = ["Fits well", "Fits partly", "Fits little"], 0
    for card in question(page).cards:
        card.click()
        said = [line for line in words_on(page.so_far).splitlines() if line in order]
        assert said == sorted(said, key=order.index)
        most = max(most, len(said))
        card.click()
    assert most > 1


def test_where_nothing_is_left_it_says_so_calmly(page: ChecklistPage) -> None:
    to_question(page, "itch")
    choose(page, "none")
    assert page.session.assessment().ranking[0].condition == NONE_OF_THESE
    assert "Nothing in this guide stands out so far." in words_on(page.so_far)


def test_the_panel_can_be_hidden_and_shown_again(page: ChecklistPage) -> None:
    to_questions(page)
    assert page.so_far.isVisible()
    press(page, "Hide “So far”")
    assert not page.so_far.isVisible()
    press(page, "Not sure, skip")
    assert not page.so_far.isVisible()
    press(page, "Show “So far”")
    assert page.so_far.isVisible()


def test_a_hidden_panel_stays_hidden_when_the_page_is_built_anew(
    page: ChecklistPage, qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, state: CheckState
) -> None:
    to_questions(page)
    press(page, "Hide “So far”")
    again = ChecklistPage(theme, pack, family, lambda: pack.region("uk"), state)
    qtbot.addWidget(again)
    again.show()
    assert not again.so_far.isVisible()


def test_in_a_narrow_window_the_panel_stands_below_the_question(page: ChecklistPage) -> None:
    to_questions(page)
    beside = page.so_far.parentWidget()
    page.resize(800, 700)
    assert page.so_far.parentWidget() is not beside
    assert page.so_far.isVisible()


def test_the_panel_waits_until_the_danger_signs_are_done(page: ChecklistPage) -> None:
    press(page, "Next")
    assert not page.so_far.isVisible()


def test_the_panel_names_no_chance_and_no_diagnosis(page: ChecklistPage) -> None:
    to_questions(page)
    choose(page, MILIA["look"])
    said = words_on(page.so_far).lower()
    assert not [word for word in ("diagnos", "%", "score", "likely") if word in said]
