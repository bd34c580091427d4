"""Mia's diary, on a real store in the test's own folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guide.ui.family import Family
from tests.ui.diary.household import Home, mia, note_on, spot_of_mia


@pytest.fixture
def home(qtbot: QtBot, tmp_path: Path) -> Iterator[Home]:
    folder = tmp_path / "data"
    folder.mkdir()
    home = Home(qtbot, folder)
    yield home
    home.close()


@pytest.fixture
def family(home: Home) -> Family:
    """Mia, with no spot yet."""
    family = home.family()
    family.save_child(mia())
    return family


@pytest.fixture
def family_with_spot(family: Family) -> Family:
    spot = spot_of_mia()
    family.save_note(note_on(spot, 2, "Fewer, flatter."), spot=spot)
    return family
