"""Files go in through the child process; what is stored is upright, small, and only the picture."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guide.domain.diary import NewPhoto
from guide.errors import GuideError
from guide.ui.photos.importer import PhotoImporter, read_photo_now
from guide.ui.photos.refusals import Reason, refusal
from tests.ui.photos.reading_of import refused
from tests.ui.photos.samples import (
    LEFT,
    decoded,
    encoded,
    huge_png,
    lying_jpeg,
    phone_photo,
    saved,
    two_colours,
)


def close(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 12 for a, b in pairs)


def python(code: str) -> Callable[[Path], list[str]]:
    return lambda _: [sys.executable, "-c", code]


def test_a_large_photo_is_shrunk_and_gets_a_thumbnail(tmp_path: Path) -> None:
    photo = read_photo_now(saved(tmp_path, "a.jpg", phone_photo(two_colours(4032, 3024))))
    assert (photo.width, photo.height) == (1600, 1200)
    thumbnail = decoded(photo.thumbnail)
    assert (thumbnail.width(), thumbnail.height()) == (320, 240)


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "TIFF"])
def test_other_formats_are_taken_in_as_jpeg(tmp_path: Path, image_format: str) -> None:
    photo = read_photo_now(saved(tmp_path, "photo", encoded(two_colours(), image_format)))
    assert close(decoded(photo.jpeg).pixelColor(50, 50), LEFT)
    assert photo.taken is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"dear diary\n" * 50, Reason.NOT_A_PHOTO),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', Reason.NOT_A_PHOTO),
        (b"", Reason.EMPTY),
        (b"\0\0\0\x18ftypheic" + b"\0" * 500, Reason.DAMAGED),
        (phone_photo()[: len(phone_photo()) // 2], Reason.INCOMPLETE),
        (huge_png(20_000), Reason.TOO_MANY_PIXELS),
        (lying_jpeg(65_000), Reason.TOO_MANY_PIXELS),
        (b"\xff\xd8\xff\xd9" * 9, Reason.DAMAGED),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 400, Reason.DAMAGED),
    ],
    ids=["text", "svg", "empty", "heic", "truncated", "bomb", "lying jpeg", "hollow jpeg", "hollow png"],
)
def test_a_file_that_is_no_sound_photo_is_refused(tmp_path: Path, data: bytes, reason: Reason) -> None:
    assert refused(saved(tmp_path, "notes.jpg", data)) == refusal(reason, "notes.jpg")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == refusal(Reason.NOT_A_FILE, tmp_path.name)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.jpg") == refusal(Reason.MISSING, "gone.jpg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_with_a_photos_name_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    assert refused(tmp_path / "a.jpg") == refusal(Reason.NOT_A_FILE, "a.jpg")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_refused(tmp_path: Path) -> None:
    saved(tmp_path, "a.jpg", phone_photo())
    (tmp_path / "link.jpg").symlink_to(tmp_path / "a.jpg")
    assert refused(tmp_path / "link.jpg") == refusal(Reason.NOT_A_FILE, "link.jpg")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.jpg", b"\xff\xd8\xff")
    os.truncate(path, 120_000_001)
    assert refused(path) == refusal(Reason.TOO_BIG, "a.jpg")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_a_file_that_cannot_be_read_is_refused() -> None:
    assert refused(Path("/proc/self/mem")) == refusal(Reason.UNREADABLE, "mem")


def test_a_file_named_like_an_option_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path, "-m.jpg", phone_photo())
    monkeypatch.chdir(tmp_path)
    assert read_photo_now(Path("-m.jpg")).width == 400


def test_the_window_is_told_when_a_photo_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    importer = PhotoImporter()
    with qtbot.waitSignal(importer.photo_read) as told:
        importer.start(saved(tmp_path, "a.jpg", phone_photo()))
    assert told.args is not None
    assert isinstance(told.args[0], NewPhoto)
    assert not importer.is_busy


def test_a_good_photo_after_a_bad_one_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    importer = PhotoImporter()
    with qtbot.waitSignals([importer.photo_refused, importer.photo_read], order="strict"):
        importer.start(saved(tmp_path, "notes.jpg", b"dear diary"))
        importer.start(saved(tmp_path, "a.jpg", phone_photo()))


def test_a_child_that_hangs_is_given_up(qtbot: QtBot, tmp_path: Path) -> None:
    hangs = python("import os, signal; os.kill(os.getpid(), signal.SIGSTOP)")
    importer = PhotoImporter(limit_ms=300, command=hangs)
    with qtbot.waitSignal(importer.photo_refused) as told:
        importer.start(tmp_path / "a.jpg")
    assert told.args == [refusal(Reason.GAVE_UP, "a.jpg")]
    with pytest.raises(GuideError, match="too long"):
        read_photo_now(tmp_path / "a.jpg", limit_ms=300, command=hangs)
    qtbot.waitUntil(lambda: not importer.children()[1:])


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "print('hello')",
        "print('{\"ok\": true}')",
        "print('[' * 900)",
        "import sys; sys.stdout.buffer.write(bytes(range(256)) * 10)",
        """print('{"ok": true, "width": 1, "height": 1, "taken": null, "jpeg_size": 1, "thumb_size": 1}')""",
        "import sys; sys.exit(1)",
        "import sys\nwhile True: sys.stdout.write('x' * 1000000)",
    ],
)
def test_a_child_that_dies_or_talks_nonsense_is_one_calm_sentence(qtbot: QtBot, code: str) -> None:
    importer = PhotoImporter(command=python(code))
    with qtbot.waitSignal(importer.photo_refused) as told:
        importer.start(Path("a.jpg"))
    assert told.args == [refusal(Reason.STOPPED, "a.jpg")]
    qtbot.waitUntil(lambda: not importer.children()[1:])


def test_a_child_that_cannot_be_started_is_one_calm_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    missing = [str(tmp_path / "no-such-program")]
    importer = PhotoImporter(command=lambda _: missing)
    with qtbot.waitSignal(importer.photo_refused):
        importer.start(tmp_path / "a.jpg")
    with pytest.raises(GuideError):
        read_photo_now(tmp_path / "a.jpg", command=lambda _: missing)


def test_an_importer_may_go_while_it_reads(tmp_path: Path, qapp: QApplication) -> None:
    owner = QObject()
    importer = PhotoImporter(owner)
    owner.destroyed.connect(importer.cancel)
    importer.start(saved(tmp_path, "a.jpg", phone_photo()))
    shiboken6.delete(owner)
    assert not shiboken6.isValid(importer)


def test_a_cancelled_photo_is_not_told_of(qtbot: QtBot, tmp_path: Path) -> None:
    importer = PhotoImporter()
    with qtbot.assertNotEmitted(importer.photo_read), qtbot.assertNotEmitted(importer.photo_refused):
        importer.start(saved(tmp_path, "a.jpg", phone_photo()))
        importer.start(saved(tmp_path, "b.jpg", phone_photo()))
        importer.cancel()
        qtbot.waitUntil(lambda: not importer.children()[1:])
    assert not importer.is_busy


def test_a_photo_that_is_still_being_copied_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    whole = phone_photo(two_colours(3000, 2000))
    path = saved(tmp_path, "a.jpg", whole[:20_000])
    assert refused(path) == refusal(Reason.INCOMPLETE, "a.jpg")
    path.write_bytes(whole)
    assert read_photo_now(path).width == 1600


@pytest.mark.skipif(os.name == "nt", reason="there a file's rights are other")
def test_reading_makes_no_file_anywhere(tmp_path: Path, own_folders: Path) -> None:
    read_photo_now(saved(tmp_path, "a.jpg", phone_photo()))
    assert [path for path in own_folders.rglob("*") if path.is_file()] == []
