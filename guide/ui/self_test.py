"""`--self-test`: every part once, without a screen; a line for each step with its time, exit code 0 or 1."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from guide import __version__
from guide.content.loader import load_pack
from guide.domain.cases import failures
from guide.domain.changes import Kind
from guide.domain.diary import NoteWithPhotos
from guide.domain.pack import ContentPack
from guide.errors import GuideError
from guide.store.backup import backup, list_backups, restore
from guide.store.diary_store import DiaryStore
from guide.store.key_file import Cost
from guide.store.keys import DataKey
from guide.store.passphrase import unlock, unlock_with_code
from guide.store.recovery_code import new_code
from guide.store.rekey import set_passphrase
from guide.store.switch import DIARY, folder_in_use
from guide.ui import sample, sample_heic
from guide.ui.app import make_application, open_main_window
from guide.ui.clock import StandingClock
from guide.ui.photos.importer import read_photo_now
from guide.ui.pictures.cache import Wanted, draw
from guide.ui.pictures.colour.colours import TONES
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.pictures.queue import finished_grab
from guide.ui.rail import Place

_PICTURE = (320, 214)
# Of a made-up family, whose diary goes when the test ends.
_PASSPHRASE = "four small white spots"  # noqa: S105
_QUICK = Cost(1, 8)
_NEARLY = 12


class StepError(Exception):
    """A step that did not give what it should."""


def run_self_test(content: Path) -> int:
    make_application(["little-spots"])
    with tempfile.TemporaryDirectory(prefix="little-spots-") as folder:
        test = SelfTest(content, Path(folder))
        results = [_run(name, step) for name, step in test.steps()]
    sys.stdout.write(f"little-spots {__version__}: {'all steps passed' if all(results) else 'FAILED'}\n")
    return 0 if all(results) else 1


def _run(name: str, step: Callable[[], str]) -> bool:
    began = time.perf_counter()
    try:
        said, passed = step(), True
    except GuideError as error:
        said, passed = f"{error}\n{error.details}".rstrip(), False
    except StepError as error:
        said, passed = str(error), False
    except Exception as error:  # a bug in one step must not hide what the others would say
        said, passed = f"{type(error).__name__} in this step", False
    taken = (time.perf_counter() - began) * 1000
    sys.stdout.write(f"{'ok  ' if passed else 'FAIL'} {name:<16} {taken:7.0f} ms  {said}\n")
    sys.stdout.flush()
    return passed


class SelfTest:
    def __init__(self, content: Path, folder: Path) -> None:
        self._content, self._folder = content, folder
        self._loaded: ContentPack | None = None
        self._key: DataKey | None = None

    def steps(self) -> Iterator[tuple[str, Callable[[], str]]]:
        yield "content pack", self._load
        yield "worked families", self._cases
        yield "pictures", self._pictures
        yield "photo", self._photo
        yield "iPhone photo", self._iphone_photo
        yield "diary", self._diary
        yield "pages", self._pages
        yield "doctor summary", self._summary
        yield "passphrase", self._passphrase
        yield "backup", self._backup

    @property
    def _pack(self) -> ContentPack:
        if self._loaded is None:
            raise StepError("not run, because there is no content pack")
        return self._loaded

    def _load(self) -> str:
        self._loaded = load_pack(self._content)
        return f"{len(self._pack.conditions)} conditions, {len(self._pack.rules)} rules"

    def _cases(self) -> str:
        wrong = {case.id: found for case in self._pack.cases if (found := failures(case, self._pack))}
        if wrong:
            raise StepError("; ".join(f"{case}: {', '.join(found)}" for case, found in wrong.items()))
        return f"{len(self._pack.cases)} as expected"

    def _pictures(self) -> str:
        drawn = [
            draw(Wanted(scene_of(condition, stage), tone, *_PICTURE))
            for condition in self._pack.conditions
            for stage in condition.appearance.stages
            for tone in range(len(TONES))
        ]
        if any(pixmap.isNull() for pixmap in drawn):
            raise StepError("a picture came out empty")
        return f"{len(drawn)} drawn"

    def _photo(self) -> str:
        scene = scene_of(self._pack.for_front_page()[0])
        photo = read_photo_now(sample.draw_photo(scene, self._folder))
        return f"{photo.width}×{photo.height}, {len(photo.jpeg) // 1024} kB kept"

    def _iphone_photo(self) -> str:
        """HEIC is decoded by libraries of its own; wrong colours would be as bad as none."""
        path = self._folder / "photo.heic"
        path.write_bytes(sample_heic.HEIC_PHOTO)
        photo = read_photo_now(path)
        picture, quarter = QImage.fromData(photo.jpeg), sample_heic.EDGE // 4
        found = [picture.pixelColor(across, quarter) for across in (quarter, 3 * quarter)]
        if picture.width() != sample_heic.EDGE or not all(map(_is_near, found, sample_heic.TONES)):
            raise StepError("it came out as another picture")
        return f"{photo.width}×{photo.height}, in its colours"

    def _diary(self) -> str:
        """Written, closed, opened again, and the same."""
        with DiaryStore.open(self._folder) as store:
            sample.write_family(store, self._pack, self._folder, read_photo_now)
            before = _everything(store)
        with DiaryStore.open(self._folder) as store:
            if _everything(store) != before:
                raise StepError("what was read back is not what was written")
        return f"{len(before)} notes with photos read back"

    def _pages(self) -> str:
        window = open_main_window(self._folder, self._pack, StandingClock(sample.TODAY))
        window.show()
        for place in Place:
            window.go_to(place)
            if finished_grab(window).isNull():
                raise StepError(f"the page {place} could not be drawn")
        window.close()
        return f"{len(Place)} drawn"

    def _summary(self) -> str:
        window = open_main_window(self._folder, self._pack, StandingClock(sample.TODAY))
        path = self._folder / "skin-summary.pdf"
        window.save_summary(path)
        window.close()
        size = path.stat().st_size
        if path.read_bytes()[:5] != b"%PDF-" or size < 10_000:
            raise StepError("the PDF is not one")
        return f"PDF of {size // 1024} kB"

    def _passphrase(self) -> str:
        """Set for the diary written before; the passphrase and the printed code each open it again."""
        code, before = new_code(), self._read(None)
        set_passphrase(self._folder, _PASSPHRASE, code, _QUICK)
        folder = folder_in_use(self._folder)
        keys = unlock(folder, _PASSPHRASE), unlock_with_code(folder, code.lower())
        if any(self._read(key) != before for key in keys):
            raise StepError("what was unlocked is not what was locked")
        if (folder / DIARY).read_bytes().startswith(b"SQLite"):
            raise StepError("the diary can be read without its key")
        self._key = keys[0]
        return f"{len(before)} notes locked, opened with passphrase and recovery code"

    def _backup(self) -> str:
        """Of the locked diary, and put back after everything was deleted."""
        key, before, backups = self._key, self._read(self._key), self._folder / "backups"
        with self._open(key) as store:
            backup(store, backups)
            store.delete(Kind.CHILD, sample.CHILD.id)
        made = list_backups(backups)[0]
        restored = restore(self._folder, made.path, key, own_key=key)
        if restored.missing or self._read(restored.key) != before:
            raise StepError("what was put back is not what was kept")
        return f"{made.bytes // 1024} kB kept, {len(before)} notes put back"

    def _read(self, key: DataKey | None) -> list[tuple[NoteWithPhotos, list[bytes]]]:
        with self._open(key) as store:
            found = _everything(store)
        if not found:
            raise StepError("not run, because there is no diary with notes")
        return found

    def _open(self, key: DataKey | None) -> DiaryStore:
        # A diary that is closed drops the key it was given.
        return DiaryStore.open(folder_in_use(self._folder), key.copy() if key else None)


def _is_near(found: QColor, tone: tuple[int, int, int]) -> bool:
    pairs = zip((found.red(), found.green(), found.blue()), tone, strict=True)
    return all(abs(part - wanted) <= _NEARLY for part, wanted in pairs)


def _everything(store: DiaryStore) -> list[tuple[NoteWithPhotos, list[bytes]]]:
    return [
        (item, [store.photo_jpeg(photo.id) + store.thumbnail(photo.id) for photo in item.photos])
        for child in store.children()
        for spot in store.spots(child.id)
        for item in store.notes(spot.id)
    ]
