"""Settings come back, and nothing in their file can keep the program from starting."""

import json
import os
from pathlib import Path

import pytest

from guide.store.settings import (
    FILE_NAME,
    Settings,
    load_settings,
    save_settings,
    with_bookmark,
    with_recent,
    with_screen,
)

CHOSEN = Settings(
    "gb",
    "dark",
    150,
    "child-1",
    (900, 600),
    {"eDP-1 1920x1080 1": 5.5, "HDMI-1": 3.78},
    bookmarks=("milia", "eczema"),
    recent=("eczema",),
    list_order="name",
    backup_folder=str(Path.home()),
    backup_problem="There is no room left on the disk for a backup.",
)

BROKEN_FILES: dict[str, bytes] = {
    "empty": b"",
    "not JSON": b"region: gb",
    "cut off": b'{"region": "gb", ',
    "a list": b'["gb"]',
    "a number": b"7",
    "nothing": b"null",
    "not text": b"\x89PNG\r\n\x1a\n\x00\xff",
    "half an emoji in bytes": b'{"region": "\xed\xa0\x80"}',
    "nested without end": b"[" * 50_000,
    "far too large": b'{"region": "gb", "more": "' + b"x" * 100_000 + b'"}',
    "zeros": bytes(4096),
}

BROKEN_VALUES: list[tuple[str, object]] = [
    ("region", 44),
    ("region", None),
    ("region", "x" * 65),
    ("region", "g\nb"),
    ("region", "\ud83d"),
    ("appearance", "pink"),
    ("appearance", ["dark"]),
    ("appearance", None),
    ("text_percent", 79),
    ("text_percent", 201),
    ("text_percent", 10**30),
    ("text_percent", "150"),
    ("text_percent", 150.0),
    ("text_percent", True),
    ("text_percent", float("nan")),
    ("child_id", 1),
    ("child_id", {}),
    ("window", [900]),
    ("window", [900, 600, 1]),
    ("window", [900, "600"]),
    ("window", [900, -600]),
    ("window", [900, 100_000]),
    ("window", "900x600"),
    ("window", None),
    ("px_per_mm", None),
    ("px_per_mm", 4.0),
    ("px_per_mm", [4.0]),
    ("px_per_mm", "eDP-1"),
    ("bookmarks", None),
    ("bookmarks", "milia"),
    ("bookmarks", {"milia": True}),
    ("bookmarks", 7),
    ("recent", None),
    ("recent", "milia"),
    ("recent", [[]]),
    ("list_order", "size"),
    ("list_order", ["age"]),
    ("list_order", None),
]

USELESS_IDS: list[object] = ["", "x" * 65, "a\nb", "\ud83d", 7, None, True, ["milia"], {"id": "milia"}]

USELESS_SIZES: list[object] = [
    1.99,
    20.01,
    0,
    -4,
    10**400,
    True,
    None,
    "4.0",
    [4.0],
    {},
    float("nan"),
    float("inf"),
]


def write(folder: Path, content: bytes) -> None:
    (folder / FILE_NAME).write_bytes(content)


def test_settings_come_back(tmp_path: Path) -> None:
    assert save_settings(CHOSEN, tmp_path)
    assert load_settings(tmp_path) == CHOSEN


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == load_settings(tmp_path / "no folder") == Settings()


@pytest.mark.parametrize("content", BROKEN_FILES.values(), ids=BROKEN_FILES)
def test_a_broken_file_gives_defaults(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, content)
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(("key", "value"), BROKEN_VALUES)
def test_a_broken_value_is_the_default_and_spoils_no_other(tmp_path: Path, key: str, value: object) -> None:
    save_settings(CHOSEN, tmp_path)
    values = json.loads((tmp_path / FILE_NAME).read_bytes())
    write(tmp_path, json.dumps(values | {key: value}).encode())
    found = load_settings(tmp_path)
    assert getattr(found, key) == getattr(Settings(), key)
    others = set(values) - {key}
    assert all(getattr(found, other) == getattr(CHOSEN, other) for other in others)


@pytest.mark.parametrize("percent", [80, 200])
def test_the_ends_of_the_range_belong_to_it(tmp_path: Path, percent: int) -> None:
    save_settings(Settings(text_percent=percent), tmp_path)
    assert load_settings(tmp_path).text_percent == percent


@pytest.mark.parametrize("size", USELESS_SIZES, ids=repr)
def test_a_useless_size_of_one_screen_leaves_the_others(tmp_path: Path, size: object) -> None:
    write(tmp_path, json.dumps({"px_per_mm": {"bad": size, "good": 4}}).encode())
    assert load_settings(tmp_path).px_per_mm == {"good": 4.0}


