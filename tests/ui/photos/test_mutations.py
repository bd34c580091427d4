"""Thousands of broken photos: each ends in a plain picture or a sentence, and the window outlives them all.

``LITTLE_SPOTS_MUTATIONS=10000`` tries that many of each format instead of a hundred.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guide.domain.diary import NewPhoto
from guide.ui.photos.importer import PhotoImporter
from guide.ui.photos.plain_jpeg import plain_size
from guide.ui.photos.refusals import Reason
from tests.ui.photos.mutations import mutated, originals
from tests.ui.photos.samples import saved

FORMATS = ["JPEG", "PNG", "WEBP", "TIFF", "HEIC"]
COUNT = int(os.environ.get("LITTLE_SPOTS_MUTATIONS", "100"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
@pytest.mark.parametrize("image_format", FORMATS)
def test_a_broken_photo_ends_in_a_picture_or_a_sentence(image_format: str, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "tests.ui.photos.mutations",
        image_format,
        "0",
        str(COUNT),
        str(tmp_path),
    ]
    run = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True)
    assert run.returncode == 0, run.stderr.decode(errors="replace")
    seen: dict[str, int] = json.loads(run.stdout)
    assert sum(seen.values()) == COUNT, seen
    assert not set(seen) - {reason.value for reason in Reason} - {"photo", "hung"} - deaths(seen)
    assert sum(seen.get(name, 0) for name in {"hung", "stopped", *deaths(seen)}) <= COUNT // 50, seen
    assert seen["photo"] > 0 and seen[Reason.DAMAGED.value] > 0
    assert list(tmp_path.iterdir()) == []


def deaths(seen: dict[str, int]) -> set[str]:
    return {name for name in seen if name.startswith("died")}


def test_the_window_hears_of_each_broken_photo_once(qtbot: QtBot, tmp_path: Path) -> None:
    heard: list[object] = []
    importer = PhotoImporter()
    importer.photo_read.connect(heard.append)
    importer.photo_refused.connect(heard.append)
    samples = [(name, originals(name)) for name in FORMATS]
    files = [
        saved(tmp_path, f"{name}-{number}.jpg", mutated(name, number, data))
        for name, data in samples
        for number in range(3)
    ]
    for path in files:
        importer.start(path)
    qtbot.waitUntil(lambda: len(heard) == len(files), timeout=60_000)
    for each in heard:
        assert isinstance(each, str) or (isinstance(each, NewPhoto) and plain_size(each.jpeg))
