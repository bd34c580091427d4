"""In which order the conditions are listed, as a button with a menu."""

from functools import partial
from typing import Literal, get_args

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from guide.ui.icons import ThemedButton
from guide.ui.theme import Theme

Order = Literal["best", "age", "name"]


class OrderButton(ThemedButton):
    order_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "chip")
        menu = QMenu(self)
        group = QActionGroup(menu)
        self.actions_of: dict[Order, QAction] = {}
        for order in get_args(Order):
            action = group.addAction("")
            action.setCheckable(True)
            action.triggered.connect(partial(self._on_triggered, order))
            menu.addAction(action)
            self.actions_of[order] = action
        self.setMenu(menu)

    def show_order(self, order: Order, child: str, *, searching: bool) -> None:
        """``child`` is empty where no age is known: the order by age is not offered then."""
        said: dict[Order, str] = {
            "best": self.tr("Best match first"),
            "age": self.tr("Fits {child}’s age now").replace("{child}", child),
            "name": self.tr("A–Z"),
        }
        for each, action in self.actions_of.items():
            action.setText(said[each].replace("&", "&&"))
            action.setChecked(each == order)
        self.actions_of["best"].setVisible(searching)
        self.actions_of["age"].setVisible(bool(child))
        self.setText(said[order].replace("&", "&&"))
        self.setAccessibleName(self.tr("Order: {order}").replace("{order}", said[order]))

    def _on_triggered(self, order: Order) -> None:
        self.order_chosen.emit(order)
