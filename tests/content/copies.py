"""The compiled copy of a pack: finding it, and what is done to it and to the pack."""

import os
from hashlib import sha256
from pathlib import Path

from guide.content.compiled import kept_pack
from guide.content.loader import read_folder
from guide.paths import cache_folder
from tests.content.edits import edit
from tests.content.fault import BEADS


def copies() -> list[Path]:
    return sorted((cache_folder() / "packs").glob("*"))


def is_compiled(pack: Path) -> bool:
    return kept_pack(read_folder(pack)) is not None


def change_a_letter(pack: Path) -> None:
    edit(pack, BEADS, "name: Beads", "name: Beans")


def change_a_letter_in_the_same_moment(pack: Path) -> None:
    before = (pack / BEADS).stat()
    edit(pack, BEADS, "name: Beads", "name: Beans")
    os.utime(pack / BEADS, ns=(before.st_atime_ns, before.st_mtime_ns))


def good_line(copy: Path, body: bytes) -> bytes:
    """The body under a first line that is right in everything."""
    mark = copy.read_bytes().split(b"\n", 1)[0].rsplit(b" ", 1)[0]
    return b"%s %s\n%s" % (mark, sha256(body).hexdigest().encode(), body)


def other_name(data: bytes) -> bytes:
    assert b"Beads" in data
    return data.replace(b"Beads", b"Boats")
