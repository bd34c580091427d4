"""Going through the whole diary before a backup without keeping the family waiting."""

from collections.abc import Callable
from threading import Event

from guide.errors import GuideError
from guide.store.entries import Check
from guide.store.open_store import OpenStore

PATIENCE_SECONDS = 5.0


def checked_quietly(store: OpenStore) -> bool:
    """False where the family left no quiet moment long enough. GuideError where a part is damaged."""
    ended = Event()
    problems: list[GuideError] = []
    # A photo that went bad keeps no backup from being made: its good copy stays, or it is told as missing.
    whole = store.look(lambda connection, _key: Check(connection, photos=False))

    def check(is_wanted: Callable[[], bool]) -> bool:
        try:
            if not store.look(lambda _connection, _key: whole.go_on(is_wanted)):
                # A backup that waited long enough checks by itself; then this must not go on for ever.
                return ended.is_set()
        except GuideError as error:
            problems.append(error)
        ended.set()
        return True

    store.thread.when_quiet(check)
    in_time = ended.wait(PATIENCE_SECONDS)
    ended.set()
    if problems:
        raise problems[0]
    return in_time
