"""Setting and removing the passphrase, and a new data key: a new copy of the diary, checked, switched to.

The diary must be closed (or locked) in this window. Whenever the program is killed, the diary is the old one
or the new one, whole; ``switch.finish`` at the next start clears away the other.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw

from guide.errors import GuideError
from guide.store import faults, sealed, switch
from guide.store.connection import connect_to_look
from guide.store.copying import copy_diary
from guide.store.database import open_database
from guide.store.files import discard, write_whole
from guide.store.kept import kept_clear
from guide.store.key_file import Cost, write_key_file
from guide.store.keys import DataKey, LockedError, has_keys
from guide.store.passphrase import COST, new_key_file, unlock, unlock_with_code
from guide.store.sql import MIGRATIONS
from guide.store.verify import check_identity, check_soundness

_SEALED = ".sealed"


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """Where the diary is from now on. ``key`` is its key, None where it has no passphrase any more.

    ``cleared``: nothing of the former diary is left; otherwise the next start tries again. ``still_clear``:
    diaries nobody knows here, such as a sync tool's "conflicted copy", which a parent has to look at, and
    those that a restore kept, which ``kept.wipe_kept`` removes.
    """

    folder: Path
    key: DataKey | None
    cleared: bool
    still_clear: tuple[Path, ...] = ()


def set_passphrase(data: Path, passphrase: str, code: str, cost: Cost = COST) -> Rekeyed:
    """``code`` from ``recovery_code.new_code``, printed or written down before this is called.

    The clear files are written over once and removed. An SSD, a stick and snapshots may keep their old blocks
    all the same: only what is written from now on was never there in clear.
    """
    if has_keys(switch.folder_in_use(data)):
        raise GuideError("This diary has a passphrase already. Nothing was changed.")
    return _with_new_key(data, None, passphrase, code, cost)


def renew_key(data: Path, key: DataKey, passphrase: str, code: str, cost: Cost = COST) -> Rekeyed:
    """For when somebody knows the old passphrase or code: neither opens anything that is on the disk now.

    A copy of the old files made elsewhere is opened by the old passphrase as before.
    """
    return _with_new_key(data, key, passphrase, code, cost)


def remove_passphrase(data: Path, key: DataKey) -> Rekeyed:
    """From now on whoever has this computer can read the diary."""
    return _move(data, key, None, lambda folder: None)


def files_left_clear(data: Path) -> tuple[Path, ...]:
    """Whatever looks like a diary in the data folder itself while the one in use has a passphrase."""
    folder = switch.folder_in_use(data)
    if not has_keys(folder) or folder == data:
        return ()
    return tuple(sorted(path for path in data.glob("*.littlespots*") if path.is_file()))


def _with_new_key(data: Path, old_key: DataKey | None, passphrase: str, code: str, cost: Cost) -> Rekeyed:
    key = DataKey.new()
    file = new_key_file(key, passphrase, code, cost)

    def put_keys(folder: Path) -> None:
        write_key_file(folder, file)
        # Proven with what is on the disk, as the parent will open it tomorrow.
        if not unlock(folder, passphrase).id == unlock_with_code(folder, code).id == key.id:
            raise apsw.CorruptError("the key file does not open")

    return _move(data, old_key, key, put_keys)


def _move(
    data: Path, old_key: DataKey | None, key: DataKey | None, put_keys: Callable[[Path], None]
) -> Rekeyed:
    old = switch.folder_in_use(data)
    # Held open until the other one is in use, so that no other window writes to it meanwhile.
    with _telling(), _held(old, old_key) as diary:
        folder = switch.new_folder(data, replaces=old)
        try:
            copy_diary(diary, folder / switch.DIARY, key, MIGRATIONS)
            _take_along(old, old_key, folder, key)
            put_keys(folder)
            switch.switch_to(data, folder)
        except BaseException:
            if switch.folder_in_use(data) == old:
                switch.remove(folder)
            raise
    cleared = switch.finish(data)
    still_clear = dict.fromkeys((*files_left_clear(data), *kept_clear(data)))
    return Rekeyed(folder, key, cleared, tuple(still_clear))


@contextmanager
def _held(folder: Path, key: DataKey | None) -> Iterator[apsw.Connection]:
    database = open_database(folder / switch.DIARY, key)
    try:
        if database.read_only:
            raise GuideError(faults.READ_ONLY)
        yield database.connection
    finally:
        database.release()


def _take_along(old: Path, old_key: DataKey | None, folder: Path, key: DataKey | None) -> None:
    """The copies made before the diary was brought up to date."""
    for path in sorted(old.glob("diary-before-*.littlespots*")):
        if path.name.endswith(_SEALED):
            _take_bytes(sealed.unseal(_known(old_key), path.read_bytes()), folder / path.stem, key)
        elif path.name.endswith(".littlespots"):
            _take_copy(path, old_key, folder / path.name, key)


def _take_copy(path: Path, old_key: DataKey | None, target: Path, key: DataKey | None) -> None:
    try:
        _copy_again(path, old_key, target, key)
    except (apsw.IOError, apsw.FullError):
        raise
    except (apsw.Error, GuideError, *faults.UNREADABLE):
        # Damaged since it was made. Nobody can tell what may still be saved of it, so it is kept as it is.
        discard(target)
        _take_bytes(path.read_bytes(), target, key)


def _copy_again(path: Path, old_key: DataKey | None, target: Path, key: DataKey | None) -> None:
    copy = connect_to_look(path, old_key)
    try:
        number = check_identity(copy, len(MIGRATIONS))
        check_soundness(copy, number, MIGRATIONS[:number])
        copy_diary(copy, target, key, MIGRATIONS[:number])
    finally:
        copy.close()


def _take_bytes(content: bytes, target: Path, key: DataKey | None) -> None:
    if key is None:
        write_whole(target, content, "diary")
    else:
        write_whole(target.with_name(target.name + _SEALED), sealed.seal(key, content), "diary")


def _known(key: DataKey | None) -> DataKey:
    if key is None:
        raise LockedError
    return key


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except (apsw.Error, OSError, *faults.UNREADABLE) as error:
        raise GuideError(_sentence(error), faults.details_of(error)) from error


def _sentence(error: BaseException) -> str:
    if faults.is_full(error):
        return (
            "There is no room left on the disk for a second copy of the diary, which this needs for a moment."
            " Nothing was changed; make some room and try again."
        )
    if isinstance(error, (apsw.CantOpenError, apsw.ReadOnlyError)):
        return (
            "A file of the diary could not be opened or made, so this was not finished; the diary is whole."
            " Please check that its folder belongs to you, then start Little Spots again."
        )
    if isinstance(error, (apsw.IOError, OSError)):
        return (
            "The disk reported a fault, so this was not finished; the diary is whole. Please start Little"
            " Spots again before you go on."
        )
    return (
        "A part of the diary cannot be read, so no whole copy of it could be made. Nothing was changed; a"
        " backup may still hold it whole."
    )
