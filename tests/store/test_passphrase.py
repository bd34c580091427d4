"""The passphrase or the printed code opens the key; what is done to keys.json is told and harms nothing."""

import os
import unicodedata
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store.key_file import Cost, write_key_file
from guide.store.keys import KEY_FILE, DataKey, has_keys
from guide.store.passphrase import (
    LOST,
    WrongCodeError,
    WrongPassphraseError,
    change_code,
    change_passphrase,
    new_key_file,
    unlock,
    unlock_with_code,
)
from guide.store.recovery_code import new_code
from tests.store.families import what_is_in
from tests.store.test_refusals import is_calm

QUICK = Cost(1, 1)
WORDS = "vier Wörter für Mia"
CODE = new_code()


@pytest.fixture
def key(tmp_path: Path) -> DataKey:
    """The key of a diary whose key file is in ``tmp_path``."""
    key = DataKey.new()
    write_key_file(tmp_path, new_key_file(key, WORDS, CODE, QUICK))
    return key


def test_passphrase_and_code_open_the_same_key(tmp_path: Path, key: DataKey) -> None:
    assert unlock(tmp_path, WORDS).secret == key.secret
    assert unlock_with_code(tmp_path, CODE.lower()).secret == key.secret


def test_an_accent_typed_as_one_sign_or_as_two_is_the_same(tmp_path: Path, key: DataKey) -> None:
    apart = unicodedata.normalize("NFD", WORDS)
    assert apart != WORDS
    assert unlock(tmp_path, apart).secret == key.secret


@pytest.mark.parametrize(
    "wrong", ["", "vier Wörter für Mi", WORDS + " ", WORDS.upper(), "\ud83d", "x" * 9999]
)
def test_a_wrong_passphrase_says_what_can_be_done(tmp_path: Path, key: DataKey, wrong: str) -> None:
    before = what_is_in(tmp_path)
    with pytest.raises(WrongPassphraseError, match="try again, or use the printed recovery code") as caught:
        unlock(tmp_path, wrong)
    assert is_calm(str(caught.value))
    assert what_is_in(tmp_path) == before


def test_the_code_of_another_diary_is_told_from_a_mistyped_one(tmp_path: Path, key: DataKey) -> None:
    with pytest.raises(WrongCodeError, match="another diary, or a newer one was printed") as caught:
        unlock_with_code(tmp_path, new_code())
    assert is_calm(str(caught.value))
    with pytest.raises(GuideError, match="sixth group"):
        unlock_with_code(tmp_path, CODE[:-1] + ("A" if CODE[-1] != "A" else "C"))


def test_what_is_said_of_a_lost_passphrase_is_honest() -> None:
    assert is_calm(LOST)
    assert "nobody can open it" in LOST


@pytest.mark.parametrize("weak", ["", "short", "        ", "x" * 1025, "1234567\ud83d"])
def test_a_passphrase_that_protects_nothing_is_not_taken(tmp_path: Path, weak: str) -> None:
    with pytest.raises(GuideError, match="at least 8 characters"):
        new_key_file(DataKey.new(), weak, CODE, QUICK)


def test_neither_key_nor_passphrase_nor_code_stand_on_the_disk(tmp_path: Path, key: DataKey) -> None:
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        for secret in (
            key.secret,
            key.secret.hex().encode(),
            WORDS.encode(),
            CODE.encode(),
            CODE[:6].encode(),
        ):
            assert secret not in data


def test_key_files_are_for_this_user_alone(tmp_path: Path, key: DataKey) -> None:
    if os.name == "posix":
        assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_a_new_passphrase_takes_the_place_of_the_old_and_leaves_the_code(
    tmp_path: Path, key: DataKey
) -> None:
    change_passphrase(tmp_path, key, "another four words", QUICK)
    assert unlock(tmp_path, "another four words").secret == key.secret
    assert unlock_with_code(tmp_path, CODE).secret == key.secret
    with pytest.raises(WrongPassphraseError):
        unlock(tmp_path, WORDS)


def test_a_new_code_takes_the_place_of_the_old_and_leaves_the_passphrase(
    tmp_path: Path, key: DataKey
) -> None:
    code = new_code()
    change_code(tmp_path, key, code, QUICK)
    assert unlock_with_code(tmp_path, code).secret == unlock(tmp_path, WORDS).secret == key.secret
    with pytest.raises(WrongCodeError):
        unlock_with_code(tmp_path, CODE)


def test_the_key_of_another_diary_changes_nothing(tmp_path: Path, key: DataKey) -> None:
    before = what_is_in(tmp_path)
    with pytest.raises(GuideError):
        change_passphrase(tmp_path, DataKey.new(), "another four words", QUICK)
    assert what_is_in(tmp_path) == before


def test_some_earlier_key_files_are_kept_and_no_unreadable_one_is_removed(
    tmp_path: Path, key: DataKey
) -> None:
    (tmp_path / "keys-1.json").write_bytes(b"scrambled")
    for number in range(8):
        change_passphrase(tmp_path, key, f"passphrase {number}", QUICK)
    assert set(what_is_in(tmp_path)) == {KEY_FILE, *(f"keys-{number}.json" for number in (1, 6, 7, 8, 9))}


def test_a_diary_without_a_passphrase_says_so(tmp_path: Path) -> None:
    assert not has_keys(tmp_path)
    with pytest.raises(GuideError, match="has no passphrase"):
        unlock(tmp_path, WORDS)
