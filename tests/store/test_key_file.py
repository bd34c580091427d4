"""A damaged or hostile keys.json is told before it does harm, and its second copy serves."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guide.errors import GuideError
from guide.store import key_file
from guide.store.key_file import Cost, KeyFileDamagedError, write_key_file
from guide.store.keys import KEY_FILE, DataKey, has_keys
from guide.store.passphrase import (
    new_key_file,
    unlock,
)
from guide.store.recovery_code import new_code
from tests.store.test_refusals import is_calm

if sys.platform != "win32":
    import resource

QUICK = Cost(1, 1)
WORDS = "vier Wörter für Mia"
CODE = new_code()


@pytest.fixture
def key(tmp_path: Path) -> DataKey:
    """The key of a diary whose key file is in ``tmp_path``."""
    key = DataKey.new()
    write_key_file(tmp_path, new_key_file(key, WORDS, CODE, QUICK))
    return key


def most_memory() -> int:
    """The most this program ever held, in kilobytes; 0 where nothing tells."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if sys.platform == "linux" else 0


def change_content(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """A key file that somebody wrote on purpose, with the check of its content put right."""
    whole = json.loads(path.read_bytes())
    change(whole["content"])
    whole["check"] = key_file._check(whole["content"])
    path.write_text(json.dumps(whole))


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 900, None], ids=["empty", "cut", "zeros", "gone"])
def test_with_the_key_file_damaged_its_second_copy_opens_the_diary(
    tmp_path: Path, key: DataKey, damage: bytes | None
) -> None:
    path = tmp_path / KEY_FILE
    path.unlink() if damage is None else path.write_bytes(damage)
    assert has_keys(tmp_path)
    assert unlock(tmp_path, WORDS).secret == key.secret


def test_no_flipped_bit_in_the_key_file_opens_anything_else_or_passes_for_a_wrong_passphrase(
    tmp_path: Path, key: DataKey
) -> None:
    (tmp_path / "keys-1.json").unlink()
    path = tmp_path / KEY_FILE
    whole = path.read_bytes()
    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << at % 8
        path.write_bytes(damaged)
        try:
            found = unlock(tmp_path, WORDS)
        except KeyFileDamagedError as error:
            assert is_calm(str(error))
            assert path.read_bytes() == damaged
        else:
            # White space between two words of the file.
            assert found.secret == key.secret


def hostile(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda content: content["boxes"]["passphrase"].update({name: value})


HOSTILE: dict[str, Callable[[dict[str, Any]], None]] = {
    "a terabyte": hostile("mebibytes", 1024 * 1024),
    "just too much memory": hostile("mebibytes", 513),
    "below zero": hostile("mebibytes", -1),
    "no memory": hostile("mebibytes", 0),
    "a huge number": hostile("mebibytes", 10**400),
    "a fraction": hostile("mebibytes", 1.5),
    "yes": hostile("passes", True),
    "for years": hostile("passes", 10**9),
    "words": hostile("passes", "3"),
    "another way": hostile("kdf", "md5"),
    "no salt": hostile("salt", ""),
    "salt that is a list": hostile("salt", ["x"]),
    "a long salt": hostile("salt", "AAAA" * 100),
    "an empty box": hostile("box", ""),
    "no boxes": lambda content: content.update(boxes={}),
    "boxes that are text": lambda content: content.update(boxes="passphrase"),
    "another cipher": lambda content: content.update(cipher="none"),
    "no version": lambda content: content.update(version=None),
    "version 0": lambda content: content.update(version=0),
    "version true": lambda content: content.update(version=True),
    "no format": lambda content: content.pop("format") and None,
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_key_file_is_refused_before_it_does_harm(
    tmp_path: Path, key: DataKey, change: Callable[[dict[str, Any]], None]
) -> None:
    (tmp_path / "keys-1.json").unlink()
    change_content(tmp_path / KEY_FILE, change)
    before = most_memory()
    with pytest.raises(KeyFileDamagedError):
        unlock(tmp_path, WORDS)
    assert most_memory() - before < 64 * 1024


@pytest.mark.skipif(os.name != "posix", reason="needs pipes and links")
@pytest.mark.parametrize("kind", ["huge", "deep", "pipe", "folder", "link"])
def test_what_is_no_small_file_is_not_even_read(tmp_path: Path, key: DataKey, kind: str) -> None:
    (tmp_path / "keys-1.json").unlink()
    path = tmp_path / KEY_FILE
    path.unlink()
    make: dict[str, Callable[[], object]] = {
        "huge": lambda: path.write_bytes(b" " * 20_000_000),
        "deep": lambda: path.write_bytes(b"[" * 16_000),
        "pipe": lambda: os.mkfifo(path),
        "folder": lambda: path.mkdir(),
        "link": lambda: path.symlink_to(path),
    }
    make[kind]()
    with pytest.raises(KeyFileDamagedError):
        unlock(tmp_path, WORDS)


def test_the_key_file_of_a_newer_program_is_said_to_be_one(tmp_path: Path, key: DataKey) -> None:
    change_content(tmp_path / KEY_FILE, lambda content: content.update(version=2))
    with pytest.raises(GuideError, match="newer Little Spots"):
        unlock(tmp_path, WORDS)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux to limit the memory")
def test_too_little_memory_is_said_and_harms_nothing(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    write_key_file(tmp_path, new_key_file(DataKey.new(), WORDS, CODE, QUICK))
    change_content(tmp_path / KEY_FILE, hostile("mebibytes", 512))
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 200 * 1024 * 1024, before[1]))
    try:
        with pytest.raises(GuideError, match="not enough free memory"):
            unlock(tmp_path, WORDS)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
