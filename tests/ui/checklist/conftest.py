"""The page of the symptom check on a family's diary."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from guide.domain.pack import ContentPack
from guide.store.diary_store import DiaryStore
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.state import CheckState
from guide.ui.clock import Clock
from guide.ui.family import Family
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme

OpenPage = Callable[..., ChecklistPage]


@pytest.fixture
def state() -> CheckState:
    return CheckState()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, state: CheckState) -> ChecklistPage:
    page = ChecklistPage(theme, pack, family, lambda: pack.region("uk"), state)
    qtbot.addWidget(page)
    page.resize(1060, 760)
    page.show()
    return page


@pytest.fixture
def open_page(
    qtbot: QtBot, theme: Theme, pack: ContentPack, family: Family, store: DiaryStore, preferences: Preferences
) -> OpenPage:
    """The page as after a restart, on the same diary; on another clock, or in another region."""

    def open_it(clock: Clock | None = None, region: str = "uk") -> ChecklistPage:
        then = Family(store, preferences, clock) if clock else family
        page = ChecklistPage(theme, pack, then, lambda: pack.region(region))
        qtbot.addWidget(page)
        page.resize(1060, 760)
        page.show()
        return page

    return open_it
