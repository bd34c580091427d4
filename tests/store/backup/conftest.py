"""Each test with a diary that has no passphrase, and with one that has."""

from pathlib import Path

import pytest

from tests.store.backup.homes import Home, new_home


@pytest.fixture(params=["plain", "encrypted"])
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Home:
    return new_home(tmp_path / "home", request.param == "encrypted")


@pytest.fixture
def plain(tmp_path: Path) -> Home:
    return new_home(tmp_path / "home", False)


@pytest.fixture
def encrypted(tmp_path: Path) -> Home:
    return new_home(tmp_path / "home", True)


@pytest.fixture(autouse=True)
def _soon_quiet(soon_quiet: None) -> None:
    """Here always."""
