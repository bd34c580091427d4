"""Other programs on the same folder: more windows at any moment, and tools that copy what is written."""

import os
import random
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import product
from pathlib import Path

from guide.domain.diary import Child
from guide.errors import GuideError
from guide.store.diary_store import FILE_NAME
from guide.store.opening import open_diary
from tests.store.faults.day import Day
from tests.store.faults.figures import Figure
from tests.store.faults.kills import Go, always
from tests.store.faults.states import State, found_at_start
from tests.store.test_refusals import is_calm

_SAVED, _REFUSED, _BOTH_INSIDE, _ROUGH = 0, 3, 4, 5
_SAID = {_SAVED: "saved", _REFUSED: "refused", _BOTH_INSIDE: "two at once", _ROUGH: "not calm"}


def second_windows(home: Path, races: int, figure: Figure, go: Go = always) -> None:
    """Three windows within some milliseconds: who gets in saves, and what was saved by any of them stays."""
    chance = random.Random(5)
    for race in range(races):
        folder = home / f"race-{race}"
        if race % 2:
            open_diary(folder).close()
        waits = [chance.uniform(0, 0.04) for _ in range(3)]
        ends = all_at_once([partial(_window, folder, number, wait) for number, wait in enumerate(waits)])
        figure.count(
            _problem_of_race(folder, ends), " and ".join(sorted({_SAID.get(end, "died") for end in ends}))
        )
        shutil.rmtree(folder)
        if not go():
            return


def _problem_of_race(folder: Path, ends: list[int]) -> str:
    wrong = [_SAID.get(end, "died") for end in ends if end not in (_SAVED, _REFUSED)]
    saved = {f"window-{number}" for number, end in enumerate(ends) if end == _SAVED}
    if not saved:
        return "all refused"
    with open_diary(folder) as store:
        found = {child.id for child in store.children()}
    return ", ".join(wrong) if wrong else "" if found == saved else f"{saved} saved, {found} found"


def _window(folder: Path, number: int, wait: float) -> int:
    time.sleep(wait)
    try:
        with open_diary(folder) as store:
            inside = folder / "inside"
            handle = os.open(inside, os.O_CREAT | os.O_EXCL)
            os.close(handle)
            store.save_child(Child(f"window-{number}", "Mia", None))
            time.sleep(0.005)
            inside.unlink()
    except FileExistsError:
        return _BOTH_INSIDE
    except GuideError as error:
        return _REFUSED if is_calm(str(error)) else _ROUGH
    return _SAVED


def all_at_once(jobs: list[Callable[[], int]]) -> list[int]:
    children = []
    for job in jobs:
        child = os.fork()
        if child == 0:
            end = 9
            try:
                end = job()
            finally:
                os._exit(end)
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def copied_at_different_times(home: Path, snapshots: int, figure: Figure, go: Go = always) -> None:
    """Each file of a diary in use beside each log of it: opens as what it was at some time, or is refused."""
    data, kept = home / "data", home / "kept"
    states = list(Day(6).states(home / "reference"))
    kept.mkdir()
    count = _snapshots(data, kept, snapshots)
    for number, log in product(range(count), repeat=2):
        folder = home / "pair"
        folder.mkdir()
        shutil.copy(kept / f"{number}", folder / FILE_NAME)
        shutil.copy(kept / f"{log}-wal", folder / f"{FILE_NAME}-wal")
        figure.count(*_pair_found(folder, states, f"file {number} with log {log}"))
        shutil.rmtree(folder)
        if not go():
            return


def copied_while_in_use(home: Path, copies: int, figure: Figure, go: Go = always) -> None:
    """The folder as a tool copies it, file by file, while another program writes."""
    data, chance = home / "data", random.Random(8)
    states = list(Day(6).states(home / "reference"))
    for number in range(copies):
        child = os.fork()
        if child == 0:
            try:
                for _ in Day(6).lived(data):
                    pass
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.01, 0.12))
        with suppress(OSError, shutil.Error):
            shutil.copytree(data, home / "copy")
        os.kill(child, 9)
        os.waitpid(child, 0)
        if (home / "copy" / FILE_NAME).exists():
            figure.count(*_pair_found(home / "copy", states, f"copy {number}"))
        for folder in (data, home / "copy"):
            shutil.rmtree(folder, ignore_errors=True)
        if not go():
            return


def _pair_found(folder: Path, states: list[State], which: str) -> tuple[str, str]:
    try:
        state = found_at_start(folder)
    except GuideError as error:
        return ("" if is_calm(str(error)) else f"{which}: {error}"), "refused"
    return ("", "as it was once") if state in states else (f"{which}: never so", "a mixture")


def _snapshots(data: Path, kept: Path, most: int) -> int:
    """Made by this program while another writes, which says when it is between two actions."""
    reading, writing = os.pipe()
    going, on = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            for _ in Day(6).lived(data):
                os.write(writing, b".")
                os.read(going, 1)
        finally:
            os._exit(0)
    for number in range(most):
        os.read(reading, 1)
        shutil.copy(data / FILE_NAME, kept / f"{number}")
        shutil.copy(data / f"{FILE_NAME}-wal", kept / f"{number}-wal")
        os.write(on, b".")
    os.kill(child, 9)
    os.waitpid(child, 0)
    for handle in (reading, writing, going, on):
        os.close(handle)
    return most
