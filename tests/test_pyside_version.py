"""PySide6 6.12.0 drops references to True and None and so ends Python 3.10 and 3.11 without a word."""

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"
# An affected version ends after about 500 of these.
EMIT_OFTEN = """
from PySide6.QtCore import QObject, Signal
class Sender(QObject): told = Signal(int)
sender = Sender(); sender.told.connect(lambda number: None)
for number in range(20_000): sender.told.emit(number)
print("survived")
"""


def qt_wanted_on(python: str) -> Requirement:
    lines = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["dependencies"]
    wanted = [Requirement(line) for line in lines if line.startswith("PySide6")]
    fitting = [each for each in wanted if each.marker and each.marker.evaluate({"python_version": python})]
    assert len(fitting) == 1
    return fitting[0]


def test_many_signals_leave_python_alive() -> None:
    child = subprocess.run([sys.executable, "-c", EMIT_OFTEN], capture_output=True, text=True)
    assert (child.returncode, child.stdout) == (0, "survived\n"), child.stderr


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_only_the_small_half_of_qt_is_wanted(python: str) -> None:
    assert qt_wanted_on(python).name == "PySide6-Essentials"


@pytest.mark.parametrize(("python", "allowed"), [("3.11", False), ("3.12", True)])
def test_the_broken_version_is_kept_from_the_pythons_it_breaks(python: str, allowed: bool) -> None:
    assert qt_wanted_on(python).specifier.contains("6.12.0") is allowed


def test_the_installed_version_is_one_we_ask_for() -> None:
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert qt_wanted_on(here).specifier.contains(version("PySide6-Essentials"))
