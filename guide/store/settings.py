"""The program's settings in settings.json beside the diary; what is missing or broken is the default."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from guide.store.files import write_whole

FILE_NAME = "settings.json"
LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT = 80, 200
_LONGEST_ID = 64
_LONGEST_FILE = 65_536
_LEAST_WINDOW, _MOST_WINDOW = 200, 16_384

Appearance = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Settings:
    region: str = "unknown"
    appearance: Appearance = "system"
    text_percent: int = 100
    child_id: str = ""
    window: tuple[int, int] = (1280, 820)


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
    )


def save_settings(settings: Settings, folder: Path) -> bool:
    """Whether they were kept; the ones on the disk stay whole where not."""
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
    if isinstance(value, str) and value.isprintable() and len(value) <= _LONGEST_ID:
        return value
    return default


def _appearance(value: object, default: Appearance) -> Appearance:
    return next((known for known in get_args(Appearance) if known == value), default)


def _window(value: object, default: tuple[int, int]) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        return default
    width, height = (_between(side, _LEAST_WINDOW, _MOST_WINDOW, 0) for side in value)
    return (width, height) if width and height else default


def _between(value: object, least: int, most: int, default: int) -> int:
    return value if isinstance(value, int) and least <= value <= most else default
