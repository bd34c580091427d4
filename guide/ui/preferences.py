"""The family's settings while the program runs."""

import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from guide.store.settings import Settings, load_settings, save_settings


class Preferences(QObject):
    """Settings are kept as soon as they change; a folder that refuses them is no reason to stop."""

    changed = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.values: Settings = load_settings(folder)

    def change(self, **changes: Any) -> None:
        values = dataclasses.replace(self.values, **changes)
        if values != self.values:
            self.values = values
            save_settings(values, self._folder)
            self.changed.emit()
