"""A disk that fails or is full at every call, once or from then on: said calmly, and nothing is half done."""

import errno
import os
import random
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import apsw

from guide.errors import GuideError
from tests.store.effort import SEED
from tests.store.faults.figures import Figure
from tests.store.faults.flows import Flow
from tests.store.faults.kills import Go, always, both_states, problem_of
from tests.store.faults.states import State
from tests.store.faulty_disk import Fault, FaultyDisk, broken, no_room
from tests.store.rekey_kills import CHANGES, is_writing
from tests.store.test_refusals import is_calm

DONE, TOLD, ROUGH, OTHER, KILLED = 0, 3, 4, 5, 6
_ENDS = {DONE: "done", TOLD: "told", ROUGH: "told roughly", OTHER: "another error", KILLED: "killed"}
_NEEDS_ROOM = {"write", "open", "os.mkdir", "os.link"}
FAULTS: dict[str, tuple[Fault, bool, str]] = {
    "broken once": (broken, False, ""),
    "broken from then on": (broken, True, ""),
    "full once": (no_room, False, ""),
    "full from then on": (no_room, True, ""),
    "cannot be read once": (broken, False, "read"),
    "cannot be read from then on": (broken, True, "read"),
}


class FullDisk(FaultyDisk):
    """It removes and renames as ever, and the engine takes no fault of its syncs for a full disk."""

    def about_to(self, call: str) -> None:
        if call in _NEEDS_ROOM:
            super().about_to(call)


def at_every_call(
    flow: Flow, fault: str, home: Path, figure: Figure, go: Go = always, stride: int = 1
) -> None:
    pattern, before, after = both_states(flow, home)
    for call in count(random.Random(f"{SEED} {figure.what}").randint(1, stride), stride):
        folder = home / "data"
        shutil.copytree(pattern, folder)
        end, reached = in_child(folder, partial(_armed, folder, call, *FAULTS[fault]), flow)
        problem = _problem(folder, flow, end, fault, before, after)
        figure.count(problem and f"{fault} at call {call}: {problem}", _ENDS[end])
        if not reached or not go():
            return


def with_little_room(flow: Flow, home: Path, figure: Figure, go: Go = always, step: int = 8192) -> None:
    """No file may grow beyond so many bytes, and then beyond a few more."""
    pattern, before, after = both_states(flow, home)
    for room in count(step, step):
        folder = home / "data"
        shutil.copytree(pattern, folder)
        end, _ = in_child(folder, partial(_limited, room), flow)
        problem = _problem(folder, flow, end, "no large files", before, after)
        figure.count(problem and f"files up to {room} bytes: {problem}", _ENDS[end])
        if end == DONE or not go():
            return


def with_little_memory(flow: Flow, home: Path, figure: Figure, go: Go = always, step: int = 2**17) -> None:
    """The program may say so or end; what is on the disk is whole."""
    pattern, before, after = both_states(flow, home)
    for room in range(0, 6 * 2**20, step):
        folder = home / "data"
        shutil.copytree(pattern, folder)
        end, _ = in_child(folder, partial(_pinched, room), flow)
        legal = [after] if end == DONE else [before, after]
        problem = _ENDS[end] if end == ROUGH else problem_of(folder, *legal)
        figure.count(problem and f"{room} bytes more: {problem}", "ended" if end == OTHER else _ENDS[end])
        shutil.rmtree(folder, ignore_errors=True)
        if not go():
            return


def _problem(folder: Path, flow: Flow, end: int, fault: str, before: State, after: State) -> str:
    """What was called done is there. What was not is not, but for faults after which nobody can know."""
    if end in (ROUGH, OTHER, KILLED):
        shutil.rmtree(folder)
        return _ENDS[end]
    unsure = flow.moves or not fault.startswith("full")
    legal = [after] if end == DONE else [before, after] if unsure else [before]
    return problem_of(folder, *legal)


def in_child(folder: Path, arm: Callable[[], Callable[[], bool]], flow: Flow) -> tuple[int, bool]:
    """How it ended, and whether the fault was met at all."""
    child = os.fork()
    if child == 0:
        end, reached = OTHER, True
        try:
            met = arm()
            end = _ended(flow, folder)
            reached = met()
        finally:
            os._exit(end + 16 * reached)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return (code % 16, code >= 16) if code >= 0 else (KILLED, True)


def _ended(flow: Flow, folder: Path) -> int:
    try:
        flow.do(folder)
    except GuideError as error:
        return TOLD if is_calm(str(error)) else ROUGH
    return DONE


def _armed(folder: Path, call: int, fault: Fault, for_good: bool, only: str) -> Callable[[], bool]:
    disk = FullDisk() if fault is no_room else FaultyDisk()
    _fail_python_too(disk, str(folder), fault)
    disk.arm(call, fault, for_good=for_good, only=only)
    return lambda: disk.calls >= call


def _limited(room: int) -> Callable[[], bool]:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    return lambda: True


def _pinched(room: int) -> Callable[[], bool]:
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + room, used + room))
    # WORKAROUND: Python waits for ever for a thread that had no memory left to say that it has begun.
    signal.alarm(2)
    # What it would say of its own end is of no use to anybody here.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    return lambda: True


def _fail_python_too(disk: FaultyDisk, folder: str, fault: Fault) -> None:
    real_sync = os.fsync

    def about_to(call: str) -> None:
        try:
            disk.about_to(call)
        except apsw.FullError:
            raise OSError(errno.ENOSPC, "No space left on device") from None
        except apsw.IOError:
            raise OSError(errno.EIO, "Input/output error") from None

    def sync(fd: Any) -> None:
        about_to("sync")
        real_sync(fd)

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        changing = event in CHANGES or (event == "open" and is_writing(arguments))
        # A call relative to an open folder names no place; none of ours is like that.
        if changing and str(arguments[0]).startswith(folder):
            about_to(event)

    os.fsync = sync
    sys.addaudithook(audit)
