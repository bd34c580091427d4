"""A link in a backup may lead to any file of the family's, and is never followed."""

import os
from pathlib import Path

import pytest

from guide.store.backup import places
from guide.store.backup.manifest import SNAPSHOT
from tests.store.backup.homes import Home
from tests.store.backup.test_hostile import is_refused


@pytest.fixture
def backup(plain: Home) -> Path:
    plain.back_up()
    return plain.newest


def test_a_link_in_place_of_the_backup_is_not_followed(plain: Home, backup: Path) -> None:
    moved = backup.rename(plain.root / "moved")
    backup.symlink_to(moved)
    is_refused(plain, backup)


@pytest.mark.parametrize("name", [SNAPSHOT, "content.json", places.MANIFEST])
def test_a_link_is_not_followed_where_the_system_would_follow_it_either(
    plain: Home, backup: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What it leads to is whole, so that nothing but the link can be refused."""
    monkeypatch.setattr(places, "_READ_SAFELY", os.O_RDONLY)
    moved = (backup / name).rename(plain.root / "moved")
    (backup / name).symlink_to(moved)
    is_refused(plain, backup)


def test_a_link_in_place_of_all_photos_is_not_followed(plain: Home, backup: Path) -> None:
    moved = (plain.backups / places.PHOTOS).rename(plain.root / "moved")
    (plain.backups / places.PHOTOS).symlink_to(moved)
    assert len(plain.look(backup).missing) == 1
