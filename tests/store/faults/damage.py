"""A diary's file with bits turned, blocks lost or its end cut off: refused calmly, or shown as it was.

Where there is no passphrase, SQLite does not see a bit turned within a word of the diary. How often that was
so is told beside the figure; with a passphrase it is a loss.
"""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from guide.errors import GuideError
from guide.store import rekey
from tests.store.faults.day import Day
from tests.store.faults.figures import Figure
from tests.store.faults.kills import Go, always
from tests.store.faults.states import found_at_start
from tests.store.rekey_kills import CODE, OLD, QUICK
from tests.store.test_refusals import is_calm

Harm = Callable[[bytearray, random.Random], None]


def bit(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def block_of_zeros(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(0, len(data), 512)
    data[at : at + 512] = bytes(min(512, len(data) - at))


def end_cut_off(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def blocks_swapped(data: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(0, len(data) - 4095, 4096) for _ in range(2))
    data[one : one + 4096], data[other : other + 4096] = data[other : other + 4096], data[one : one + 4096]


NOT_SEEN = "not seen by SQLite"
HARMS: tuple[Harm, ...] = (bit, bit, bit, bit, bit, bit, bit, block_of_zeros, end_cut_off, blocks_swapped)


def to_the_diary(
    home: Path, count: int, figure: Figure, go: Go = always, with_passphrase: bool = False
) -> None:
    pattern = home / "pattern"
    for _ in Day(3, actions=25).lived(pattern):
        pass
    if with_passphrase:
        rekey.set_passphrase(pattern, OLD, CODE, QUICK)
    whole = found_at_start(pattern)
    (path,) = pattern.rglob("diary.littlespots")
    content = path.read_bytes()
    chance = random.Random(12)
    for number in range(count):
        damaged = bytearray(content)
        harm = HARMS[number % len(HARMS)]
        harm(damaged, chance)
        if bytes(damaged) == content:
            continue
        folder = home / "data"
        shutil.copytree(pattern, folder)
        (folder / path.relative_to(pattern)).write_bytes(damaged)
        seen, problem = _met(folder, whole, bytes(damaged), folder / path.relative_to(pattern))
        if with_passphrase and seen == NOT_SEEN:
            problem = "not seen"
        figure.count(problem and f"{harm.__name__} number {number}: {problem}", seen)
        shutil.rmtree(folder)
        if not go():
            return


def _met(folder: Path, whole: object, damaged: bytes, path: Path) -> tuple[str, str]:
    try:
        found = found_at_start(folder)
    except GuideError as error:
        if not is_calm(str(error)):
            return "refused", f"not calm: {error}"
        if _opened(path, damaged):
            return "refused when read", ""
        return "refused", ""
    return ("nothing of it was used", "") if found == whole else (NOT_SEEN, "")


def _opened(path: Path, damaged: bytes) -> bool:
    """Only a diary that was opened to write gets a log of its own, or another header."""
    return path.with_name(f"{path.name}-wal").exists() or path.read_bytes() != damaged
