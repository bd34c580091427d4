"""Another program puts another file in the place of the open diary, as tools that keep folders alike do."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from guide.domain.changes import Kind
from guide.errors import GuideError
from guide.store.diary_store import FILE_NAME, DiaryStore
from guide.store.keys import DataKey
from guide.store.passphrase import unlock
from tests.store.canaries import NAME
from tests.store.families import BACK, MIA, filled_diary, note
from tests.store.processes import start
from tests.store.rekey_kills import OLD
from tests.store.test_refusals import is_calm

pytestmark = pytest.mark.skipif(os.name != "posix", reason="an open file cannot be replaced elsewhere")


@pytest.fixture
def earlier(folder: Path, tmp_path: Path) -> Path:
    """A copy of the diary as it was some time ago."""
    return Path(shutil.copy(filled_diary(folder), tmp_path / "earlier"))


def put_in_place(earlier: Path, folder: Path) -> None:
    """By another program: were it this one, closing the file would end our lock."""
    script = 'cp "$1" "$2/.sync" && mv "$2/.sync" "$2/diary.littlespots"'
    start(["sh", "-c", script, "sh", str(earlier), str(folder)]).communicate()


def notes_in(path: Path, home: Path) -> list[str]:
    home.mkdir()
    shutil.copy(path, home / FILE_NAME)
    with DiaryStore.open(home) as store:
        return [item.note.id for item in store.notes(BACK.id)]


def test_it_is_noticed_before_anything_more_is_saved_and_both_are_kept(
    folder: Path, earlier: Path, tmp_path: Path
) -> None:
    with DiaryStore.open(folder) as store:
        store.save_note(note("note-2"))
        put_in_place(earlier, folder)
        with pytest.raises(GuideError, match="another file in the diary's place") as refused:
            store.save_note(note("note-3"))
        assert is_calm(str(refused.value))
        assert len(store.notes(BACK.id)) == 2
    assert (folder / FILE_NAME).read_bytes() == earlier.read_bytes()
    (kept,) = folder.glob("diary-before-*")
    assert notes_in(kept, tmp_path / "kept") == ["note-2", "note-1"]
    # Nothing waits beside the other file that would be worked into it.
    assert {path.name for path in folder.iterdir() if path.stat().st_size} == {kept.name, FILE_NAME}


def test_it_is_noticed_when_closing_as_well(folder: Path, earlier: Path, tmp_path: Path) -> None:
    with DiaryStore.open(folder) as store:
        store.save_note(note("note-2"))
        put_in_place(earlier, folder)
    (kept,) = folder.glob("diary-before-*")
    assert notes_in(kept, tmp_path / "kept") == ["note-2", "note-1"]
    assert notes_in(folder / FILE_NAME, tmp_path / "now") == ["note-1"]


def test_the_copy_of_a_diary_with_a_passphrase_has_it_too(data: Path, key: DataKey, tmp_path: Path) -> None:
    (path,) = data.glob(f"diaries/*/{NAME}")
    earlier = Path(shutil.copy(path, tmp_path / "earlier"))
    with DiaryStore.open(path.parent, key) as store:
        store.save_child(MIA)
        put_in_place(earlier, path.parent)
    (kept,) = path.parent.glob("diary-before-[!2]*.littlespots")
    shutil.move(kept, path)
    with DiaryStore.open(path.parent, unlock(path.parent, OLD)) as store:
        assert store.history(Kind.CHILD, MIA.id)


def test_a_diary_that_is_gone_is_said_and_not_written_to(folder: Path) -> None:
    filled_diary(folder)
    with DiaryStore.open(folder) as store:
        shutil.rmtree(folder)
        with pytest.raises(GuideError, match="not in its place any more") as refused:
            store.save_child(replace(MIA, name="Noah"))
        assert is_calm(str(refused.value))
    assert not folder.exists()


def test_a_file_taken_away_leaves_a_copy_and_no_empty_diary_takes_its_place(
    folder: Path, tmp_path: Path
) -> None:
    path = filled_diary(folder)
    with DiaryStore.open(folder) as store:
        store.save_note(note("note-2"))
        path.unlink()
        with pytest.raises(GuideError, match="taken the diary's file away") as refused:
            store.save_note(note("note-3"))
        assert is_calm(str(refused.value))
    (kept,) = folder.glob("diary-before-*")
    with pytest.raises(GuideError, match="file is missing") as refused:
        DiaryStore.open(folder)
    assert is_calm(str(refused.value))
    assert notes_in(kept, tmp_path / "kept") == ["note-2", "note-1"]


def test_into_a_file_that_was_cut_off_nothing_more_is_called_saved(folder: Path) -> None:
    path = filled_diary(folder)
    with DiaryStore.open(folder) as store:
        store.save_note(note("note-2"))
        start(["truncate", "--size", "0", str(path)]).communicate()
        with pytest.raises(GuideError, match="file is damaged"):
            store.save_note(note("note-3"))
