"""Files made to harm, or broken beyond reading, are refused in one sentence; the program goes on."""

import os
from pathlib import Path

import pytest
import yaml

from guide.content import yaml_gate
from guide.content.loader import PackError, check_folder, load_pack
from guide.content.problems import FileProblemsError, Problem
from guide.content.reading import MOST_BYTES
from guide.content.yaml_gate import MOST_DEPTH, MOST_EVENTS, read_tree

ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "a: &a {k: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [*{a}, *{a}]}}\n" for a, b in zip("abcd", "bcde", strict=True)
)
DEEP_BLOCK = "\n".join(" " * depth + "a:" for depth in range(600))

HOSTILE: dict[str, tuple[bytes, int, str]] = {
    "100,000 brackets": (b"[" * 100_000, 1, "nested too deep"),
    "100,000 braces": (b"{" * 100_000, 1, "a plain name is expected"),
    "100,000 pairs of brackets": (b"[" * 100_000 + b"]" * 100_000, 1, "nested too deep"),
    "braces one in another": (b"{a: " * 100_000, 1, "nested too deep"),
    "brackets far in": (b"a: 1\nb:\n  - " + b"[" * 100_000, 3, "nested too deep"),
    "deep lines": (DEEP_BLOCK.encode(), 17, "nested too deep"),
    "deep dashes": (b"- " * 100_000, 1, "nested too deep"),
    "deep question marks": (b"? " * 100_000, 1, "a plain name is expected"),
    "alias bomb": (ALIAS_BOMB.encode(), 1, "'&a' is not used here"),
    "merge bomb": (MERGE_BOMB.encode(), 1, "'&a' is not used here"),
    "merge without anchor": (b"a: 1\nb:\n  <<: {c: 1}\n", 3, "'<<' is not used here"),
    "value that holds itself": (b"a: &a\n  - *a\n", 1, "'&a' is not used here"),
    "alias of nothing": (b"a: 1\nb: *a\n", 2, "'*a' points elsewhere"),
    "1 MB": (b"a: " + b"x" * 1_000_000, 1, "larger than 512 kB"),
    "just too large": (b"a: " + b"x" * MOST_BYTES, 1, "larger than 512 kB"),
    "too many items": (b"a: [" + b"x, " * MOST_EVENTS + b"]", 1, "too many items"),
    "endless text": (b"a: 1\nb: " + b"x" * 20_001, 2, "longer than 20,000"),
    "NUL": (b"a: 1\nb: \0", 1, "not a text file in UTF-8"),
    "NUL spelled out": (b'a: 1\nb: "\\0"', 2, "cannot be seen"),
    "UTF-16": ("a: 1".encode("utf-16"), 1, "not a text file in UTF-8"),
    "UTF-16 without mark": ("a: 1".encode("utf-16-le"), 1, "not a text file in UTF-8"),
    "Latin-1": ("a: 1\nb: Größe".encode("latin-1"), 2, "not UTF-8"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "not a text file in UTF-8"),
    "binary without NUL": (bytes(range(128, 256)), 1, "not UTF-8"),
    "half a character pair": (b'a: "\\ud800"', 1, "stands for no character"),
    "half a pair in bytes": (b"a: \xed\xa0\x80", 1, "not UTF-8"),
    "escape character": (b"a: 1\nb: \x1b[2J", 2, "cannot be seen"),
    "writing direction": ("a: 1\nb: x\u202ey".encode(), 2, "right-to-left override"),
    "zero width space": ("a: x\u200by".encode(), 1, "zero width space"),
    "zero width spelled out": (b'a: "x\\u200by"', 1, "zero width space"),
    "line separator": ("a: x\u2028b: y".encode(), 1, "line separator"),
    "lone carriage return": (b"a: 1\rb: 2", 1, "cannot be seen"),
    "tab": (b"a:\n\tb: 1", 2, "there is a tab here"),
    "two documents": (b"a: 1\n---\nb: 2\n", 2, "a second document begins"),
    "tag that runs": (b"a: !!python/object/apply:os.system [id]", 1, "beginning with '!'"),
    "tag of its own": (b"a: !thing {b: 1}", 1, "beginning with '!'"),
    "tag on a text": (b"a: !!int 1", 1, "beginning with '!'"),
    "YAML line": (b"%YAML 1.1\n---\na: 1\n", 1, "begin with '%'"),
    "TAG line": (b"%TAG ! tag:x,2000:\n---\na: 1\n", 1, "begin with '%'"),
    "list as a name": (b"? [a]\n: b\n", 1, "a plain name is expected"),
    "nothing": (b"", 1, "this file is empty"),
    "only remarks": (b"# nothing here\n", 1, "this file is empty"),
}
CARELESS: dict[str, tuple[str, int, str]] = {
    "quote left open": ('a: "x\nb: y\n', 1, "never closed"),
    "bracket left open": ("a: 1\nb: [x, y\nc: z\n", 2, "never closed with ']'"),
    "brace left open": ("a: {b: 1\nc: 2\n", 1, "never closed with '}'"),
    "two colons": ("a: see: this\n", 1, "a second ':' on this line"),
    "no colon": ("a: 1\nbcd\ne: 2\n", 2, "a ':' is missing"),
    "indented too little": ("a:\n  b: 1\n c: 2\n", 3, "look at its indentation"),
    "dash left out": ("a:\n  - b\n  c: d\n", 3, "look at its indentation"),
    "at sign": ("a: @home\n", 1, "cannot begin with this character"),
    "star": ("a: * x\n", 1, "cannot begin with '*'"),
    "backslash": ('a: "50\\% x"\n', 1, "is not understood"),
    "apostrophe": ("a: 'it's'\n", 1, "quotation marks"),
}