@pytest.mark.parametrize("name", ["x" * 201, "a\nb", "\ud83d"])
def test_a_useless_name_of_a_screen_leaves_the_others(tmp_path: Path, name: str) -> None:
    write(tmp_path, json.dumps({"px_per_mm": {name: 4.0, "good": 4.0}}).encode())
    assert load_settings(tmp_path).px_per_mm == {"good": 4.0}


def test_only_the_newest_eight_screens_are_kept(tmp_path: Path) -> None:
    sizes = {f"screen {number}": 2.0 + number for number in range(12)}
    write(tmp_path, json.dumps({"px_per_mm": sizes}).encode())
    assert list(load_settings(tmp_path).px_per_mm) == [f"screen {number}" for number in range(4, 12)]


def test_a_screen_measured_again_is_the_newest_and_the_oldest_goes() -> None:
    known = {f"screen {number}": 3.0 for number in range(8)}
    again = with_screen(known, "screen 0", 4.0)
    assert list(again.items())[-1] == ("screen 0", 4.0)
    assert len(again) == 8
    assert "screen 1" not in with_screen(again, "new", 5.0)


@pytest.mark.parametrize("bad", USELESS_IDS, ids=repr)
@pytest.mark.parametrize("key", ["bookmarks", "recent"])
def test_a_useless_id_among_the_conditions_kept_leaves_the_others(
    tmp_path: Path, key: str, bad: object
) -> None:
    write(tmp_path, json.dumps({key: ["milia", bad, "eczema", "milia"]}).encode())
    assert getattr(load_settings(tmp_path), key) == ("milia", "eczema")


@pytest.mark.parametrize(("key", "most"), [("bookmarks", 100), ("recent", 12)])
def test_no_more_conditions_are_read_than_are_ever_kept(tmp_path: Path, key: str, most: int) -> None:
    ids = [f"condition-{number}" for number in range(500)]
    write(tmp_path, json.dumps({key: ids}).encode())
    assert getattr(load_settings(tmp_path), key) == tuple(ids[:most])


def test_a_bookmark_is_put_first_and_taken_away_again() -> None:
    kept = with_bookmark(("milia",), "eczema", kept=True)
    assert kept == ("eczema", "milia")
    assert with_bookmark(kept, "milia", kept=True) == ("milia", "eczema")
    assert with_bookmark(kept, "eczema", kept=False) == ("milia",)


def test_the_oldest_of_too_many_conditions_is_forgotten() -> None:
    bookmarks: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    for number in range(101):
        bookmarks = with_bookmark(bookmarks, f"condition-{number}", kept=True)
        recent = with_recent(recent, f"condition-{number}")
    assert (len(bookmarks), bookmarks[0], bookmarks[-1]) == (100, "condition-100", "condition-1")
    assert (len(recent), recent[0], recent[-1]) == (12, "condition-100", "condition-89")


def test_a_condition_seen_again_is_the_latest_one_and_there_once() -> None:
    assert with_recent(("milia", "eczema"), "eczema") == ("eczema", "milia")


@pytest.mark.parametrize("folder", ["backups", "../backups", 7, None, "/a\nb", "/" + "x" * 5000])
def test_a_backup_folder_that_is_no_whole_path_is_the_usual_one(tmp_path: Path, folder: object) -> None:
    write(tmp_path, json.dumps({"backup_folder": folder}).encode())
    assert load_settings(tmp_path).backup_folder == ""


def test_unknown_and_missing_keys_are_no_error(tmp_path: Path) -> None:
    write(tmp_path, b'{"region": "de", "colour of the future": [1, 2]}')
    assert load_settings(tmp_path) == Settings(region="de")


@pytest.mark.skipif(os.name != "posix", reason="needs named pipes")
def test_a_pipe_or_folder_in_its_place_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    assert load_settings(tmp_path) == Settings()
    (tmp_path / "other" / FILE_NAME).mkdir(parents=True)
    assert load_settings(tmp_path / "other") == Settings()


@pytest.mark.skipif(os.name != "posix", reason="needs permissions")
def test_only_this_user_may_read_them(tmp_path: Path) -> None:
    save_settings(CHOSEN, tmp_path)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_saving_leaves_no_other_file(tmp_path: Path) -> None:
    save_settings(Settings(), tmp_path)
    save_settings(CHOSEN, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_failed_save_says_so_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert not save_settings(CHOSEN, tmp_path)
    assert not save_settings(CHOSEN, tmp_path / "no folder")
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_disk_that_fails_to_sync_leaves_the_old_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_settings(CHOSEN, tmp_path)

    def fail(_handle: int) -> None:
        raise OSError("no sync")

    monkeypatch.setattr(os, "fsync", fail)
    assert not save_settings(Settings(), tmp_path)
    assert load_settings(tmp_path) == CHOSEN
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
