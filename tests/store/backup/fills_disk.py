"""A program that backs a diary up to a small disk, puts it back there, and says what came of both."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from guide.errors import GuideError
from guide.store.backup import filling
from tests.store.backup.homes import Home
from tests.store.processes import say
from tests.store.test_refusals import is_calm


def outcome(job: Callable[[], object]) -> str:
    try:
        job()
    except GuideError as error:
        return "refused" if is_calm(str(error)) else f"not calm: {error}"
    return "done"


def main() -> None:
    """The disk is the folder named second; what lies there is as it was, or whole, or a backup more."""
    home, disk = Home(Path(sys.argv[1]), False), Path(sys.argv[2])
    filling.ROOM_LEFT = -(2**30)
    content = home.content()
    there = shutil.move(home.backups, disk / "backups")
    home.backups.symlink_to(there)
    backed_up = outcome(home.back_up)
    whole = all(home.look(path).missing == () for path in (home.backups / "backups").glob("2*"))
    data = Home(disk, False)
    data.data.mkdir()
    restored = outcome(lambda: data.restore(home.newest))
    same = home.content() == content and (restored != "done" or data.content() == content)
    say(json.dumps([backed_up, restored, whole, same]))


if __name__ == "__main__":
    main()
