"""The Qt application: its name, fonts, style, and what happens to an error nobody caught."""

import logging
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from guide.domain.pack import ContentPack
from guide.errors import GuideError
from guide.paths import resources_folder
from guide.store.diary_store import DiaryStore
from guide.store.opening import open_diary
from guide.ui.backups.farewell import Farewell
from guide.ui.backups.keeper import BackupKeeper
from guide.ui.backups.place import documents_folder
from guide.ui.clock import Clock
from guide.ui.collecting import Collector
from guide.ui.family import Family
from guide.ui.icons import icon_file
from guide.ui.main_window import MainWindow
from guide.ui.messages import show_bug, show_problem
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme

log = logging.getLogger(__name__)


def display_missing(platform: str, environment: dict[str, str]) -> bool:
    """Whether Qt would abort for want of a screen; only on Linux can that be."""
    if platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return False
    if environment.get("WAYLAND_DISPLAY"):
        return False
    display = environment.get("DISPLAY", "")
    if display.startswith(":"):
        number = display[1:].split(".")[0]
        return not Path(f"/tmp/.X11-unix/X{number}").exists()  # noqa: S108 (the X server's own place)
    return not display


def make_application(arguments: Sequence[str]) -> QApplication:
    app = QApplication([*arguments])
    app.setApplicationName("little-spots")
    app.setApplicationDisplayName("Little Spots")
    app.setDesktopFileName("little-spots")
    app.setStyle("Fusion")
    Collector(app)
    app.setWindowIcon(QIcon(str(icon_file("little-spots"))))
    for font in sorted((resources_folder() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    _translate(app)
    return app


def open_family(
    data_folder: Path, preferences: Preferences, clock: Clock
) -> tuple[DiaryStore | None, Family]:
    """The diary, or a family without one: the guide itself must work however broken the diary is."""
    try:
        store = open_diary(data_folder, now=clock.now)
    except GuideError as problem:
        return None, Family(None, preferences, clock, problem)
    return store, Family(store, preferences, clock)


def open_main_window(
    data_folder: Path, pack: ContentPack, clock: Clock | None = None, backups: Path | None = None
) -> MainWindow:
    """The window with everything it needs; it closes the diary when it goes.

    ``backups``: where they are made unasked, unless the family chose a folder; without it none is.
    """
    preferences = Preferences(data_folder)
    theme = Theme(preferences.values.appearance, preferences.values.text_percent)
    theme.apply()
    _store, family = open_family(data_folder, preferences, clock or Clock())
    keeper = BackupKeeper(family, preferences, data_folder, backups, pack.info.version)
    window = MainWindow(theme, pack, family, preferences, keeper)
    window.farewell = Farewell(theme, family, keeper)
    window.closed.connect(window.farewell.begin)
    return window


def run_window(app: QApplication, data_folder: Path, pack: ContentPack, problem: GuideError | None) -> int:
    """Show the window until it is closed. ``problem``: something to say at once, such as an unusable pack."""
    window = open_main_window(data_folder, pack, backups=documents_folder())
    catch_everything(window)
    # The diary is closed, and perhaps backed up, after the window has gone.
    app.setQuitOnLastWindowClosed(False)
    window.farewell.finished.connect(app.quit)
    app.commitDataRequest.connect(window.farewell.hurry, Qt.ConnectionType.DirectConnection)
    window.show()
    said = problem or window.diary_problem
    if said is not None:
        show_problem(window, said, None if problem else window.way_out())
    return app.exec()


def catch_everything(window: MainWindow) -> None:
    """An error nobody caught: a sentence if it is for the parent, else a bug; the window goes on."""

    def on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, GuideError):
            show_problem(window, error)
            return
        details = bug_details(kind, trace)
        log.error("%s", details)
        show_bug(window, details)

    sys.excepthook = on_error


def bug_details(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, in code alone: the error's own text could hold what a parent wrote."""
    lines = [
        f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}"  # noqa: PTH119
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([*lines, kind.__name__])


def _translate(app: QApplication) -> None:
    """Qt's own words (OK, Cancel) in the language of the system, where Qt has them."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
