"""What a parent is told when the diary cannot be opened."""

import apsw

from guide.store.faults import DAMAGED, is_full
from guide.store.keys import DataKey


def refusal(error: Exception, key: DataKey | None) -> str:
    """``key``: the one it was opened with."""
    if key is not None and isinstance(error, apsw.NotADBError):
        return (
            "The diary's file is damaged, or belongs to another passphrase. It was left as it is; please get"
            " the diary back from a backup."
        )
    if isinstance(error, (apsw.BusyError, apsw.LockedError)):
        return "Little Spots is already open with this diary. Please use that window, or close it first."
    if isinstance(error, DAMAGED):
        return (
            "The diary's file is damaged, or is not a diary. It was left as it is; please get the diary"
            " back from a backup."
        )
    if is_full(error):
        return (
            "There is no room left on the disk to open the diary. Nothing was changed; make some room and"
            " try again."
        )
    if isinstance(error, apsw.IOError):
        return (
            "The disk could not be read or written. Nothing was changed; check the disk or stick and try"
            " again."
        )
    return (
        "The diary cannot be opened or made in this folder. Nothing was changed; please choose a folder you"
        " may write to."
    )
