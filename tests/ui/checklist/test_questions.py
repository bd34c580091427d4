"""The questions about the spots: pictures, the body to press on, the keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.domain.check_session import StepKind
from guide.domain.pack import ContentPack
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.place_view import PlaceMap, PlaceView
from tests.ui.checklist.walking import choose, press, question, to_question, to_questions
from tests.ui.reading import words_on


def places(page: ChecklistPage) -> PlaceView:
    assert isinstance(page.step_view, PlaceView)
    return page.step_view


def tap(page: ChecklistPage, qtbot: QtBot, pack: ContentPack, region_id: str) -> PlaceMap:
    part = next(each for each in pack.body if each.id == region_id)
    body = next(each for each in places(page).maps if each.view == part.view)
    where = body.position_of(part.x, part.y).toPoint()
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=where)
    return body


def colour_at(body: PlaceMap, point: QPointF) -> str:
    place: QPoint = body.position_of(point.x(), point.y()).toPoint()
    return str(body.grab().toImage().pixelColor(place).name())


def test_an_answer_is_chosen_by_the_space_bar(page: ChecklistPage, qtbot: QtBot) -> None:
    to_questions(page)
    card = question(page).cards[1]
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert question(page).chosen() == {card.option_id}
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert question(page).chosen() == frozenset()


def test_enter_chooses_and_pressed_again_goes_on(page: ChecklistPage, qtbot: QtBot) -> None:
    to_questions(page)
    first, card = page.session.step, question(page).cards[0]
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert (page.session.step, card.isChecked()) == (first, True)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert page.session.step != first
    assert page.session.chosen[first.id] == {card.option_id}


def test_one_of_several_is_taken_back_when_another_is_chosen(page: ChecklistPage) -> None:
    to_question(page, "since")
    first, second = question(page).cards[:2]
    first.click()
    second.click()
    assert question(page).chosen() == {second.option_id}


def test_several_answers_may_be_chosen_where_several_fit(page: ChecklistPage) -> None:
    to_questions(page)
    choose(page, "white-bumps", "ring")
    assert question(page).chosen() == {"white-bumps", "ring"}


def test_the_arrows_go_from_picture_to_picture_as_they_lie(page: ChecklistPage, qtbot: QtBot) -> None:
    to_questions(page)
    cards = question(page).cards
    qtbot.waitUntil(lambda: cards[1].x() > cards[0].x())
    columns = sum(1 for card in cards if card.y() == cards[0].y())
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Right)
    assert cards[1].hasFocus()
    qtbot.keyClick(cards[1], Qt.Key.Key_Down)
    assert cards[1 + columns].hasFocus()
    qtbot.keyClick(cards[1 + columns], Qt.Key.Key_Up)
    assert cards[1].hasFocus()
    assert not question(page).chosen()


@pytest.mark.parametrize(("width", "height", "least"), [(1062, 762, 16), (1148, 710, 15)])
def test_most_pictures_are_in_view_at_once(
    page: ChecklistPage, qtbot: QtBot, width: int, height: int, least: int
) -> None:
    """The room that is left in windows of 1280 x 820 and 1366 x 768."""
    page.resize(width, height)
    to_questions(page)
    assert page.session.step.id == "look"
    cards = question(page).cards
    qtbot.waitUntil(
        lambda: sum(1 for card in cards if card.visibleRegion().boundingRect() == card.rect()) >= least
    )


def test_more_about_a_small_picture_is_told_when_the_keys_come_to_it(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    page.resize(1062, 762)
    to_questions(page)
    page.activateWindow()
    card = question(page).cards[4]

    def is_told_when_the_keys_come() -> bool:
        # The pointer may rest on a picture and tell of that one in between.
        page.back_button.setFocus()
        card.setFocus()
        return card.option.detail in words_on(page)

    qtbot.waitUntil(is_told_when_the_keys_come)
    assert card.option.detail.rstrip(".") in card.accessibleName()


def test_next_is_in_view_however_many_pictures_there_are(page: ChecklistPage, qtbot: QtBot) -> None:
    page.resize(820, 542)
    to_questions(page)
    qtbot.waitUntil(lambda: not page.next_button.visibleRegion().isEmpty())
    assert not page.skip_button.visibleRegion().isEmpty()


def test_a_press_on_the_body_chooses_the_place(page: ChecklistPage, qtbot: QtBot, pack: ContentPack) -> None:
    to_question(page, "place")
    tap(page, qtbot, pack, "face-cheek-left")
    assert places(page).chosen() == {"face"}
    assert page.session.chosen["place"] == {"face"}


def test_the_back_of_the_body_stands_beside_the_front(
    page: ChecklistPage, qtbot: QtBot, pack: ContentPack
) -> None:
    to_question(page, "place")
    tap(page, qtbot, pack, "back-upper-left")
    tap(page, qtbot, pack, "tummy-upper")
    assert places(page).chosen() == {"back", "tummy"}


def test_a_second_press_on_the_body_takes_the_place_back(
    page: ChecklistPage, qtbot: QtBot, pack: ContentPack
) -> None:
    to_question(page, "place")
    tap(page, qtbot, pack, "chest-left")
    tap(page, qtbot, pack, "chest-right")
    assert places(page).chosen() == frozenset()


def test_every_part_of_a_chosen_place_is_marked(page: ChecklistPage, pack: ContentPack) -> None:
    to_question(page, "place")
    front = places(page).maps[0]
    parts = [each for each in pack.body if (each.place, each.view) == ("tummy", "front")]
    before = [colour_at(front, QPointF(part.x + part.rx / 2, part.y)) for part in parts]
    choose(page, "tummy")
    after = [colour_at(front, QPointF(part.x + part.rx / 2, part.y)) for part in parts]
    assert len(parts) > 1
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_the_body_is_pressed_with_the_keys(page: ChecklistPage, qtbot: QtBot) -> None:
    to_question(page, "place")
    front = places(page).maps[0]
    front.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(front, Qt.Key.Key_Down)
    pointed = front.pointed
    assert pointed is not None
    qtbot.keyClick(front, Qt.Key.Key_Space)
    assert places(page).chosen() == {pointed.place}
    assert pointed.name in words_on(page)


def test_each_place_of_the_body_is_an_answer(page: ChecklistPage, pack: ContentPack) -> None:
    to_question(page, "place")
    assert {card.option_id for card in places(page).cards} == {part.place for part in pack.body}


def test_the_keys_are_at_the_first_control_of_a_new_step(page: ChecklistPage, qtbot: QtBot) -> None:
    to_questions(page)
    qtbot.waitUntil(question(page).cards[0].hasFocus)
    press(page, "Not sure, skip")
    qtbot.waitUntil(question(page).cards[0].hasFocus)


def test_a_step_has_its_question_as_its_name(page: ChecklistPage, pack: ContentPack) -> None:
    to_questions(page)
    assert question(page).accessibleName() == pack.question[page.session.step.id].ask


def test_every_answer_has_a_name_for_screen_readers(page: ChecklistPage) -> None:
    to_questions(page)
    while page.session.step.kind is StepKind.QUESTION:
        assert all(card.option.text in card.accessibleName() for card in question(page).cards)
        press(page, "Not sure, skip")


def test_a_held_key_answers_one_question_only(page: ChecklistPage) -> None:
    to_questions(page)
    card, here = question(page).cards[0], page.session.step
    card.setChecked(True)
    kind, no_modifier = QKeyEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(card, QKeyEvent(kind, Qt.Key.Key_Return, no_modifier, "", autorep=True))
    assert page.session.step == here
