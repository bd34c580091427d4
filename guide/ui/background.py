"""Slow work on a thread of its own; how it ended is told on the window's thread."""

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from guide.errors import GuideError

T = TypeVar("T")
log = logging.getLogger(__name__)

_running: set[QObject] = set()


def run(
    owner: QObject,
    work: Callable[[], T],
    on_done: Callable[[T], None],
    on_failed: Callable[[GuideError], None],
) -> None:
    """``work`` never touches a widget. Nothing is told to an owner that is gone by then.

    The thread does not keep the program alive, so only work that a kill cannot harm belongs here.
    """
    _Running(owner, work, on_done, on_failed).start()


class _Running(QObject, Generic[T]):
    """Kept here and not by its owner: it must outlive it to hear of the end."""

    _ended = Signal()

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[GuideError], None],
    ) -> None:
        super().__init__()
        self._owner, self._work = owner, work
        self._on_done, self._on_failed = on_done, on_failed
        self._result: list[T] = []
        self._problem: GuideError | None = None
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        _running.add(self)
        self._thread = threading.Thread(target=self._do, name="background", daemon=True)
        self._thread.start()

    def _do(self) -> None:
        try:
            self._result.append(self._work())
        except GuideError as problem:
            self._problem = problem
        except Exception as error:
            log.error("%s in the background", type(error).__name__)
            self._problem = bug(error)
        if isValid(self):
            self._ended.emit()

    def _tell(self) -> None:
        # Whatever the thread still holds of this would be destroyed there, and widgets with it.
        self._thread.join()
        _running.discard(self)
        if not isValid(self._owner):
            return
        if self._problem is not None:
            self._on_failed(self._problem)
        else:
            self._on_done(self._result[0])


def bug(error: Exception) -> GuideError:
    """For what should not have happened; the details name its kind and nothing else."""
    said = QCoreApplication.translate(
        "background", "Something went wrong in the program itself. What you saved is kept. You can go on."
    )
    return GuideError(said, type(error).__name__)
