"""kill -9 at every call that changes the disk, and at any time of a day full of entries."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from guide.errors import GuideError
from tests.store.effort import points
from tests.store.faults.day import Day
from tests.store.faults.figures import Figure
from tests.store.faults.flows import Flow
from tests.store.faults.states import State, found_at_start
from tests.store.kill_points import calls_of, killed_at
from tests.store.rekey_kills import watch

Go = Callable[[], bool]
"""Whether there is time for one more."""


def always() -> bool:
    return True


def both_states(flow: Flow, home: Path) -> tuple[Path, State, State]:
    """The folder as it is before, and what is found in it before and after."""
    pattern, copy = home / "pattern", home / "copy"
    flow.prepare(pattern)
    states = []
    for step in (lambda _: None, flow.do):
        shutil.copytree(pattern, copy)
        step(copy)
        states.append(found_at_start(copy))
        shutil.rmtree(copy)
    return pattern, states[0], states[1]


def problem_of(folder: Path, *legal: State) -> str:
    try:
        state = found_at_start(folder)
        return "" if state in legal else f"found {differences(state, *legal)}"
    except GuideError as error:
        return f"{type(error).__name__}: {error}"
    finally:
        shutil.rmtree(folder)


def differences(state: State, *legal: State) -> str:
    """From the nearest of those it may be."""
    ways = [
        {
            name: (str(value)[:80], str(each.get(name))[:80])
            for name, value in state.items()
            if value != each.get(name)
        }
        for each in legal
    ]
    return str(min(ways, key=len))


def calls_in(flow: Flow, pattern: Path, home: Path) -> int:
    counted = shutil.copytree(pattern, home / "data")
    calls = calls_of(flow.do, counted, watch)
    shutil.rmtree(counted)
    return calls


def at_every_call(
    flow: Flow, home: Path, figure: Figure, go: Go = always, stride: int = 1, last: int = 0
) -> None:
    pattern, *legal = both_states(flow, home)
    for call in points(calls_in(flow, pattern, home), stride, last, figure.what):
        folder = home / "data"
        shutil.copytree(pattern, folder)
        killed = killed_at(call, flow.do, folder, watch)
        problem = problem_of(folder, *legal)
        figure.count(problem and f"killed at call {call}: {problem}")
        if not go():
            return
    if killed:
        raise RuntimeError("more calls than were counted")


def at_any_time(
    home: Path, runs: int, seed: int, figure: Figure, go: Go = always, how: int = signal.SIGKILL
) -> None:
    """The child says after each action that it is done: that must be there, and no half of the next."""
    chance = random.Random(seed)
    day = Day(seed)
    states = list(day.states(home / "reference"))
    for run in range(runs):
        folder = home / f"run-{run}"
        said = _killed_after(chance.uniform(0, 0.15), day, folder, how)
        # The first word is said when the diary is open; before that it is empty, or not there at all.
        problem = problem_of(folder, *states[max(0, said - 1) : said + 1]) if folder.exists() else ""
        figure.count(problem and f"seed {seed}, run {run}, {said} done: {problem}")
        if not go():
            return


def _killed_after(seconds: float, day: Day, folder: Path, how: int) -> int:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live(day, folder, writing)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, how)
    os.waitpid(child, 0)
    said = b"".join(_all_of(reading))
    os.close(reading)
    return len(said)


def _live(day: Day, folder: Path, writing: int) -> None:
    try:
        for _ in day.lived(folder):
            os.write(writing, b".")
    finally:
        os._exit(1)


def _all_of(handle: int) -> Iterator[bytes]:
    while block := os.read(handle, 4096):
        yield block
