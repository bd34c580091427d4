"""A family's computer with a diary, with or without a passphrase, and a folder for its backups."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from guide.domain.diary import Moment
from guide.store import switch
from guide.store.backup import Inside, Made, Restored, backup, list_backups, look_into, restore
from guide.store.diary_store import DiaryStore
from guide.store.key_file import Cost, write_key_file
from guide.store.keys import DataKey, has_keys
from guide.store.opening import open_diary
from guide.store.passphrase import new_key_file
from tests.store.contents import alive
from tests.store.families import fill

QUICK = Cost(1, 1)
WORDS, CODE = "the words of the diary", "66N9YN-4G4THN-EG7RMN-F4TWEC-AGTH7M-CTPGWY"
SECRET = bytes(range(32))


@dataclass(frozen=True)
class Home:
    root: Path
    encrypted: bool

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def backups(self) -> Path:
        return self.root / "Documents" / "Little Spots backups"

    @property
    def key(self) -> DataKey | None:
        return DataKey(SECRET) if self.encrypted else None

    @property
    def newest(self) -> Path:
        return list_backups(self.backups)[0].path

    @contextmanager
    def opened(self) -> Iterator[DiaryStore]:
        """Whatever the diary in use has now, a passphrase or none."""
        key = DataKey(SECRET) if has_keys(switch.folder_in_use(self.data)) else None
        with open_diary(self.data, key) as store:
            yield store

    def content(self) -> list[object]:
        with self.opened() as store:
            return alive(store)

    def back_up(self) -> Made:
        with self.opened() as store:
            return backup(store, self.backups)

    def look(self, at: Path | None = None) -> Inside:
        return look_into(self.data, at or self.newest, self.key)

    def restore(self, at: Path | None = None) -> Restored:
        return restore(self.data, at or self.newest, self.key, own_key=self.key)

    def copy(self, root: Path) -> "Home":
        shutil.copytree(self.root, root)
        return Home(root, self.encrypted)


def new_home(root: Path, encrypted: bool, *, filled: bool = True) -> Home:
    home = Home(root, encrypted)
    home.data.mkdir(parents=True)
    with DiaryStore.open(home.data, home.key) as store:
        if home.key is not None:
            write_key_file(home.data, new_key_file(home.key, WORDS, CODE, QUICK))
        if filled:
            fill(store)
    return home


def at(day: int, hour: int = 9) -> Moment:
    """So many days after the first one."""
    first = datetime(2026, 1, 1, hour, tzinfo=timezone(timedelta(hours=1)))
    return Moment(first + timedelta(days=day), "Europe/Berlin")


def files_in(folder: Path) -> dict[str, bytes]:
    """But for what only says that the diary is where it always was."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock" and path.read_bytes() != b"."
    }
