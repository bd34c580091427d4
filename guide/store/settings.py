"""The program's settings in settings.json beside the diary; what is missing or broken is the default."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal, get_args

from guide.store.files import discard_leftovers, write_whole

FILE_NAME = "settings.json"
LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT = 80, 200
LEAST_PX_PER_MM, MOST_PX_PER_MM = 2.0, 20.0
_MOST_SCREENS = 8
_LONGEST_SCREEN = 200
_LONGEST_ID = 64
_LONGEST_PATH = 4_096
_LONGEST_SENTENCE = 400
_LONGEST_FILE = 65_536
_MOST_BOOKMARKS = 100
_MOST_RECENT = 12
_LEAST_WINDOW, _MOST_WINDOW = 200, 16_384

Appearance = Literal["system", "light", "dark"]
ListOrder = Literal["age", "name"]


@dataclass(frozen=True, slots=True)
class Settings:
    """``px_per_mm``: for each screen that was measured, by what tells it from other screens.

    ``bookmarks`` and ``recent`` are ids of conditions, the newest first. ``backup_folder`` is empty for the
    usual one; ``backup_problem`` is why the last one failed, in words for a parent, empty once one was made.
    """

    region: str = "unknown"
    appearance: Appearance = "system"
    text_percent: int = 100
    child_id: str = ""
    window: tuple[int, int] = (1280, 820)
    px_per_mm: Mapping[str, float] = field(default_factory=dict)
    bookmarks: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    list_order: ListOrder = "age"
    backup_folder: str = ""
    backup_problem: str = ""


def load_settings(folder: Path) -> Settings:
    """Never fails: each value that cannot be used is the default of that value."""
    found = _read(folder / FILE_NAME)
    default = Settings()
    return Settings(
        region=_id(found.get("region"), default.region),
        appearance=_appearance(found.get("appearance"), default.appearance),
        text_percent=_between(
            found.get("text_percent"), LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT, default.text_percent
        ),
        child_id=_id(found.get("child_id"), default.child_id),
        window=_window(found.get("window"), default.window),
        px_per_mm=_screens(found.get("px_per_mm")),
        bookmarks=_ids(found.get("bookmarks"), _MOST_BOOKMARKS),
        recent=_ids(found.get("recent"), _MOST_RECENT),
        list_order=_list_order(found.get("list_order"), default.list_order),
        backup_folder=_folder(found.get("backup_folder"), default.backup_folder),
        backup_problem=_text(found.get("backup_problem"), _LONGEST_SENTENCE, default.backup_problem),
    )


def with_screen(known: Mapping[str, float], screen: str, px_per_mm: float) -> dict[str, float]:
    """The screens known, and this one as the newest; the oldest of too many is forgotten."""
    others = {name: value for name, value in known.items() if name != screen}
    return _newest(others | {screen: px_per_mm})


def with_bookmark(known: Sequence[str], condition_id: str, kept: bool) -> tuple[str, ...]:
    """The bookmarks with this one as the newest, or without it; the oldest of too many is forgotten."""
    others = tuple(each for each in known if each != condition_id)
    return (condition_id, *others)[:_MOST_BOOKMARKS] if kept else others


def with_recent(known: Sequence[str], condition_id: str) -> tuple[str, ...]:
    """The conditions looked at, this one last."""
    return (condition_id, *(each for each in known if each != condition_id))[:_MOST_RECENT]


def save_settings(settings: Settings, folder: Path) -> bool:
    """Whether they were kept; the ones on the disk stay whole where not."""
    discard_leftovers(folder, "settings")
    try:
        write_whole(folder / FILE_NAME, json.dumps(asdict(settings), indent=2).encode())
    except (OSError, ValueError):
        return False
    return True


def _read(path: Path) -> dict[str, object]:
    try:
        # Anything but a plain small file could keep the program waiting at its start.
        if not path.is_file() or path.stat().st_size > _LONGEST_FILE:
            return {}
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _id(value: object, default: str) -> str:
    return _text(value, _LONGEST_ID, default)


def _text(value: object, longest: int, default: str) -> str:
    if isinstance(value, str) and value.isprintable() and len(value) <= longest:
        return value
    return default


def _folder(value: object, default: str) -> str:
    """A whole path: any other would move with the folder the program is started in."""
    path = _text(value, _LONGEST_PATH, default)
    return path if Path(path).is_absolute() else default


def _ids(value: object, most: int) -> tuple[str, ...]:
    """Each id that can be used, once, up to so many."""
    entries = value if isinstance(value, list) else ()
    return tuple(dict.fromkeys(each for each in entries if _id(each, "")))[:most]


def _list_order(value: object, default: ListOrder) -> ListOrder:
    return next((known for known in get_args(ListOrder) if known == value), default)


def _appearance(value: object, default: Appearance) -> Appearance:
    return next((known for known in get_args(Appearance) if known == value), default)


def _window(value: object, default: tuple[int, int]) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        return default
    width, height = (_between(side, _LEAST_WINDOW, _MOST_WINDOW, 0) for side in value)
    return (width, height) if width and height else default


def _between(value: object, least: int, most: int, default: int) -> int:
    return value if isinstance(value, int) and least <= value <= most else default


def _screens(value: object) -> dict[str, float]:
    """Each screen that can be used; the others are measured again when it matters."""
    entries = value.items() if isinstance(value, dict) else ()
    return _newest({name: float(size) for name, size in entries if _is_screen(name) and _is_px_per_mm(size)})


def _is_screen(name: object) -> bool:
    return isinstance(name, str) and name.isprintable() and len(name) <= _LONGEST_SCREEN


def _is_px_per_mm(size: object) -> bool:
    if isinstance(size, bool) or not isinstance(size, int | float):
        return False
    return LEAST_PX_PER_MM <= size <= MOST_PX_PER_MM


def _newest(screens: dict[str, float]) -> dict[str, float]:
    return dict(list(screens.items())[-_MOST_SCREENS:])
