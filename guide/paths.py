"""Where the program's own files and the family's data are."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resources_folder() -> Path:
    """The content pack, fonts and icons.

    An installed package carries them inside itself. In the source tree they lie beside the package, and so
    they do in the built program: PyInstaller gives modules a ``__file__`` below ``sys._MEIPASS``.
    """
    inside = PACKAGE / "_resources"
    return inside if inside.is_dir() else PACKAGE.parent / "resources"


def default_data_folder() -> Path:
    """Where the family's diary is kept unless --data-dir says otherwise. The folder may not exist yet."""
    return data_folder_on(sys.platform, os.environ, Path.home())


def data_folder_on(platform: str, environment: Mapping[str, str], home: Path) -> Path:
    if platform == "win32":
        return _folder_from(environment, "LOCALAPPDATA", home / "AppData" / "Local") / "Little Spots"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Little Spots"
    return _folder_from(environment, "XDG_DATA_HOME", home / ".local" / "share") / "little-spots"


def cache_folder() -> Path:
    """Where copies are kept that make the next start quicker. All of it may be deleted at any time."""
    return cache_folder_on(sys.platform, os.environ, Path.home())


def cache_folder_on(platform: str, environment: Mapping[str, str], home: Path) -> Path:
    if platform == "win32":
        return data_folder_on(platform, environment, home) / "Cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / "Little Spots"
    return _folder_from(environment, "XDG_CACHE_HOME", home / ".cache") / "little-spots"


def _folder_from(environment: Mapping[str, str], name: str, otherwise: Path) -> Path:
    # The XDG rules say that a relative folder must be ignored; it would move with the current folder.
    named = Path(environment.get(name, ""))
    return named if named.is_absolute() else otherwise
