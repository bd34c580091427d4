"""Each screen has its own size, also after a restart."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.ui.calibration.screens import ScreenSizes, ScreenWatch, likely_px_per_mm, screen_key
from guide.ui.preferences import Preferences


@pytest.fixture
def screen(qapp: object) -> QScreen:
    return QGuiApplication.primaryScreen()


def test_a_measured_screen_is_known_after_a_restart(screen: QScreen, tmp_path: Path) -> None:
    ScreenSizes(Preferences(tmp_path)).keep(screen, 4.321)
    assert ScreenSizes(Preferences(tmp_path)).px_per_mm(screen) == 4.321


def test_another_screen_is_not_measured_by_it(screen: QScreen, tmp_path: Path) -> None:
    Preferences(tmp_path).change(px_per_mm={f"{screen_key(screen)} other": 4.321})
    assert ScreenSizes(Preferences(tmp_path)).px_per_mm(screen) is None


def test_a_resolution_or_scaling_of_its_own_makes_another_screen(screen: QScreen) -> None:
    size = screen.size()
    assert f"{size.width()}x{size.height()}" in screen_key(screen)
    assert screen_key(screen).endswith(f" {screen.devicePixelRatio():g}")


def test_a_forgotten_screen_leaves_the_others(screen: QScreen, preferences: Preferences) -> None:
    preferences.change(px_per_mm={"other": 5.0})
    sizes = ScreenSizes(preferences)
    sizes.keep(screen, 4.0)
    sizes.forget(screen)
    assert preferences.values.px_per_mm == {"other": 5.0}


def test_a_screen_that_cannot_be_measured_is_forgotten_without_a_word(
    screen: QScreen, preferences: Preferences
) -> None:
    ScreenSizes(preferences).forget(screen)
    assert preferences.values.px_per_mm == {}


def test_what_a_screen_says_of_itself_is_believed_where_it_can_be(screen: QScreen) -> None:
    assert likely_px_per_mm(screen) == pytest.approx(screen.physicalDotsPerInch() / 25.4)


def test_only_a_changed_size_is_told(screen: QScreen, preferences: Preferences, qtbot: QtBot) -> None:
    sizes = ScreenSizes(preferences)
    with qtbot.assertNotEmitted(sizes.changed):
        preferences.change(text_percent=150)
    with qtbot.waitSignal(sizes.changed):
        sizes.keep(screen, 4.0)


def test_a_widget_hears_that_its_screen_has_changed(qtbot: QtBot, screen: QScreen) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    watch = ScreenWatch(widget)
    with qtbot.waitSignal(watch.changed):
        widget.show()
    with qtbot.waitSignal(watch.changed):
        screen.geometryChanged.emit(screen.geometry())
