"""What a disk may hold after the power went: recorded from a job's own calls, then cut at any of them.

What was synced stays. Of what was written since, each block may be there or not; of the names made, removed
or changed since a folder was synced, those up to some moment are there.
"""

import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.store.processes import ROOT

CALLS = "openat,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,link,linkat,mkdir,rmdir"
LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\)\s+= (-?\d+)")
TEXT = re.compile(r'"([^"]*)"')


@dataclass
class File:
    synced: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Writes at a place; None for a length the file was cut to."""

    def content(self, chance: random.Random | None) -> bytes:
        data = bytearray(self.synced)
        for at, written in self.since:
            if chance is not None and chance.random() < 0.5:
                continue
            if written is None:
                del data[at:]
                data.extend(bytes(at - len(data)))
            else:
                data.extend(bytes(max(0, at - len(data))))
                data[at : at + len(written)] = written
        return bytes(data)


class Change(NamedTuple):
    """A name made or removed in a folder; ``moved``: the folder of that name is called so now."""

    folder: str
    path: str
    number: int | None = None
    there: bool = False
    moved: str = ""


@dataclass
class Disk:
    """Names below ``root``: a file's number, or None for a folder.

    Where it is not honest, syncing does nothing. ``said`` is what the program wrote for others to read.
    """

    root: str
    honest: bool = True
    files: dict[int, File] = field(default_factory=dict)
    now: dict[str, int | None] = field(default_factory=dict)
    synced: dict[str, int | None] = field(default_factory=dict)
    names_since: list[Change] = field(default_factory=list)
    handles: dict[int, tuple[str, int | None, int]] = field(default_factory=dict)
    said: bytes = b""

    @classmethod
    def of(cls, root: Path, honest: bool) -> "Disk":
        disk = cls(str(root), honest)
        for path in sorted(root.rglob("*")):
            disk.now[str(path)] = None if path.is_dir() else disk._new_file(path.read_bytes())
        disk.synced = dict(disk.now)
        return disk

    def _new_file(self, content: bytes = b"") -> int:
        self.files[len(self.files)] = File(content)
        return len(self.files) - 1

    def _name(self, path: str, number: int | None) -> None:
        self.now[path] = number
        self.names_since.append(Change(path.rpartition("/")[0], path, number, True))

    def _unname(self, path: str) -> None:
        self.now.pop(path, None)
        self.names_since.append(Change(path.rpartition("/")[0], path))

    def take(self, call: str, arguments: str, result: int) -> bool:
        """Whether the call changed what may be on the disk."""
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments)]
        if call == "openat":
            return self._open(texts[0].decode(), arguments, result)
        if call in ("close", "write", "pwrite64", "fsync", "fdatasync", "ftruncate"):
            handle, *rest = arguments.split(", ")
            if call == "write" and handle == "1":
                self.said += texts[0]
            return int(handle) in self.handles and self._use(call, int(handle), texts, rest)
        names = [text.decode() for text in texts]
        return all(name.startswith(self.root) for name in names) and self._rename(call, names)

    def _open(self, path: str, flags: str, handle: int) -> bool:
        self.handles.pop(handle, None)
        if not path.startswith(self.root):
            return False
        made = "O_CREAT" in flags and path not in self.now
        if made:
            self._name(path, self._new_file())
        number = self.now.get(path)
        self.handles[handle] = (path, number, 0)
        if "O_TRUNC" in flags and number is not None:
            self.files[number].since.append((0, None))
        return made or "O_TRUNC" in flags

    def _use(self, call: str, handle: int, texts: list[bytes], rest: list[str]) -> bool:
        path, number, at = self.handles[handle]
        if call == "close":
            del self.handles[handle]
        elif call.endswith("sync"):
            self._sync(path, number)
        elif number is None:
            return False
        elif call == "ftruncate":
            self.files[number].since.append((int(rest[0]), None))
        else:
            start = int(rest[-1]) if call == "pwrite64" else at
            self.files[number].since += blocks(start, texts[0])
            self.handles[handle] = (path, number, start + len(texts[0]))
        return call != "close"

    def _sync(self, path: str, number: int | None) -> None:
        if not self.honest:
            return
        if number is not None:
            file = self.files[number]
            file.synced, file.since = file.content(None), []
            return
        for each in [each for each in self.names_since if each.folder == path]:
            self._put(self.synced, each)
            self.names_since.remove(each)

    def _rename(self, call: str, names: list[str]) -> bool:
        if call == "mkdir":
            self._name(names[0], None)
        elif call in ("unlink", "rmdir"):
            self._unname(names[0])
        elif call == "rename" and self.now[names[0]] is None:
            self.names_since.append(Change(names[0].rpartition("/")[0], names[0], moved=names[1]))
            self._put(self.now, self.names_since[-1])
        else:
            self._name(names[1], self.now[names[0]])
            if call == "rename":
                self._unname(names[0])
        return True

    @staticmethod
    def _put(names: dict[str, int | None], change: Change) -> None:
        if change.moved:
            for path in [path for path in names if f"{path}/".startswith(f"{change.path}/")]:
                names[change.moved + path.removeprefix(change.path)] = names.pop(path)
        elif change.there:
            names[change.path] = change.number
        else:
            names.pop(change.path, None)

    def is_like(self, folder: Path) -> bool:
        """Whether that is what the program really left."""
        real = {str(path): None if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}
        mine = self.now.items()
        return real == {
            path: None if number is None else self.files[number].content(None) for path, number in mine
        }

    def lay_out(self, target: Path, chance: random.Random | None = None) -> None:
        """One of the disks that may be found, made anew below ``target``; with no chance as it is by now."""
        names = dict(self.synced if chance is not None else self.now)
        if chance is not None:
            for change in self.names_since[: chance.randint(0, len(self.names_since))]:
                self._put(names, change)
        target.mkdir()
        for path, number in sorted(names.items()):
            place = target / Path(path).relative_to(self.root)
            if not place.parent.is_dir():
                continue
            if number is None:
                place.mkdir()
            else:
                place.write_bytes(self.files[number].content(chance))


def blocks(at: int, data: bytes) -> list[tuple[int, bytes | None]]:
    """A disk writes sectors; any of them may be missing."""
    return [(at + start, data[start : start + 512]) for start in range(0, len(data), 512)]


def recorded(root: Path, log: Path, command: list[str], honest: bool = True) -> Iterator[Disk]:
    """The disk after each call of the program that changed something there."""
    disk = Disk.of(root, honest)
    record(log, command)
    return replayed(disk, log)


def record(log: Path, command: list[str]) -> None:
    # The calls not asked for are not slowed down.
    strace = ["strace", "-f", "--seccomp-bpf", "-xx", "-s", "1000000", "-o", str(log), "-e", f"trace={CALLS}"]
    subprocess.run([*strace, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def replayed(disk: Disk, log: Path) -> Iterator[Disk]:
    for line in log.read_text().splitlines():
        found = LINE.match(line)
        if found and int(found[3]) >= 0 and disk.take(found[1], found[2], int(found[3])):
            yield disk
