"""Finds the licence texts of everything that PyInstaller puts into the built program."""

import sys
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

# Asked for by packages of ours for parts of them that the program never loads; build.spec leaves them out.
LEFT_OUT = {"pillow", "pycparser"}


def licence_files() -> list[tuple[str, str]]:
    """Pairs of file and folder, as PyInstaller's ``datas`` wants them."""
    names = sorted((needed_by("little-spots") - LEFT_OUT) | {"pyinstaller"})
    return [(str(file), f"resources/licences/{name}") for name in names for file in texts_of(name)] + [
        (str(python_licence()), "resources/licences/python")
    ]


def needed_by(name: str) -> set[str]:
    """The packages that this one needs, and those that they need."""
    requirements = [Requirement(line) for line in distribution(name).requires or []]
    names = {each.name for each in requirements if each.marker is None or each.marker.evaluate({"extra": ""})}
    return names.union(*(needed_by(each) for each in names))


def texts_of(name: str) -> list[Path]:
    found = distribution(name)
    files = [file for file in found.files or [] if ".dist-info" in file.parts[0]]
    words = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
    return [Path(str(found.locate_file(file))) for file in files if file.name.upper().startswith(words)]


def python_licence() -> Path:
    base = Path(sys.base_prefix)
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = [
        base / "LICENSE.txt",
        base / "lib" / version / "LICENSE.txt",
        base / "share/doc" / version / "copyright",
    ]
    return next(place for place in places if place.is_file())
