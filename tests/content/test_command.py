"""The command line for those who write content: one line for each thing wrong, and an exit status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.content.__main__ import main
from guide.content.commands.ending import run_calmly
from tests.content.conftest import needs_textstat
from tests.content.edits import edit
from tests.content.fault import BEADS, WEIGHTS

ROOT = Path(__file__).parents[2]


def run(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """The command as an author runs it, in a process of its own."""
    command = [sys.executable, "-X", f"utf8={int(encoding == 'utf-8')}", "-m", "guide.content", *arguments]
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=environment, timeout=60)


def test_clean_pack_ends_with_0_and_silence(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(pack)]) == 0
    assert capsys.readouterr().out == ""


def test_problems_are_one_a_line_and_end_with_1(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(pack, BEADS, "helps:", "helpz:")
    edit(pack, WEIGHTS, "well: 1.5", "well: good")
    assert main(["check", str(pack)]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"{BEADS}:34:1: 'helpz' is not a name that is known here. Did you mean 'helps'?"
    assert second == f"{WEIGHTS}:22:7: expected a number such as 2 or 0.5, found 'good'."


def test_unreadable_folder_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith("could not be used: there is no such folder.\n")


@pytest.mark.parametrize(
    "command", ["", "check", "questions", "assess", "accuracy", "new-condition", "export-schema", "pictures"]
)
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    assert f"\n  python -m guide.content {command or 'check'} " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ([], "required: COMMAND"),
        (["chekc", "."], "'chekc' is not known here. Did you mean 'check'?"),
        (["check"], "required: DIR"),
        (["check", "a", "b"], "Unrecognized arguments: b"),
        (["check", "a", "--fig"], "Unrecognized arguments: --fig"),
        (["assess", "a"], "required: ANSWERS.yaml"),
        (["assess", "a", "b", "--json", "--trace"], "not allowed with"),
        (["accuracy", "a", "--only"], "expected at least one argument"),
        (["new-condition", "a"], "required: ID"),
        (["export-schema", "--kind", "conditon"], "'conditon' is not known here. Did you mean 'condition'?"),
    ],
)
def test_wrong_use_ends_with_2_and_one_sentence(
    asked: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(asked)
    assert ended.value.code == 2
    shown = capsys.readouterr()
    assert says in shown.err
    assert (shown.out, shown.err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    "command", [["questions"], ["assess", "answers.yaml"], ["accuracy"], ["new-condition", "x"]]
)
def test_folder_without_a_pack_ends_with_2_and_one_sentence(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command[0], str(tmp_path), *command[1:]]) == 2
    shown = capsys.readouterr()
    assert "no pack is in it" in shown.err
    assert (shown.out, shown.err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    "command",
    [["questions"], ["assess", "answers.yaml"], ["assess", "answers.yaml", "--trace"], ["accuracy"]],
)
def test_faulty_pack_ends_with_1_and_one_sentence(
    command: list[str], pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(pack, BEADS, "helps:", "helpz:")
    assert main([command[0], str(pack), *command[1:]]) == 1
    shown = capsys.readouterr()
    assert "1 problem" in shown.err
    assert (shown.out, shown.err.count("\n")) == ("", 1)


@needs_textstat
def test_command_runs_without_a_word_on_the_error_channel(pack: Path) -> None:
    done = run("check", str(pack))
    assert (done.returncode, done.stderr) == (0, b"")


def test_letters_a_terminal_cannot_write_do_no_harm(pack: Path) -> None:
    edit(pack, BEADS, "helps:", "hélps:")
    done = run("check", str(pack), encoding="ascii")
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
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
        assert b"Error" not in process.stderr.read()
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_full_disk_is_said_in_one_sentence(pack: Path) -> None:
    command = [sys.executable, "-m", "guide.content", "questions", str(pack)]
    # Empty means: written when the program ends, as an author's shell has it.
    environment = os.environ | {"PYTHONUNBUFFERED": ""}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False, env=environment
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"The result could not be written (no space left on device)")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="written for a Unix shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_channels_do_no_harm(pack: Path, closed: str) -> None:
    line = f"'{sys.executable}' -m guide.content questions '{pack}' {closed}"
    done = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_fault_of_the_tool_itself_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> int:
        raise ZeroDivisionError("inner words")

    assert run_calmly(broken) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("This is a fault of the tool (ZeroDivisionError in test_command.py, line ")
    assert shown.count("\n") == 1
