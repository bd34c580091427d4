"""How much the quick set tries of what the long set tries wholly, and where."""

import os
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

SEED = os.environ.get("LITTLE_SPOTS_SEED") or datetime.now(UTC).date().isoformat()
"""Other points each day; what a failing test prints is what to set to have the same ones again."""
EFFORT = int(os.environ.get("LITTLE_SPOTS_EFFORT", "1"))
"""So many times as many examples are tried."""
_MEMORY = Path("/dev/shm")
_ROOM = 512 * 1024 * 1024


def in_memory() -> Path | None:
    """Where there is room: what is tried here are orders and bytes, and no disk has to suffer."""
    return _MEMORY if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM else None


def points(calls: int, stride: int, last: int = 0, what: str = "") -> list[int]:
    """Of so many calls each so-maniest, those at the end every one, and the one after the last."""
    first = random.Random(f"{SEED} {what}").randint(1, stride)
    return sorted({*range(first, calls + 1, stride), *range(max(1, calls + 1 - last), calls + 2)})
