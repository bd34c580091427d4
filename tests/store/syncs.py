"""What the program asked the disk to keep before it gave a file or a folder its name, and afterwards."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

# The engine syncs its own files, through calls that are not seen here.
ENGINES = ".littlespots"


class Named(NamedTuple):
    path: Path
    synced: frozenset[int]
    """All that was synced before."""

    waiting: list[str]
    """What came under that name without having been synced."""


class Syncs:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[Named] = []
        self.never_synced: set[Path] = set()
        """Folders with a new name in them that a power cut may take away again."""

        self._synced: set[int] = set()
        self._sync = os.fsync
        monkeypatch.setattr(os, "fsync", self._on_sync)
        for name in ("replace", "rename", "link"):
            monkeypatch.setattr(os, name, self._naming(getattr(os, name)))

    def last(self, name: str) -> Named:
        """The last time that this name was given."""
        return [each for each in self.names if each.path.name == name][-1]

    def _on_sync(self, handle: int) -> None:
        self._sync(handle)
        number = os.fstat(handle).st_ino
        self._synced.add(number)
        self.never_synced = {path for path in self.never_synced if number_of(path) != number}

    def _naming(self, call: Callable[..., None]) -> Callable[..., None]:
        def give(source: str | Path, target: str | Path, *arguments: Any, **more: Any) -> None:
            found = Path(source)
            parts = [found, *found.iterdir()] if found.is_dir() else [found]
            waiting = [part.name for part in parts if self._is_waiting(part)]
            call(source, target, *arguments, **more)
            self.names.append(Named(Path(target), frozenset(self._synced), waiting))
            self.never_synced.add(Path(target).parent)

        return give

    def _is_waiting(self, part: Path) -> bool:
        return part.suffix != ENGINES and number_of(part) not in self._synced


def number_of(path: Path) -> int:
    return path.stat().st_ino if path.exists() else -1
