"""Opening the family's diary at the start: what a crash interrupted is ended first."""

from pathlib import Path

from guide.errors import GuideError
from guide.store import switch
from guide.store.diary_store import DiaryStore
from guide.store.faults import details_of
from guide.store.keys import DataKey
from guide.store.opening_words import refusal
from guide.store.session import Now, computer_time


def open_diary(data: Path, key: DataKey | None = None, *, now: Now = computer_time) -> DiaryStore:
    """The diary in use in this data folder. LockedError where it has a passphrase and no key is given.

    Where it is refused the caller still has the key.
    """
    try:
        return _open(data, key, now)
    except OSError as error:
        raise GuideError(refusal(error, key), details_of(error)) from error


def _open(data: Path, key: DataKey | None, now: Now) -> DiaryStore:
    switch.finish(data)
    folder = switch.folder_in_use(data)
    switch.demand_diary(data, folder)
    store = DiaryStore.open(folder, key, now=now)
    # Another window may have put another one in its place after we asked and before it was ours alone; what
    # was then written here would be cleared away with it.
    if switch.folder_in_use(data) != folder:
        store.give_back()
        raise GuideError(
            "Little Spots is already open with this diary. Please use that window, or close it first."
        )
    return store
