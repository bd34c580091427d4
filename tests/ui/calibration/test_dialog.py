"""A card held against the screen tells how large a millimetre is there."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.ui.calibration.card_frame import CARD_MM, LEAST_WIDTH, MOST_WIDTH
from guide.ui.calibration.dialog import CalibrationDialog
from guide.ui.calibration.screens import ScreenSizes
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme


@pytest.fixture
def sizes(preferences: Preferences) -> ScreenSizes:
    return ScreenSizes(preferences)


@pytest.fixture
def parent(qtbot: QtBot, theme: Theme) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(700, 600)
    parent.show()
    return parent


@pytest.fixture
def closed() -> list[bool]:
    return []


@pytest.fixture
def dialog(
    parent: QWidget, theme: Theme, sizes: ScreenSizes, closed: list[bool], qtbot: QtBot
) -> CalibrationDialog:
    dialog = CalibrationDialog.ask(parent, theme, sizes, "Why.", lambda: closed.append(True))
    qtbot.waitExposed(dialog)
    return dialog


def px_per_mm(sizes: ScreenSizes) -> float | None:
    return sizes.px_per_mm(QGuiApplication.primaryScreen())


def drag(dialog: CalibrationDialog, start: QPointF, by: QPoint) -> None:
    frame, place = dialog.frame, start.toPoint()
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(frame, place + by)
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=place + by)


def test_the_frame_has_the_shape_of_a_card(dialog: CalibrationDialog) -> None:
    card = dialog.frame.card_rect()
    assert card.width() / card.height() == pytest.approx(85.60 / 53.98)


def test_it_begins_with_what_the_screen_says_of_itself(dialog: CalibrationDialog) -> None:
    said = QGuiApplication.primaryScreen().physicalDotsPerInch() / 25.4
    assert dialog.frame.card_width == round(said * CARD_MM)


def test_it_begins_with_what_was_measured_before(parent: QWidget, theme: Theme, sizes: ScreenSizes) -> None:
    sizes.keep(parent.screen(), 6.0)
    dialog = CalibrationDialog.ask(parent, theme, sizes, "", lambda: None)
    assert dialog.frame.card_width == round(6.0 * CARD_MM)


def test_the_card_that_fits_is_kept_as_pixels_to_the_millimetre(
    dialog: CalibrationDialog, sizes: ScreenSizes, closed: list[bool]
) -> None:
    dialog.slider.setValue(428)
    dialog.save_button.click()
    assert px_per_mm(sizes) == 428 / 85.60
    assert closed == [True]


@pytest.mark.parametrize("cancel", ["button", "escape"])
def test_a_cancelled_measurement_keeps_what_was_known(
    dialog: CalibrationDialog, sizes: ScreenSizes, closed: list[bool], cancel: str
) -> None:
    dialog.slider.setValue(428)
    if cancel == "button":
        dialog.cancel_button.click()
    else:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert px_per_mm(sizes) is None
    assert closed == [True]


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_Plus, 1),
        (Qt.Key.Key_Minus, -1),
        (Qt.Key.Key_PageUp, 10),
    ],
)
def test_keys_make_the_frame_larger_and_smaller(dialog: CalibrationDialog, key: Qt.Key, step: int) -> None:
    before = dialog.frame.card_width
    QTest.keyClick(dialog.slider, key)
    assert dialog.frame.card_width == dialog.slider.value() == before + step


def test_enter_says_that_the_card_fits(dialog: CalibrationDialog, sizes: ScreenSizes) -> None:
    QTest.keyClick(dialog.slider, Qt.Key.Key_Return)
    assert px_per_mm(sizes) == dialog.frame.px_per_mm


def test_the_buttons_make_it_larger_and_smaller_by_a_pixel(dialog: CalibrationDialog) -> None:
    before = dialog.frame.card_width
    dialog.larger_button.click()
    dialog.larger_button.click()
    dialog.smaller_button.click()
    assert dialog.frame.card_width == before + 1


def test_the_right_handle_is_dragged_pixel_by_pixel(dialog: CalibrationDialog) -> None:
    before = dialog.frame.card_width
    drag(dialog, dialog.frame.handles()[0], QPoint(30, 5))
    assert dialog.frame.card_width == before + 30


def test_the_lower_handle_changes_the_height(dialog: CalibrationDialog) -> None:
    before = dialog.frame.card_rect().height()
    drag(dialog, dialog.frame.handles()[1], QPoint(0, 20))
    assert dialog.frame.card_rect().height() == pytest.approx(before + 20, abs=1)


def test_a_press_beside_the_handles_changes_nothing(dialog: CalibrationDialog) -> None:
    before = dialog.frame.card_width
    drag(dialog, dialog.frame.card_rect().center(), QPoint(40, 0))
    assert dialog.frame.card_width == before


def test_the_frame_stays_within_what_screens_can_be(dialog: CalibrationDialog) -> None:
    dialog.frame.set_card_width(5)
    assert dialog.frame.card_width == LEAST_WIDTH
    dialog.frame.set_card_width(50_000)
    assert dialog.frame.card_width == MOST_WIDTH


def test_where_the_card_is_wider_than_the_window_the_height_is_compared(dialog: CalibrationDialog) -> None:
    assert not dialog.cut_off_label.isVisible()
    dialog.frame.set_card_width(MOST_WIDTH)
    assert dialog.cut_off_label.isVisible()
    assert dialog.frame.handles()[1].x() < dialog.frame.width()
