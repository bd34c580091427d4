"""Spoils a copy of the program in one way after the other and says which ways no quick test notices."""

import argparse
import compileall
import os
import py_compile
import queue
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.store.processes import say
from tests.store.sabotages import PROGRAM, ROOT, SABOTAGES, Sabotage

NEEDED = ("guide", "tests", "resources", "pyproject.toml", "README.md")
CAUGHT, NOT_CAUGHT, NOT_FITTING = "caught", "not caught", "does not fit any more"
_LONGEST = 200
# A test that hangs tells as much as one that fails.
_HANGING = ("faulthandler_timeout=30", "faulthandler_exit_on_timeout=true")
_LAST_LINES = 5
_NONE_FAILED, _SOME_FAILED = 0, 1


def copied(home: Path, name: str) -> Path:
    root = home / name
    root.mkdir()
    leave = shutil.ignore_patterns("__pycache__", ".hypothesis", "benchmarks")
    for needed in NEEDED:
        source = ROOT / needed
        if source.is_dir():
            shutil.copytree(source, root / needed, ignore=leave)
        elif source.exists():
            shutil.copy(source, root / needed)
    # Held against the source by its content: by its time, a file spoilt within a second would pass as sound.
    by_content = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(root / PROGRAM, quiet=1, invalidation_mode=by_content)
    return root


def tried(sabotage: Sabotage, root: Path) -> str:
    """What came of it: caught, or how it was not."""
    if not sabotage.fits(root):
        return NOT_FITTING
    path = sabotage.path(root)
    sound = path.read_bytes()
    path.write_text(sabotage.done_to(sound.decode()), "utf-8")
    try:
        return _tests_end(sabotage.test_ids, root)
    finally:
        path.write_bytes(sound)


def _tests_end(test_ids: Iterable[str], root: Path) -> str:
    try:
        code = _run(test_ids, root).returncode
    except subprocess.TimeoutExpired:
        return CAUGHT
    if code == _SOME_FAILED:
        return CAUGHT
    # Anything else tells nothing: a test that is not there any more, or one that could not be begun.
    return NOT_CAUGHT if code == _NONE_FAILED else f"pytest says {code}"


def _run(test_ids: Iterable[str], root: Path, longest: int = _LONGEST) -> subprocess.CompletedProcess[str]:
    options = ["-x", "-q", "-p", "no:cacheprovider", "--tb=no", *(f"-o{each}" for each in _HANGING)]
    alone = os.environ | {
        "PYTHONPATH": str(root),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(root.parent),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-m", "pytest", *options, *test_ids]
    return subprocess.run(
        command, cwd=root, env=alone, capture_output=True, check=False, text=True, timeout=longest
    )


def all_pass(chosen: list[Sabotage], home: Path) -> bool:
    """Says what does not."""
    test_ids = {test_id: None for each in chosen for test_id in each.test_ids}
    done = _run(test_ids, copied(home, "sound"), longest=_LONGEST * 3)
    if done.returncode != _NONE_FAILED:
        say("\n".join(done.stdout.splitlines()[-_LAST_LINES:]))
    return done.returncode == _NONE_FAILED


def try_all(chosen: list[Sabotage], home: Path, workers: int, until: float) -> list[tuple[Sabotage, str]]:
    roots: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for number in range(workers):
        roots.put(copied(home, f"copy-{number}"))

    def one(sabotage: Sabotage) -> tuple[Sabotage, str]:
        if time.monotonic() > until:
            return sabotage, "not tried"
        root, started = roots.get(), time.monotonic()
        try:
            outcome = tried(sabotage, root)
        finally:
            roots.put(root)
        say(f"{outcome:12} {time.monotonic() - started:5.1f} s  {sabotage.file}: {sabotage.what}")
        return sabotage, outcome

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(one, chosen))


def _told(found: list[tuple[Sabotage, str]], seconds: float) -> int:
    missed = [(each, outcome) for each, outcome in found if outcome != CAUGHT]
    for each, outcome in missed:
        say(f"{outcome}: {each.file}: {each.what}")
    caught = len(found) - len(missed)
    share = 100 * caught / max(1, len(found))
    say(f"caught {caught}/{len(found)} ({share:.1f} %) in {seconds // 60:.0f} min {seconds % 60:.0f} s")
    return int(bool(missed))


def main() -> int:
    asked = argparse.ArgumentParser(prog="sabotage")
    asked.add_argument("--minutes", type=float, default=60)
    asked.add_argument("--only", default="", help="those whose file or words hold this")
    asked.add_argument(
        "--trust", action="store_true", help="do not first see that all tests pass as they are"
    )
    wanted = asked.parse_args()
    chosen = [each for each in SABOTAGES if wanted.only in f"{each.file}: {each.what}"]
    started = time.monotonic()
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="little-spots-sabotage-", dir=memory) as home:
        if not wanted.trust and not all_pass(chosen, Path(home)):
            say("The tests fail without any sabotage, so nothing can be told by them.")
            return 2
        until = started + wanted.minutes * 60
        found = try_all(chosen, Path(home), min(2, os.cpu_count() or 1), until)
    return _told(found, time.monotonic() - started)


if __name__ == "__main__":
    sys.exit(main())
