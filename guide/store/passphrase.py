"""Opening the diary's key with the passphrase or the recovery code, and wrapping it for new ones."""

import unicodedata
from dataclasses import replace
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.utils import random

from guide.errors import GuideError
from guide.store.faults import details_of
from guide.store.key_file import (
    PASSPHRASE,
    RECOVERY_CODE,
    SALT_BYTES,
    Cost,
    KeyFile,
    Wrapped,
    demand_passphrase,
    usable_key_files,
    write_key_file,
)
from guide.store.keys import KEY_BYTES, DataKey
from guide.store.recovery_code import read_code

SHORTEST, LONGEST = 8, 1024
COST = Cost()
LOST = (
    "Without the passphrase the printed recovery code opens the diary. Without both nobody can open it, us"
    " included; only a backup made before the passphrase was set can still be read."
)
"""For a parent who has lost the passphrase; the diary stays as it is, should it be found again."""


class WrongPassphraseError(GuideError):
    def __init__(self) -> None:
        super().__init__(
            "That is not the passphrase of this diary; nothing was changed. Please try again, or use the"
            " printed recovery code."
        )


class WrongCodeError(GuideError):
    """The code is typed as one was printed, but for another diary or before a newer one was printed."""

    def __init__(self) -> None:
        super().__init__(
            "This recovery code belongs to another diary, or a newer one was printed since. Nothing was"
            " changed; please look for the newest sheet."
        )


def unlock(folder: Path, passphrase: str) -> DataKey:
    """The key of the diary in ``folder``; takes some 0.3 s and 192 MiB, so never on the window's thread."""
    return _unlock(folder, PASSPHRASE, _secret(passphrase), WrongPassphraseError())


def unlock_with_code(folder: Path, typed: str) -> DataKey:
    """Says first which group is mistyped; that takes no time."""
    return _unlock(folder, RECOVERY_CODE, _code(typed), WrongCodeError())


def new_key_file(key: DataKey, passphrase: str, code: str, cost: Cost = COST) -> KeyFile:
    demand_good(passphrase)
    boxes = {
        PASSPHRASE: wrap(key, _secret(passphrase), cost),
        RECOVERY_CODE: wrap(key, _code(code), cost),
    }
    return KeyFile(key.id, boxes)


def change_passphrase(folder: Path, key: DataKey, passphrase: str, cost: Cost = COST) -> None:
    """The key gets a new box; the diary itself and the recovery code stay as they are.

    The earlier key files stay beside the new one, so whoever knows the old passphrase and can read these
    files can still open the diary with some skill. Where that matters, ``rekey.renew_key`` is the way.
    """
    demand_good(passphrase)
    _change(folder, key, PASSPHRASE, _secret(passphrase), cost)


def change_code(folder: Path, key: DataKey, code: str, cost: Cost = COST) -> None:
    """From now on this code opens the diary, and the one printed before does not."""
    _change(folder, key, RECOVERY_CODE, _code(code), cost)


def demand_good(passphrase: str) -> None:
    long_enough = SHORTEST <= len(passphrase) <= LONGEST and bool(passphrase.strip())
    if not long_enough or any(map(_is_half_a_sign, passphrase)):
        raise GuideError(
            f"Please choose a passphrase of at least {SHORTEST} characters; four words in a row are easy to"
            " remember. Nothing was changed."
        )


def wrap(key: DataKey, secret: bytes, cost: Cost) -> Wrapped:
    salt = random(SALT_BYTES)
    return Wrapped(cost, salt, bytes(_box(secret, salt, cost).encrypt(key.secret)))


def unwrap(wrapped: Wrapped, secret: bytes) -> DataKey | None:
    """None where another secret made this box."""
    try:
        return DataKey(_box(secret, wrapped.salt, wrapped.cost).decrypt(wrapped.box))
    except CryptoError:
        return None


def _change(folder: Path, key: DataKey, name: str, secret: bytes, cost: Cost) -> None:
    file = _file_of(folder, key)
    changed = replace(file, boxes={**file.boxes, name: wrap(key, secret, cost)})
    try:
        write_key_file(folder, changed)
    except OSError as error:
        raise GuideError(
            "The disk could not keep the whole change; what opened the diary before still does. Please check"
            " the disk, then try again.",
            details_of(error),
        ) from error


def _file_of(folder: Path, key: DataKey) -> KeyFile:
    demand_passphrase(folder)
    for file in usable_key_files(folder):
        if file.key_id == key.id:
            return file
    raise WrongPassphraseError


def _unlock(folder: Path, name: str, secret: bytes, wrong: GuideError) -> DataKey:
    demand_passphrase(folder)
    for file in usable_key_files(folder):
        key = unwrap(file.boxes[name], secret)
        if key is not None and key.id == file.key_id:
            return key
    raise wrong


def _box(secret: bytes, salt: bytes, cost: Cost) -> SecretBox:
    try:
        made = argon2id.kdf(
            KEY_BYTES, secret, salt, opslimit=cost.passes, memlimit=cost.mebibytes * 1024 * 1024
        )
    except (MemoryError, RuntimeError) as error:
        raise GuideError(
            "There is not enough free memory to check this. Nothing was changed; please close other programs"
            " and try again.",
            details_of(error),
        ) from error
    return SecretBox(made)


def _secret(passphrase: str) -> bytes:
    """The same bytes whichever keyboard typed it: an accent may come as one sign or as two."""
    if len(passphrase) > LONGEST or any(map(_is_half_a_sign, passphrase)):
        raise WrongPassphraseError
    return f"{PASSPHRASE}\n{unicodedata.normalize('NFKC', passphrase)}".encode()


def _code(typed: str) -> bytes:
    return f"{RECOVERY_CODE}\n{read_code(typed)}".encode()


def _is_half_a_sign(sign: str) -> bool:
    """Half of an emoji, which no file can hold."""
    return "\ud800" <= sign <= "\udfff"
