"""What is sealed is opened by the same key under the same name, whole, or not at all."""

import pickle

import pytest

from guide.errors import GuideError
from guide.store.keys import DataKey, LockedError
from guide.store.sealed import MARK, is_sealed, seal, unseal

CONTENT = b"\xff\xd8 a photo of a back" * 500


def test_sealed_bytes_come_back_as_they_were() -> None:
    key = DataKey.new()
    for content in (b"", b"x", CONTENT):
        assert unseal(key, seal(key, content, "a"), "a") == content


def test_sealed_bytes_tell_nothing_and_are_never_the_same() -> None:
    key = DataKey.new()
    one, other = seal(key, CONTENT), seal(key, CONTENT)
    assert is_sealed(one) and not is_sealed(CONTENT)
    assert one != other and CONTENT[:20] not in one


def test_every_changed_byte_is_found() -> None:
    key = DataKey.new()
    sealed = seal(key, b"a photo")
    for at in range(len(sealed)):
        damaged = bytearray(sealed)
        damaged[at] ^= 1
        with pytest.raises(GuideError, match="damaged, or belongs to another diary"):
            unseal(key, bytes(damaged))


@pytest.mark.parametrize("sealed", [b"", MARK, MARK + b"short", seal(DataKey.new(), CONTENT)])
def test_what_another_key_sealed_or_nobody_is_refused(sealed: bytes) -> None:
    with pytest.raises(GuideError):
        unseal(DataKey.new(), sealed)


def test_one_photo_cannot_stand_in_for_another() -> None:
    key = DataKey.new()
    with pytest.raises(GuideError):
        unseal(key, seal(key, CONTENT, "photo-1"), "photo-2")


def test_a_key_shows_itself_nowhere() -> None:
    key = DataKey.new()
    assert key.secret.hex() not in f"{key} {key!r} {[key]}"
    assert key.secret.hex()[:16] not in key.id
    with pytest.raises(TypeError):
        pickle.dumps(key)


def test_a_dropped_key_opens_nothing_any_more() -> None:
    key = DataKey.new()
    kept = key.copy()
    sealed = seal(key, CONTENT)
    key.drop()
    key.drop()
    assert key.dropped
    for use in (lambda: key.sql, lambda: key.secret, lambda: key.id, lambda: unseal(key, sealed), key.copy):
        with pytest.raises(LockedError):
            use()
    assert unseal(kept, sealed) == CONTENT
