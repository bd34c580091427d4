"""The shipped pack, a family on a real diary, and the real window."""

import gc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.content.loader import load_pack
from guide.domain.diary import Child, Moment
from guide.domain.pack import ContentPack
from guide.paths import resources_folder
from guide.store.diary_store import DiaryStore
from guide.ui import app
from guide.ui.app import open_main_window
from guide.ui.backups import place
from guide.ui.clock import StandingClock
from guide.ui.collecting import collect_if_due
from guide.ui.family import Family
from guide.ui.main_window import MainWindow
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme

NOW = Moment(datetime(2026, 11, 22, 19, 40, tzinfo=UTC), "UTC")
MIA = Child("mia", "Mia", date(2026, 10, 17))


@pytest.fixture(scope="session", autouse=True)
def nothing_is_collected_on_other_threads() -> Iterator[None]:
    """As in the program; see guide/ui/collecting.py."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def discarded_widgets_go(qapp: object) -> Iterator[None]:
    """Without an event loop they would stay, and be dressed with each style sheet that a later test sets."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect_if_due()


@pytest.fixture(autouse=True)
def own_documents(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No backup of a test ever lands among the developer's own documents, on whatever system."""
    folder = own_folders / "home" / "Documents" / place.NAME
    for module in (place, app):
        monkeypatch.setattr(module, "documents_folder", lambda: folder)
    return folder


@pytest.fixture(scope="session")
def pack() -> ContentPack:
    return load_pack(resources_folder() / "content")


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(NOW)


@pytest.fixture
def theme(qapp: object) -> Theme:
    theme = Theme("light")
    theme.apply()
    return theme


@pytest.fixture
def preferences(tmp_path: Path, qapp: object) -> Preferences:
    return Preferences(tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiaryStore]:
    with DiaryStore.open(tmp_path) as store:
        yield store


@pytest.fixture
def family(store: DiaryStore, preferences: Preferences, clock: StandingClock) -> Family:
    store.save_child(MIA)
    return Family(store, preferences, clock)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, pack: ContentPack, clock: StandingClock) -> Iterator[MainWindow]:
    """The real window on a diary with one child, Mia, 5 weeks old."""
    with DiaryStore.open(tmp_path) as store:
        store.save_child(MIA)
    window = open_main_window(tmp_path, pack, clock)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close_anyway()


@pytest.fixture
def printerless(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """A window on a computer without a printer."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent
