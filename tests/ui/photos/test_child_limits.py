"""A reader that a hostile file has taken over still can open, write and remember nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.ui.photos.command import SOURCE_FOLDER
from guide.ui.photos.limits import landlock_version

BEGIN = "from guide.ui.photos.limits import *\nlimit_this_process()\n"
LOCKED = BEGIN + "open_nothing_more()\n"

needs_limits = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
needs_landlock = pytest.mark.skipif(landlock_version() < 1, reason="this kernel cannot forbid files")
forbids_network = pytest.mark.skipif(landlock_version() < 4, reason="this kernel cannot forbid the network")


def run(code: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=SOURCE_FOLDER, capture_output=True, text=True, timeout=60)


@needs_limits
def test_it_cannot_take_all_memory() -> None:
    assert "MemoryError" in run(BEGIN + "bytearray(3 << 30)").stderr


@needs_limits
def test_it_cannot_write_a_file(tmp_path: Path) -> None:
    written = run(
        BEGIN + "import sys\nwith open(sys.argv[1], 'wb') as file: file.write(b'x')", tmp_path / "a"
    )
    assert "OSError" in written.stderr
    assert (tmp_path / "a").read_bytes() == b""


@needs_limits
def test_it_leaves_no_picture_of_its_memory() -> None:
    code = BEGIN + "import resource\nprint(resource.getrlimit(resource.RLIMIT_CORE))"
    assert run(code).stdout.strip() == "(0, 0)"
    if sys.platform == "linux":
        # Nobody may look into a process that may not be dumped: its files belong to the system.
        assert "PermissionError" in run_as_nobody(BEGIN + "open('/proc/self/environ').read()")


def run_as_nobody(code: str) -> str:
    if os.getuid() != 0:
        return run(code).stderr
    return run("import os; import guide.ui.photos.limits; os.setgid(65534); os.setuid(65534)\n" + code).stderr


@needs_landlock
def test_it_can_open_no_file_and_no_folder_and_start_no_program(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("dear diary")
    tries = ["open(place)", "os.listdir('/tmp')", "os.unlink(place)", "os.execv('/bin/true', ['true'])"]
    tries += ["open(place + 'x', 'w')", "os.rename(place, place + 'x')", "os.mkdir(place + 'x')"]
    for each in tries:
        done = run(f"{LOCKED}import os, sys\nplace = sys.argv[1]\n{each}", tmp_path / "diary")
        assert "PermissionError" in done.stderr, each
    assert [path.name for path in tmp_path.iterdir()] == ["diary"]


@forbids_network
def test_it_cannot_reach_the_network() -> None:
    code = f"import socket\n{LOCKED}socket.create_connection(('127.0.0.1', 9), 1)"
    assert "PermissionError" in run(code).stderr
