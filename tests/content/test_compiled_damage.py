"""A compiled copy that is damaged, foreign or no file at all never wins and does no harm."""

import json
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.content.loader import load_pack
from tests.content.copies import copies, good_line, is_compiled, other_name
from tests.content.edits import edit
from tests.content.fault import BEADS

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "first half": lambda data: data[: len(data) // 2],
    "last byte missing": lambda data: data[:-1],
    "one byte more": lambda data: data + b" ",
    "only its first line": lambda data: data.partition(b"\n")[0],
    "first line missing": lambda data: data.partition(b"\n")[2],
    "another name in it": other_name,
    "zeros": lambda data: b"\0" * len(data),
    "zeros at its end": lambda data: data[:-512] + b"\0" * 512,
    "a page of the web": lambda data: b"<!doctype html>\n<p>Beads</p>",
    "a pickle": lambda data: pickle.dumps({"a": 1}),
    "brackets": lambda data: b"[" * 100_000,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_copy_never_wins_and_is_made_anew(pack: Path, copy: Path, name: str) -> None:
    good = copy.read_bytes()
    copy.write_bytes(DAMAGE[name](good))
    assert not is_compiled(pack)
    assert load_pack(pack).condition["beads"].name == "Beads"
    assert copy.read_bytes() == good


def test_copy_with_any_single_byte_changed_never_wins(pack: Path, copy: Path) -> None:
    good = copy.read_bytes()
    for place in range(0, len(good), 97):
        copy.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        assert not is_compiled(pack), place


def test_copy_cut_anywhere_never_wins(pack: Path, copy: Path) -> None:
    good = copy.read_bytes()
    for length in range(0, len(good), 97):
        copy.write_bytes(good[:length])
        assert not is_compiled(pack), length


BODIES = {
    "nothing": b"",
    "no JSON": b"{",
    "a number": b"7",
    "a text": b'"pack"',
    "an empty list": b"[]",
    "a table": b"{}",
    "empty parts": json.dumps([[]] * 13).encode(),
    "missing parts": json.dumps([None] * 13).encode(),
    "deep brackets": b"[" * 100_000 + b"]" * 100_000,
    "not UTF-8": b'["\xff"]',
}


@pytest.mark.parametrize("name", BODIES)
def test_copy_that_is_whole_but_no_pack_does_no_harm(pack: Path, copy: Path, name: str) -> None:
    copy.write_bytes(good_line(copy, BODIES[name]))
    assert not is_compiled(pack)
    assert load_pack(pack).condition["beads"].name == "Beads"


def test_copy_with_a_word_the_program_does_not_know_does_no_harm(pack: Path, copy: Path) -> None:
    body = copy.read_bytes().partition(b"\n")[2]
    copy.write_bytes(good_line(copy, body.replace(b'"very-common"', b'"everywhere"')))
    assert not is_compiled(pack)


def test_copy_of_another_pack_is_not_taken(pack: Path, copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(pack, other)
    edit(other, BEADS, "name: Beads", "name: Boats")
    load_pack(other)
    (of_other,) = [path for path in copies() if path != copy]
    shutil.copy(of_other, copy)
    assert load_pack(pack).condition["beads"].name == "Beads"


def a_folder(copy: Path) -> None:
    copy.mkdir()


def a_pipe(copy: Path) -> None:
    os.mkfifo(copy)


def a_link_to_nothing(copy: Path) -> None:
    copy.symlink_to(copy.with_name("nothing"))


def a_link_to_itself(copy: Path) -> None:
    copy.symlink_to(copy)


def an_endless_device(copy: Path) -> None:
    copy.symlink_to("/dev/zero")


@pytest.mark.skipif(os.name == "nt", reason="made of what Unix has")
@pytest.mark.parametrize("make", [a_folder, a_pipe, a_link_to_nothing, a_link_to_itself, an_endless_device])
def test_odd_thing_in_place_of_the_copy_does_no_harm(
    pack: Path, copy: Path, make: Callable[[Path], None]
) -> None:
    copy.unlink()
    make(copy)
    assert [load_pack(pack).condition["beads"].name for _ in range(2)] == ["Beads", "Beads"]
