"""The command line, run as a parent's computer would run it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide import __version__
from guide.paths import resources_folder

ROOT = Path(__file__).parent.parent


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "guide", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def broken_pack(folder: Path) -> Path:
    folder.mkdir()
    (folder / "pack.yaml").write_text("id: small\nidd: small\n", "utf-8")
    return folder


def left_by_a_family(folder: Path) -> list[str]:
    """Of files below home and the folder for temporary ones; caches may be deleted at any time."""
    files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return [path.as_posix() for path in files if "cache" not in path.as_posix().lower()]


def test_the_version_is_told() -> None:
    assert run("--version").stdout.strip() == f"little-spots {__version__}"


def test_the_self_test_passes_and_leaves_the_familys_folders_alone(own_folders: Path) -> None:
    done = run("--self-test")
    steps = [line for line in done.stdout.splitlines() if line.startswith("ok ")]
    assert done.returncode == 0, done.stdout
    assert len(steps) >= 10
    assert all(" ms " in step for step in steps)
    assert left_by_a_family(own_folders) == []


def test_the_self_test_fails_on_a_broken_pack_and_goes_on_with_the_other_steps(tmp_path: Path) -> None:
    done = run("--self-test", "--content", broken_pack(tmp_path / "pack"))
    assert done.returncode == 1
    assert "FAIL content pack" in done.stdout
    assert done.stdout.count("\n") >= 10
    assert "Traceback" not in done.stdout + done.stderr


def test_a_broken_pack_is_told_with_file_line_and_column(tmp_path: Path) -> None:
    done = run("--tour", tmp_path / "tour", "--content", broken_pack(tmp_path / "pack"))
    assert done.returncode == 1
    assert "pack.yaml:2:1" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_a_pack_that_is_no_pack_gets_one_sentence(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "pack"
    if kind == "empty":
        folder.mkdir()
    elif kind == "file":
        folder.write_text("hello", "utf-8")
    done = run("--tour", tmp_path / "tour", "--content", folder)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")
def test_without_a_screen_it_says_so_in_a_sentence(tmp_path: Path) -> None:
    done = run("--data-dir", tmp_path / "data", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert "needs a screen" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


def test_the_tour_leaves_a_picture_of_every_page_and_the_summary(tmp_path: Path) -> None:
    done = run("--tour", tmp_path)
    assert done.returncode == 0, done.stderr
    left = {path.name for path in tmp_path.iterdir()}
    for page in ("home", "conditions", "danger-signs", "check-result", "diary", "doctor-summary"):
        for scheme in ("light", "dark"):
            assert any(name.endswith(f"-{page}-{scheme}.png") for name in left)
    assert (tmp_path / "skin-summary.pdf").read_bytes().startswith(b"%PDF-")


def test_a_tour_into_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    done = run("--tour", tmp_path / "file" / "tour")
    assert done.returncode == 1
    assert "could not be made" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_program_runs_without_opening_a_network_socket(tmp_path: Path) -> None:
    """An audit hook in the real process: nothing but the paths of local sockets is ever connected to."""
    hook = (
        "import sys\n"
        "def watch(event, args):\n"
        "    if event.startswith('socket.'): raise RuntimeError(event)\n"
        "sys.addaudithook(watch)\n"
        "from guide.__main__ import main\n"
        f"sys.exit(main(['--self-test', '--content', {str(resources_folder() / 'content')!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", hook], cwd=ROOT, capture_output=True, text=True, timeout=180, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
