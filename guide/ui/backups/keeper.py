"""Makes backups of the family's diary, asked and unasked, without the window ever waiting.

What makes them is loaded when the first is made: at the start nobody waits for it.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.ui import background
from guide.ui.backups.use import MinutesOfUse
from guide.ui.family import Family
from guide.ui.preferences import Preferences

if TYPE_CHECKING:
    from guide.store.backup import Backup, Made, Occasion

IN_DATA_FOLDER = "backups"

Then: TypeAlias = Callable[[GuideError | None], None]
"""Told why a backup failed, or None."""


class BackupKeeper(QObject):
    """``usual``: the folder unless the family chose one; None where nothing is kept unasked."""

    changed = Signal()
    hold_in_use = False
    """While a backup is being chosen none is made for the use, which might push that one out."""

    def __init__(
        self,
        family: Family,
        preferences: Preferences,
        data_folder: Path,
        usual: Path | None,
        pack_version: str,
    ) -> None:
        super().__init__()
        self._family, self._preferences, self._pack_version = family, preferences, pack_version
        self.data_folder = data_folder
        self._usual, self._unasked = usual or data_folder / IN_DATA_FOLDER, usual is not None
        self.busy = False
        self._afterwards: deque[Callable[[], None]] = deque()
        self.looked = False
        self.last: Backup | None = None
        self.use = MinutesOfUse(self)
        self.use.counted.connect(self._on_minute)

    @property
    def store(self) -> DiaryStore | None:
        return self._family.store

    @property
    def folder(self) -> Path:
        chosen = self._preferences.values.backup_folder
        return Path(chosen) if chosen else self._usual

    @property
    def problem(self) -> str:
        """Why the last try failed; empty once a backup was made."""
        return self._preferences.values.backup_problem

    @property
    def wants_to_back_up(self) -> bool:
        """Whether there is a diary to keep unasked; whether anything changed in it is not known yet."""
        return self._unasked and self.can_back_up

    @property
    def can_back_up(self) -> bool:
        store = self._family.store
        return store is not None and not store.read_only and not store.damaged

    def choose(self, folder: Path) -> None:
        self._preferences.change(backup_folder=str(folder), backup_problem="")
        self.look()

    def look(self) -> None:
        """Find the last whole backup there; the folder may be on a slow stick."""
        background.run(self, partial(_last_whole, self.folder), self._on_looked, self._on_look_failed)

    def back_up_now(self) -> None:
        from guide.store.backup import backup

        store = self._family.store
        if store is not None and not self.busy:
            make = partial(backup, pack_version=self._pack_version, now=self._family.clock.now)
            self._start(partial(make, store, self.folder), _nothing)

    def back_up_if_due(self, occasion: "Occasion", then: Then) -> None:
        """After what is being made just now. ``then`` is called at the end, also where nothing was due."""
        from guide.store.backup import back_up_if_due

        store = self._family.store
        if self.busy:
            self._afterwards.append(partial(self.back_up_if_due, occasion, then))
        elif store is None or not self.wants_to_back_up:
            then(None)
        else:
            minutes, now = self.use.minutes, self._family.clock.now
            make = partial(back_up_if_due, pack_version=self._pack_version, now=now)
            self._start(partial(make, store, self.folder, occasion, minutes), then)

    def _on_minute(self) -> None:
        from guide.store.backup import MINUTES_OF_USE, Occasion

        if self.use.minutes >= MINUTES_OF_USE and not (self.busy or self.hold_in_use):
            self.back_up_if_due(Occasion.IN_USE, _nothing)

    def _start(self, make: "Callable[[], Made | None]", then: Then) -> None:
        self.busy = True
        self.changed.emit()
        background.run(self, make, partial(self._on_made, then), partial(self._on_failed, then))

    def _on_made(self, then: Then, made: "Made | None") -> None:
        self.use.begin_anew()
        if made is not None:
            self.looked, self.last = True, made.backup
            self._preferences.change(backup_problem="")
        self._end(then, None)

    def _on_failed(self, then: Then, problem: GuideError) -> None:
        self.use.begin_anew()
        self._preferences.change(backup_problem=str(problem))
        self._end(then, problem)

    def _end(self, then: Then, problem: GuideError | None) -> None:
        self.busy = False
        self.changed.emit()
        try:
            then(problem)
        finally:
            if self._afterwards and not self.busy:
                self._afterwards.popleft()()

    def _on_looked(self, found: "Backup | None") -> None:
        self.looked, self.last = True, found
        self.changed.emit()

    def _on_look_failed(self, _problem: GuideError) -> None:
        self._on_looked(None)


def _nothing(_problem: GuideError | None) -> None:
    """Settings shows what came of it."""


def _last_whole(folder: Path) -> "Backup | None":
    from guide.store.backup import list_backups

    return next((each for each in list_backups(folder) if not each.problem), None)
