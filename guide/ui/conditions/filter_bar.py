"""Leaving conditions out by what a parent sees: a menu for each kind of answer, and the chosen as chips."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from guide.domain.filters import NOW, Facet, FacetOption, Filters
from guide.ui.icons import ThemedButton
from guide.ui.theme import SMALLER, TINY, Theme
from guide.ui.widgets.layouts import FlowLayout

Counts = Mapping[tuple[str, str], int]

translate = QCoreApplication.translate


class FilterBar(QWidget):
    """``count``: how many conditions each option would leave, asked when a menu is opened.

    ``all_button`` holds all menus; it is put where there is little height, instead of the bar's own buttons.
    """

    changed = Signal()

    def __init__(self, theme: Theme, facets: tuple[Facet, ...], count: Callable[[], Counts]) -> None:
        super().__init__()
        self._theme, self._facets, self._count = theme, facets, count
        self._child_name = ""
        self.small = False
        self.filters = Filters()
        self.buttons: dict[str, ThemedButton] = {}
        self.menus: dict[str, OptionMenu] = {}
        self.chips: dict[tuple[str, str], ThemedButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SMALLER))
        self._buttons_row = FlowLayout(theme.px(TINY))
        column.addLayout(self._buttons_row)
        self._chip_box = QWidget()
        self._chip_row = FlowLayout(theme.px(TINY))
        self._chip_box.setLayout(self._chip_row)
        column.addWidget(self._chip_box)
        self._build_buttons()
        self._show_chosen()

    def set_filters(self, filters: Filters) -> None:
        if filters != self.filters:
            self.filters = filters
            self._show_chosen()
            self.changed.emit()

    def set_child(self, name: str) -> None:
        """Empty where no age is known: the child's age is not offered then."""
        self._child_name = name
        if not name and NOW in self.filters.chosen.get("age", ()):
            self.set_filters(self.filters.without_option("age", NOW))
        self._show_chosen()

    def be_small(self, small: bool) -> None:
        self.small = small
        self.all_button.setVisible(small)
        for button in self.buttons.values():
            button.setVisible(not small)
        self.setVisible(not small or bool(self.filters))

    def chosen(self) -> list[tuple[str, str]]:
        """Facet and option, in the order they are offered."""
        return [
            (facet.id, option.id)
            for facet in self._facets
            for option in facet.options
            if option.id in self.filters.chosen.get(facet.id, ())
        ]

    def words_of(self, facet: str, option: str) -> str:
        known = next(each for each in self._facets if each.id == facet)
        return self._option_words(facet, next(each for each in known.options if each.id == option))

    def _build_buttons(self) -> None:
        self.all_button = ThemedButton(self._theme, "", "chip")
        everything = QMenu(self.all_button)
        self.all_button.setMenu(everything)
        for facet in self._facets:
            button = ThemedButton(self._theme, "", "chip")
            menu = OptionMenu(facet_words(facet.id), button)
            menu.aboutToShow.connect(partial(self._fill, facet))
            button.setMenu(menu)
            everything.addMenu(menu)
            self.buttons[facet.id], self.menus[facet.id] = button, menu
            self._buttons_row.addWidget(button)

    def _fill(self, facet: Facet) -> None:
        menu = self.menus[facet.id]
        menu.clear()
        for option in facet.options:
            if option.id == NOW and not self._child_name:
                continue
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(option.id)
            action.setChecked(option.id in self.filters.chosen.get(facet.id, ()))
            action.toggled.connect(partial(self._on_toggled, facet, option.id))
        self._show_counts(facet)

    def _show_counts(self, facet: Facet) -> None:
        counts = self._count()
        for action in self.menus[facet.id].actions():
            option = next(each for each in facet.options if each.id == action.data())
            count = counts.get((facet.id, option.id), 0)
            said = self.tr("{option} ({count})").format(
                option=self._option_words(facet.id, option), count=count
            )
            action.setText(said.replace("&", "&&"))
            action.setEnabled(count > 0 or action.isChecked())

    def _on_toggled(self, facet: Facet, option: str, chosen: bool) -> None:
        change = self.filters.with_option if chosen else self.filters.without_option
        self.set_filters(change(facet.id, option))
        self._show_counts(facet)

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        for facet in self._facets:
            name = facet_words(facet.id)
            count = sum(each[0] == facet.id for each in chosen)
            self.buttons[facet.id].setText(f"{name} · {count}" if count else name)
            self.buttons[facet.id].setAccessibleName(
                self.tr("Filter: {name}, {count} chosen").format(name=name, count=count)
            )
        filters = self.tr("Filters")
        self.all_button.setText(f"{filters} · {len(chosen)}" if chosen else filters)
        self.all_button.setAccessibleName(self.tr("Filters, {count} chosen").format(count=len(chosen)))
        self._show_chips(chosen)

    def _show_chips(self, chosen: list[tuple[str, str]]) -> None:
        self._chip_row.clear()
        self.chips = {each: self._chip(*each) for each in chosen}
        for chip in self.chips.values():
            self._chip_row.addWidget(chip)
        if chosen:
            self.clear_button = ThemedButton(self._theme, self.tr("Clear filters"), "link")
            self.clear_button.clicked.connect(self._on_clear_clicked)
            self._chip_row.addWidget(self.clear_button)
        self._chip_box.setVisible(bool(chosen))
        self.setVisible(not self.small or bool(chosen))

    def _chip(self, facet: str, option: str) -> ThemedButton:
        said = self.words_of(facet, option)
        chip = ThemedButton(self._theme, f"{said}  ✕".replace("&", "&&"), "chip")
        chip.setAccessibleName(self.tr("Take filter away: {name}").replace("{name}", said))
        chip.clicked.connect(partial(self._on_chip_clicked, facet, option))
        return chip

    def _on_chip_clicked(self, facet: str, option: str) -> None:
        self.set_filters(self.filters.without_option(facet, option))
        self._focus_on(facet)

    def _on_clear_clicked(self) -> None:
        self.set_filters(Filters())
        self._focus_on(self._facets[0].id)

    def _focus_on(self, facet: str) -> None:
        """The button pressed is gone: the keys go to where its filter can be chosen again."""
        button = self.buttons[facet] if self.buttons[facet].isVisible() else self.all_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _option_words(self, facet: str, option: FacetOption) -> str:
        if option.id == NOW:
            return self.tr("{child}’s age now").replace("{child}", self._child_name)
        return option.text or option_words(facet, option.id)


class OptionMenu(QMenu):
    """Stays open while several options are chosen one after the other."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._toggle(self.activeAction()):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._toggle(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _toggle(action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


def facet_words(facet: str) -> str:
    return {
        "look": translate("filters", "Look"),
        "place": translate("filters", "Place"),
        "age": translate("filters", "Age"),
        "itch": translate("filters", "Itch"),
        "catching": translate("filters", "Catching"),
        "rise": translate("filters", "Flat or raised"),
    }[facet]


def option_words(facet: str, option: str) -> str:
    """What the pack has no words of its own for."""
    return {
        ("rise", "raised"): translate("filters", "Raised"),
        ("rise", "flat"): translate("filters", "Flat"),
        ("catching", "no"): translate("filters", "Not catching"),
        ("catching", "partly"): translate("filters", "Catching only in part"),
        ("catching", "yes"): translate("filters", "Catching"),
        ("age", "first-weeks"): translate("filters", "First 4 weeks"),
        ("age", "to-three-months"): translate("filters", "1 to 3 months"),
        ("age", "to-one-year"): translate("filters", "3 months to 1 year"),
        ("age", "over-one-year"): translate("filters", "Over 1 year"),
    }[facet, option]
