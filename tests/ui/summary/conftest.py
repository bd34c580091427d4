"""A family with a diary on disk, and its page for the doctor."""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guide.domain.diary import NewPhoto
from guide.domain.pack import ContentPack
from guide.store.diary_store import DiaryStore
from guide.ui.clock import StandingClock
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.summary.draft import SummaryDraft
from guide.ui.summary.page import SummaryPage
from guide.ui.theme import Theme
from tests.ui.paper import samples

CLOCK = StandingClock(samples.at(date(2026, 11, 22)))
WIDE = (1072, 760)

PageMaker = Callable[..., SummaryPage]


@pytest.fixture
def pack() -> ContentPack:
    pack = samples.pack()
    us = dataclasses.replace(pack.region("us"), paper="Letter")
    return dataclasses.replace(pack, regions=(pack.regions[0], us))


@pytest.fixture
def family(qtbot: QtBot, tmp_path: Path) -> Iterator[Family]:
    """No child yet."""
    with DiaryStore.open(tmp_path / "diary") as store:
        yield Family(store, Preferences(tmp_path / "diary"), CLOCK)


@pytest.fixture
def mia(family: Family) -> Family:
    """Mia with one spot, five notes, four photos and a check."""
    family.save_child(samples.MIA)
    family.save_spot(samples.BACK)
    for item in samples.course():
        jpegs = [(photo, samples.photo_jpeg(photo.id)) for photo in item.photos]
        photos = [NewPhoto(jpeg, jpeg, photo.width, photo.height, photo.taken) for photo, jpeg in jpegs]
        family.save_note(item.note, photos)
    family.save_check(samples.check())
    return family


@pytest.fixture
def make_page(qtbot: QtBot, pack: ContentPack) -> PageMaker:
    """The pages made live as long as the test."""
    pages: list[SummaryPage] = []

    def make(
        family: Family,
        *,
        region: str = "any",
        draft: SummaryDraft | None = None,
        appearance: str = "light",
        size: tuple[int, int] = WIDE,
        shown: bool = True,
    ) -> SummaryPage:
        page = SummaryPage(Theme(appearance), pack, family, lambda: pack.region(region), draft)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(*size)
        if shown:
            page.show()
        return page

    return make
