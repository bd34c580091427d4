"""Starting as the program does after whatever happened, and all that is found then, in a form to compare."""

import hashlib
import re
from pathlib import Path

import apsw

from guide.domain.diary import Child
from guide.errors import GuideError
from guide.store import switch
from guide.store.backup import OtherKeyError, list_backups, look_into
from guide.store.diary_store import DiaryStore
from guide.store.keys import KEY_FILE, DataKey, earlier_key_files, has_keys
from guide.store.opening import open_diary
from guide.store.passphrase import unlock
from guide.store.settings import load_settings
from tests.store.contents import Rows, alive, hanging_on_trash, journal_of, tables_of
from tests.store.rekey_kills import NEW, OLD

OF_OURS = re.compile(
    r"current|restored|settings\.json|diary(-before-\d(-\d)?)?\.littlespots(\.sealed)?|keys(-\d)?\.json|unfinished"
    # The next time settings are saved these go.
    r"|\.settings-.{8}\.new"
)
BACKUPS = "backups of it"
EXPORTS = "taken out of it"
_MADE_BY_CHANCE = re.compile(r"[0-9a-f]{32}")

State = dict[str, object]


def found_at_start(data: Path) -> State:
    """GuideError where the diary does not open again without anybody's help."""
    words, store = started(data)
    with store:
        state = state_of(store)
    beside = {
        "left": left_over(data),
        "settings": repr(load_settings(data)),
        "backups": backups_in(data),
        "exports": exports_in(data),
    }
    folders = data / switch.FOLDERS
    return {
        **state,
        **beside,
        "words": words,
        "folders": len(list(folders.glob("*"))),
        "keys": _key_files(data),
    }


def _key_files(data: Path) -> str:
    """The one in use must always have a second copy."""
    folder = switch.folder_in_use(data)
    if not has_keys(folder):
        return "none"
    content = (folder / KEY_FILE).read_bytes()
    return (
        "with a copy" if any(path.read_bytes() == content for path in earlier_key_files(folder)) else "alone"
    )


def backups_in(data: Path) -> list[str]:
    """What each is good for, the last made first."""
    key = key_of(switch.folder_in_use(data))[1]
    return [_found_in(data, each.path, key) for each in list_backups(data / BACKUPS)]


def exports_in(data: Path) -> list[str]:
    """Each that a parent would take for one, with all that is in it."""
    found = sorted((data / EXPORTS).glob("[!.]*"))
    return [_short([(path.name, path.read_bytes()) for path in sorted(each.rglob("*.*"))]) for each in found]


def _found_in(data: Path, backup: Path, key: DataKey | None) -> str:
    try:
        missing = look_into(data, backup, key).missing
    except OtherKeyError:
        return "of another key"
    return f"{len(missing)} photos missing" if missing else "whole"


def started(data: Path) -> tuple[str, DiaryStore]:
    """The words that opened it, if any were needed."""
    switch.finish(data)
    words, key = key_of(switch.folder_in_use(data))
    return words, open_diary(data, key)


def key_of(folder: Path) -> tuple[str, DataKey | None]:
    if not has_keys(folder):
        return "", None
    for words in (OLD, NEW):
        try:
            return words, unlock(folder, words)
        except GuideError:
            continue
    raise GuideError("No passphrase that was ever set opens it.")


def state_of(store: DiaryStore) -> State:
    """What a parent sees, and whether what is behind it fits together."""
    children: list[Child] = store.children()
    steps = [step and f"{step.verb} {step.name}" for step in (store.next_undo(), store.next_redo())]
    tables, journal = store.look(lambda connection, _: (tables_of(connection), _journal_in(connection)))
    store.check_whole()
    return {
        "children": [child.name for child in children],
        "alive": _short(alive(store)),
        "trash": _without_chance([(each.kind, each.name) for each in store.trash()]),
        "drafts": _short([store.check_draft(child.id) for child in children]),
        "steps": steps,
        "journal fits": tables == journal,
        "hanging": hanging_on_trash(tables),
    }


def _journal_in(connection: apsw.Connection) -> Rows | None:
    """None where one change does not follow from the one before it, as after a merge."""
    try:
        return journal_of(connection)
    except AssertionError:
        return None


def left_over(data: Path) -> list[str]:
    """Files that no diary is made of."""
    names = (
        path.name for path in data.rglob("*") if path.is_file() and not {BACKUPS, EXPORTS} & {*path.parts}
    )
    return sorted(name for name in names if not OF_OURS.fullmatch(name))


def _short(value: object) -> str:
    return hashlib.sha256(_without_chance(value).encode()).hexdigest()[:16]


def _without_chance(value: object) -> str:
    return _MADE_BY_CHANCE.sub("#", repr(value))
