"""The compiled form of a pack: found without problems once, read in milliseconds from then on.

It is JSON, so that no file however made can do more than be refused. It counts only while its first line
names the very files it was made from, this program and this Python, and while its own checksum holds. In
every other case it is as if it were not there. It lies where only the family's own account may write, or
inside the program: whoever can change it there can change the program as well.
"""

import contextlib
import json
import os
import stat
import sys
from hashlib import sha256
from pathlib import Path

from guide import __version__
from guide.content.plain import builder_of, shape_of, to_plain
from guide.content.reading import NotOrdinaryError, PackFiles, ordinary_bytes
from guide.domain.pack import ContentPack
from guide.paths import PACKAGE, cache_folder, resources_folder

MOST_BYTES = 64 * 1024 * 1024
SHIPPED = Path("compiled", "content.pack")
"""Below the resources of the built program."""

_MARK = b"little-spots pack"
_NAMED_BY = 24
# What a file that is no pack may bring up while it is read; nothing of it reaches a parent.
_NOT_A_PACK = (ValueError, TypeError, LookupError, AttributeError, RecursionError, MemoryError)


def kept_pack(files: PackFiles) -> ContentPack | None:
    """The pack these files were compiled to, or None where they have to be read."""
    if files.failed:
        return None
    key = _key(files)
    return _pack_in(_shipped_file(), key) or _pack_in(_kept_file(files), key, only_ours=True)


def keep_compiled(files: PackFiles, pack: ContentPack) -> None:
    """Keeps the pack for the next start. Where nothing can be written, the next start is as slow as this."""
    target = _kept_file(files)
    with contextlib.suppress(OSError):
        target.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target.parent.mkdir(mode=0o700, exist_ok=True)
        if _is_ours(target.parent.stat()):
            _replace(target, _compiled(_key(files), pack))


def ship_compiled(files: PackFiles, pack: ContentPack, target: Path) -> None:
    """The same for the built program, which has no files of its own code to look at."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_compiled(_key(files, code=""), pack))


def _pack_in(path: Path, key: str, only_ours: bool = False) -> ContentPack | None:
    try:
        if only_ours and not (_is_ours(path.stat()) and _is_ours(path.parent.stat())):
            return None
        data = ordinary_bytes(path, MOST_BYTES)
    except (OSError, ValueError, NotOrdinaryError):
        return None
    first, _, body = data.partition(b"\n")
    if first != _first_line(key, body):
        return None
    try:
        pack: ContentPack = builder_of(ContentPack)(json.loads(body))
    except _NOT_A_PACK:
        return None
    return pack


def _compiled(key: str, pack: ContentPack) -> bytes:
    body = json.dumps(to_plain(pack), ensure_ascii=False, separators=(",", ":")).encode()
    return b"\n".join([_first_line(key, body), body])


def _first_line(key: str, body: bytes) -> bytes:
    return b" ".join([_MARK, key.encode(), sha256(body).hexdigest().encode()])


def _key(files: PackFiles, code: str | None = None) -> str:
    """Changes with any byte of any file, with a file more or less, with the program and with Python."""
    program = (__version__, sys.implementation.cache_tag, _code_stamp() if code is None else code)
    summed = sha256(repr((*program, shape_of(ContentPack))).encode())
    for name in sorted(files.data):
        summed.update(f"\0{name}\0{len(files.data[name])}\0".encode("utf-8", "surrogateescape"))
        summed.update(files.data[name])
    return summed.hexdigest()


def _code_stamp() -> str:
    """For those who change the program: other checks may find problems where these found none."""
    found = []
    for part in ("content", "domain"):
        with contextlib.suppress(OSError), os.scandir(PACKAGE / part) as entries:
            python = [entry for entry in entries if entry.name.endswith(".py")]
            found += [(entry.name, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in python]
    return repr(sorted(found)) if found else ""


def _shipped_file() -> Path:
    return resources_folder() / SHIPPED


def _kept_file(files: PackFiles) -> Path:
    """One file for each pack folder, so that an author's many changes leave one copy."""
    place = os.fsencode(files.folder.resolve())
    return cache_folder() / "packs" / f"{sha256(place).hexdigest()[:_NAMED_BY]}.pack"


def _is_ours(status: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):  # Windows keeps others out of the folder itself
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _replace(target: Path, data: bytes) -> None:
    """At once or not at all; what an earlier crash left half written is cleared away."""
    import tempfile

    for left in target.parent.glob(f"{target.stem}-*.new"):
        left.unlink()
    descriptor, name = tempfile.mkstemp(".new", f"{target.stem}-", target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
