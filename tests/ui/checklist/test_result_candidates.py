"""What can look like this: for and against in the parent's own answers, and the one look that would tell."""

import pytest
from pytestqt.qtbot import QtBot

from guide.domain.check_session import CheckSession
from guide.domain.checklist import SignAnswer, Tier
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.ui.checklist.result_candidates import MOST_REASONS
from guide.ui.checklist.result_side import TellingQuestion
from guide.ui.checklist.result_view import ResultView
from guide.ui.checklist.result_words import (
    MOST_SIGNS,
    difference_between,
    reason_words,
    shown_candidates,
    sooner_signs,
    telling_question,
)
from guide.ui.pictures.widget import SkinPicture
from guide.ui.theme import Theme
from guide.ui.wording import tier_words
from tests.ui.checklist.results import FIVE_WEEKS, MILIA, ON_THE_BACK, answered
from tests.ui.reading import button_named, words_on


@pytest.fixture
def milia(qtbot: QtBot, theme: Theme, pack: ContentPack) -> ResultView:
    return shown(qtbot, theme, pack, answered(pack, MILIA))


def shown(qtbot: QtBot, theme: Theme, pack: ContentPack, session: CheckSession, tone: int = 2) -> ResultView:
    view = ResultView(theme, pack, pack.region("uk"), session, tone)
    qtbot.addWidget(view)
    view.resize(1000, 1500)
    view.show()
    return view


def test_at_most_four_are_offered_each_with_its_tier_in_words(milia: ResultView, pack: ContentPack) -> None:
    offered = milia.assessment.offered[:4]
    assert len(milia.fits.cards) == len(offered)
    for card, candidate in zip(milia.fits.cards, offered, strict=True):
        said = words_on(card)
        assert said.startswith(pack.condition[candidate.condition].name)
        assert tier_words(candidate.tier) in said


def test_the_first_is_what_was_described(milia: ResultView) -> None:
    assert milia.assessment.offered[0].condition == "milia"
    assert milia.assessment.offered[0].tier is Tier.WELL


def test_what_speaks_for_it_is_said_in_the_parents_own_answers_the_weightiest_first(
    milia: ResultView, pack: ContentPack
) -> None:
    first = milia.assessment.offered[0]
    lines = [reason_words(pack, FIVE_WEEKS, each) for each in first.speaks_for[:MOST_REASONS]]
    said = words_on(milia.fits.cards[0])
    assert "Look: White bumps" in said
    places = [said.index(line) for line in lines]
    assert places == sorted(places)


def test_further_reasons_open_at_a_press(milia: ResultView, pack: ContentPack) -> None:
    first, card = milia.assessment.offered[0], milia.fits.cards[0]
    more = first.speaks_for[MOST_REASONS:]
    hidden = reason_words(pack, FIVE_WEEKS, more[0])
    assert hidden not in words_on(card)
    button_named(card, f"and {len(more)} more").click()
    assert hidden in words_on(card)


def test_the_picture_is_on_the_childs_tone(qtbot: QtBot, theme: Theme, pack: ContentPack) -> None:
    view = shown(qtbot, theme, pack, answered(pack, MILIA), tone=4)
    assert [picture.tone for picture in view.fits.findChildren(SkinPicture)] == [4] * len(view.fits.cards)


