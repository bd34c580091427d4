"""Pasted pictures need no file; many photos may be started at once, and cancelled at any time."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from guide.domain.diary import NewPhoto
from guide.ui.photos.command import child_command
from guide.ui.photos.importer import PhotoImporter
from guide.ui.photos.refusals import Reason, refusal
from tests.ui.photos.samples import encoded, phone_photo, saved, two_colours


def python(code: str) -> Callable[[Path], list[str]]:
    return lambda _: [sys.executable, "-c", code]


def test_what_was_pasted_is_read_without_a_file(qtbot: QtBot, own_folders: Path) -> None:
    importer = PhotoImporter()
    with qtbot.waitSignal(importer.photo_read) as told:
        importer.start_pasted("pasted photo", phone_photo(orientation=6))
    assert told.args is not None
    assert (told.args[0].width, told.args[0].height) == (200, 400)
    assert [path for path in own_folders.rglob("*") if path.is_file()] == []


def test_a_large_pasted_picture_is_read_whole(qtbot: QtBot) -> None:
    content = encoded(two_colours(3000, 2000), "TIFF")
    importer = PhotoImporter()
    with qtbot.waitSignal(importer.photo_read, timeout=20_000):
        importer.start_pasted("pasted photo", content)


def test_pasted_nonsense_is_refused_by_the_name_it_goes_by(qtbot: QtBot) -> None:
    importer = PhotoImporter()
    with qtbot.waitSignal(importer.photo_refused) as told:
        importer.start_pasted("pasted photo", b"dear diary")
    assert told.args == [refusal(Reason.NOT_A_PHOTO, "pasted photo")]


def test_a_child_that_dies_before_it_has_taken_what_was_pasted_is_one_calm_sentence(qtbot: QtBot) -> None:
    importer = PhotoImporter(command=python("import os; os._exit(3)"))
    with qtbot.waitSignal(importer.photo_refused):
        importer.start_pasted("pasted photo", b"x" * 20_000_000)


def test_a_child_that_is_killed_does_not_stop_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    codes = iter(["import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "bytearray(1 << 60)"])

    def command(path: Path) -> list[str]:
        code = next(codes, None)
        return child_command(path) if code is None else [sys.executable, "-c", code]

    importer = PhotoImporter(command=command)
    path = saved(tmp_path, "a.jpg", phone_photo())
    with qtbot.waitSignals(
        [importer.photo_refused, importer.photo_refused, importer.photo_read], order="strict"
    ):
        for _ in range(3):
            importer.start(path)


def test_cancelling_kills_the_child_and_leaves_nothing(
    qtbot: QtBot, tmp_path: Path, own_folders: Path
) -> None:
    started = tmp_path / "started"
    hangs = python(f"import os, time; open({str(started)!r}, 'w').write(str(os.getpid())); time.sleep(600)")
    importer = PhotoImporter(command=hangs)
    for number in range(200):
        importer.start(tmp_path / f"{number}.jpg")
    qtbot.waitUntil(lambda: started.exists() and started.read_text() != "")
    importer.cancel()
    assert not importer.is_busy
    qtbot.waitUntil(lambda: not is_running(int(started.read_text())))
    assert [path for path in own_folders.rglob("*") if path.is_file()] == []


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_of_many_photos_those_before_the_cancelling_are_told_and_no_other(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = saved(tmp_path, "a.jpg", phone_photo())
    read: list[NewPhoto] = []
    importer = PhotoImporter()
    importer.photo_read.connect(read.append)
    importer.photo_read.connect(lambda: importer.cancel() if len(read) == 3 else None)
    for _ in range(300):
        importer.start(path)
    qtbot.waitUntil(lambda: len(read) == 3 and not importer.is_busy)
    importer.start(path)
    qtbot.waitUntil(lambda: len(read) == 4)
