"""A disk that fails, or kills the program, at the call one names."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

import apsw

Fault = Callable[[], None]
CIPHERS = "multipleciphers-"


def no_room() -> None:
    raise apsw.FullError("no room")


def broken() -> None:
    raise apsw.IOError("broken")


def power_off() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class FaultyDisk(apsw.VFS):
    """Counts the calls that change files, and lets ``fault`` happen at one of them, or from it on."""

    _numbers = count(1)

    def __init__(self) -> None:
        self._usual = apsw.vfs_names()[0]
        self.base = self._usual.removeprefix(CIPHERS)
        self.calls = 0
        self.fails_at: int | None = None
        self.for_good = False
        self.only = ""
        self.fault: Fault = broken
        # Never the same name twice: the layer above it stays known to the engine when this one is gone.
        name = f"faulty{next(self._numbers)}"
        super().__init__(name, self.base)
        # Encrypting takes place between the engine and this disk, as it does above a real one.
        apsw.Connection(":memory:", vfs=CIPHERS + name).close()
        apsw.set_default_vfs(CIPHERS + name)

    def unregister(self) -> None:
        apsw.set_default_vfs(self._usual)
        super().unregister()

    def arm(self, fails_at: int, fault: Fault, *, for_good: bool = False, only: str = "") -> None:
        self.calls, self.fails_at, self.fault = 0, fails_at, fault
        self.for_good, self.only = for_good, only

    def disarm(self) -> None:
        self.fails_at = None

    def about_to(self, call: str) -> None:
        if self.fails_at is None or (self.only and call != self.only):
            return
        # Reading counts only where one asks for it: it changes nothing.
        if call == "read" and self.only != "read":
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

    def xRead(self, amount: int, offset: int) -> bytes:
        self._disk.about_to("read")
        return super().xRead(amount, offset)

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
