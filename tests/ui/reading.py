"""What a parent would see and do: the words on a widget, and the turn of a wheel over it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget


def words_on(widget: QWidget) -> str:
    """Every word shown, labels and buttons, one a line."""
    QApplication.processEvents()  # a widget that was put in just now is shown by an event
    shown = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
    texts = [each.text() for each in shown if isinstance(each, QLabel | QAbstractButton)]
    return "\n".join(text for text in texts if text)


def button_named(widget: QWidget, name: str) -> QAbstractButton:
    """The button a parent would find by its words."""
    found = [
        each for each in widget.findChildren(QAbstractButton) if name in (each.text(), each.accessibleName())
    ]
    assert found, f"no button {name!r}"
    return found[0]


def turn_the_wheel_over(field: QWidget) -> None:
    """One notch down, in the middle of the field."""
    middle = QPointF(field.rect().center())
    turn = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
