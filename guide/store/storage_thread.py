"""The one thread that works with the diary's file: one job after another, and checks while nobody asks."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar

from guide.errors import GuideError

T = TypeVar("T")
P = ParamSpec("P")

# A window that opens or a page that turns asks for much in a row; only after a breath like this is it quiet.
QUIET_SECONDS = 0.25

Job: TypeAlias = Callable[[], None]
IsWanted: TypeAlias = Callable[[], bool]
QuietWork: TypeAlias = Callable[[IsWanted], bool]
"""Work for quiet moments: asks now and then whether it is wanted elsewhere; says whether it is done."""


class StorageThread:
    """What is handed in first is done first; what is raised reaches whoever handed the job in."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._quiet_work: deque[QuietWork] = deque()
        self._stopped = False
        self._order = threading.Lock()
        # A program that ends need not wait for it: what was called saved is on the disk.
        self._thread = threading.Thread(target=self._work, name="diary", daemon=True)
        self._thread.start()

    @property
    def stopped(self) -> bool:
        return self._stopped

    def submit(self, job: Callable[[], T]) -> Future[T]:
        """Does the job as soon as those before it are done."""
        future: Future[T] = Future()
        with self._order:
            if self._stopped:
                raise GuideError("The diary is closed, so nothing more was read or saved.")
            self._jobs.put(partial(_do, job, future))
        return future

    def run(self, job: Callable[[], T]) -> T:
        """Does the job and waits for it; from within another job at once."""
        if threading.current_thread() is self._thread:
            return job()
        future = self.submit(job)
        try:
            return future.result()
        finally:
            # An error holds this frame, and this frame must not hold the error.
            del future

    def when_quiet(self, work: QuietWork) -> None:
        """Goes on with the work whenever nobody asks for anything, until it is done."""
        self.run(lambda: self._quiet_work.append(work))

    def stop(self) -> None:
        """Does what was handed in, and nothing after it."""
        with self._order:
            if self._stopped:
                return
            self._stopped = True
            self._jobs.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _work(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=QUIET_SECONDS if self._quiet_work else None)
            except Empty:
                self._go_on_quietly()
                continue
            if job is None:
                # What is left of it would keep the diary open as long as anybody knows this thread.
                self._quiet_work.clear()
                return
            job()
            # Otherwise it would keep what it worked on alive until the next one comes.
            del job

    def _go_on_quietly(self) -> None:
        work = self._quiet_work.popleft()
        # Nobody waits for an answer; what matters, the work itself keeps.
        with suppress(Exception):
            if not work(lambda: not self._jobs.empty()):
                self._quiet_work.append(work)


def _do(job: Callable[[], T], future: Future[T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = job()
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


class _HasThread(Protocol):
    @property
    def thread(self) -> StorageThread: ...


S = TypeVar("S", bound=_HasThread)


def on_storage_thread(method: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """A method that may be called from any thread and is done by the storage thread, as the caller waits."""

    def handed_over(owner: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return owner.thread.run(partial(method, owner, *args, **kwargs))

    handed_over.__doc__, handed_over.__name__ = method.__doc__, method.__name__
    return handed_over
