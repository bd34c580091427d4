"""The child that reads a photo is held by its limits from its start to its end, as seen from outside."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from guide.ui.photos.command import SOURCE_FOLDER, STANDARD_INPUT, child_command
from guide.ui.photos.limits import landlock_version
from tests.ui.photos.colour_samples import file_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@contextmanager
def child_with(photo: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """One that has answered the first line, and waits to be rid of the rest of a large photo."""
    command = child_command(STANDARD_INPUT)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=SOURCE_FOLDER, stdin=pipe, stdout=pipe, bufsize=0) as child:
        try:
            assert child.stdin and child.stdout
            child.stdin.write(photo)
            child.stdin.close()
            assert child.stdout.readline().startswith(b'{"ok": true')
            yield child
        finally:
            child.kill()


def large_photo() -> bytes:
    """Noise: no part of it can be told in fewer bytes."""
    return file_of(Image.effect_noise((1500, 1500), 200).convert("RGB"), "JPEG")


def told(child: subprocess.Popen[bytes], name: str) -> list[str]:
    return Path(f"/proc/{child.pid}/{name}").read_text().splitlines()


def test_it_has_little_memory_and_time_and_may_write_nothing() -> None:
    with child_with(large_photo()) as child:
        limits = {line[:25].strip(): line[25:].split()[0] for line in told(child, "limits")}
    assert (limits["Max core file size"], limits["Max file size"]) == ("0", "0")
    assert "unlimited" not in (limits["Max address space"], limits["Max cpu time"])


@pytest.mark.skipif(landlock_version() < 1, reason="this kernel cannot forbid files")
def test_it_has_forbidden_itself_all_other_files() -> None:
    with child_with(large_photo()) as child:
        assert "NoNewPrivs:\t1" in told(child, "status")
