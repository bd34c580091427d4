"""A family with a diary, a folder for backups, and the window that makes them unasked."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guide.domain.diary import Child, Moment, Note, Spot
from guide.domain.pack import ContentPack
from guide.store.backup import backup
from guide.store.diary_store import DiaryStore
from guide.store.opening import open_diary
from guide.ui.app import open_main_window
from guide.ui.clock import StandingClock
from guide.ui.main_window import MainWindow
from tests.ui.conftest import NOW

MIA = Child("mia", "Mia", date(2026, 10, 17))
BACK = Spot("spot", "mia", "Back", "back", "upper-back", 0.5, 0.5, date(2026, 11, 1))
CLOSE_MS = 20_000

OpenWindow = Callable[[], MainWindow]


def note(number: int, at: Moment = NOW) -> Note:
    return Note(f"note{number}", "spot", at, f"Note number {number}.")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of a family with one note."""
    folder = tmp_path / "data"
    with DiaryStore.open(folder) as store:
        store.save_child(MIA)
        store.save_note(note(1), spot=BACK)
    return folder


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "documents" / "backups"


@pytest.fixture
def backed_up(data: Path, backups: Path) -> None:
    """A backup of the first note; a second one was written after it."""
    with DiaryStore.open(data) as store:
        backup(store, backups)
        store.save_note(note(2))


@pytest.fixture
def open_window(
    qtbot: QtBot, data: Path, backups: Path, pack: ContentPack, clock: StandingClock
) -> Iterator[OpenWindow]:
    opened: list[MainWindow] = []

    def open_it() -> MainWindow:
        window = open_main_window(data, pack, clock, backups)
        qtbot.addWidget(window)
        window.show()
        opened.append(window)
        return window

    yield open_it
    for window in opened:
        window.farewell.hurry()
        window.close_anyway()


def closed(window: MainWindow, qtbot: QtBot) -> None:
    """Close it as a parent does, and wait until the program would end."""
    with qtbot.waitSignal(window.farewell.finished, timeout=CLOSE_MS):
        window.close()


def notes_in(data: Path) -> list[str]:
    with open_diary(data) as store:
        return [each.note.text for each in store.notes("spot")]
