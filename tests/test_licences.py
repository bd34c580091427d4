"""Everything in the built program brings its licence along."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from guide.paths import resources_folder
from resources.packaging import licences

ROOT = Path(__file__).parent.parent


@pytest.fixture
def bundled() -> set[str]:
    try:
        distribution("little-spots")
    except PackageNotFoundError:
        pytest.skip("the program is not installed here, so its packages are not known")
    return licences.needed_by("little-spots")


def test_packages_needed_by_packages_are_found_too(bundled: set[str]) -> None:
    assert bundled >= {"PySide6-Essentials", "shiboken6", "cattrs", "attrs"}


def test_a_package_without_a_licence_text_is_spoken_of_by_us(bundled: set[str]) -> None:
    without = {name for name in bundled if not licences.texts_of(name)}
    assert without <= {"PySide6-Essentials", "shiboken6"}


@pytest.mark.parametrize("name", ["third-party.txt", "LGPL-3.0.txt", "GPL-3.0.txt"])
def test_qt_comes_with_its_notice_and_licence(name: str) -> None:
    assert (resources_folder() / "licences" / name).read_text("utf-8").strip()


@pytest.mark.parametrize("place", ["resources/fonts/OFL.txt", "resources/icons/LICENSE", "LICENSE-CONTENT"])
def test_the_licence_names_texts_that_exist(place: str) -> None:
    assert place in (ROOT / "LICENSE").read_text("utf-8")
    assert (ROOT / place).is_file()


def test_pythons_own_licence_is_found() -> None:
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in licences.python_licence().read_text("utf-8").upper()
