"""What backups cost: a first and a second one, looking into one, putting it back; with and without a key."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TypeVar

from guide.domain.diary import NewPhoto
from guide.store import switch
from guide.store.backup import backup, list_backups, look_into, restore
from guide.store.backup.snapshot import instant_of
from guide.store.diary_store import DiaryStore
from guide.store.key_file import Cost, write_key_file
from guide.store.keys import DataKey
from guide.store.passphrase import new_key_file
from guide.store.recovery_code import new_code
from tests.store.families import BACK, MIA, note

T = TypeVar("T")
NOTES, PHOTOS = 10_000, 2_000
TEXT = "Three small white bumps on the upper back, no redness around them, no itch that one could see. " * 2


def timed(what: str, job: Callable[[], T]) -> T:
    begun = time.perf_counter()
    result = job()
    print(f"  {what:<44}{(time.perf_counter() - begun) * 1000:9.0f} ms")
    return result


def photo(random: Random) -> NewPhoto:
    jpeg, small = random.randbytes(150_000), random.randbytes(9_000)
    return NewPhoto(b"\xff\xd8" + jpeg + b"\xff\xd9", b"\xff\xd8" + small + b"\xff\xd9", 1600, 1200)


def fill(store: DiaryStore) -> None:
    random = Random(7)
    store.save_child(MIA)
    for number in range(NOTES):
        photos = [photo(random)] if number < PHOTOS else []
        store.save_note(note(f"note-{number}", f"{number} {TEXT}"), photos, spot=BACK)


def measure(home: Path, key: DataKey | None) -> None:
    data, folder = home / "data", home / "backups"
    with opened(data, key) as store:
        timed("fill the diary", lambda: fill(store))
        timed("  of a backup: check every page", store.check_whole)
        timed("  of a backup: the diary waits for the snapshot", lambda: store.look(instant_of).end())
        timed("first backup", lambda: backup(store, folder))
        store.save_note(note("one more"))
        timed("second backup, a note later", lambda: backup(store, folder))
    newest = list_backups(folder)[0]
    print(
        f"  {newest.bytes / 1e6:.0f} MB, of which the second one's own {own_bytes(newest.path) / 1e6:.1f} MB"
    )
    timed("look into it", lambda: look_into(data, newest.path, key))
    restored = timed("restore", lambda: restore(data, newest.path, key, own_key=key))
    assert not restored.missing
    with DiaryStore.open(switch.folder_in_use(data), key and key.copy()) as store:
        assert store.count_notes(BACK.id) == NOTES + 1


def own_bytes(backup_folder: Path) -> int:
    return sum(path.stat().st_size for path in backup_folder.iterdir())


@contextmanager
def opened(data: Path, key: DataKey | None) -> Iterator[DiaryStore]:
    with DiaryStore.open(data, key and key.copy()) as store:
        if key is not None:
            write_key_file(data, new_key_file(key, "four words for Mia", new_code(), Cost(1, 1)))
        yield store


def main() -> int:
    for name, key in (("plain", None), ("encrypted", DataKey.new())):
        print(f"{name}: {NOTES} notes, {PHOTOS} photos")
        with tempfile.TemporaryDirectory() as home:
            measure(Path(home), key)
    return 0


if __name__ == "__main__":
    sys.exit(main())