def refusal(data: bytes) -> Problem:
    with pytest.raises(FileProblemsError) as caught:
        read_tree(data, "pack.yaml")
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_at_its_line(name: str) -> None:
    data, line, says = HOSTILE[name]
    problem = refusal(data)
    assert (problem.line, says in problem.message) == (line, True), problem
    assert str(problem).isprintable()


@pytest.mark.parametrize("name", HOSTILE)
def test_parser_written_in_python_refuses_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C parser is missing."""
    monkeypatch.setattr(yaml_gate, "_LOADER", yaml.BaseLoader)
    data, line, _ = HOSTILE[name]
    assert refusal(data).line == line


@pytest.mark.parametrize("name", CARELESS)
def test_careless_line_is_named_in_plain_words(name: str) -> None:
    text, line, says = CARELESS[name]
    problem = refusal(text.encode())
    assert (problem.line, says in problem.message) == (line, True), problem


@pytest.mark.parametrize("name", HOSTILE)
def test_pack_with_a_hostile_file_is_refused_calmly(pack: Path, name: str) -> None:
    (pack / "weights.yaml").write_bytes(HOSTILE[name][0])
    with pytest.raises(PackError) as caught:
        load_pack(pack)
    assert [problem.file for problem in caught.value.problems] == ["weights.yaml"]
    assert len(str(caught.value).splitlines()) == 1


def test_deepest_allowed_file_is_let_in() -> None:
    assert read_tree(b"[" * MOST_DEPTH + b"]" * MOST_DEPTH, "pack.yaml")
    assert refusal(b"[" * (MOST_DEPTH + 1)).column == MOST_DEPTH + 1


def test_largest_allowed_file_is_let_in() -> None:
    line = b"# 0123456789abcdef\n"
    text = b"a: 1\n" + line * (MOST_BYTES // len(line))
    assert read_tree(text[:MOST_BYTES], "pack.yaml") == {"a": "1"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_in_place_of_a_file_is_refused_without_waiting(pack: Path) -> None:
    (pack / "pack.yaml").unlink()
    os.mkfifo(pack / "pack.yaml")
    assert [str(problem) for problem in check_folder(pack)] == [
        "pack.yaml:1:1: this is not an ordinary file; put a text file here."
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device here")
def test_link_to_an_endless_device_is_refused(pack: Path) -> None:
    (pack / "pack.yaml").unlink()
    (pack / "pack.yaml").symlink_to("/dev/zero")
    assert ["leads out of the pack" in problem.message for problem in check_folder(pack)] == [True]


def test_link_out_of_the_folder_is_refused(pack: Path, tmp_path: Path) -> None:
    (pack / "pack.yaml").rename(tmp_path / "elsewhere.yaml")
    (pack / "pack.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert ["leads out of the pack" in problem.message for problem in check_folder(pack)] == [True]


def test_link_within_the_folder_is_followed(pack: Path) -> None:
    (pack / "pack.yaml").rename(pack / "really.txt")
    (pack / "pack.yaml").symlink_to("really.txt")
    assert check_folder(pack) == []


def test_link_to_itself_is_refused(pack: Path) -> None:
    (pack / "pack.yaml").unlink()
    (pack / "pack.yaml").symlink_to("pack.yaml")
    assert ["could not be read" in problem.message for problem in check_folder(pack)] == [True]


def test_folder_in_place_of_a_file_is_refused(pack: Path) -> None:
    (pack / "weights.yaml").unlink()
    (pack / "weights.yaml").mkdir()
    assert ["not an ordinary file" in problem.message for problem in check_folder(pack)] == [True]


def test_huge_file_is_not_read_to_its_end(pack: Path) -> None:
    with (pack / "weights.yaml").open("r+b") as file:
        file.truncate(1 << 40)  # a terabyte that takes no room on the disk
    assert ["larger than 512 kB" in problem.message for problem in check_folder(pack)] == [True]
