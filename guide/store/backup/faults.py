"""What a parent is told when a backup cannot be made, read or put back."""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from guide.errors import GuideError
from guide.store import faults

_ENGINE_AND_DISK = (apsw.Error, OSError, *faults.UNREADABLE)


class BackupSkippedError(GuideError):
    """No backup was made on purpose, so that none that is good is pushed out by one that is not."""


class BackupDamagedError(GuideError):
    """Nothing in it can be trusted."""


class OtherKeyError(GuideError):
    """The backup has a passphrase, and no key or another one was given."""


def damaged(details: str) -> BackupDamagedError:
    return BackupDamagedError(
        "This backup is damaged or was changed, so nothing was taken from it. Your diary is as it was; please"
        " choose another backup.",
        details,
    )


def newer(details: str) -> GuideError:
    return GuideError(
        "This backup was made by a newer Little Spots. Nothing was changed; please install the newest version"
        " to use it.",
        details,
    )


def needs_key() -> OtherKeyError:
    return OtherKeyError(
        "This backup has a passphrase. Please type the one that was in use when it was made; nothing was"
        " changed."
    )


def other_key() -> OtherKeyError:
    return OtherKeyError(
        "This backup belongs to another passphrase. Please type the one that was in use when it was made;"
        " nothing was changed."
    )


def in_use() -> GuideError:
    return GuideError(
        "A backup is just being made in this folder. Nothing was changed; please try again in a moment."
    )


def too_little_room(folder_of: str) -> GuideError:
    return GuideError(
        f"There is too little room left on the disk for {folder_of}. Nothing was changed and no older backup"
        " was removed; please make some room and try again."
    )


@contextmanager
def told_when_making() -> Iterator[None]:
    """Whatever the disk with the backups does, in words for a parent."""
    try:
        yield
    except _ENGINE_AND_DISK as error:
        raise GuideError(_making_sentence(error), faults.details_of(error)) from error


@contextmanager
def told_when_restoring() -> Iterator[None]:
    try:
        yield
    except _ENGINE_AND_DISK as error:
        raise GuideError(_restoring_sentence(error), faults.details_of(error)) from error


@contextmanager
def told_when_looking() -> Iterator[None]:
    try:
        yield
    except _ENGINE_AND_DISK as error:
        raise GuideError(_looking_sentence(error), faults.details_of(error)) from error


@contextmanager
def damage_told() -> Iterator[None]:
    """While a backup is read whose bytes are those of its manifest: what is wrong then is not the disk."""
    try:
        yield
    except (apsw.IOError, apsw.FullError, OSError):
        raise
    except (apsw.Error, *faults.UNREADABLE) as error:
        raise damaged(faults.details_of(error)) from error


def _making_sentence(error: BaseException) -> str:
    if faults.is_full(error):
        return (
            "There is no room left on the disk for a backup. The earlier backups and the diary are as they"
            " were; please make some room."
        )
    if isinstance(error, (apsw.BusyError, apsw.LockedError)):
        return "Another backup is just being made in this folder. Please try again in a moment."
    return (
        "The backup could not be written, so none was made. The earlier ones and the diary are as they were;"
        " please check the disk or stick."
    )


def _looking_sentence(error: BaseException) -> str:
    if faults.is_full(error):
        return (
            "There is no room left on the disk to look into the backup. Nothing was changed; please make some"
            " room and try again."
        )
    return "The backup could not be read to its end. Nothing was changed; please check the disk or stick."


def _restoring_sentence(error: BaseException) -> str:
    if faults.is_full(error):
        return (
            "There is no room left on the disk to put the backup back. Your diary is as it was; please make"
            " some room and try again."
        )
    if isinstance(error, (apsw.BusyError, apsw.LockedError)):
        return "The diary is still open in another window. Please close that one first; nothing was changed."
    return (
        "The disk reported a fault, so this was not finished; your diary is whole. Please start Little Spots"
        " again before you go on."
    )
