"""``pictures`` draws a pack on one sheet; it needs no screen, and no other tool needs what draws."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.content.__main__ import main
from tests.content.edits import edit
from tests.content.fault import BEADS, WEIGHTS

pytestmark = pytest.mark.usefixtures("qapp")

ROOT = Path(__file__).parents[2]
PNG = b"\x89PNG\r\n\x1a\n"
BLOCKED = "import sys; sys.modules['PySide6'] = None; from guide.content.__main__ import main; "
NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, on a machine without a screen."""
    environment = {name: value for name, value in os.environ.items() if name not in NO_SCREEN}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """The one sentence, where nothing could be written."""
    assert main(["pictures", *map(str, arguments)]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    return shown.err


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "sheet.png"


def test_the_sheet_is_written_and_told(pack: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pictures", str(pack), str(out)]) == 0
    assert out.read_bytes().startswith(PNG)
    assert capsys.readouterr().out == f"Written: {out}\n"
    assert list(out.parent.iterdir()) == [out]


def test_it_needs_no_screen(pack: Path, out: Path) -> None:
    done = run("-m", "guide.content", "pictures", str(pack), str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(PNG)


def test_the_same_pack_is_the_same_sheet_in_every_run(pack: Path, out: Path) -> None:
    sheets = []
    for _ in range(2):
        assert run("-m", "guide.content", "pictures", str(pack), str(out)).returncode == 0
        sheets.append(out.read_bytes())
    assert sheets[0] == sheets[1]


def test_an_older_sheet_is_replaced(pack: Path, out: Path) -> None:
    out.write_text("old")
    assert main(["pictures", str(pack), str(out)]) == 0
    assert out.read_bytes().startswith(PNG)


def test_only_some_conditions_make_a_smaller_sheet(pack: Path, out: Path) -> None:
    whole, part = out.with_name("whole.png"), out
    assert main(["pictures", str(pack), str(whole)]) == 0
    assert main(["pictures", str(pack), str(part), "--ids", "beads", "--tones", "2"]) == 0
    assert part.stat().st_size < whole.stat().st_size


@pytest.mark.parametrize("tones", ["1", "5", "9", "0,2.5,4", "1-3", "0-4:0.5"])
def test_tones_are_a_count_a_list_or_steps(pack: Path, out: Path, tones: str) -> None:
    assert main(["pictures", str(pack), str(out), "--size", "40x40", "--tones", tones]) == 0


@pytest.mark.parametrize("tones", ["0", "", "five", "0,9", "4-0", "1e9", "nan", "0-4:0.001x", "99"])
def test_tones_that_are_none_get_one_sentence(
    pack: Path, out: Path, tones: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Tones are a count such as 5" in refused(capsys, pack, out, "--tones", tones)
    assert not out.exists()


@pytest.mark.parametrize("size", ["", "240", "0x0", "240x", "99999x10", "-5x9", "240x160x3"])
def test_a_size_that_is_none_gets_one_sentence(
    pack: Path, out: Path, size: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "such as 240x160" in refused(capsys, pack, out, f"--size={size}")
    assert not out.exists()


def test_an_unknown_condition_gets_a_suggestion(
    pack: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Did you mean 'beads'?" in refused(capsys, pack, out, "--ids", "baeds")
    assert not out.exists()


@pytest.mark.parametrize("name", ["sheet.jpg", "sheet", ".png"])
def test_another_ending_is_refused(
    pack: Path, out: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "does not end in .png" in refused(capsys, pack, out.with_name(name))
    assert list(out.parent.iterdir()) == []


def test_a_folder_is_no_sheet(pack: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out.mkdir()
    assert "is a folder" in refused(capsys, pack, out)
    assert list(out.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(
    pack: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "There is no folder" in refused(capsys, pack, out.parent / "nowhere" / "sheet.png")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said(
    pack: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.parent.chmod(0o500)
    try:
        assert "could not be written" in refused(capsys, pack, out)
    finally:
        out.parent.chmod(0o700)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder here in which nobody may write")
def test_not_even_root_is_told_more_than_one_sentence(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "could not be written" in refused(capsys, pack, "/proc/self/sheet.png")


def test_where_drawing_fails_the_older_sheet_is_left_whole(
    pack: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.write_text("old")
    size, tones = "2000x2000", "0-4:0.1"
    assert "too large" in refused(capsys, pack, out, "--size", size, "--tones", tones)
    assert out.read_text() == "old"
    assert list(out.parent.iterdir()) == [out]


def test_a_faulty_pack_has_its_problems_listed_as_by_check(
    pack: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(pack, BEADS, "helps:", "helpz:")
    edit(pack, WEIGHTS, "well: 1.5", "well: good")
    assert main(["pictures", str(pack), str(out)]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{BEADS}:34:1: 'helpz' is not a name")
    assert second.startswith(f"{WEIGHTS}:22:7: ")
    assert not out.exists()


def test_an_empty_folder_and_no_folder_get_one_sentence(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "no pack is in it" in refused(capsys, empty, out)
    assert "there is no such folder" in refused(capsys, tmp_path / "nowhere", out)
    assert not out.exists()


def test_a_pack_without_conditions_has_nothing_to_draw(
    pack: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(pack / "conditions")
    assert main(["pictures", str(pack), str(out)]) == 1
    assert "no condition is in this folder" in capsys.readouterr().out
    assert not out.exists()


@pytest.mark.parametrize("command", ["check", "questions", "export-schema"])
def test_the_other_tools_need_nothing_that_draws(pack: Path, command: str) -> None:
    folder = [] if command == "export-schema" else [str(pack)]
    done = run("-c", f"{BLOCKED}sys.exit(main({[command, *folder]!r}))")
    assert done.returncode == 0, done.stderr


def test_where_nothing_can_draw_it_is_said_in_one_sentence(pack: Path, out: Path) -> None:
    done = run("-c", f"{BLOCKED}sys.exit(main({['pictures', str(pack), str(out)]!r}))")
    assert done.returncode == 2
    assert done.stderr.startswith("Drawing needs PySide6")
    assert done.stderr.count("\n") == 1
    assert not out.exists()
