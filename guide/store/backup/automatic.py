"""Backups nobody asks for: while the diary is used, when it is closed, and before whatever is risky."""

from contextlib import suppress
from pathlib import Path

from guide.errors import GuideError
from guide.store import switch
from guide.store.backup.listing import Occasion, is_due
from guide.store.backup.making import Made, backup
from guide.store.keys import DataKey, LockedError
from guide.store.open_store import OpenStore
from guide.store.opening import open_diary
from guide.store.session import Now, computer_time


class NoBackupError(GuideError):
    """What was wanted is risky and was not begun, as no backup could be made; it can be done without one."""


def back_up_if_due(
    store: OpenStore,
    folder: Path,
    occasion: Occasion,
    minutes_of_use: float = 0,
    *,
    pack_version: str = "",
    now: Now = computer_time,
) -> Made | None:
    """None where it is not due. As ``backup``; before a risk no older one is removed for it."""
    if not is_due(store, folder, occasion, minutes_of_use):
        return None
    return backup(store, folder, pack_version=pack_version, now=now, rotating=occasion is not Occasion.RISK)


def demand_backup(store: OpenStore, folder: Path, *, pack_version: str = "") -> None:
    """That the diary as it is now stands in a backup; NoBackupError where it cannot be put there."""
    try:
        back_up_if_due(store, folder, Occasion.RISK, pack_version=pack_version)
    except LockedError:
        raise
    except GuideError as error:
        raise NoBackupError(str(error), error.details) from error


def back_up_before_restore(data: Path, folder: Path, key: DataKey | None) -> None:
    """If it can be done: neither damage, a lock nor a full disk must keep a backup from being put back.

    The diary in use stays in its folder anyway.
    """
    own_key = key and key.copy()
    with suppress(GuideError):
        if (switch.folder_in_use(data) / switch.DIARY).is_file():
            with open_diary(data, own_key) as store:
                back_up_if_due(store, folder, Occasion.RISK)
    if own_key is not None:
        own_key.drop()
