"""Bytes that only the diary's key opens again, such as the photos of a backup."""

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from guide.errors import GuideError
from guide.store.keys import DataKey

MARK = b"LSPO sealed 1\n"
_PURPOSE = "seal"


def seal(key: DataKey, content: bytes, name: str = "") -> bytes:
    """``name`` is not kept; opened under another name the bytes are refused, so none can be swapped."""
    return MARK + bytes(_box(key).encrypt(content, aad=MARK + name.encode()))


def is_sealed(content: bytes) -> bool:
    return content.startswith(MARK)


def unseal(key: DataKey, sealed: bytes, name: str = "") -> bytes:
    """GuideError where a single bit, the key or the name is not the one it was sealed with."""
    try:
        if not is_sealed(sealed):
            raise ValueError("not sealed by this program")
        return _box(key).decrypt(sealed[len(MARK) :], aad=MARK + name.encode())
    except (CryptoError, ValueError) as error:
        raise GuideError(
            "A part of this is damaged, or belongs to another diary. It was left as it is.",
            type(error).__name__,
        ) from error


def _box(key: DataKey) -> Aead:
    return Aead(key.secret_for(_PURPOSE))
