"""Going back to the diary that a restore left beside the new one, as often as wanted."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import apsw

from guide.errors import GuideError
from guide.store import switch
from guide.store.backup.faults import told_when_restoring
from guide.store.backup.places import held_alone
from guide.store.files import demand_synced, write_whole

RESTORED = "restored"
"""In the data folder: a line for each change of diary, its new folder and the one before."""

_LINE = re.compile(r"(\.|[0-9a-z]{1,32}) (\.|[0-9a-z]{1,32})")
_LARGEST_FILE = 65_536
_MOST_LINES = 500


def kept_before(data: Path) -> Path | None:
    """Where the diary lies that the last restore left; None where there is no way back."""
    with suppress(GuideError, OSError):
        in_use = switch.name_of(data, switch.folder_in_use(data))
        for to, before in reversed(_lines(data)):
            folder = switch.folder_of(data, before)
            if to == in_use and before != in_use and (folder / switch.DIARY).is_file():
                return folder
    return None


def undo_restore(data: Path) -> Path:
    """The folder of the diary that is in use again; the one restored stays too, and doing this again is redo.

    The diary must be closed. It has the passphrase it had then.
    """
    before = kept_before(data)
    if before is None:
        raise GuideError("There is no earlier diary to go back to. Nothing was changed.")
    with told_when_restoring(), held(data) as current:
        settle(data, current)
        remember(data, before, current)
        switch.switch_to(data, before)
    return before


def remember(data: Path, to: Path, before: Path | None) -> None:
    """Said before the switch: should that never come, the line leads from nowhere."""
    if before is not None:
        line = f"{switch.name_of(data, to)} {switch.name_of(data, before)}"
        lines = [*(" ".join(pair) for pair in _lines(data)), line][-_MOST_LINES:]
        write_whole(data / RESTORED, "\n".join(lines).encode(), "mark")


@contextmanager
def held(data: Path) -> Iterator[Path | None]:
    """The folder of the diary in use, kept from every window meanwhile. None where there is no diary."""
    folder = _found(data)
    with ExitStack() as stack:
        if folder is not None:
            # What cannot be locked is nothing that a window could have opened.
            with suppress(apsw.CantOpenError):
                stack.enter_context(held_alone(folder / switch.DIARY))
        yield folder


def settle(data: Path, folder: Path | None) -> None:
    """What a passphrase set before still had to clear away goes now.

    A diary with that mark which is not in use any more would be taken for one that never was, and wiped.
    """
    if _is_lost(data):
        # Any of them may be the one that was in use.
        for each in switch.folders_with_diaries(data):
            _unmark(each)
    elif folder is not None and folder != data and (folder / switch.MARK).exists():
        switch.finish_held(data, folder)
        _unmark(folder)


def _unmark(folder: Path) -> None:
    (folder / switch.MARK).unlink(missing_ok=True)
    demand_synced(folder)


def _is_lost(data: Path) -> bool:
    try:
        switch.folder_in_use(data)
    except GuideError:
        return True
    return False


def _found(data: Path) -> Path | None:
    if _is_lost(data):
        return _newest(data)
    folder = switch.folder_in_use(data)
    # Whatever is left of a diary is worth keeping.
    if any(folder.glob("diary.littlespots*")) or any(folder.glob("keys*.json")):
        return folder
    return None


def _newest(data: Path) -> Path | None:
    """Where nobody can tell any more which was in use; one with a mark only if there is no other."""
    found = [data, *switch.folders_with_diaries(data)]
    return max((each for each in found if (each / switch.DIARY).is_file()), key=_age, default=None)


def _age(folder: Path) -> tuple[bool, float]:
    times = [path.stat().st_mtime for path in folder.glob("diary.littlespots*")]
    return not (folder / switch.MARK).exists(), max(times, default=0)


def _lines(data: Path) -> list[tuple[str, str]]:
    """Those that can be read; nothing but the way back hangs on them."""
    with suppress(OSError, UnicodeError):
        path = data / RESTORED
        if path.is_file() and path.stat().st_size <= _LARGEST_FILE:
            found = map(_LINE.fullmatch, path.read_text(encoding="ascii").splitlines())
            return [(line[1], line[2]) for line in found if line]
    return []
