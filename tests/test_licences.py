"""Everything in the built program brings its licence along."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from _pi_heif import get_lib_info  # type: ignore[import-not-found]

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


def test_the_notice_names_the_very_versions_that_read_heic_photos() -> None:
    notice = (resources_folder() / "licences" / "third-party.txt").read_text("utf-8")
    info = get_lib_info()
    decoder = info["decoders"]["libde265"].rpartition(" ")[2]
    assert f"libheif {info['libheif']}," in notice
    assert f"libde265 {decoder}," in notice
    assert f"pi-heif {distribution('pi-heif').version}," in notice


def test_the_photo_decoder_brings_no_encoder_along() -> None:
    info = get_lib_info()
    assert set(info["decoders"]) == {"libde265"}
    assert set(info["encoders"]) <= {"mask"}


def test_only_what_is_in_the_built_program_brings_its_licence(bundled: set[str]) -> None:
    folders = {Path(folder).name for _, folder in licences.licence_files()}
    assert folders >= {name for name in bundled - licences.LEFT_OUT if licences.texts_of(name)}
    assert not folders & licences.LEFT_OUT


@pytest.mark.parametrize("place", ["resources/fonts/OFL.txt", "resources/icons/LICENSE", "LICENSE-CONTENT"])
def test_the_licence_names_texts_that_exist(place: str) -> None:
    assert place in (ROOT / "LICENSE").read_text("utf-8")
    assert (ROOT / place).is_file()


def test_pythons_own_licence_is_found() -> None:
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in licences.python_licence().read_text("utf-8").upper()
