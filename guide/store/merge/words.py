"""What a parent is told where the other diary cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from guide.errors import GuideError
from guide.store import faults
from guide.store.stopping import StoppedError

NOTHING_DONE = "Your own diary was not changed."


def stopped() -> StoppedError:
    return StoppedError("Merging was stopped. " + NOTHING_DONE)


def damaged_since() -> GuideError:
    return GuideError("The copy of the other diary is damaged on the disk. " + NOTHING_DONE)


@contextmanager
def told() -> Iterator[None]:
    try:
        yield
    except (apsw.Error, OSError, *faults.UNREADABLE) as error:
        raise GuideError(_sentence(error), faults.details_of(error)) from error


def _sentence(error: Exception) -> str:
    if faults.is_full(error):
        return (
            "There is too little room on the disk to look into the other diary; your own diary was not"
            " changed. Make some room, then try again."
        )
    if isinstance(error, (apsw.BusyError, apsw.LockedError)):
        return "The other diary is open in another window. Please close it there first."
    if isinstance(error, (apsw.IOError, apsw.CantOpenError, OSError)):
        return (
            "The other diary cannot be read; your own diary was not changed. Please check the disk or stick."
        )
    return "The other diary is damaged, is not a diary, or has another passphrase. " + NOTHING_DONE
