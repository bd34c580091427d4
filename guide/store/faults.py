"""What a parent is told when the disk, or the diary's file on it, does not do what was asked."""

import errno

import apsw

from guide.errors import GuideError

UNSTORABLE = (ValueError, OverflowError, TypeError, RecursionError)
"""What Python and apsw raise for values no database can hold, such as half of an emoji."""

UNREADABLE = (ValueError, TypeError, AttributeError, KeyError, RecursionError)
"""What turning stored text into dates and lists raises when the text was damaged."""

DAMAGED = (apsw.CorruptError, apsw.NotADBError)

# Whether an entry whose last sync failed is on the disk, only the next start can tell; see DiaryStore.
DISK_FAULT = (
    "The disk reported a fault while saving, so nothing more is written to the diary; all that was saved"
    " before is kept. Please copy what is on screen, start Little Spots again and look whether it is there."
)
DAMAGED_FILE = (
    "A part of the diary's file is damaged, so nothing more is written to it. Please copy what is on screen,"
    " and get the diary back from a backup."
)
REPLACED = (
    "Another program, such as one that copies folders to the internet, has put another file in the diary's"
    " place, so nothing more is saved; all that was saved before is kept in a copy beside it. Please copy"
    " what is on screen and start Little Spots again."
)
TAKEN_AWAY = (
    "Another program has taken the diary's file away, so nothing more is saved; all that was saved before is"
    " kept beside it, in a copy whose name begins with “diary-before”. Please copy what is on screen and"
    " start Little Spots again."
)
GONE = (
    "The diary's file is not in its place any more, so nothing more is saved to it. Please put the stick or"
    " the file back, and do not close this window before you have copied what is on screen."
)
READ_ONLY = (
    "This diary can be read and printed but not changed, because its folder or file is write-protected."
    " Nothing was changed."
)


def details_of(error: BaseException) -> str:
    """For the log: the kind of error, and only such words as hold neither diary text nor a path."""
    if isinstance(error, apsw.Error):
        return f"{type(error).__name__}: {error}"
    if isinstance(error, OSError):
        return f"{type(error).__name__}: {error.strerror}"
    return type(error).__name__


def write_fault(error: BaseException) -> GuideError:
    return GuideError(_write_sentence(error), details_of(error))


def _write_sentence(error: BaseException) -> str:
    if is_full(error):
        return (
            "There is no room left on the disk, so this was not saved; nothing in the diary was lost, and"
            " what you typed is still on screen. Make some room, then save again."
        )
    if isinstance(error, apsw.IOError):
        return DISK_FAULT
    if isinstance(error, (apsw.ReadOnlyError, apsw.CantOpenError)):
        return (
            "The diary's folder can no longer be written to, so this was not saved; nothing was lost, and"
            " what you typed is still on screen. Check the disk or stick, then save again."
        )
    if isinstance(error, DAMAGED):
        return DAMAGED_FILE
    return (
        "This could not be saved because a value in it cannot be stored. Nothing was lost, and what you"
        " typed is still on screen."
    )


def read_fault(error: BaseException) -> GuideError:
    if isinstance(error, apsw.IOError):
        sentence = (
            "The disk could not be read just now. Nothing was changed; check the disk or stick and try again."
        )
    else:
        sentence = (
            "A part of the diary cannot be read. Nothing was changed; a backup may still hold it whole."
        )
    return GuideError(sentence, details_of(error))


def is_full(error: BaseException) -> bool:
    full = (errno.ENOSPC, errno.EDQUOT)
    return isinstance(error, apsw.FullError) or (isinstance(error, OSError) and error.errno in full)
