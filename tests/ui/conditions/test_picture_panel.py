"""A condition's picture: its stages, its views, its true size, and the same in words."""

from dataclasses import astuple, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack
from guide.domain.places import places_of
from guide.ui.calibration.dialog import CalibrationDialog
from guide.ui.calibration.screens import ScreenSizes
from guide.ui.conditions.picture_panel import PicturePanel
from guide.ui.pictures.words import alt_text
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from tests.ui.reading import words_on


@pytest.fixture
def sizes(preferences: Preferences) -> ScreenSizes:
    return ScreenSizes(preferences)


@pytest.fixture
def staged(pack: ContentPack) -> Condition:
    """The one with the most stages."""
    return max(pack.conditions, key=lambda each: len(each.appearance.stages))


@pytest.fixture
def panel(
    qtbot: QtBot, theme: Theme, pack: ContentPack, staged: Condition, sizes: ScreenSizes
) -> PicturePanel:
    panel = PicturePanel(theme, pack, staged, 2, sizes)
    qtbot.addWidget(panel)
    panel.resize(360, 700)
    panel.show()
    panel.activateWindow()
    return panel


def measure(sizes: ScreenSizes, px_per_mm: float = 4.0) -> None:
    sizes.keep(QGuiApplication.primaryScreen(), px_per_mm)


def dialogs(panel: PicturePanel) -> list[CalibrationDialog]:
    return panel.findChildren(CalibrationDialog)


def test_the_stage_that_stands_for_the_condition_is_shown_first(
    panel: PicturePanel, staged: Condition
) -> None:
    assert panel.stage_row.choice == panel.stage.id == staged.appearance.typical_stage.id


def test_another_stage_is_drawn_and_said(panel: PicturePanel, staged: Condition) -> None:
    other = next(each for each in staged.appearance.stages if each is not panel.stage)
    panel.stage_row.buttons[other.id].click()
    assert panel.picture.scene.lesions == other.lesions
    assert panel.words_label.text() == alt_text(panel.picture.scene)
    assert panel.picture.accessibleName() == panel.words_label.text()


def test_a_condition_of_one_look_offers_no_stages(
    qtbot: QtBot, theme: Theme, pack: ContentPack, staged: Condition, sizes: ScreenSizes
) -> None:
    looks = replace(staged.appearance, stages=staged.appearance.stages[:1], typical="")
    panel = PicturePanel(theme, pack, replace(staged, appearance=looks), 2, sizes)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.stage_row.isVisible()


def test_a_stage_with_places_of_its_own_shows_those(
    qtbot: QtBot, theme: Theme, pack: ContentPack, staged: Condition, sizes: ScreenSizes
) -> None:
    first, second = staged.appearance.stages[:2]
    stages = (replace(first, places=("back",)), replace(second, places=("scalp",)))
    looks = replace(staged.appearance, stages=stages, typical=first.id)
    panel = PicturePanel(theme, pack, replace(staged, appearance=looks), 2, sizes)
    qtbot.addWidget(panel)
    assert panel.where.places.usual == ("back",)
    panel.stage_row.buttons[second.id].click()
    assert panel.where.places.usual == ("scalp",)


def test_the_picture_keeps_its_place_and_size_with_every_stage_and_view(
    panel: PicturePanel, staged: Condition, sizes: ScreenSizes
) -> None:
    measure(sizes)
    before, below = panel.picture.geometry(), panel.view_row.geometry()
    for row in (panel.stage_row, panel.view_row):
        for button in row.buttons.values():
            button.click()
            words_on(panel)
            assert (panel.picture.geometry(), panel.view_row.geometry()) == (before, below)


def test_from_arms_length_it_is_drawn_so(panel: PicturePanel) -> None:
    panel.view_row.buttons["arm"].click()
    assert (panel.view, panel.picture.scene.view) == ("arm", "arm")
    assert panel.words_label.text() == alt_text(panel.picture.scene)


def test_the_arrow_keys_go_through_the_views(panel: PicturePanel, qtbot: QtBot) -> None:
    buttons = panel.view_row.buttons
    buttons["close"].setFocus()
    qtbot.keyClick(buttons["close"], Qt.Key.Key_Right)
    assert (panel.view_row.choice, panel.picture.scene.view) == ("arm", "arm")
    assert panel.focusWidget() is buttons["arm"]
    qtbot.keyClick(buttons["arm"], Qt.Key.Key_Up)
    assert (panel.view_row.choice, panel.picture.scene.view) == ("close", "close")