def test_read_more_names_the_page_that_is_wanted(milia: ResultView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(milia.condition_requested) as wanted:
        button_named(milia.fits.cards[1], "Read more").click()
    assert wanted.args == [milia.assessment.offered[1].condition]


def test_each_is_compared_with_the_first_and_the_first_with_the_second(
    milia: ResultView, qtbot: QtBot
) -> None:
    first, *others = (each.condition for each in milia.assessment.offered[:4])
    assert others
    for place, both in enumerate([(first, others[0]), *((first, other) for other in others)]):
        with qtbot.waitSignal(milia.compare_requested) as wanted:
            button_named(milia.fits.cards[place], "Compare").click()
        assert wanted.args == [both]


def test_only_an_examination_can_tell(milia: ResultView) -> None:
    assert "Only an examination can tell what it is." in words_on(milia.fits)


@pytest.mark.parametrize("chosen", [{}, {"look": "crusts", "place": "legs", "size": "larger"}])
def test_where_nothing_fits_it_is_said_with_what_to_do(
    qtbot: QtBot, theme: Theme, pack: ContentPack, chosen: dict[str, str]
) -> None:
    view = shown(qtbot, theme, pack, answered(pack, chosen))
    assert view.assessment.nothing_fits
    assert "None of these fits well" in words_on(view.fits)
    assert "Let a doctor, nurse or health visitor see the spots." in words_on(view.fits)


def telling(view: ResultView) -> TellingQuestion:
    assert view.telling is not None
    return view.telling


def test_the_telling_question_is_asked_with_its_answers(
    qtbot: QtBot, theme: Theme, pack: ContentPack
) -> None:
    view = shown(qtbot, theme, pack, answered(pack, ON_THE_BACK))
    assert view.assessment.next_question
    question = pack.question[view.assessment.next_question]
    said = words_on(telling(view))
    assert question.ask in said
    assert all(option.text in said for option in question.options)


def test_an_answer_to_the_telling_question_is_told(qtbot: QtBot, theme: Theme, pack: ContentPack) -> None:
    session = answered(pack, {name: option for name, option in MILIA.items() if name != "since"})
    view = shown(qtbot, theme, pack, session)
    card = telling(view)
    with qtbot.waitSignal(view.answered) as told:
        card.chips[1].click()
        if card.question.choose == "many":
            card.done_button.click()
    assert told.args == [card.question.id, frozenset({card.question.options[1].id})]


def test_several_answers_are_sent_together(qtbot: QtBot, theme: Theme, pack: ContentPack) -> None:
    card = TellingQuestion(theme, pack.question["place"], several=True)
    qtbot.addWidget(card)
    assert card.done_button.isHidden()
    card.chips[0].click()
    card.chips[2].click()
    with qtbot.waitSignal(card.answered) as told:
        card.done_button.click()
    options = pack.question["place"].options
    assert told.args == ["place", frozenset({options[0].id, options[2].id})]


def test_not_sure_is_an_answer_too_and_is_not_asked_once_more(
    qtbot: QtBot, theme: Theme, pack: ContentPack
) -> None:
    session = answered(pack, ON_THE_BACK)
    view = shown(qtbot, theme, pack, session)
    asked = telling(view).question
    with qtbot.waitSignal(view.answered) as told:
        telling(view).unsure_button.click()
    assert told.args == [asked.id, frozenset()]
    session.chosen[asked.id] = frozenset()
    assert telling_question(pack, session, session.assessment()) is not asked


def test_where_no_question_is_left_the_pages_tell_the_difference(
    qtbot: QtBot, theme: Theme, pack: ContentPack
) -> None:
    session = answered(pack, MILIA)
    session.passed = [question.id for question in pack.questions]
    known = difference_between(pack, session.assessment().offered)
    assert known
    said = words_on(shown(qtbot, theme, pack, session))
    assert "One look would tell them apart" in said
    assert known[1] in said


def test_the_difference_is_found_on_either_page(pack: ContentPack) -> None:
    candidates = {each.condition: each for each in answered(pack, MILIA).assessment().candidates}
    named = {(page.id, alike.id) for page in pack.conditions for alike in page.look_alikes}
    only_on_one = sorted((page, other) for page, other in named if (other, page) not in named)
    page, other = next(both for both in only_on_one if set(both) <= candidates.keys())
    found = difference_between(pack, [candidates[page], candidates[other]])
    assert found
    assert difference_between(pack, [candidates[other], candidates[page]]) == found
    assert difference_between(pack, [candidates[page]]) is None


def test_no_more_than_six_signs_need_help_sooner_the_gravest_first(pack: ContentPack) -> None:
    assessment = answered(pack, MILIA).assessment()
    signs = sooner_signs(pack, pack.region("uk"), assessment)
    ranks = [level.rank for level, _ in signs]
    assert 0 < len(signs) <= MOST_SIGNS
    assert ranks == sorted(ranks, reverse=True)
    assert len({text for _, text in signs}) == len(signs)
    assert all(level.rank > assessment.level.rank for level, _ in signs)
    assert {level for level, _ in signs} == {Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.ROUTINE}


def test_in_an_emergency_nothing_is_offered_and_nothing_is_graver(pack: ContentPack) -> None:
    assessment = answered(pack, MILIA, E03=SignAnswer.YES).assessment()
    assert shown_candidates(assessment) == ()
    assert sooner_signs(pack, pack.region("uk"), assessment) == []
