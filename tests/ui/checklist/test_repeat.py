"""A child that was checked before: what was said then is shown, and never filled in."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from guide.domain.diary import Moment, SavedCheck
from guide.domain.pack import ContentPack
from guide.store.diary_store import DiaryStore
from guide.ui.checklist.page import ChecklistPage
from guide.ui.diary.fact_tag import FactTag
from guide.ui.family import Family
from tests.ui.checklist.conftest import OpenPage
from tests.ui.checklist.walking import MILIA, answer_all, press, question, result, signs, to_questions
from tests.ui.reading import words_on

BEFORE = SavedCheck(
    id="before",
    child_id="mia",
    spot_id=None,
    done=Moment(datetime(2026, 11, 18, 9, tzinfo=UTC), "UTC"),
    pack_version="1",
    level="routine",
    title="Book a visit",
    reasons=(),
    signs={"E01": "yes"},
    chosen={"look": ("white-bumps", "gone-since"), "place": ("face",)},
    lines=(),
)


@pytest.fixture
def again(store: DiaryStore, family: Family, open_page: OpenPage) -> ChecklistPage:
    store.save_check(replace(BEFORE, id="older", done=Moment(datetime(2026, 11, 1, tzinfo=UTC), "UTC")))
    store.save_check(BEFORE)
    return open_page()


def test_a_first_check_tells_of_none_before(page: ChecklistPage) -> None:
    assert "Last check" not in words_on(page)


def test_the_first_step_tells_of_the_last_check(again: ChecklistPage, pack: ContentPack) -> None:
    level = pack.short_words(pack.action["book"].level) if "book" in pack.action else ""
    said = words_on(again)
    assert "Last check: 18 Nov 2026" in said
    assert level in said
    assert "This check will show what has changed." in said


def test_danger_signs_are_never_filled_in(again: ChecklistPage) -> None:
    press(again, "Next")
    assert not signs(again).anything_marked


def test_what_was_chosen_last_time_says_so_and_is_not_chosen(again: ChecklistPage) -> None:
    to_questions(again)
    cards = [card for card in question(again).cards if card.findChildren(FactTag)]
    assert [card.option_id for card in cards] == ["white-bumps"]
    assert "Last time" in words_on(cards[0])
    assert "Last time" in cards[0].accessibleName()
    assert question(again).chosen() == frozenset()


def test_the_result_tells_what_has_changed(again: ChecklistPage) -> None:
    answer_all(again, **MILIA)
    assert "18 Nov 2026" in words_on(result(again))


def test_a_check_just_saved_is_not_the_one_before(page: ChecklistPage) -> None:
    answer_all(page, **MILIA)
    press(page, "Save to diary")
    press(page, "Your answers")
    press(page, "Back")
    assert "22 Nov 2026" not in words_on(result(page))


def test_the_check_after_a_saved_one_compares_with_it(page: ChecklistPage) -> None:
    answer_all(page, **MILIA)
    press(page, "Save to diary")
    press(page, "Start again")
    assert "Last check: 22 Nov 2026" in words_on(page)
