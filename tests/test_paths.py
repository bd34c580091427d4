"""Where things are on each system."""

from pathlib import Path

import pytest

from guide.paths import cache_folder, cache_folder_on, data_folder_on, default_data_folder, resources_folder

HOME = Path("/home/ann").absolute()


def test_the_resources_are_found() -> None:
    assert {path.name for path in resources_folder().iterdir()} >= {"content", "fonts", "icons", "licences"}


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", ".local/share/little-spots"),
        ("win32", "AppData/Local/Little Spots"),
        ("darwin", "Library/Application Support/Little Spots"),
    ],
)
def test_each_system_has_its_own_place(platform: str, folder: str) -> None:
    assert data_folder_on(platform, {}, HOME) == HOME / folder


@pytest.mark.parametrize(
    ("platform", "variable", "name"),
    [("linux", "XDG_DATA_HOME", "little-spots"), ("win32", "LOCALAPPDATA", "Little Spots")],
)
def test_a_place_that_the_system_names_is_used(
    platform: str, variable: str, name: str, tmp_path: Path
) -> None:
    assert data_folder_on(platform, {variable: str(tmp_path)}, HOME) == tmp_path / name


def test_a_relative_place_is_ignored() -> None:
    assert data_folder_on("linux", {"XDG_DATA_HOME": "here"}, HOME) == data_folder_on("linux", {}, HOME)


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", ".cache/little-spots"),
        ("win32", "AppData/Local/Little Spots/Cache"),
        ("darwin", "Library/Caches/Little Spots"),
    ],
)
def test_each_system_has_its_own_place_for_copies(platform: str, folder: str) -> None:
    assert cache_folder_on(platform, {}, HOME) == HOME / folder


def test_a_place_for_copies_that_the_system_names_is_used(tmp_path: Path) -> None:
    named = {"XDG_CACHE_HOME": str(tmp_path)}
    assert cache_folder_on("linux", named, HOME) == tmp_path / "little-spots"


def test_tests_keep_away_from_the_developers_own_data(own_folders: Path) -> None:
    assert default_data_folder().is_relative_to(own_folders)
    assert cache_folder().is_relative_to(own_folders)
