"""The diary's data key, which is in memory only while the diary is open, and where its key file lies."""

import hashlib
import re
import secrets
from pathlib import Path
from typing import NoReturn, Self

from guide.errors import GuideError

KEY_BYTES = 32
KEY_FILE = "keys.json"
_EARLIER = re.compile(r"keys-(\d{1,6})\.json")
_LOCKED = "The diary is locked. Please type its passphrase to open it; all that was saved is kept."


class LockedError(GuideError):
    """The diary's key is not here: nothing can be read or saved until it is."""

    def __init__(self) -> None:
        super().__init__(_LOCKED)


class DataKey:
    """Random bytes that everything of one diary is encrypted with.

    ``drop`` writes over the bytes held here, as happens to a key that nobody knows any more. Copies that
    Python and SQLite made of them in passing are only freed, so the word of a program that reads this one's
    memory is not what this protects from.
    """

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        self._secret = bytearray(secret)
        if len(secret) != KEY_BYTES:
            raise ValueError("a data key of another length")

    @classmethod
    def new(cls) -> Self:
        return cls(secrets.token_bytes(KEY_BYTES))

    def copy(self) -> "DataKey":
        """One more, to be dropped by whom it is handed to."""
        return DataKey(self.secret)

    @property
    def secret(self) -> bytes:
        """The key itself, to be wrapped and for nothing else."""
        if not self._secret:
            raise LockedError
        return bytes(self._secret)

    @property
    def sql(self) -> str:
        """As SQLite takes it: the key itself, not words to make one of."""
        return f"raw:{self.secret.hex()}"

    @property
    def id(self) -> str:
        """Tells this key from others and nothing about it; it may stand on the disk."""
        return self.secret_for("id").hex()[:32]

    def secret_for(self, purpose: str) -> bytes:
        """Another secret made of this one, so that no two ciphers ever share a key."""
        person = f"little-{purpose}".encode()
        return hashlib.blake2b(key=self.secret, person=person, digest_size=KEY_BYTES).digest()

    @property
    def dropped(self) -> bool:
        return not self._secret

    def drop(self) -> None:
        self._secret[:] = bytes(len(self._secret))
        self._secret.clear()

    def __del__(self) -> None:
        self.drop()

    def __repr__(self) -> str:
        return "DataKey(hidden)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a data key is never written anywhere")


def has_keys(folder: Path) -> bool:
    """Whether the diary in this folder has a passphrase: a key file is there, readable or not."""
    return any(path.name == KEY_FILE or number_of(path) for path in folder.glob("keys*.json"))


def earlier_key_files(folder: Path) -> list[Path]:
    """The numbered ones, the newest first; the first is a second copy of the one in use."""
    return sorted((path for path in folder.glob("keys-*.json") if number_of(path)), key=number_of)[::-1]


def number_of(path: Path) -> int:
    """Of a numbered key file; 0 for any other."""
    found = _EARLIER.fullmatch(path.name)
    return int(found[1]) if found else 0
