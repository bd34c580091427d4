"""Scrolling a form must not change the answers the pointer passes over."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class _WheelGuard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Wheel:
            return False
        # Refused here, it goes on to the page, which scrolls.
        event.ignore()
        return True


def leave_wheel_to_page(widget: QWidget) -> None:
    widget.installEventFilter(_WheelGuard(widget))
