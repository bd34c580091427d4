"""A disk that fails, or kills the program, at the call one names."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import apsw

Fault = Callable[[], None]


def no_room() -> None:
    raise apsw.FullError("no room")


def broken() -> None:
    raise apsw.IOError("broken")


def power_off() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class FaultyDisk(apsw.VFS):
    """Counts the calls that change files, and lets ``fault`` happen at one of them, or from it on."""

    def __init__(self) -> None:
        self.base = apsw.vfs_names()[0]
        self.calls = 0
        self.fails_at: int | None = None
        self.for_good = False
        self.only = ""
        self.fault: Fault = broken
        super().__init__("faulty", self.base, makedefault=True)

    def arm(self, fails_at: int, fault: Fault, *, for_good: bool = False, only: str = "") -> None:
        self.calls, self.fails_at, self.fault = 0, fails_at, fault
        self.for_good, self.only = for_good, only

    def disarm(self) -> None:
        self.fails_at = None

    def about_to(self, call: str) -> None:
        if self.fails_at is None or (self.only and call != self.only):
            return
        self.calls += 1
        if self.calls == self.fails_at or (self.for_good and self.calls > self.fails_at):
            self.fault()

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return _FaultyFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.about_to("delete")
        super().xDelete(filename, syncdir)


class _FaultyFile(apsw.VFSFile):
    def __init__(self, disk: FaultyDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__(disk.base, name, flags)
        self._disk = disk

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.about_to("write")
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self._disk.about_to("sync")
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        self._disk.about_to("truncate")
        super().xTruncate(newsize)


@contextmanager
def faulty_disk() -> Iterator[FaultyDisk]:
    disk = FaultyDisk()
    try:
        yield disk
    finally:
        disk.unregister()
