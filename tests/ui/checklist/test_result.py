"""The result page, read and pressed as a parent would: what to do, why, and what would change it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from guide.domain.check_session import CheckSession
from guide.domain.checklist import SignAnswer
from guide.domain.conditions import Urgency
from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack
from guide.ui.checklist.result_view import ResultView
from guide.ui.theme import Theme
from guide.ui.widgets.page import Page
from guide.ui.wording import with_number
from tests.ui.checklist.results import MILIA, ON_THE_BACK, answered, check_before, same_day_sign
from tests.ui.reading import button_named, words_on

Show = Callable[..., ResultView]
YES, UNSURE = SignAnswer.YES, SignAnswer.CANNOT_TELL


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, pack: ContentPack) -> Show:
    pages: list[Page] = []

    def shown(
        session: CheckSession,
        before: SavedCheck | None = None,
        region: str = "uk",
        size: tuple[int, int] = (1060, 760),
    ) -> ResultView:
        view = ResultView(theme, pack, pack.region(region), session, 2, before)
        page = Page(theme, "result")
        page.column.addWidget(view)
        page.column.addStretch(1)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        for _ in range(3):  # a row that turns into a column moves what is below
            QApplication.processEvents()
        return view

    return shown


def bottom_of(view: ResultView, text: str) -> int:
    """Where on the page the words end, in pixels from the top of what is seen of it."""
    page = view.window()
    label = next(each for each in view.findChildren(QLabel) if text in each.text())
    return label.mapTo(page, QPoint(0, label.height())).y()


def top_of(view: ResultView, widget: QWidget) -> int:
    return widget.mapTo(view, QPoint()).y()


@pytest.mark.parametrize("region", ["uk", "us", "ie", "za"])
def test_an_emergency_begins_with_the_regions_number_and_what_to_say(
    show: Show, pack: ContentPack, region: str
) -> None:
    view = show(answered(pack, E03=YES), region=region)
    said, number = words_on(view).replace("\N{NO-BREAK SPACE}", " "), pack.region(region).emergency_number
    action = pack.action[view.assessment.action]
    assert said.startswith(with_number(action.title, pack.region(region)))
    assert number in said.splitlines()[0]
    assert action.say in said
    assert pack.rule["E03"].sign in said
    assert "Emergency" in said.splitlines()


def test_an_emergency_whose_advice_names_no_number_shows_it_large_all_the_same(
    show: Show, pack: ContentPack
) -> None:
    view = show(answered(pack, E07=YES))
    assert view.banner.number_label.text() == "Emergency number: 999 (UK)"
    assert view.banner.number_label.font().pixelSize() > 24


def test_an_emergency_shows_no_guess(show: Show, pack: ContentPack) -> None:
    said = words_on(show(answered(pack, MILIA, E03=YES)))
    assert "What can look like this" not in said
    assert "One look" not in said
    assert "Milia" not in said


def test_without_a_country_an_emergency_says_where_to_choose_it(show: Show, pack: ContentPack) -> None:
    said = words_on(show(answered(pack, E03=YES), region="unknown"))
    assert "your local emergency number" in said
    assert "Choose your country in Settings" in said


def test_what_to_do_in_an_emergency_is_seen_without_scrolling(show: Show, pack: ContentPack) -> None:
    large = show(answered(pack, E03=YES), size=(1062, 761))
    action = pack.action[large.assessment.action]
    assert bottom_of(large, action.say) < 761
    assert large.print_button.mapTo(large.window(), QPoint(0, large.print_button.height())).y() < 761
    small = show(answered(pack, E03=YES), size=(682, 541))
    assert bottom_of(small, action.do[-1].text) < 541


def test_the_buttons_come_below_what_to_do_and_say(show: Show, pack: ContentPack) -> None:
    view = show(answered(pack, E03=YES))
    assert top_of(view, view.save_button) >= top_of(view, view.banner) + view.banner.height()


def test_why_comes_with_its_source_and_further_signs_open(show: Show, pack: ContentPack) -> None:
    view = show(answered(pack, E03=YES, E04=YES))
    first, second = (pack.rule[rule].why for rule in view.assessment.fired[:2])
    assert first.text in words_on(view)
    assert pack.source[first.sources[0]].title in words_on(view)
    assert second.text not in words_on(view)
    view.banner.more_button.click()
    assert second.text in words_on(view)


def test_a_measured_fever_is_told_in_the_regions_degrees(show: Show, pack: ContentPack) -> None:
    assert "You measured 38.4 °C." in words_on(show(answered(pack, temperature_c=38.4, E07=YES)))
    assert "You measured 101.1 °F." in words_on(show(answered(pack, temperature_c=38.4, E07=YES), None, "us"))


def test_care_at_home_says_what_to_do_when_to_look_again_and_the_danger_signs(
    show: Show, pack: ContentPack
) -> None:
    view = show(answered(pack, MILIA))
    said, action = words_on(view), pack.action[view.assessment.action]
    assert view.assessment.level is Urgency.HOME
    assert action.look_again.text in said
    assert all(each.text in said for each in action.do)
    assert pack.emergency_words in said


def test_a_visit_today_says_whom_to_ask_in_this_region(show: Show, pack: ContentPack) -> None:
    session = answered(pack, ON_THE_BACK)
    session.signs[same_day_sign(pack)] = YES
    view = show(session, region="uk")
    assert view.assessment.level is Urgency.SAME_DAY
    assert pack.region("uk").advice in words_on(view.banner)
    assert "Same day" in words_on(view.banner).splitlines()


def test_what_needs_help_sooner_stands_with_its_level_in_words(show: Show, pack: ContentPack) -> None:
    view = show(answered(pack, MILIA))
    said = words_on(view)
    after = said[said.index("Get help sooner if") :]
    assert after.index("Emergency") < after.index("Same day") < after.index("Book a visit")
    assert "38.0 °C" in after


def test_what_was_left_out_and_may_change_the_urgency_is_named_with_a_way_to_answer(
    show: Show, pack: ContentPack, qtbot: QtBot
) -> None:
    view = show(answered(pack, {"look": "white-bumps", "place": "face"}))
    said = words_on(view)
    here = {view.telling.question.id} if view.telling else set()
    left = [pack.question[each].short for each in view.assessment.unanswered - here]
    assert left
    assert all(name in said[said.index("Not answered yet") :] for name in left)
    with qtbot.waitSignal(view.change_requested):
        button_named(view, "Answer now").click()


def test_every_button_asks_for_what_it_says(show: Show, pack: ContentPack, qtbot: QtBot) -> None:
    view = show(answered(pack, MILIA))
    for name, signal in (
        ("Save to diary", view.save_requested),
        ("Print", view.print_requested),
        ("Your answers", view.change_requested),
        ("Start again", view.again_requested),
        ("Danger signs", view.danger_requested),
    ):
        with qtbot.waitSignal(signal):
            button_named(view, name).click()


def test_since_the_last_check_the_level_and_each_answer_that_differs_are_told(
    show: Show, pack: ContentPack
) -> None:
    sign = same_day_sign(pack)
    before = check_before(pack, {**MILIA, "place": "back"}, **{sign: YES})
    said = words_on(show(answered(pack, MILIA), before))
    assert "Since the check on 18 Nov 2026" in said
    assert "Same day → Care at home" in said
    assert "Where: Back → Face" in said
    assert f"No longer seen: {pack.rule[sign].sign}" in said
    assert "Look: " not in said[said.index("Since") : said.index("What can look like this")]


def test_nothing_changed_is_said_too(show: Show, pack: ContentPack) -> None:
    said = words_on(show(answered(pack, MILIA), check_before(pack, MILIA)))
    assert "How soon to get help is the same: Care at home." in said
    assert "Nothing changed in your answers." in said


def test_a_new_danger_sign_is_told_in_an_emergency(show: Show, pack: ContentPack) -> None:
    said = words_on(show(answered(pack, E03=YES), check_before(pack, MILIA)))
    assert "Care at home → Emergency" in said
    assert f"New sign: {pack.rule['E03'].sign}" in said
    assert "not answered" not in said


def test_the_page_never_speaks_of_a_diagnosis_or_a_probability(show: Show, pack: ContentPack) -> None:
    for session in (answered(pack, MILIA), answered(pack, ON_THE_BACK), answered(pack, E03=YES)):
        said = words_on(show(session)).lower()
        assert "diagnos" not in said
        assert "%" not in said
        assert "your baby has" not in said


def test_every_button_has_a_name_of_its_own_for_screen_readers(show: Show, pack: ContentPack) -> None:
    view = show(answered(pack, MILIA))
    buttons = [each for each in view.findChildren(QAbstractButton) if each.isVisibleTo(view)]
    names = [each.accessibleName() or each.text() for each in buttons]
    assert all(names)
    assert len(set(names)) == len(names)


def test_tab_reaches_every_button_from_top_to_bottom(show: Show, pack: ContentPack, qtbot: QtBot) -> None:
    view = show(answered(pack, MILIA))
    view.save_button.setFocus()
    reached = []
    for _ in view.findChildren(QAbstractButton):
        focused = view.window().focusWidget()
        if focused in reached:
            break
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert set(reached) == {
        each for each in view.findChildren(QAbstractButton) if each.isVisibleTo(view) and each.isEnabled()
    }


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_nothing_is_cut_where_the_window_is_small(
    qtbot: QtBot, pack: ContentPack, show: Show, theme: Theme, percent: int
) -> None:
    theme.set_text_percent(percent)
    view = show(answered(pack, MILIA), check_before(pack, ON_THE_BACK), size=(740, 541))
    page = view.window()
    assert isinstance(page, Page)
    assert page.horizontalScrollBar().maximum() == 0
    for label in view.findChildren(QLabel):
        if label.isVisibleTo(view) and label.text() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())
