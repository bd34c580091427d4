"""What a passphrase costs: opening the key, opening the diary, saving and reading photos, setting it."""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from guide.domain.diary import NewPhoto
from guide.store import rekey
from guide.store.diary_store import DiaryStore
from guide.store.key_file import write_key_file
from guide.store.keys import DataKey
from guide.store.passphrase import COST, new_key_file, unlock, unlock_with_code
from guide.store.recovery_code import new_code
from guide.store.sealed import seal, unseal
from guide.store.switch import DIARY, folder_in_use
from tests.store.families import BACK, MIA, note

PHOTOS = 200
PHOTO = NewPhoto(bytes(range(256)) * 1200, bytes(range(256)) * 60, 1600, 1200)
WORDS = "four words for Mia"


def timed(job: Callable[[], object], runs: int = 5) -> str:
    """The median and the worst, in milliseconds."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        job()
        times.append((time.perf_counter() - begun) * 1000)
    return f"{statistics.median(times):8.1f} ms (worst {max(times):.1f})"


def fill(folder: Path, key: DataKey | None) -> None:
    with DiaryStore.open(folder, key) as store:
        store.save_child(MIA)
        for number in range(PHOTOS):
            store.save_note(note(f"note-{number}"), [PHOTO], spot=BACK)


def read_all(folder: Path, key: DataKey | None) -> None:
    with DiaryStore.open(folder, key) as store:
        for item in store.notes(BACK.id):
            for photo in item.photos:
                store.photo_jpeg(photo.id)


def open_and_close(folder: Path, key: DataKey | None) -> None:
    DiaryStore.open(folder, key).close()


def measure_keys(home: Path) -> None:
    print(f"Argon2id: {COST.passes} passes, {COST.mebibytes} MiB")
    key, code = DataKey.new(), new_code()
    write_key_file(home, new_key_file(key, WORDS, code))
    print("unlock with the passphrase", timed(lambda: unlock(home, WORDS)))
    print("unlock with the code      ", timed(lambda: unlock_with_code(home, code)))
    sealed = seal(key, PHOTO.jpeg)
    print("seal one photo            ", timed(lambda: seal(key, PHOTO.jpeg), 50))
    print("unseal one photo          ", timed(lambda: unseal(key, sealed), 50))


def measure_diary(name: str, folder: Path, key: DataKey | None) -> None:
    print(f"{name}: save {PHOTOS} photos of {len(PHOTO.jpeg) // 1024} kB")
    print("  save all                ", timed(lambda: fill(folder, key and key.copy()), 1))
    print("  open and close          ", timed(lambda: open_and_close(folder, key and key.copy())))
    print("  open and read all       ", timed(lambda: read_all(folder, key and key.copy())))


def measure_change(data: Path) -> None:
    print(f"a diary of {(data / DIARY).stat().st_size / 1e6:.0f} MB")
    code = new_code()
    print("  set a passphrase        ", timed(lambda: rekey.set_passphrase(data, WORDS, code), 1))
    key = unlock(folder_in_use(data), WORDS)
    print("  remove it               ", timed(lambda: rekey.remove_passphrase(data, key), 1))


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        measure_keys(home)
        measure_diary("clear", home / "clear", None)
        measure_diary("encrypted", home / "encrypted", DataKey.new())
        measure_change(home / "clear")
    return 0


if __name__ == "__main__":
    sys.exit(main())
