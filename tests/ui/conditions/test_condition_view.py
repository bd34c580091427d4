"""The page of one condition: its order, its buttons, the region’s numbers, claims and explained words."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack, Region
from guide.ui.calibration.screens import ScreenSizes
from guide.ui.conditions.condition_view import ConditionView
from guide.ui.conditions.sections_further import claims_of
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from guide.ui.widgets.glossary_label import GlossaryLabel
from tests.ui.reading import words_on


class Household:
    """Where the family lives can change."""

    def __init__(self, pack: ContentPack) -> None:
        self.pack, self.region_id = pack, "uk"

    def region(self) -> Region:
        return self.pack.region(self.region_id)


@pytest.fixture
def household(pack: ContentPack) -> Household:
    return Household(pack)


@pytest.fixture
def view(
    qtbot: QtBot, theme: Theme, pack: ContentPack, preferences: Preferences, household: Household
) -> ConditionView:
    view = ConditionView(theme, pack, ScreenSizes(preferences), household.region)
    qtbot.addWidget(view)
    view.resize(660, 700)
    view.show()
    view.show_condition(pack.condition["milia"])
    return view


ORDER = [
    "See a doctor if",
    "Age",
    "What helps",
    "Do not",
    "Easily mixed up with",
    "On light skin",
    "On brown skin",
    "On black skin",
    "When it begins",
    "How it goes on",
    "Why it comes",
    "How common",
    "Nursery and childcare",
    "What a professional may do",
    "Questions to ask the doctor",
    "Heard online",
    "Where this comes from",
]


def test_the_parts_stand_in_the_same_order_on_every_page(view: ConditionView, pack: ContentPack) -> None:
    for condition in pack.conditions:
        view.show_condition(condition)
        lines = words_on(view).split("\n")
        wanted = [part for part in ORDER if part != "Heard online" or claims_of(pack, condition)]
        assert [line for line in lines if line in ORDER] == wanted


def test_each_level_has_its_words_and_the_regions_numbers(
    view: ConditionView, pack: ContentPack, household: Household
) -> None:
    assert "999 (UK)" in words_on(view)
    assert "NHS 111 (UK)" in words_on(view)
    household.region_id = "us"
    view.show_condition(pack.condition["milia"])
    assert "911 (US)" in words_on(view)
    assert "999" not in words_on(view)


def test_every_page_names_the_emergency_number(
    view: ConditionView, pack: ContentPack, household: Household
) -> None:
    household.region_id = "nz"
    for condition in pack.conditions:
        view.show_condition(condition)
        assert "111 (New Zealand ambulance)" in words_on(view)
        if any(sign.level is Urgency.EMERGENCY for sign in condition.see_doctor):
            assert "Call an ambulance now" in words_on(view)


def test_without_a_country_the_page_says_where_to_choose_one(
    view: ConditionView, pack: ContentPack, household: Household
) -> None:
    household.region_id = ""
    view.show_condition(pack.condition["milia"])
    assert "your local emergency number" in words_on(view)
    assert "Choose your country in Settings" in words_on(view)


def test_no_placeholder_of_the_pack_reaches_a_parent(view: ConditionView, pack: ContentPack) -> None:
    for condition in pack.conditions:
        view.show_condition(condition)
        assert "{emergency_number}" not in words_on(view)


def test_the_buttons_tell_which_page_they_are_for(view: ConditionView, qtbot: QtBot) -> None:
    for button, signal in (
        (view.compare_button, view.compare_requested),
        (view.diary_button, view.diary_requested),
        (view.print_button, view.print_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            qtbot.keyClick(button, Qt.Key.Key_Return)
        assert asked.args == ["milia"]
    with qtbot.waitSignal(view.check_requested):
        view.check_button.click()


def test_a_bookmark_is_set_and_taken_away_and_nothing_moves(view: ConditionView, qtbot: QtBot) -> None:
    words_on(view)
    before = [view.bookmark_button.geometry(), view.print_button.geometry()]
    for wanted in (True, False):
        with qtbot.waitSignal(view.bookmark_toggled) as told:
            view.bookmark_button.click()
        assert told.args == ["milia", wanted]
        assert view.bookmark_button.isChecked() is wanted
        words_on(view)
        assert [view.bookmark_button.geometry(), view.print_button.geometry()] == before


def test_showing_a_bookmark_tells_nothing(view: ConditionView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.bookmark_toggled):
        view.set_bookmarked(True)
    assert view.bookmark_button.text() == "✓ Bookmarked"


def test_look_alikes_are_drawn_on_the_tone_that_was_chosen(view: ConditionView, pack: ContentPack) -> None:
    view.panel.tone_buttons.button(4).click()
    assert len(view.look_alikes.pictures) == len(pack.condition["milia"].look_alikes)
    assert {each.tone for each in view.look_alikes.pictures} == {4}


def test_the_claims_of_the_page_are_there_the_unsafe_first_and_more_on_demand(
    view: ConditionView, pack: ContentPack
) -> None:
    claims = claims_of(pack, pack.condition["milia"])
    assert claims[0].verdict == "unsafe"
    said = words_on(view.claims_card)
    assert claims[0].claim in said
    assert claims[0].fact.text in said
    assert claims[-1].claim not in said
    view.claims_card.more_button.click()
    assert all(each.claim in words_on(view.claims_card) for each in claims)


def test_all_claims_are_one_press_away(view: ConditionView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.claims_requested):
        view.claims_card.all_button.click()


def test_it_says_that_no_clinician_has_reviewed_it(view: ConditionView) -> None:
    assert "Not yet reviewed by a clinician." in words_on(view)


def test_words_of_the_glossary_are_explained_but_never_the_pages_own_name(
    view: ConditionView, pack: ContentPack
) -> None:
    known = [each.word.id for label in view.findChildren(GlossaryLabel) for each in label.known]
    assert "blister" in known
    for condition in pack.conditions:
        view.show_condition(condition)
        words_on(view)
        labels = [each for each in view.findChildren(GlossaryLabel) if each.isVisible()]
        names = {condition.name, *condition.parents_names}
        assert not [each for label in labels for each in label.known if each.word.word in names]