def test_the_arrow_keys_go_through_the_stages_and_round(
    panel: PicturePanel, qtbot: QtBot, staged: Condition
) -> None:
    for _ in staged.appearance.stages:
        begun = panel.stage
        button = panel.stage_row.buttons[begun.id]
        qtbot.keyClick(button, Qt.Key.Key_Down)
        assert panel.stage is not begun
    assert panel.stage is staged.appearance.typical_stage


def test_tab_comes_to_one_button_of_a_row_and_leaves_it(panel: PicturePanel, qtbot: QtBot) -> None:
    panel.stage_row.buttons[panel.stage.id].setFocus()
    qtbot.keyClick(panel.stage_row.buttons[panel.stage.id], Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.view_row.buttons["close"]
    qtbot.keyClick(panel.view_row.buttons["close"], Qt.Key.Key_Tab)
    assert panel.focusWidget() in panel.tone_buttons.buttons()


def test_it_says_that_it_is_a_drawing(panel: PicturePanel) -> None:
    assert "A drawing, not a photo of a child." in words_on(panel)


def test_true_size_shows_as_much_skin_as_fits_on_the_screen(panel: PicturePanel, sizes: ScreenSizes) -> None:
    measure(sizes, 4.25)
    panel.view_row.buttons["true"].click()
    assert panel.picture.scene.view == "true"
    assert panel.picture.scene.field_mm == panel.picture.picture_rect().width() / 4.25
    assert not dialogs(panel)


def test_true_size_on_a_screen_not_measured_yet_asks_for_that_and_says_why(panel: PicturePanel) -> None:
    panel.view_row.buttons["true"].click()
    (dialog,) = dialogs(panel)
    assert "measured once" in words_on(dialog)
    dialog.save_button.click()
    assert (panel.view, panel.view_row.choice) == ("true", "true")


@pytest.mark.parametrize("before", ["close", "arm"])
def test_without_measuring_the_view_before_stays(panel: PicturePanel, before: str) -> None:
    panel.view_row.buttons[before].click()
    panel.view_row.buttons["true"].click()
    dialogs(panel)[0].cancel_button.click()
    assert (panel.view, panel.view_row.choice, panel.picture.scene.view) == (before, before, before)


def test_a_size_that_is_forgotten_is_used_no_longer(panel: PicturePanel, sizes: ScreenSizes) -> None:
    measure(sizes)
    panel.view_row.buttons["true"].click()
    sizes.forget(QGuiApplication.primaryScreen())
    assert (panel.view_row.choice, panel.picture.scene.view) == ("close", "close")


def test_a_screen_measured_anew_is_drawn_anew(panel: PicturePanel, sizes: ScreenSizes) -> None:
    measure(sizes, 4.0)
    panel.view_row.buttons["true"].click()
    measure(sizes, 5.0)
    assert panel.picture.scene.field_mm == panel.picture.picture_rect().width() / 5.0


def test_every_button_has_a_name_that_says_what_it_chooses(panel: PicturePanel) -> None:
    for row in (panel.stage_row, panel.view_row):
        said = [button.accessibleName() for button in row.buttons.values()]
        assert all(name.startswith(f"{row.accessibleName()}: ") for name in said)
    assert panel.where.accessibleName().startswith("Where: ")


def test_what_filled_and_striped_mean_is_said(
    qtbot: QtBot, theme: Theme, pack: ContentPack, sizes: ScreenSizes
) -> None:
    both = next(each for each in pack.conditions if all(astuple(places_of(each))))
    panel = PicturePanel(theme, pack, both, 2, sizes)
    qtbot.addWidget(panel)
    assert panel.where_label.text() == "Filled: usual places. Striped: sometimes."


def test_tab_comes_to_what_is_chosen(panel: PicturePanel) -> None:
    for row in (
        panel.stage_row.buttons.values(),
        panel.view_row.buttons.values(),
        panel.tone_buttons.buttons(),
    ):
        reached = [button for button in row if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [button.isChecked() for button in reached] == [True]


def test_the_arrows_choose_another_skin_tone(panel: PicturePanel, qtbot: QtBot) -> None:
    panel.tone_buttons.button(2).setFocus()
    qtbot.keyClick(panel.tone_buttons.button(2), Qt.Key.Key_Right)
    assert panel.picture.tone == 3


def test_pictures_are_announced_as_pictures(panel: PicturePanel) -> None:
    for picture in (panel.picture, panel.where):
        told = QAccessible.queryAccessibleInterface(picture)
        assert told.role() is QAccessible.Role.Graphic
        assert told.text(QAccessible.Text.Name) == picture.accessibleName()
