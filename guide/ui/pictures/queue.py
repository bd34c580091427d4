"""Draws pictures between events: painting a widget only shows what is ready, and asks for the rest.

A thread would gain little: Python holds its lock for nearly all of a picture, and the window would wait
all the same. Between events no lock is needed, and nothing waits for more than one picture.
"""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from guide.ui.pictures.cache import KEPT, Wanted, draw, paint_plain

_TURN_SECONDS = 0.008

Slot = tuple[QWidget, Hashable]


@dataclass(frozen=True, slots=True)
class _Request:
    wanted: Wanted
    area: Callable[[], QRect]
    turn: int
    number: int


class PictureQueue:
    """Newest first: what was asked for since the last turn, in that order, then what waited before."""

    def __init__(self) -> None:
        self._waiting: dict[Slot, _Request] = {}
        self._turn = self._asked = 0
        self._woken = False

    def __len__(self) -> int:
        return len(self._waiting)

    def ask(self, slot: Slot, wanted: Wanted, area: Callable[[], QRect]) -> None:
        """For a place in a widget. A new request for it replaces the one before.

        ``area`` tells where in the widget the picture is by then, empty if nowhere: that is painted anew.
        """
        self._asked += 1
        self._waiting[slot] = _Request(wanted, area, self._turn, self._asked)
        self._wake()

    def finish(self) -> None:
        """Draw all that waits, seen or not."""
        while self._waiting:
            self._draw_first()

    def _wake(self) -> None:
        if not self._woken:
            self._woken = True
            QTimer.singleShot(0, self._take_turn)

    def _take_turn(self) -> None:
        began = time.monotonic()
        self._woken = False
        self._turn += 1
        self._drop_unseen()
        try:
            while self._waiting and time.monotonic() - began < _TURN_SECONDS:
                self._draw_first()
        finally:
            if self._waiting:
                self._wake()

    def _draw_first(self) -> None:
        slot = min(self._waiting, key=lambda each: (-self._waiting[each].turn, self._waiting[each].number))
        request = self._waiting.pop(slot)
        try:
            _make_ready(request.wanted)
        finally:
            if isValid(slot[0]):
                slot[0].update(request.area())

    def _drop_unseen(self) -> None:
        """What comes into view again is painted then, and asks again."""
        self._waiting = {
            slot: request
            for slot, request in self._waiting.items()
            if isValid(slot[0]) and slot[0].visibleRegion().intersects(request.area())
        }


def _make_ready(wanted: Wanted) -> None:
    if KEPT.find(wanted) is not None:
        return
    try:
        KEPT.keep(wanted, draw(wanted))
    except Exception:
        # Bare skin is kept for it: else each repaint would ask, and fail, again.
        KEPT.keep(wanted, _plain_pixmap(wanted))
        raise


def _plain_pixmap(wanted: Wanted) -> QPixmap:
    pixmap = QPixmap(wanted.width, wanted.height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_plain(painter, wanted, wanted.rect)
    painter.end()
    return pixmap


_queue = PictureQueue()


def show_picture(
    painter: QPainter,
    rect: QRect,
    slot: Slot,
    wanted: Wanted,
    area: Callable[[], QRect],
    before: QPixmap | None,
) -> QPixmap | None:
    """Paint what is ready into ``rect``, and ask for the rest; the answer is the picture that is shown.

    Until it is drawn the one ``before`` stays, so that nothing flashes; without one, bare skin.
    """
    ready = KEPT.find(wanted)
    if ready is None:
        _queue.ask(slot, wanted, area)
    shown = ready or before
    if shown is None:
        paint_plain(painter, wanted, QRectF(rect))
        return None
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(rect, shown)
    return shown


def pictures_waiting() -> int:
    return len(_queue)


def finish_pictures() -> None:
    """Draw now all that was asked for."""
    _queue.finish()


def finished_grab(widget: QWidget) -> QPixmap:
    """The widget as it looks once its pictures are drawn."""
    before = widget.grab()
    if not pictures_waiting():
        return before
    finish_pictures()
    return widget.grab()
