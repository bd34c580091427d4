"""The command line for those who write content: one problem a line, and an exit status."""

import subprocess
import sys
from pathlib import Path

import pytest

from guide.content.__main__ import main
from tests.content.edits import edit
from tests.content.fault import BEADS, WEIGHTS

ROOT = Path(__file__).parents[2]


def run(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """The command as an author runs it, in a process of its own."""
    command = [sys.executable, "-X", f"utf8={int(encoding == 'utf-8')}", "-m", "guide.content", *arguments]
    environment = {"PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=environment, timeout=60)


def test_clean_pack_ends_with_0(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(pack)]) == 0
    assert capsys.readouterr().out == f"No problems found in {pack}.\n"


def test_problems_are_one_a_line_and_end_with_1(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(pack, BEADS, "helps:", "helpz:")
    edit(pack, WEIGHTS, "well: 1.5", "well: good")
    assert main(["check", str(pack)]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"{BEADS}:32:1: 'helpz' is not a name that is known here. Did you mean 'helps'?"
    assert second == f"{WEIGHTS}:15:7: expected a number such as 2 or 0.5, found 'good'."


def test_unreadable_folder_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith("could not be used: there is no such folder.\n")


@pytest.mark.parametrize("asked", [["--help"], ["check", "--help"]])
def test_help_shows_an_example(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(asked)
    assert ended.value.code == 0
    assert "python -m guide.content check resources/content" in capsys.readouterr().out


@pytest.mark.parametrize("asked", [[], ["chekc", "."], ["check"]])
def test_misspelt_command_ends_with_2(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(asked)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_command_runs_without_a_word_on_the_error_channel(pack: Path) -> None:
    done = run("check", str(pack))
    assert (done.returncode, done.stderr) == (0, b"")


def test_letters_a_terminal_cannot_write_do_no_harm(pack: Path) -> None:
    edit(pack, BEADS, "helps:", "hélps:")
    done = run("check", str(pack), encoding="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert rb"'h\xe9lps' is not a name" in done.stdout


def test_file_name_that_moves_the_cursor_is_shown_harmless(pack: Path) -> None:
    (pack / "conditions" / "a\x1b[2Jb\n.yaml").write_text("id: x")
    done = run("check", str(pack))
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert b"conditions/a?[2Jb?.yaml:1:1:" in done.stdout


def test_reader_that_leaves_early_brings_no_traceback(pack: Path) -> None:
    for number in range(300):
        (pack / "conditions" / f"{number:03}.yaml").write_text("id: x")
    command = [sys.executable, "-m", "guide.content", "check", str(pack)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
