"""What manifest.json of a backup holds, to bytes and back: nothing about the family, and no bit unguarded."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from guide.store.backup.faults import damaged, newer
from guide.store.sql.tables import COLUMNS

VERSION = 1
LARGEST_FILE = 32 * 1024 * 1024
SNAPSHOT, LISTING, KEYS = "snapshot.littlespots", "content.json", "keys.json"
_MOST_BYTES = 2**40
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that stands beside the manifest."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """``when`` is what the clock said and decides nothing; ``number`` tells which backup came first.

    ``key`` is the id of the key it is encrypted with, or empty. ``state`` is the same as long as nothing in
    the diary changes. ``photos`` and ``thumbnails`` are file names in the folders beside, with their sizes.
    """

    when: str
    number: int
    device: str
    program: str
    pack: str
    schema: int
    key: str
    state: str
    alive: Mapping[str, int]
    files: Mapping[str, Stored]
    photos: Mapping[str, int]
    thumbnails: Mapping[str, int]
    missing: int

    @property
    def things(self) -> int:
        """How much is alive in it."""
        return sum(self.alive.values())

    @property
    def whole_photos(self) -> int:
        """How many the diary itself still had."""
        return max(0, self.alive.get("photos", 0) - self.missing)

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.when)

    @property
    def bytes(self) -> int:
        """What all of it takes on the disk."""
        own = sum(file.size for file in self.files.values())
        return own + sum(self.photos.values()) + sum(self.thumbnails.values())


def to_bytes(manifest: Manifest) -> bytes:
    content = {"format": "little-spots-backup", "version": VERSION, **asdict(manifest)}
    return _text({"content": content, "check": _check(content)})


def from_bytes(data: bytes) -> Manifest:
    """GuideError for anything but the very bytes ``to_bytes`` makes."""
    try:
        content = json.loads(data)["content"]
        if content.pop("format") != "little-spots-backup":
            raise ValueError("format")
        if _count(content.pop("version")) > VERSION:
            raise newer(f"backup {VERSION} is known")
        manifest = _manifest(content)
        if to_bytes(manifest) != data:
            raise ValueError("not what was written")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise damaged(f"manifest: {type(error).__name__}") from error
    return manifest


def _manifest(content: Mapping[str, Any]) -> Manifest:
    manifest = Manifest(
        when=_matching(content["when"], re.compile(r"[0-9T:.+-]{10,40}")),
        number=_count(content["number"]),
        device=_matching(content["device"], _ID),
        program=_matching(content["program"], re.compile(r"[0-9a-z.+-]{1,40}")),
        pack=_matching(content["pack"], re.compile(r"[0-9A-Za-z.+_ -]{0,40}")),
        schema=_count(content["schema"]),
        key=_matching(content["key"], re.compile(r"|[0-9a-f]{32}")),
        state=_matching(content["state"], _SHA256),
        alive={kind: _count(content["alive"][kind]) for kind in COLUMNS if kind in content["alive"]},
        files={name: _stored(value) for name, value in content["files"].items()},
        photos=_sizes(content["photos"]),
        thumbnails=_sizes(content["thumbnails"]),
        missing=_count(content["missing"]),
    )
    if set(manifest.files) != {SNAPSHOT, KEYS if manifest.key else LISTING}:
        raise ValueError("files")
    if manifest.moment.utcoffset() is None:
        raise ValueError("when")
    return manifest


def _stored(value: Mapping[str, Any]) -> Stored:
    return Stored(_count(value["size"]), _matching(value["sha256"], _SHA256))


def _sizes(found: Mapping[str, Any]) -> dict[str, int]:
    return {_matching(name, _SHA256): _count(size) for name, size in found.items()}


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MOST_BYTES:
        raise ValueError("not a count")
    return value


def _matching(value: object, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("not one of ours")
    return value


def _check(content: Mapping[str, object]) -> str:
    return hashlib.sha256(_text(content)).hexdigest()


def _text(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, indent=1, ensure_ascii=True).encode() + b"\n"
