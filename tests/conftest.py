"""What every test gets: no screen, and folders of its own in place of the developer's."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything imports Qt. A developer who wants to watch a test sets LITTLE_SPOTS_ONSCREEN.
if not os.environ.get("LITTLE_SPOTS_ONSCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

# The same examples on each run, and no time limit: a slow machine is no failure.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")

FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Moves home, settings, data and temporary files below a folder of this test alone."""
    root = tmp_path_factory.mktemp("own")
    for variable, name in FOLDERS.items():
        folder = root / name
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(folder))
    (root / "run").chmod(0o700)  # Qt warns about a runtime folder that others can read
    monkeypatch.setattr(tempfile, "tempdir", str(root / "tmp"))
    return root
