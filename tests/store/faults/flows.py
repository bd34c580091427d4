"""What a parent does, as jobs to be interrupted anywhere: the diary is then as before, or as after."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from guide.domain.changes import Kind
from guide.domain.check_draft import CheckDraft
from guide.errors import GuideError
from guide.store import rekey, switch
from guide.store.backup import backup, list_backups, restore, undo_restore
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.export import export
from guide.store.keys import DataKey, has_keys
from guide.store.merge import merge, plan
from guide.store.passphrase import change_passphrase, unlock
from guide.store.settings import Settings, save_settings
from guide.store.sql.journal import SET_DEVICE
from tests.store.families import BACK, MIA, PHOTO, check, filled_diary, moment, note
from tests.store.faults.states import BACKUPS, EXPORTS, started
from tests.store.rekey_kills import CODE, NEW, OLD, QUICK

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
OTHER = "of grandmother"
Step = Callable[[Path], None]


@dataclass(frozen=True)
class Flow:
    """``moves``: ends in another folder; a disk that fails at its end may leave the diary there."""

    prepare: Step
    do: Step
    moves: bool = False


def with_store(act: Callable[[DiaryStore], object]) -> Step:
    def step(data: Path) -> None:
        with started(data)[1] as store:
            act(store)

    return step


def nothing(data: Path) -> None:
    data.mkdir(parents=True, exist_ok=True)


def filled(data: Path) -> None:
    filled_diary(data)


def locked(data: Path) -> None:
    filled_diary(data)
    rekey.set_passphrase(data, OLD, CODE, QUICK)


def after(*steps: Step) -> Step:
    def prepare(data: Path) -> None:
        for step in steps:
            step(data)

    return prepare


def golden(number: int) -> Step:
    def prepare(data: Path) -> None:
        data.mkdir()
        shutil.copy(GOLDEN / f"schema-{number}.littlespots", data / FILE_NAME)

    return prepare


def key_in(data: Path) -> tuple[Path, DataKey]:
    folder = switch.folder_in_use(data)
    return folder, unlock(folder, OLD)


def change_words(data: Path) -> None:
    change_passphrase(*key_in(data), NEW, QUICK)


def keep_settings(data: Path) -> None:
    if not save_settings(Settings(region="de", text_percent=150), data):
        raise GuideError("Your settings could not be kept this time.")


add = with_store(lambda store: store.save_note(note("note-2"), [PHOTO, PHOTO], check=check("check-2")))
edit = with_store(lambda store: store.save_note(note(text="Four of them now.")))
attach = with_store(lambda store: store.save_note(note(), [replace(PHOTO, jpeg=b"\xff\xd8another")]))
move = with_store(lambda store: store.save_spot(replace(BACK, name="on the shoulder", x=12.5)))
delete_note = with_store(lambda store: store.delete(Kind.NOTE, "note-1"))
delete_child = with_store(lambda store: store.delete(Kind.CHILD, MIA.id))
bring_back = with_store(lambda store: store.bring_back(Kind.CHILD, MIA.id))
undo = with_store(lambda store: store.undo())
redo = with_store(lambda store: store.redo())
purge = with_store(lambda store: store.purge_trash(0))
draft = with_store(lambda store: store.keep_check_draft(CheckDraft(MIA.id, moment(), {"page": "2"})))
only_open = with_store(lambda _: None)


def half_made(data: Path) -> None:
    """What a rekey that was killed leaves: a folder with a diary and its keys that never came into use."""
    filled_diary(data)
    folder = switch.new_folder(data)
    for name in (FILE_NAME, "keys.json", "keys-1.json"):
        shutil.copy(data / FILE_NAME, folder / name)


def finish(data: Path) -> None:
    switch.finish(data)


def back_up(data: Path) -> None:
    with started(data)[1] as store:
        backup(store, data / BACKUPS)


def put_back(data: Path) -> None:
    folder = switch.folder_in_use(data)
    key = unlock(folder, OLD) if has_keys(folder) else None
    restore(data, list_backups(data / BACKUPS)[-1].path, key, own_key=key)


def choose_exports(data: Path) -> None:
    (data / EXPORTS).mkdir()


def take_out(data: Path) -> None:
    with started(data)[1] as store:
        export(store, data / EXPORTS, now=moment)


def go_back(data: Path) -> None:
    undo_restore(data)


def other_diary(data: Path) -> None:
    """The same family's on another computer, where something else was written since."""
    other = data / OTHER
    shutil.copytree(data, other)
    with DiaryStore.open(other) as store:
        connect_as_another(store)
        store.save_note(note("note-9", "Seen at grandmother's."), [replace(PHOTO, jpeg=b"\xff\xd8there")])
        store.save_note(note(text="Grandmother sees five."))
        store.save_child(replace(MIA, allergies="nuts"))
        store.delete(Kind.CARE, "care-1")
    edit(data)


def connect_as_another(store: DiaryStore) -> None:
    store.look(lambda connection, _: connection.execute(SET_DEVICE, ("f" * 32,)).fetchall())


def take_other(data: Path) -> None:
    with started(data)[1] as store, plan(store, data / OTHER / FILE_NAME) as looked:
        merge(store, looked, data / BACKUPS)


FLOWS: dict[str, Flow] = {
    "make": Flow(nothing, only_open),
    "add": Flow(filled, add),
    "edit": Flow(filled, edit),
    "attach": Flow(filled, attach),
    "move": Flow(filled, move),
    "delete note": Flow(filled, delete_note),
    "delete child": Flow(filled, delete_child),
    "undo": Flow(after(filled, delete_child), undo),
    "redo": Flow(after(filled, delete_child, undo), redo),
    "bring back": Flow(after(filled, delete_child), bring_back),
    "purge": Flow(after(filled, delete_child), purge),
    "draft": Flow(filled, draft),
    "settings": Flow(filled, keep_settings),
    "migrate from 1": Flow(golden(1), only_open),
    "migrate from 2": Flow(golden(2), only_open),
    "add, locked": Flow(locked, add),
    "delete child, locked": Flow(locked, delete_child),
    "set passphrase": Flow(filled, lambda data: _ignore(rekey.set_passphrase(data, NEW, CODE, QUICK)), True),
    "change passphrase": Flow(locked, change_words, True),
    "renew key": Flow(
        locked, lambda data: _ignore(rekey.renew_key(data, key_in(data)[1], NEW, CODE, QUICK)), True
    ),
    "clear what was half made": Flow(half_made, finish, True),
    "backup": Flow(after(filled, back_up, attach), back_up, True),
    "backup, locked": Flow(after(locked, back_up, attach), back_up, True),
    "export": Flow(after(filled, attach, choose_exports), take_out, True),
    "export, locked": Flow(after(locked, choose_exports), take_out, True),
    "restore": Flow(after(filled, back_up, add), put_back, True),
    "restore, locked": Flow(after(locked, back_up, add), put_back, True),
    "undo restore": Flow(after(filled, back_up, add, put_back), go_back, True),
    "merge": Flow(after(filled, other_diary, back_up), take_other),
    "remove passphrase": Flow(
        locked, lambda data: _ignore(rekey.remove_passphrase(data, key_in(data)[1])), True
    ),
}


def _ignore(_: object) -> None:
    return
