"""Tab goes as one reads, also through what was put in later."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(before: QWidget, inside: QWidget, *after: QWidget) -> None:
    """Order: `before`, then every control in `inside` as it was made, then the ones `after`."""
    controls = [each for each in inside.findChildren(QWidget) if _is_stop(each, inside)]
    order = [before, *controls, *after]
    for first, second in pairwise(order):
        QWidget.setTabOrder(first, second)


def _is_stop(widget: QWidget, inside: QWidget) -> bool:
    """Not the list a combo box opens in a window of its own, nor the inner field that a box stands for."""
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.focusProxy() is None and widget.window() is inside.window()
