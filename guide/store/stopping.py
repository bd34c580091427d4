"""Giving up something long because a parent asked for it."""

from collections.abc import Callable

from guide.errors import GuideError

IsStopped = Callable[[], bool]


class StoppedError(GuideError):
    """Not a fault: the parent wanted it so, and nothing was changed."""


def never() -> bool:
    return False
