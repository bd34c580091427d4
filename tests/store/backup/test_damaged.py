"""Whatever bit of a backup goes wrong, it is found before anything is taken from it."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from guide.errors import GuideError
from guide.store.backup import BackupDamagedError, list_backups, places
from guide.store.backup.pool import Pool
from guide.store.backup.reader import open_backup
from tests.store.backup.homes import Home, files_in
from tests.store.families import PHOTO
from tests.store.test_refusals import is_calm

# Of the snapshot, which is hashed as a whole, bytes all over it and each of its first page.
STRIDE = 997


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :]


def is_found(home: Home, backup: Path, scratch: Path) -> bool:
    """By the same reading that looking into it and putting it back begin with."""
    try:
        with open_backup(backup, home.key, scratch):
            return False
    except GuideError as error:
        return is_calm(str(error))


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", ["manifest.json", "snapshot.littlespots", "content.json", "keys.json"])
def test_every_flipped_byte_of_a_small_backup_is_found(home: Home, scratch: Path, name: str) -> None:
    home.back_up()
    path, backup = home.newest / name, home.newest
    if not path.exists():
        pytest.skip("only the other kind of backup has it")
    whole = path.read_bytes()
    tried = range(len(whole)) if len(whole) < 50_000 else [*range(100), *range(100, len(whole), STRIDE)]
    for place in tried:
        path.write_bytes(flipped(whole, place))
        assert is_found(home, backup, scratch), place
    path.write_bytes(whole)
    assert not is_found(home, backup, scratch)
    assert list(scratch.iterdir()) == []


def test_every_flipped_byte_of_a_photo_is_found(home: Home) -> None:
    home.back_up()
    pool = Pool(home.backups / places.PHOTOS, home.key)
    (path,) = pool.folder.iterdir()
    whole = path.read_bytes()
    digest = hashlib.sha256(PHOTO.jpeg).digest()
    assert pool.read(digest) == PHOTO.jpeg
    for place in range(len(whole)):
        path.write_bytes(flipped(whole, place))
        assert pool.read(digest) is None, place


DAMAGES: dict[str, Callable[[bytes, Random], bytes]] = {
    "cut off": lambda data, random: data[: random.randrange(len(data))],
    "appended": lambda data, random: data + random.randbytes(random.randrange(1, 9000)),
    "a block of noughts": lambda data, random: _over(data, bytes(512), random),
    "a block of something": lambda data, random: _over(data, random.randbytes(4096), random),
    "empty": lambda data, random: b"",
    "another file": lambda data, random: random.randbytes(len(data)),
}


def _over(data: bytes, block: bytes, random: Random) -> bytes:
    place = random.randrange(max(1, len(data) - len(block)))
    changed = data[:place] + block + data[place + len(block) :]
    return changed if changed != data else flipped(data, place)


@pytest.mark.parametrize("damage", DAMAGES)
def test_other_damage_is_found_and_the_live_diary_is_as_it_was(home: Home, damage: str) -> None:
    home.back_up()
    before, random = files_in(home.data), Random(damage)
    for path in sorted(home.newest.iterdir()):
        whole = path.read_bytes()
        for _ in range(5):
            path.write_bytes(DAMAGES[damage](whole, random))
            for act in (home.look, home.restore):
                with pytest.raises(GuideError) as caught:
                    act(path.parent)
                assert is_calm(str(caught.value)) and files_in(home.data) == before
        path.write_bytes(whole)
    home.restore()


def test_parts_of_two_backups_put_together_are_found(home: Home) -> None:
    home.back_up()
    older = home.newest
    with home.opened() as store:
        store.undo()
    home.back_up()
    newer = home.newest
    for name in {path.name for path in newer.iterdir()} - {"keys.json"}:
        keep = (newer / name).read_bytes()
        shutil.copy(older / name, newer / name)
        with pytest.raises(BackupDamagedError, match="damaged or was changed"):
            home.restore(newer)
        (newer / name).write_bytes(keep)


def test_a_damaged_one_is_listed_as_such_and_its_photos_outlive_every_rotation(plain: Home) -> None:
    plain.back_up()
    damaged = plain.newest / places.MANIFEST
    whole = damaged.read_bytes()
    damaged.write_bytes(flipped(whole, 60))
    with plain.opened() as store:
        store.undo()
        store.undo()
        store.undo()
        store.purge_trash(0)
    for _ in range(12):
        plain.back_up()
    listed = list_backups(plain.backups)
    assert [bool(each.problem) for each in listed] == [False] * (len(listed) - 1) + [True]
    damaged.write_bytes(whole)
    assert plain.look(damaged.parent).missing == ()
