"""The one place that shows an error or asks a question."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from guide.errors import GuideError

translate = QCoreApplication.translate


def show_problem(
    parent: QWidget | None, problem: GuideError, way_out: tuple[str, Callable[[], None]] | None = None
) -> QMessageBox:
    """A calm sentence in a box that does not block the window behind its back.

    ``way_out``: a button for what would help, and what it does.
    """
    box = _box(parent, QMessageBox.Icon.Information, str(problem))
    if way_out:
        words, does = way_out
        box.addButton(words, QMessageBox.ButtonRole.AcceptRole).clicked.connect(does)
    if problem.details:
        copy = box.addButton(translate("messages", "Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(problem.details))
    _add_plain(box, QMessageBox.StandardButton.Ok)
    box.open()
    return box


def show_bug(parent: QWidget | None, details: str) -> QMessageBox:
    """For what should not have happened; the details hold code, never what was written."""
    said = translate(
        "messages", "Something went wrong in the program itself. What you saved is kept. You can go on."
    )
    return show_problem(parent, GuideError(said, details))


def ask(parent: QWidget, question: str, yes: str, on_yes: Callable[[], None]) -> QMessageBox:
    """A question whose safe answer is the default one."""
    box = _box(parent, QMessageBox.Icon.Question, question)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(_add_plain(box, QMessageBox.StandardButton.Cancel))
    agree.clicked.connect(on_yes)
    box.open()
    return box


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle("Little Spots")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _add_plain(box: QMessageBox, which: QMessageBox.StandardButton) -> QPushButton:
    """A standard button in Qt's own words, without the desktop's little picture."""
    button = box.addButton(which)
    button.setIcon(QIcon())
    return button
