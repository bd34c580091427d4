"""What the gate lets in arrives unchanged, as text, with its line and column."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.problems import FileProblemsError
from guide.content.tree import Items, Map, Node, Text, key_position, position
from guide.content.yaml_gate import read_tree
from tests.content.conftest import SMALL_PACK

KEPT = [
    "no",
    "on",
    "yes",
    "~",
    "null",
    "12:30",
    "1.20",
    "010",
    "1e3",
    "0x1F",
    "2024-02-30",
    ".nan",
    "=",
    "1_000",
]


def tree_of(text: str) -> Node:
    return read_tree(text.encode(), "pack.yaml")


def kept_by(text: str) -> Map:
    tree = tree_of(text)
    assert isinstance(tree, Map)
    return tree


@pytest.mark.parametrize("typed", [*KEPT, "9" * 5000])
def test_value_stays_the_text_that_was_typed(typed: str) -> None:
    value = kept_by(f"a: {typed}\n")["a"]
    assert isinstance(value, Text)
    assert value == typed


@pytest.mark.parametrize("typed", KEPT)
def test_name_stays_the_text_that_was_typed(typed: str) -> None:
    assert list(kept_by(f"{typed}: a\n")) == [typed]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1\nb: 2\na: 3\n", (1, 3)),
        ("a: 1\nA: 2\n", (1, 2)),
        ("x: 1\n'1': a\n1: b\n", (2, 3)),
        (f"x: 1\ny: 2\né: a\n{unicodedata.normalize('NFD', 'é')}: b\n", (3, 4)),
        ("Maß: 1\nMASS: 2\n", (1, 2)),
    ],
)
def test_name_that_appears_twice_is_refused_with_both_lines(text: str, lines: tuple[int, int]) -> None:
    with pytest.raises(FileProblemsError) as caught:
        tree_of(text)
    (problem,) = caught.value.problems
    assert problem.line == lines[1]
    assert f"twice, on lines {lines[0]} and {lines[1]}" in problem.message


def test_same_name_in_two_groups_is_no_repetition() -> None:
    assert kept_by("a: {x: 1}\nb: {x: 1}\n") == {"a": {"x": "1"}, "b": {"x": "1"}}


def test_everything_knows_its_line_and_column() -> None:
    tree = tree_of("größe: 1\nb:\n  - c\n  - {d: e, f: [g]}\n")
    assert position(tree, ("größe",)) == (1, 8)
    assert position(tree, ("b",)) == (3, 3)
    assert position(tree, ("b", 0)) == (3, 5)
    assert position(tree, ("b", 1)) == (4, 5)
    assert position(tree, ("b", 1, "f", 0)) == (4, 16)
    assert key_position(tree, ("b",)) == (2, 1)
    assert key_position(tree, ("b", 1, "f")) == (4, 12)


def test_place_of_a_line_left_out_is_what_should_hold_it() -> None:
    tree = tree_of("a:\n  b: [c]\n")
    assert position(tree, ("a", "x", "y")) == (2, 3)
    assert position(tree, ("a", "b", 7)) == (2, 6)


@pytest.mark.parametrize("begin", ["\ufeff", "---\n"])
def test_ordinary_beginning_of_a_file_is_let_in(begin: str) -> None:
    assert tree_of(begin + "a: 1\n") == {"a": "1"}


def test_lines_that_end_as_on_windows_are_let_in() -> None:
    tree = tree_of("a: 1\r\nb: |\r\n  x\r\n  y\r\n")
    assert tree == {"a": "1", "b": "x\ny\n"}
    assert position(tree, ("b",)) == (2, 4)


def test_letters_and_signs_of_any_language_are_let_in() -> None:
    text = "38,5\u00a0°C – «é» 漢字 مرحبا ≥ −1 👶🏾"
    assert tree_of(f"a: {text}\n") == {"a": text}


def test_lists_and_groups_keep_their_order() -> None:
    tree = kept_by("z: 1\na: 2\nm: [c, a, b]\n")
    assert list(tree) == ["z", "a", "m"]
    assert isinstance(tree["m"], Items)
    assert tree["m"] == ["c", "a", "b"]


@given(st.binary(max_size=300))
def test_any_bytes_are_let_in_or_refused_in_words(data: bytes) -> None:
    expect_tree_or_refusal(data)


@given(st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#, \n\t\\u0~<=", max_size=120))
def test_any_marks_are_let_in_or_refused_in_words(text: str) -> None:
    expect_tree_or_refusal(text.encode())


@given(st.integers(0, 1000), st.binary(max_size=6))
def test_damaged_file_is_let_in_or_refused_in_words(at: int, damage: bytes) -> None:
    data = (SMALL_PACK / "danger-signs.yaml").read_bytes()
    expect_tree_or_refusal(data[:at] + damage + data[at + len(damage) :])


def expect_tree_or_refusal(data: bytes) -> None:
    try:
        read_tree(data, "pack.yaml")
    except FileProblemsError as error:
        (problem,) = error.problems
        assert problem.line >= 1
        assert str(problem).isprintable()
