"""The power goes at any moment of a flow or of a whole day, and once more while the program starts again."""

import random
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from tests.store.effort import points
from tests.store.faults.day import Day
from tests.store.faults.figures import Figure
from tests.store.faults.flows import FLOWS
from tests.store.faults.kills import Go, always, both_states, problem_of
from tests.store.power_cuts import Disk, record, replayed
from tests.store.processes import python

_LAST_CALLS = 20


def in_a_flow(name: str, home: Path, images: int, figure: Figure, go: Go = always) -> None:
    pattern, *legal = both_states(FLOWS[name], home)
    data = home / "data"
    shutil.copytree(pattern, data)
    for image, moment, _ in images_of(home, name, images, random.Random(name), go=go):
        problem = problem_of(image, *legal)
        figure.count(problem and f"{name}, {moment}: {problem}")


def ended_in_a_flow(
    name: str, home: Path, figure: Figure, go: Go = always, stride: int = 1, last: int = 0
) -> None:
    """kill -9 after each system call that changes the disk: the machine itself goes on, and keeps it all."""
    pattern, *legal = both_states(FLOWS[name], home)
    shutil.copytree(pattern, home / "data")
    start, log = Disk.of(home / "data", honest=True), home / "calls"
    record(log, python("faults.job", name, home / "data"))
    calls = sum(1 for _ in replayed(deepcopy(start), log))
    tried = points(calls, stride, last, name)
    for number, disk in enumerate(replayed(start, log), start=1):
        if number == calls:
            problem = "" if disk.is_like(home / "data") else "the calls seen are not all there were"
            figure.count(problem and f"{name}: {problem}", "all calls seen")
        if number in tried and go():
            image = home / f"image-{number}"
            disk.lay_out(image)
            problem = problem_of(image, *legal)
            figure.count(problem and f"{name}, ended after call {number}: {problem}")


def in_a_day(
    seed: int, home: Path, images: int, figure: Figure, go: Go = always, honest: bool = True
) -> None:
    """What was called saved must be there; of what comes after it, all or nothing."""
    states = list(Day(seed).states(home / "reference"))
    (home / "data").mkdir()
    for image, moment, said in images_of(home, str(seed), images, random.Random(seed), honest, go):
        problem = problem_of(image, *states[max(0, said - 1) : said + 1])
        figure.count(problem and f"seed {seed}, {moment}, {said} done: {problem}")


def twice(seed: int, home: Path, figure: Figure, starts: int, go: Go = always) -> None:
    """The power goes while the program puts things right that an earlier cut left."""
    states = list(Day(seed).states(home / "reference"))
    (home / "data").mkdir()
    chance = random.Random(seed)
    for image, moment, said in images_of(home, str(seed), starts, chance, go=go, at_the_end=0):
        legal = states[max(0, said - 1) : said + 1]
        image.rename(home / "image" if not (home / "image").exists() else home / "again")
        inner = home / f"second-{figure.cases}"
        inner.mkdir()
        (home / "image").rename(inner / "data")
        for again, then, _ in images_of(inner, "make", 6, chance, at_the_end=0):
            problem = problem_of(again, *legal)
            figure.count(problem and f"seed {seed}, {moment}, then {then}: {problem}")
        shutil.rmtree(inner)


def images_of(
    home: Path,
    what: str,
    count: int,
    chance: random.Random,
    honest: bool = True,
    go: Go = always,
    at_the_end: int = 2,
) -> Iterator[tuple[Path, str, int]]:
    """Disks as they may be found: where, after which call, and how much the program had said by then.

    As many for each call, as near as that can be, and some more for the last ones: there names are given.
    """
    start, log = Disk.of(home / "data", honest), home / "calls"
    record(log, python("faults.job", what, home / "data"))
    calls = sum(1 for _ in replayed(deepcopy(start), log))
    each, rest = divmod(count, max(1, calls))
    for number, disk in enumerate(replayed(start, log)):
        late = at_the_end if number >= calls - _LAST_CALLS else 0
        for again in range(late + each + (chance.random() < rest / max(1, calls))):
            if not go():
                return
            image = home / f"image-{number}-{again}"
            disk.lay_out(image, chance)
            yield image, f"image {again} after call {number}", len(disk.said)
