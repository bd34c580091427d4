"""Heard online: finding a claim and what is right about it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guide.domain.pack import ContentPack
from guide.ui.conditions.claim_words import VERDICTS, verdict_words
from guide.ui.conditions.claims_view import ClaimsView
from guide.ui.theme import Theme
from tests.ui.reading import words_on


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, pack: ContentPack) -> ClaimsView:
    view = ClaimsView(theme, pack)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


def test_every_claim_is_there_with_its_verdict_its_fact_and_its_sources(
    view: ClaimsView, pack: ContentPack
) -> None:
    assert view.shown_ids == tuple(claim.id for claim in pack.claims)
    for claim in pack.claims:
        said = words_on(view.cards[claim.id])
        assert f"“{claim.claim}”" in said
        assert verdict_words(claim.verdict) in said
        assert claim.fact.text in said
        assert all(pack.source[each].organisation in said for each in claim.fact.sources)


def test_words_in_any_order_and_number_find_a_claim(
    view: ClaimsView, pack: ContentPack, qtbot: QtBot
) -> None:
    claim = pack.claims[0]
    qtbot.keyClicks(view.search_edit, "danger SPOTS white signs")
    assert claim.id in view.shown_ids
    assert len(view.shown_ids) < len(pack.claims)


def test_nothing_found_says_what_to_try(view: ClaimsView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.search_edit, "qwertzuiop")
    assert view.shown_ids == ()
    assert "Try fewer or other words" in view.count_label.text()


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_shows_as_many_as_it_says(view: ClaimsView, pack: ContentPack, verdict: str) -> None:
    expected = tuple(claim.id for claim in pack.claims if claim.verdict == verdict)
    button = view.verdict_row.buttons[verdict]
    assert button.text() == f"{verdict_words(verdict)} ({len(expected)})"
    assert button.accessibleName() == f"Verdict: {button.text()}"
    button.click()
    assert view.shown_ids == expected


def test_the_counts_follow_what_is_typed(view: ClaimsView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.search_edit, "oil")
    view.verdict_row.buttons["wrong"].click()
    assert view.verdict_row.buttons["wrong"].text() == f"Wrong ({len(view.shown_ids)})"


def test_no_hit_of_this_verdict_says_that_others_have_some(view: ClaimsView, pack: ContentPack) -> None:
    claim = next(each for each in pack.claims if each.verdict == "unsafe")
    view.search(claim.claim)
    view.verdict_row.buttons["right"].click()
    assert view.shown_ids == ()
    assert "Choose “All”" in view.count_label.text()


def test_its_pages_are_one_press_away(view: ClaimsView, pack: ContentPack, qtbot: QtBot) -> None:
    claim = pack.claims[0]
    button = view.cards[claim.id].buttons[claim.conditions[1]]
    assert pack.condition[claim.conditions[1]].name in button.accessibleName()
    with qtbot.waitSignal(view.condition_requested) as asked:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert asked.args == [claim.conditions[1]]
