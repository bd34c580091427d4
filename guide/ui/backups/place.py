"""Where backups are kept unless the family chooses another folder."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

NAME = "Little Spots backups"


def documents_folder() -> Path:
    """Outside the program's own folder, where families look for their things and copy them from."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / NAME
