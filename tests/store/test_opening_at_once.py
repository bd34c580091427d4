"""Of windows opened at the same moment one has the diary, whatever the moment."""

import os
from pathlib import Path

import apsw
import pytest

from guide.errors import GuideError
from guide.store.opening import open_diary
from tests.store.faults.others import all_at_once

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork")
HAS_IT, REFUSED = 0, 3


class Meeting(apsw.VFS):
    """The first that wants a file for itself waits until the other wants it too: both may read it then."""

    def __init__(self, to_the_other: int, from_the_other: int) -> None:
        self.met = False
        self.pipes = (to_the_other, from_the_other)
        super().__init__("meeting", "unix")
        # The engine's usual layer above it is the one for passphrases.
        apsw.Connection(":memory:", vfs="multipleciphers-meeting").close()
        apsw.set_default_vfs("multipleciphers-meeting")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return _MeetingFile(self, name, flags)


class _MeetingFile(apsw.VFSFile):
    def __init__(self, vfs: Meeting, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__("unix", name, flags)
        self._vfs = vfs

    def xLock(self, level: int) -> None:
        if level == apsw.SQLITE_LOCK_EXCLUSIVE and not self._vfs.met:
            self._vfs.met = True
            os.write(self._vfs.pipes[0], b".")
            os.read(self._vfs.pipes[1], 1)
        super().xLock(level)


def test_two_that_may_both_read_do_not_wait_for_each_other_until_both_give_up(folder: Path) -> None:
    open_diary(folder).close()
    (read_1, write_1), (read_2, write_2), (read_end, write_end) = os.pipe(), os.pipe(), os.pipe()

    def window(to_the_other: int, from_the_other: int) -> int:
        meeting = Meeting(to_the_other, from_the_other)
        try:
            store = open_diary(folder)
        except GuideError:
            os.write(write_end, b".")
            return REFUSED
        # Kept until the other was told that it is open here.
        os.read(read_end, 1)
        store.close()
        return HAS_IT if meeting.met else REFUSED

    ends = all_at_once([lambda: window(write_1, read_2), lambda: window(write_2, read_1)])
    assert sorted(ends) == [HAS_IT, REFUSED]
