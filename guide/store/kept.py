"""Diaries that a restore left beside the one in use, and that anybody can read though that one is locked."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from guide.errors import GuideError
from guide.store import switch
from guide.store.keys import has_keys


def kept_clear(data: Path) -> tuple[Path, ...]:
    """Their files; none where the diary in use has no passphrase either."""
    return tuple(path for folder in _folders(data) for path in _diaries(folder))


def wipe_kept(data: Path) -> bool:
    """Writes over and removes them; there is no way back to them then. False where one is left.

    GuideError where the diary in use has no passphrase: then they are kept for good reason.
    """
    if not has_keys(switch.folder_in_use(data)):
        raise GuideError("This diary has no passphrase. Nothing was changed.")
    gone = [switch.clear(folder) if folder == data else switch.remove(folder) for folder in _folders(data)]
    # What a sync tool laid there is not ours to remove, and still to be read by anybody.
    return all(gone) and not kept_clear(data)


def _folders(data: Path) -> list[Path]:
    in_use = switch.folder_in_use(data)
    if not has_keys(in_use):
        return []
    found = [data, *_beside(data)]
    return [each for each in found if each != in_use and not has_keys(each) and any(_diaries(each))]


def _beside(data: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(path for path in (data / switch.FOLDERS).iterdir() if switch.is_of_ours(path))
    return []


def _diaries(folder: Path) -> Iterator[Path]:
    """The diary and the copies made before it was brought up to date."""
    found = (path for path in folder.glob("diary*.littlespots*") if path.is_file())
    yield from sorted(path for path in found if not path.name.endswith(".sealed"))
