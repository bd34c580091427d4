"""The long set, which ends with a table, and fails where anything was lost."""

import argparse
import logging
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from guide.store import storage_thread
from tests.store.effort import in_memory
from tests.store.faults import cuts, damage, failing, kills, others
from tests.store.faults.figures import Figure, table
from tests.store.faults.flows import FLOWS
from tests.store.processes import can, say

Search = Callable[[Path, Figure, kills.Go], None]


class Part(NamedTuple):
    """``share``: of the time there is, beside those of the others."""

    name: str
    search: Search
    share: float


def parts() -> Iterator[Part]:
    yield Part("killed at any time", partial(_any_time, runs=1000), 10)
    for name in FLOWS:
        yield Part(f"killed at every call: {name}", _in(kills.at_every_call, name), 1)
    if can(["strace", "true"]):
        yield from parts_with_strace()
    for name in FLOWS:
        for fault in failing.FAULTS:
            yield Part(f"{fault}: {name}", _in(failing.at_every_call, name, fault), 0.7)
        yield Part(f"files may not grow: {name}", _in(failing.with_little_room, name), 0.3)
        yield Part(f"little memory: {name}", _in(failing.with_little_memory, name), 0.3)
    yield Part("copied while in use", _of(others.copied_while_in_use, 300), 2)
    yield Part("told to end at any time", partial(_any_time, runs=200, how=signal.SIGTERM), 2)
    yield Part("left alone at any time", partial(_any_time, runs=200, how=signal.SIGHUP), 2)
    yield Part("file damaged", _damaged(2000, False), 2)
    yield Part("file damaged, locked", _damaged(2000, True), 2)
    yield Part("three windows at once", _of(others.second_windows, 1000), 6)
    yield Part("file and log copied apart", _of(others.copied_at_different_times, 35), 2)


def parts_with_strace() -> Iterator[Part]:
    for seed in range(1, 5):
        yield Part(f"power cut in day {seed}", _day_cut(seed, 500), 2)
    for name in FLOWS:
        yield Part(f"ended after every call: {name}", _flow_ended(name), 0.6)
        yield Part(f"power cut: {name}", _flow_cut(name, 60), 0.4)
    yield Part("power cut twice", _twice(9, 60), 3)
    yield Part("disk that lies (must lose)", _lying, 0.5)


def _in(search: Callable[..., None], name: str, *more: object) -> Search:
    return lambda home, figure, go: search(FLOWS[name], *more, home=home, figure=figure, go=go)


def _of(search: Callable[[Path, int, Figure, kills.Go], None], count: int) -> Search:
    return lambda home, figure, go: search(home, count, figure, go)


def _any_time(home: Path, figure: Figure, go: kills.Go, runs: int, how: int = signal.SIGKILL) -> None:
    """Many days, so that not always the same is interrupted."""
    for seed in range(runs // 50):
        if go():
            (home / f"{seed}").mkdir()
            kills.at_any_time(home / f"{seed}", 50, seed, figure, go, how)


def _damaged(count: int, locked: bool) -> Search:
    return lambda home, figure, go: damage.to_the_diary(home, count, figure, go, locked)


def _day_cut(seed: int, images: int) -> Search:
    return lambda home, figure, go: cuts.in_a_day(seed, home, images, figure, go)


def _flow_cut(name: str, images: int) -> Search:
    return lambda home, figure, go: cuts.in_a_flow(name, home, images, figure, go)


def _flow_ended(name: str) -> Search:
    return lambda home, figure, go: cuts.ended_in_a_flow(name, home, figure, go)


def _twice(seed: int, starts: int) -> Search:
    return lambda home, figure, go: cuts.twice(seed, home, figure, starts, go)


def _lying(home: Path, figure: Figure, go: kills.Go) -> None:
    """Where syncing does nothing the same search has to find losses, or it would find none anywhere."""
    found = Figure("")
    cuts.in_a_day(1, home, 60, found, go, honest=False)
    figure.count(
        "" if found.lost else "nothing was found", f"of {found.cases} cuts {found.lost} seen to lose"
    )


def run(part: Part, home: Path, until: float) -> Figure:
    figure = Figure(part.name)
    folder = home / "part"
    folder.mkdir()
    try:
        part.search(folder, figure, lambda: time.monotonic() < until)
    except Exception as error:
        logging.exception(part.name)
        figure.count(f"the search itself failed: {type(error).__name__}: {error}")
    shutil.rmtree(folder, ignore_errors=True)
    return figure.end()


def main() -> int:
    # A backup waits until the diary was checked in a quiet moment.
    storage_thread.QUIET_SECONDS = 0.001
    asked = argparse.ArgumentParser(prog="faults")
    asked.add_argument("--minutes", type=float, default=60)
    asked.add_argument("--only", default="", help="those whose names hold this")
    wanted = asked.parse_args()
    chosen = [part for part in parts() if wanted.only in part.name]
    end = time.monotonic() + wanted.minutes * 60
    figures = []
    with tempfile.TemporaryDirectory(prefix="little-spots-faults-", dir=in_memory()) as home:
        for number, part in enumerate(chosen):
            left = end - time.monotonic()
            share = left * part.share / sum(each.share for each in chosen[number:])
            figures.append(run(part, Path(home), time.monotonic() + share))
            say(f"{part.name}: {figures[-1].cases}, lost {figures[-1].lost}")
    say(table(figures))
    return int(any(each.lost for each in figures))


if __name__ == "__main__":
    sys.exit(main())
