"""What keys.json holds, to bytes and back; a damaged or hostile one is told before it can do harm."""

import base64
import hashlib
import json
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.errors import GuideError
from guide.store.files import write_whole
from guide.store.keys import KEY_FILE, earlier_key_files, has_keys, number_of

VERSION = 1
PASSPHRASE = "passphrase"  # noqa: S105 (a name, not a secret)
RECOVERY_CODE = "recovery-code"
KEPT = 4
"""How many numbered key files stay, the second copy of the one in use among them."""

SALT_BYTES = 16
WRAPPED_BYTES = 24 + 32 + 16
_LARGEST_FILE = 16_384
_PASSES = range(1, 11)
_MEBIBYTES = range(1, 513)


class KeyFileDamagedError(GuideError):
    """Nothing about the passphrase is known."""

    def __init__(self, details: str) -> None:
        super().__init__(
            "The file with the diary's key is damaged, so the diary cannot be opened. Nothing was changed;"
            " please get the diary back from a backup.",
            details,
        )


@dataclass(frozen=True, slots=True)
class Cost:
    """What trying one passphrase costs, with Argon2id: some 0.3 s on a family's computer, and this memory."""

    passes: int = 3
    mebibytes: int = 192


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The data key in a box that one secret opens."""

    cost: Cost
    salt: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    key_id: str
    boxes: Mapping[str, Wrapped]


def to_bytes(file: KeyFile) -> bytes:
    content = {
        "format": "little-spots-keys",
        "version": VERSION,
        "cipher": "chacha20",
        "key_id": file.key_id,
        "boxes": {name: _box_content(box) for name, box in file.boxes.items()},
    }
    return json.dumps({"content": content, "check": _check(content)}, indent=2).encode()


def from_bytes(data: bytes) -> KeyFile:
    """KeyFileDamagedError for anything but what ``to_bytes`` makes."""
    try:
        whole = json.loads(data)
        content = whole["content"]
        if whole["check"] != _check(content) or content["format"] != "little-spots-keys":
            raise ValueError("not what was written")
        _demand_known(content["version"])
        return _key_file(content)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise KeyFileDamagedError(type(error).__name__) from error


def read_key_file(path: Path) -> KeyFile:
    return from_bytes(_read(path))


def usable_key_files(folder: Path) -> list[KeyFile]:
    """The one in use; where that is damaged or gone, the numbered ones that are not, the newest first."""
    try:
        return [read_key_file(folder / KEY_FILE)]
    except KeyFileDamagedError as error:
        problem = error
    found = []
    for path in earlier_key_files(folder):
        try:
            found.append(read_key_file(path))
        except KeyFileDamagedError:
            continue
    if not found:
        raise problem
    return found


def write_key_file(folder: Path, file: KeyFile) -> None:
    """The numbered copy first: whenever the power goes, the one in use is whole, the old or the new."""
    data = to_bytes(file)
    newest = max(map(number_of, earlier_key_files(folder)), default=0)
    write_whole(folder / f"keys-{newest + 1}.json", data, "keys")
    write_whole(folder / KEY_FILE, data, "keys")
    for path in earlier_key_files(folder)[KEPT:]:
        _forget(path)


def demand_passphrase(folder: Path) -> None:
    if not has_keys(folder):
        raise GuideError("This diary has no passphrase. Nothing was changed.")


def _forget(path: Path) -> None:
    """One that cannot be read is kept: it may be a sound one on a disk that has a bad day."""
    try:
        read_key_file(path)
        path.unlink()
    except (KeyFileDamagedError, OSError):
        return


def _read(path: Path) -> bytes:
    try:
        found = path.stat()
        # A pipe would keep the program waiting, and a huge file would fill the memory.
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST_FILE:
            raise KeyFileDamagedError("not a small file")
        with path.open("rb") as file:
            return file.read(_LARGEST_FILE)
    except OSError as error:
        raise KeyFileDamagedError(f"{type(error).__name__}: {error.strerror}") from error


def _demand_known(version: object) -> None:
    if type(version) is not int or version < 1:
        raise ValueError("version")
    if version > VERSION:
        raise GuideError(
            "This diary was locked by a newer Little Spots and was left as it is. Please install the newest"
            " version to open it.",
            f"key file {version}, known up to {VERSION}",
        )


def _check(content: object) -> str:
    """Tells a damaged file from a wrong passphrase; it proves nothing about who wrote it."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _box_content(box: Wrapped) -> dict[str, object]:
    return {
        "kdf": "argon2id",
        "passes": box.cost.passes,
        "mebibytes": box.cost.mebibytes,
        "salt": base64.b64encode(box.salt).decode(),
        "box": base64.b64encode(box.box).decode(),
    }


def _key_file(content: Mapping[str, Any]) -> KeyFile:
    if content["cipher"] != "chacha20" or not isinstance(content["key_id"], str):
        raise ValueError("cipher")
    boxes = {name: _wrapped(content["boxes"][name]) for name in (PASSPHRASE, RECOVERY_CODE)}
    return KeyFile(content["key_id"], boxes)


def _wrapped(content: Mapping[str, Any]) -> Wrapped:
    if content["kdf"] != "argon2id":
        raise ValueError("kdf")
    cost = Cost(_within(content["passes"], _PASSES), _within(content["mebibytes"], _MEBIBYTES))
    return Wrapped(cost, _bytes(content["salt"], SALT_BYTES), _bytes(content["box"], WRAPPED_BYTES))


def _within(value: object, bounds: range) -> int:
    """A hostile file would otherwise have this program fill the memory, or count for years."""
    if type(value) is not int or value not in bounds:
        raise ValueError("out of bounds")
    return value


def _bytes(text: str, length: int) -> bytes:
    data = base64.b64decode(text, validate=True)
    if len(data) != length:
        raise ValueError("length")
    return data
