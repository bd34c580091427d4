"""Fields over which the mouse wheel scrolls the page and changes nothing."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


def let_wheel_pass(field: QWidget) -> None:
    """For a field on a page that scrolls: its value must not change unseen under the pointer."""
    field.installEventFilter(_WheelGuard(field))


class _WheelGuard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
