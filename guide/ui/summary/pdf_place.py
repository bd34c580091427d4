"""Asking where the PDF goes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from guide.ui import messages

translate = QCoreApplication.translate

_ENDING = ".pdf"


def suggested_name(day: date) -> str:
    """Without the child's name: file names are shown in lists, and carried on sticks."""
    return f"skin-summary-{day.isoformat()}{_ENDING}"


def ask_for_place(parent: QWidget, day: date, on_chosen: Callable[[Path], None]) -> QFileDialog:
    """``on_chosen`` gets a place that ends in .pdf and is free or was agreed to be overwritten."""
    dialog = QFileDialog(parent, translate("summary", "Save as PDF"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(translate("summary", "PDF files (*.pdf)"))
    dialog.setDefaultSuffix(_ENDING[1:])
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.selectFile(suggested_name(day))
    dialog.fileSelected.connect(lambda name: _take(parent, Path(name), on_chosen))
    dialog.open()
    return dialog


def _take(parent: QWidget, chosen: Path, on_chosen: Callable[[Path], None]) -> None:
    if chosen.suffix.lower() == _ENDING:
        on_chosen(chosen)
        return
    # The dialog adds the ending only to names without a dot, and so has not asked about this one.
    place = chosen.with_name(chosen.name + _ENDING)
    if not place.exists():
        on_chosen(place)
        return
    said = translate("summary", "There is a file {name} already. Replace it?").replace("{name}", place.name)
    messages.ask(parent, said, translate("summary", "Replace"), lambda: on_chosen(place))
