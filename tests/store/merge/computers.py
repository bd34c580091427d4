"""Several computers with a diary each, that start alike or apart and are changed at random."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import apsw

from guide.domain.diary import Moment
from guide.domain.merging import Merged
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.merge import Plan, conflicts, merge, plan
from guide.store.sql.tables import COLUMNS
from guide.store.stopping import IsStopped, never
from tests.store.contents import Rows, alive
from tests.store.effort import in_memory
from tests.store.test_any_actions import Diary

Actions = list[tuple[Any, ...]]
Seen = tuple[list[object], set[tuple[str, str, str]]]


def merged(store: DiaryStore, looked: Plan, *, is_stopped: IsStopped = never) -> Merged:
    """Without a backup, which has tests of its own and would take longer than all that is tested here."""
    return merge(store, looked, Path("nowhere"), without_backup=True, is_stopped=is_stopped)


class Computer(Diary):
    """``fast``: by how many seconds its clock is wrong."""

    def __init__(self, folder: Path, fast: float = 0) -> None:
        self.folder, self.fast = folder, fast
        self.store = DiaryStore.open(folder, now=self.now)

    def now(self) -> Moment:
        return Moment(datetime.now(UTC) + timedelta(seconds=self.fast), "UTC")

    def _reopen(self) -> None:
        self.store.close()
        self.store = DiaryStore.open(self.folder, now=self.now)

    @property
    def path(self) -> Path:
        return self.folder / FILE_NAME

    def do_all(self, actions: Actions) -> "Computer":
        for action in actions:
            self.do(action)
        return self

    def take(self, other: "Computer") -> Merged:
        """The other program is closed meanwhile."""
        other.store.close()
        with plan(self.store, other.path) as looked:
            done = merged(self.store, looked)
            assert done == looked.found
        other.store = DiaryStore.open(other.folder, now=other.now)
        return done

    def copied_to(self, folder: Path, *, as_another: bool = True, fast: float = 0) -> "Computer":
        """``as_another``: a computer with a number of its own, as after restoring a backup there."""
        self.store.close()
        shutil.copytree(self.folder, folder)
        self.store = DiaryStore.open(self.folder, now=self.now)
        if as_another:
            connection = apsw.Connection(str(folder / FILE_NAME))
            connection.execute("UPDATE meta SET value = lower(hex(randomblob(16)))").fetchall()
            connection.close()
        return Computer(folder, fast)

    @property
    def seen(self) -> Seen:
        """What a parent sees."""
        found = {(each.kind, each.id, each.version) for each in conflicts(self.store)}
        return alive(self.store), {(str(kind), row_id, version) for kind, row_id, version in found}

    @property
    def content(self) -> Rows:
        """Which computer wrote a row last makes no difference."""
        return {
            (table, values[0]): {**dict(zip(columns, values, strict=True)), "device": ""}
            for table, columns in COLUMNS.items()
            for values in self.read(f"SELECT {', '.join(columns)} FROM {table}")
        }

    @property
    def journal(self) -> set[str]:
        """The ids of all changes but those made by merging."""
        return {
            change_id
            for (change_id,) in self.read(
                "SELECT id FROM changes WHERE action_id NOT IN"
                " (SELECT action_id FROM changes WHERE verb = 'merge') AND before IS NOT after"
            )
        }

    def read(self, statement: str) -> list[tuple[Any, ...]]:
        return self.store.look(lambda connection, _: connection.execute(statement).fetchall())

    def write(self, statement: str, values: tuple[Any, ...] = ()) -> None:
        """As another program would."""
        self.store._database.connection.execute(statement, values).fetchall()


@contextmanager
def computers() -> Iterator["Room"]:
    folder = Path(tempfile.mkdtemp(dir=in_memory()))
    room = Room(folder)
    try:
        yield room
    finally:
        for computer in room.computers:
            computer.store.close()
        shutil.rmtree(folder)


class Room:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.computers: list[Computer] = []

    def new(self, actions: Actions, fast: float = 0) -> Computer:
        folder = self._free_folder()
        Diary(folder).store.close()
        return self._with(Computer(folder, fast)).do_all(actions)

    def copy(self, computer: Computer, *, as_another: bool = True, fast: float = 0) -> Computer:
        return self._with(computer.copied_to(self._free_folder(), as_another=as_another, fast=fast))

    def _free_folder(self) -> Path:
        return self.folder / f"computer-{len(self.computers)}"

    def _with(self, computer: Computer) -> Computer:
        self.computers.append(computer)
        return computer


def alive_places(rows: Rows) -> set[tuple[str, str]]:
    return {place for place, row in rows.items() if row["deleted_utc"] is None}
