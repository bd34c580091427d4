"""Putting another diary in place of the open one: closed, exchanged and opened again on a thread."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.store.opening import open_diary
from guide.store.session import Now
from guide.ui import background
from guide.ui.family import Family

if TYPE_CHECKING:
    from guide.store.backup import MissingPhoto

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Exchanged:
    """``refused``: why the diary is the one it was; ``problem``: why none could be opened after it.

    ``missing``: photos that were not whole in the backup.
    """

    store: DiaryStore | None
    problem: GuideError | None
    refused: GuideError | None
    missing: "tuple[MissingPhoto, ...]" = ()


class Exchange(QObject):
    """While it is under way the family has no diary; whatever happens it then has one again, or says why."""

    ended = Signal(object)
    """None, or the GuideError that says why nothing was exchanged."""

    def __init__(self, data_folder: Path, family: Family) -> None:
        super().__init__()
        self._data_folder, self._family = data_folder, family
        self.under_way = False
        self.missing: tuple[MissingPhoto, ...] = ()
        """Photos that the last exchange could not bring back."""

    def put_back(self, backup: Path) -> None:
        from guide.store.backup import restore

        self._begin(lambda: restore(self._data_folder, backup).missing)

    def go_back(self) -> None:
        """To the diary before the last restore."""
        from guide.store.backup import undo_restore

        def undo() -> "tuple[MissingPhoto, ...]":
            undo_restore(self._data_folder)
            return ()

        self._begin(undo)

    def _begin(self, exchange: "Callable[[], tuple[MissingPhoto, ...]]") -> None:
        store, now = self._family.store, self._family.clock.now
        self.under_way = True
        said = self.tr("The diary is just being put in place. Please wait a moment.")
        self._family.turn_to(None, GuideError(said))
        work = partial(_exchanged, store, self._data_folder, exchange, now)
        background.run(self, work, self._on_exchanged, self._on_failed)

    def _on_exchanged(self, exchanged: _Exchanged) -> None:
        self.under_way, self.missing = False, exchanged.missing
        self._family.turn_to(exchanged.store, exchanged.problem)
        self.ended.emit(exchanged.refused or exchanged.problem)

    def _on_failed(self, problem: GuideError) -> None:
        self._on_exchanged(_Exchanged(None, problem, problem))


def _exchanged(
    store: DiaryStore | None, data: Path, exchange: "Callable[[], tuple[MissingPhoto, ...]]", now: Now
) -> _Exchanged:
    """Whatever goes wrong on the way, a diary is opened again."""
    if store is not None:
        # A damaged one may not close in good order; it is let go of all the same.
        _tried(store.close)
    missing: list[MissingPhoto] = []
    refused = _tried(lambda: missing.extend(exchange()))
    try:
        return _Exchanged(open_diary(data, now=now), None, refused, tuple(missing))
    except GuideError as problem:
        return _Exchanged(None, problem, refused)


def _tried(act: Callable[[], None]) -> GuideError | None:
    try:
        act()
    except GuideError as problem:
        return problem
    except Exception as error:
        log.error("%s while diaries were exchanged", type(error).__name__)
        return background.bug(error)
    return None
