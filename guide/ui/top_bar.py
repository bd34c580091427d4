"""The bar above every page: whose turn it is at the left, the danger signs at the right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from guide.domain.diary import Child
from guide.ui.family import Family
from guide.ui.icons import ThemedButton
from guide.ui.theme import PAGE, Theme
from guide.ui.wording import age_words

_LONGEST_NAME = 24
_NARROW = 420


class TopBar(QFrame):
    danger_requested = Signal()
    child_wanted = Signal()
    child_details_requested = Signal()

    def __init__(self, theme: Theme, family: Family) -> None:
        super().__init__()
        self.setProperty("look", "topbar")
        self._theme, self._family = theme, family
        self._narrow = False
        row = QHBoxLayout(self)
        side = theme.px(PAGE)
        row.setContentsMargins(side - theme.px(4), theme.px(10), side - theme.px(4), theme.px(10))
        self.child_button = ThemedButton(theme, "", "pill", "user")
        self._menu = QMenu(self.child_button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.child_button.setMenu(self._menu)
        row.addWidget(self.child_button)
        row.addStretch(1)
        self.danger_button = ThemedButton(theme, self.tr("Danger signs"), "danger-soft", "triangle-alert")
        self.danger_button.setToolTip(self.tr("Ctrl+D"))
        self.danger_button.clicked.connect(self.danger_requested)
        row.addWidget(self.danger_button)
        family.child_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        child = self._family.child
        said = self._words_of(child) if child else self.tr("No child yet")
        shown = _short(child.name) if child and self._narrow else said
        self.child_button.setText(shown.replace("&", "&&"))
        self.child_button.setAccessibleName(self.tr("Child: {who}").format(who=said))

    def _words_of(self, child: Child) -> str:
        name = _short(child.name)
        if child.birth_date is None:
            return name
        return f"{name}  {age_words(child.age_on(self._family.clock.today()))}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the name stands alone; the age is in the menu."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.refresh()

    def _fill_menu(self) -> None:
        self._menu.clear()
        chosen = self._family.child
        for child in self._family.all_children():
            action = self._menu.addAction(self._words_of(child).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(chosen is not None and child.id == chosen.id)
            action.triggered.connect(lambda _=False, wanted=child.id: self._family.choose(wanted))
        if chosen:
            self._menu.addSeparator()
            details = self._menu.addAction(self.tr("Change this child’s details…"))
            details.triggered.connect(self.child_details_requested)
        add = self._menu.addAction(self.tr("Add a child…"))
        add.triggered.connect(self.child_wanted)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
