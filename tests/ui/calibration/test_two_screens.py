"""A window that is moved to another screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

_SCREEN = {"y": 0, "width": 1400, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_SCREENS = [{"name": "left", "x": 0, **_SCREEN}, {"name": "right", "x": 1400, **_SCREEN}]


def test_each_screen_has_the_size_measured_on_it_and_none_that_was_not(tmp_path: Path) -> None:
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": _SCREENS}), "utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    told = subprocess.run(
        [sys.executable, "-m", "tests.ui.calibration.two_screens", str(tmp_path)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert told.stdout.splitlines() == [
        "left true true 4",
        "right close close 0",
        "right true true 8",
        "left true true 4",
    ]
