"""The start finds the diary in use, ends what was interrupted, and is never fooled by a switch meanwhile."""

from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import rekey, switch
from guide.store.database import open_database
from guide.store.keys import LockedError
from guide.store.opening import open_diary
from guide.store.passphrase import unlock
from guide.store.sql import MIGRATIONS
from tests.store.canaries import canary_diary
from tests.store.families import BACK, fill
from tests.store.faulty_disk import faulty_disk
from tests.store.rekey_kills import CODE, OLD, QUICK


def test_the_start_makes_a_diary_opens_it_and_opens_it_with_a_passphrase(tmp_path: Path) -> None:
    with open_diary(tmp_path) as store:
        fill(store)
    rekey.set_passphrase(tmp_path, OLD, CODE, QUICK)
    with pytest.raises(LockedError):
        open_diary(tmp_path)
    with open_diary(tmp_path, unlock(switch.folder_in_use(tmp_path), OLD)) as store:
        assert len(store.notes(BACK.id)) == 1


def test_the_start_ends_what_was_interrupted_before_it_asks_for_a_passphrase(tmp_path: Path) -> None:
    canary_diary(tmp_path)
    left = switch.new_folder(tmp_path)
    open_diary(tmp_path).close()
    assert not left.exists()
    rekey.set_passphrase(tmp_path, OLD, CODE, QUICK)
    left = switch.new_folder(tmp_path)
    with pytest.raises(LockedError):
        open_diary(tmp_path)
    assert not left.exists()


def test_a_diary_that_was_replaced_while_it_was_opened_is_not_written_to(tmp_path: Path) -> None:
    # Bringing it up to date is something that opening it writes.
    open_database(tmp_path / switch.DIARY, migrations=MIGRATIONS[:2]).close()
    other = tmp_path / switch.FOLDERS / "abcd1234"
    canary_diary(other)
    (tmp_path / switch.POINTER).write_text(".")
    with faulty_disk() as disk:

        def replace() -> None:
            disk.disarm()
            switch.switch_to(tmp_path, other)

        disk.arm(1, replace)
        with pytest.raises(GuideError, match="already open with this diary"):
            open_diary(tmp_path)
    assert switch.folder_in_use(tmp_path) == other
    open_diary(tmp_path).close()
