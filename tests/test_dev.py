"""resources/dev.py: what it chooses to do, without doing it."""

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from resources import dev


def imported_modules(source: str) -> set[str]:
    modules: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add((node.module or ".").partition(".")[0])
    return modules


def test_it_needs_nothing_but_the_standard_library() -> None:
    assert imported_modules(Path(dev.__file__).read_text("utf-8")) <= sys.stdlib_module_names


@pytest.mark.parametrize("asked", [[], ["--help"]])
def test_help_lists_every_command(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(asked) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {name} " in printed for name in dev.COMMANDS)


def test_an_unknown_command_is_answered_with_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    assert "no command tset" in capsys.readouterr().out


def test_without_a_display_run_takes_the_tour() -> None:
    assert dev.arguments_without_display(["--content", "x"]) == ["--tour", str(dev.TOUR), "--content", "x"]


@pytest.mark.parametrize("asked", ["--self-test", "--version", "--tour=pictures"])
def test_what_needs_no_window_is_run_as_asked(asked: str) -> None:
    assert dev.arguments_without_display([asked]) == [asked]


def test_no_display_is_named() -> None:
    assert not dev.has_display("linux", {})


def test_a_display_that_does_not_answer_is_none(tmp_path: Path) -> None:
    named = {"DISPLAY": ":987", "WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not dev.has_display("linux", named)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no such sockets")
def test_a_display_that_answers_is_one() -> None:
    folder = Path(os.environ["XDG_RUNTIME_DIR"])
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "w"))
        server.listen()
        assert dev.has_display("linux", {"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(folder)})


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_have_a_display(platform: str) -> None:
    assert dev.has_display(platform, {})


def test_asking_for_the_offscreen_platform_means_no_display() -> None:
    assert not dev.has_display("win32", {"QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.parametrize(
    ("display", "place"),
    [
        (":0", "/tmp/.X11-unix/X0"),
        (":1.0", "/tmp/.X11-unix/X1"),
        ("unix:2", "/tmp/.X11-unix/X2"),
        ("localhost:10.0", ("localhost", 6010)),
    ],
)
def test_where_a_named_display_listens(display: str, place: object) -> None:
    assert dev.display_sockets({"DISPLAY": display})[0] == place


@pytest.mark.parametrize("display", ["", ":", "nonsense", ":x"])
def test_a_display_name_without_a_number_is_no_place(display: str) -> None:
    assert dev.display_sockets({"DISPLAY": display}) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheels hold everything")
def test_a_missing_library_names_its_package() -> None:
    missing = dev.missing_system_parts({"libno-such-thing.so.9": "libno9"}, {"no-such-program": "nothing"})
    assert missing == {"libno-such-thing.so.9": "libno9", "no-such-program": "nothing"}


@pytest.mark.parametrize(
    ("installed", "asked", "ready"),
    [("dev", "dev", True), ("dev", "", True), ("", "", True), ("", "dev", False)],
)
def test_a_stamp_says_what_is_installed(
    installed: str, asked: str, ready: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    dev.STAMP.write_text(f"wanted {installed}")
    assert dev.is_ready(asked, "wanted") is ready
    assert not dev.is_ready(asked, "changed")


def test_a_half_made_venv_does_not_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "python"
    python.write_text("half of a program")
    monkeypatch.setattr(dev, "PYTHON", python)
    assert not dev.venv_works()


def test_an_old_python_is_told_so_in_one_sentence() -> None:
    pretend = "import sys; sys.version_info = (3, 9, 1); import runpy; runpy.run_path(sys.argv[1])"
    child = subprocess.run([sys.executable, "-c", pretend, dev.__file__], capture_output=True, text=True)
    assert (child.returncode, child.stderr) == (1, "Little Spots needs Python 3.11 or newer; this is 3.9.\n")
