"""Slow work on a thread of its own is told on the window's thread, and ends there."""

import threading
from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from guide.errors import GuideError
from guide.ui import background


class Result:
    """Says on which thread it went."""

    ended_on: list[threading.Thread]

    def __init__(self, ended_on: list[threading.Thread]) -> None:
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread())


def keep(told: list[int], _held: Result, number: int) -> None:
    told.append(number)


def fail_to_run(_problem: GuideError) -> None:
    raise AssertionError("the work failed")


def test_what_the_callbacks_hold_goes_on_the_windows_thread(qtbot: QtBot) -> None:
    owner, ended_on, told = QObject(), list[threading.Thread](), list[int]()
    for _ in range(100):
        background.run(owner, int, partial(keep, told, Result(ended_on)), fail_to_run)
    qtbot.waitUntil(lambda: len(told) == 100 and len(ended_on) >= 99)
    assert set(ended_on) == {threading.main_thread()}


def test_what_nobody_thought_of_is_told_as_a_fault_of_the_program(qtbot: QtBot) -> None:
    owner, told = QObject(), list[GuideError]()

    def work() -> None:
        raise ZeroDivisionError

    background.run(owner, work, lambda _: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].details == "ZeroDivisionError"
