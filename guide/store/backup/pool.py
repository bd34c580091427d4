"""Photos of all backups, each kept once under a name made of its content, and never changed once whole."""

import hashlib
import os
import re
from collections.abc import Container
from contextlib import suppress
from pathlib import Path

from guide.errors import GuideError
from guide.store import sealed
from guide.store.backup.places import NotPlainError, is_folder, plain_file
from guide.store.files import demand_synced, discard, discard_leftovers, new_file, replace_patiently, wipe
from guide.store.keys import DataKey

LARGEST_PHOTO = 64 * 1024 * 1024
_PURPOSE = "photo"
_NAME = re.compile(r"[0-9a-f]{64}")


class Pool:
    """``read`` gives nothing rather than a byte that is not the one that was kept."""

    def __init__(self, folder: Path, key: DataKey | None) -> None:
        self.folder = folder
        self._key = key

    def name_of(self, digest: bytes) -> str:
        """With a key the name gives nothing away either, and nothing kept in clear is taken for sealed."""
        if self._key is None:
            return digest.hex()
        secret = self._key.secret_for("names")
        return hashlib.blake2b(digest, key=secret, digest_size=32).hexdigest()

    def read(self, digest: bytes) -> bytes | None:
        """None where it is missing, damaged, swapped, not a plain file, or on a disk that fails."""
        with suppress(OSError):
            return self.demand(digest)
        return None

    def demand(self, digest: bytes) -> bytes | None:
        """As ``read``, but OSError where the disk failed: a photo that cannot be read now is not lost."""
        name = self.name_of(digest)
        try:
            if not is_folder(self.folder):
                return None
            with plain_file(self.folder / name, LARGEST_PHOTO) as file:
                content = self._opened(file.read(LARGEST_PHOTO), name)
        except (FileNotFoundError, NotPlainError, GuideError):
            return None
        return content if hashlib.sha256(content).digest() == digest else None

    def size_of(self, digest: bytes) -> int:
        """On the disk; 0 where there is none."""
        with suppress(OSError):
            return (self.folder / self.name_of(digest)).lstat().st_size
        return 0

    def write(self, digest: bytes, content: bytes) -> None:
        """A new file, or one in place of what was damaged. Lasting only after ``sync``."""
        name = self.name_of(digest)
        temporary = new_file(self.folder, _PURPOSE)
        try:
            with temporary.open("wb") as file:
                file.write(content if self._key is None else sealed.seal(self._key, content, name))
                file.flush()
                os.fsync(file.fileno())
            replace_patiently(temporary, self.folder / name)
        except BaseException:
            discard(temporary)
            raise

    def sync(self) -> None:
        demand_synced(self.folder)

    def clear_leftovers(self) -> None:
        if is_folder(self.folder):
            discard_leftovers(self.folder, _PURPOSE)

    def remove_all_but(self, names: Container[str], *, wiping: bool = False) -> bool:
        """Whether all went. What does not look like ours stays, and all that a link leads to."""
        if not is_folder(self.folder):
            return False
        done = True
        for path in self.folder.iterdir():
            if _NAME.fullmatch(path.name) and path.name not in names:
                try:
                    if wiping and not path.is_symlink():
                        wipe(path)
                    path.unlink(missing_ok=True)
                except OSError:
                    done = False
        return done

    def _opened(self, content: bytes, name: str) -> bytes:
        return content if self._key is None else sealed.unseal(self._key, content, name)
