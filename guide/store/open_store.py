"""An open diary: its thread, its lock, its checks, and how it is closed."""

import weakref
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

import apsw

from guide.store.database import Database, open_database
from guide.store.journal import Stamp
from guide.store.keys import DataKey
from guide.store.place import prepare_folder
from guide.store.session import Now, Session, computer_time
from guide.store.storage_thread import StorageThread, on_storage_thread
from guide.store.switch import DIARY
from guide.store.verify import is_checked_later

T = TypeVar("T")
P = ParamSpec("P")


class OpenStore:
    """A diary held by this window alone until it is closed."""

    def __init__(
        self, database: Database, thread: StorageThread | None = None, now: Now = computer_time
    ) -> None:
        """``now`` tells the journal the time as the family sees it."""
        self._database = database
        self._session = Session(database, now)
        self.thread = thread or StorageThread()
        # A store that was forgotten must not keep the diary locked, and one at its end finishes its jobs.
        weakref.finalize(self, self.thread.stop)
        self.thread.run(self._check_later)

    @classmethod
    def open(cls, folder: Path, key: DataKey | None = None, *, now: Now = computer_time) -> Self:
        """The diary in ``folder``; both are made if missing. GuideError where it cannot be used as it is.

        LockedError where it has a passphrase and no key is given.
        """
        prepare_folder(folder)
        thread = StorageThread()
        try:
            return cls(thread.run(lambda: open_database(folder / DIARY, key)), thread, now)
        except BaseException:
            thread.stop()
            raise

    @property
    def read_only(self) -> bool:
        """True where the folder is write-protected: everything can be read, and saving raises GuideError."""
        return self._database.read_only

    @property
    def damaged(self) -> bool:
        """True once a damaged part of the file was met: from then on saving raises GuideError."""
        return self._session.damaged

    def submit(
        self, method: Callable[Concatenate[Self, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> "Future[T]":
        """Calls the method on the storage thread without waiting for it."""
        return self.thread.submit(partial(method, self, *args, **kwargs))

    def close(self) -> None:
        """Finishes what was asked for before."""
        if not self.thread.stopped:
            self._end(self._session.close)

    def give_back(self) -> None:
        """Lets go of a diary that should not have been opened; its key stays whose it was."""
        self._end(self._database.release)

    def _end(self, close: Callable[[], None]) -> None:
        try:
            self.thread.run(close)
        finally:
            self.thread.stop()

    @on_storage_thread
    def lock(self) -> None:
        """Closes the file and drops its key; until ``unlock`` everything but ``close`` raises LockedError."""
        self._session.lock()

    @on_storage_thread
    def unlock(self, folder: Path, key: DataKey | None) -> None:
        """Opens a locked diary again, also one that ``rekey`` put into another folder with another key."""
        self._database = open_database(folder / DIARY, key)
        self._session.open_again(self._database)
        self._check_later()

    @property
    def locked(self) -> bool:
        return self._database.locked

    @property
    def last_used(self) -> float:
        """When something was last read or saved, by ``time.monotonic``, which never jumps with the clock."""
        return self._database.last_used

    @on_storage_thread
    def check_whole(self, *, photos: bool = True) -> None:
        """Every page and every entry. GuideError where one is damaged; before a backup that must not be."""
        self._session.check_whole(photos=photos)

    @on_storage_thread
    def look(self, look: Callable[[apsw.Connection, DataKey | None], T]) -> T:
        """For backups: all that ``look`` reads is one instant of the diary. It must not write to it."""
        with self._session.reading() as connection:
            return look(connection, self._database.key)

    @on_storage_thread
    def change(self, change: Callable[[apsw.Connection, Stamp], T]) -> T:
        """For merging: all that ``change`` writes is one transaction. It keeps the journal itself."""
        with self._session.writing() as connection:
            return change(connection, Stamp(self._session.now(), self._session.device))

    def _check_later(self) -> None:
        with self._session.reading() as connection:
            self._session.begin_check(pages=is_checked_later(connection))
        self.thread.when_quiet(self._session.check_quietly)

    @property
    def file_checked(self) -> Event:
        """Set once every page and entry was gone through after opening; ``damaged`` says what came of it."""
        return self._session.file_checked

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
