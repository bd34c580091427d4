"""A family at its diary: one page on a real store in the test's own folder, and a small pack."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guide.domain.conditions import Statement, Urgency
from guide.domain.diary import Child, Moment, NewPhoto, Note, SavedCheck, Spot, new_id
from guide.domain.pack import BodyRegion, ContentPack, PackInfo, Region
from guide.domain.questions import TriageAction
from guide.store import place
from guide.store.diary_store import DiaryStore
from guide.ui.clock import StandingClock
from guide.ui.diary.draft import Drafts
from guide.ui.diary.page import DiaryPage
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme
from tests.ui.no_weights import NO_WEIGHTS

NOW = Moment(datetime(2026, 11, 22, 19, 40, tzinfo=UTC), "UTC")
BACK = BodyRegion("upper-back", "Upper back", "back", "back", 50, 70, 15, 12)
BELLY = BodyRegion("belly", "Belly", "front", "tummy", 50, 100, 15, 12)
CELSIUS = Region("gb", "United Kingdom", "999", "999", "111", "", "C", "mm", "A4", "", ())
FAHRENHEIT = Region("us", "United States", "911", "911", "", "", "F", "in", "Letter", "", ())


def small_pack() -> ContentPack:
    nothing = Statement("", ())
    info = PackInfo("small", "Small", "en", "1", 1, "", "", "", "")
    actions = tuple(
        TriageAction(level.value, level, f"Title {level}", f"Short {level}", (), "", nothing)
        for level in Urgency
    )
    return ContentPack(info, (), (), (), (), actions, NO_WEIGHTS, (), (CELSIUS, FAHRENHEIT), (BELLY, BACK))


def mia() -> Child:
    return Child("mia", "Mia", date(2026, 10, 17))


def spot_of_mia(name: str = "Upper back", spot_id: str = "back-spot") -> Spot:
    return Spot(spot_id, "mia", name, "back", BACK.id, BACK.x, BACK.y, date(2026, 11, 3))


def note_on(spot: Spot, days_ago: int = 2, text: str = "", **seen: object) -> Note:
    written = Moment(NOW.at - timedelta(days=days_ago), NOW.zone)
    return Note(new_id(), spot.id, written, text, **seen)  # type: ignore[arg-type]


def check_of_mia(spot_id: str | None = None) -> SavedCheck:
    return SavedCheck(
        new_id(),
        "mia",
        spot_id,
        NOW,
        "1",
        Urgency.ROUTINE,
        "See your doctor this week",
        ("A reason",),
        {},
        {},
        (),
    )


def draw_photo(path: Path, colour: str = "tan") -> Path:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path


def stored_photo(folder: Path) -> NewPhoto:
    data = draw_photo(folder / "stored.jpg").read_bytes()
    return NewPhoto(data, data, 320, 240)


def seen(widget: QWidget) -> str:
    """Every word on screen."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget: QWidget, text: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible())


@dataclass
class Home:
    """What stays when the program is closed: the folder. `open_diary` starts anew on it."""

    qtbot: QtBot
    folder: Path
    stores: list[DiaryStore] = field(default_factory=list)
    pages: list[DiaryPage] = field(default_factory=list)
    region: Region = CELSIUS
    text_percent: int = 100

    def family(self) -> Family:
        self.close()
        self.stores.append(DiaryStore.open(self.folder))
        return Family(self.stores[-1], Preferences(self.folder), StandingClock(NOW))

    def write_protected(self, monkeypatch: pytest.MonkeyPatch) -> Family:
        """The same diary where the system calls its folder write-protected; root may write anywhere."""
        self.close()
        monkeypatch.setattr(place, "can_write", lambda path: False)
        return self.family()

    def damage(self, statement: str) -> None:
        self.stores[-1]._database.connection.execute(statement)

    def fill_disk(self) -> None:
        """SQLite itself reports a full disk from here on."""
        self.damage("PRAGMA max_page_count = 1")

    def build(self, family: Family, drafts: Drafts | None = None) -> DiaryPage:
        """Not shown, and not looked after."""
        return DiaryPage(self.theme(), small_pack(), family, lambda: self.region, drafts)

    def page(self, family: Family, drafts: Drafts | None = None) -> DiaryPage:
        page = self.build(family, drafts)
        # The bot itself does not keep it alive.
        self.pages.append(page)
        self.qtbot.addWidget(page)
        page.resize(1040, 760)
        with self.qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        return page

    def theme(self) -> Theme:
        theme = Theme("light", self.text_percent)
        theme.apply()
        return theme

    def close(self) -> None:
        while self.stores:
            self.stores.pop().close()
