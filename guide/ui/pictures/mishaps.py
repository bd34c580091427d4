"""What must not crash Qt: a drawing that fails half-way, and a Ctrl+C in the middle of one."""

import contextlib
import signal
import threading
import traceback
from collections.abc import Callable, Iterator

from PySide6.QtGui import QPainter


@contextlib.contextmanager
def painters_ended() -> Iterator[None]:
    """Whatever goes wrong inside, no painter stays open."""
    # WORKAROUND: the images of a failed drawing may go before their painters, and then Qt crashes.
    try:
        yield
    except BaseException as error:
        for frame, _line in traceback.walk_tb(error.__traceback__):
            for value in frame.f_locals.values():
                painter = getattr(value, "painter", value)
                if isinstance(painter, QPainter) and painter.isActive():
                    painter.end()
        raise


@contextlib.contextmanager
def interrupts_wait() -> Iterator[Callable[[], None]]:
    """Ctrl+C takes effect where the given function is called, between two pictures."""
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))

    def look() -> None:
        if came:
            raise KeyboardInterrupt

    try:
        yield look
    finally:
        signal.signal(signal.SIGINT, before)
