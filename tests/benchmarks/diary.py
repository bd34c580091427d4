"""What the diary costs with 10,000 notes and 2,000 photos, without a passphrase and with one."""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from guide.domain.changes import Kind
from guide.domain.diary import Child, Moment, NewPhoto, Note, Spot, new_id
from guide.store import rekey, switch
from guide.store.backup import backup, list_backups, restore
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.key_file import Cost
from guide.store.keys import DataKey
from guide.store.merge import merge, plan
from guide.store.recovery_code import new_code

NOTES, EACH_WITH_PHOTO, SPOTS, OPENED, SAVED = 10_000, 5, 10, 5, 300
PHOTO_BYTES, SMALL_BYTES = 60_000, 6_000
# The pages of the file are checked in one go, which begins anew whenever somebody asks for something.
_BETWEEN_PAGES = 1.7
OPEN_GOAL_MS, SAVE_GOAL_MS = 150, 30
CHILD = Child("child", "Mia", None)
FIRST = datetime(2024, 1, 1, tzinfo=UTC)
Times = dict[str, float]


def ms(job: Callable[[], object]) -> float:
    begun = time.perf_counter()
    job()
    return (time.perf_counter() - begun) * 1_000


def note(spot: int, hour: int) -> Note:
    return Note(new_id(), f"spot-{spot}", Moment(FIRST + timedelta(hours=hour), "UTC"), "more of them " * 20)


def photo() -> NewPhoto:
    return NewPhoto(random.randbytes(PHOTO_BYTES), random.randbytes(SMALL_BYTES), 1600, 1200)


def build(folder: Path) -> None:
    with DiaryStore.open(folder) as store:
        store.save_child(CHILD)
        for number in range(SPOTS):
            store.save_spot(Spot(f"spot-{number}", CHILD.id, "", "front", "belly", 1, 2, None))
        for number in range(NOTES):
            photos = [photo()] if number % EACH_WITH_PHOTO == 0 else []
            store.save_note(note(number % SPOTS if number % 2 else 0, number), photos)


@contextmanager
def opened(data: Path, key: DataKey | None) -> Iterator[DiaryStore]:
    with DiaryStore.open(switch.folder_in_use(data), key and key.copy()) as store:
        yield store


def open_and_close(data: Path, key: DataKey | None) -> float:
    begun = time.perf_counter()
    with opened(data, key):
        return (time.perf_counter() - begun) * 1_000


def measure(data: Path, key: DataKey | None, other: Path) -> Times:
    found = {
        f"open (goal {OPEN_GOAL_MS})": statistics.median(open_and_close(data, key) for _ in range(OPENED))
    }
    with opened(data, key) as store:
        found |= _reading_and_saving(store)
        found |= _checking(store)
        found |= _backing_up(store, data)
        found["undo"], found["redo"] = ms(store.undo), ms(store.redo)
        found["delete the child"] = ms(lambda: store.delete(Kind.CHILD, CHILD.id))
        found["undo that"] = ms(store.undo)
        found |= _merging(store, data, other)
    newest = list_backups(data / "backups")[0].path
    found["restore"] = ms(lambda: restore(data, newest, key, own_key=key))
    return found


def _reading_and_saving(store: DiaryStore) -> Times:
    found = {"a page of 50 notes": ms(lambda: store.notes("spot-0", limit=50))}
    saves = [ms(lambda: store.save_note(note(1, NOTES))) for _ in range(SAVED)]
    at = statistics.quantiles(saves, n=100)
    found[f"save a note, p50 (goal {SAVE_GOAL_MS})"], found["save a note, p99"] = at[49], at[98]
    found["save a note with a photo, worst of 20"] = max(
        ms(lambda: store.save_note(note(1, NOTES), [photo()])) for _ in range(20)
    )
    return found


def _checking(store: DiaryStore) -> Times:
    """While the check goes on in the quiet, a page is turned now and then."""
    waits = []
    while not store.file_checked.is_set():
        time.sleep(_BETWEEN_PAGES)
        waits.append(ms(lambda: store.notes("spot-1", limit=1)))
    whole, without = ms(store.check_whole), ms(lambda: store.check_whole(photos=False))
    return {
        "check every page and entry": without,
        "the same, and every photo": whole,
        "asked while it is checked, worst": max(waits, default=0),
    }


def _backing_up(store: DiaryStore, data: Path) -> Times:
    first = ms(lambda: backup(store, data / "backups"))
    store.save_note(note(1, NOTES), [photo()])
    return {"backup, the first": first, "backup, the second": ms(lambda: backup(store, data / "backups"))}


def _merging(store: DiaryStore, data: Path, other: Path) -> Times:
    """A diary that began as this one, with a note more."""
    with plan(store, other / FILE_NAME) as looked:
        again = ms(lambda: plan(store, other / FILE_NAME).close())
        done = ms(lambda: merge(store, looked, data / "backups", without_backup=True))
    return {"merge: looking": again, "merge: doing it": done}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        plain, other = Path(name, "plain"), Path(name, "other")
        build(plain)
        _copy(plain, other)
        with DiaryStore.open(other) as store:
            store.save_note(note(2, NOTES), [photo()])
        locked = Path(name, "locked")
        _copy(plain, locked)
        begun = time.perf_counter()
        key = rekey.set_passphrase(locked, "four words for Mia", new_code(), Cost(1, 1)).key
        setting = (time.perf_counter() - begun) * 1_000
        size = (plain / FILE_NAME).stat().st_size / 1e6
        columns = [measure(plain, None, other), measure(locked, key, other)]
    _print(f"{NOTES} notes, {NOTES // EACH_WITH_PHOTO} photos, {size:.0f} MB", columns)
    sys.stdout.write(f"{'set a passphrase':40} {setting:19.1f}\n")


def _copy(folder: Path, to: Path) -> None:
    to.mkdir()
    (to / FILE_NAME).write_bytes((folder / FILE_NAME).read_bytes())


def _print(head: str, columns: list[Times]) -> None:
    sys.stdout.write(f"{head}, in ms\n{'':40} {'plain':>9} {'encrypted':>9}\n")
    for what in columns[0]:
        sys.stdout.write(f"{what:40} {columns[0][what]:9.1f} {columns[1][what]:9.1f}\n")


if __name__ == "__main__":
    main()
