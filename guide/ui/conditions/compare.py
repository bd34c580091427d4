"""Comparing two or three conditions side by side."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack
from guide.ui.conditions.compare_table import LEAST, CompareTable
from guide.ui.conditions.tone_row import tone_row
from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, ROOM, SMALLER, Theme
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.page import Page
from guide.ui.widgets.words import clear_layout, heading, words

MOST = 3


class CompareView(Page):
    """``conditions_changed`` and ``print_requested`` tell the ids that are shown, in their order."""

    closed = Signal()
    condition_requested = Signal(str)
    conditions_changed = Signal(tuple)
    print_requested = Signal(tuple)
    tone_chosen = Signal(int)

    def __init__(self, theme: Theme, pack: ContentPack, tone: int = 2) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Compare"))
        self._pack, self._tone = pack, tone
        self._conditions: tuple[Condition, ...] = ()
        self._add_head()
        self._add_choice()
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.px(ROOM))
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self._show()

    @property
    def shown_ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self._conditions)

    @property
    def tone(self) -> int:
        return self._tone

    def show_conditions(self, ids: Iterable[str]) -> None:
        """Up to three, each once; an id that the pack does not know is left out."""
        known = self._pack.condition
        self._conditions = tuple(known[each] for each in dict.fromkeys(ids) if each in known)[:MOST]
        self._show()
        self.to_top()

    def set_tone(self, tone: int) -> None:
        self._tone = tone
        self.tone_buttons.button(tone).setChecked(True)
        if self._conditions:
            self.table.set_tone(tone)

    def add(self, condition_id: str) -> None:
        if condition_id in self.shown_ids or len(self._conditions) >= MOST:
            return
        self._change([*self.shown_ids, condition_id])

    def remove(self, condition_id: str) -> None:
        self._change([each for each in self.shown_ids if each != condition_id])

    def _change(self, ids: list[str]) -> None:
        """What was pressed is gone now; the keyboard goes on at the list of those to add."""
        self.show_conditions(ids)
        wanted = self.choice_combo if self.choice_combo.isEnabled() else self.close_button
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        self.conditions_changed.emit(self.shown_ids)

    def _add_head(self) -> None:
        lead = self.tr("Two or three conditions side by side.")
        self.column.addWidget(heading(self.tr("Compare"), lead))
        row = FlowLayout(self.theme.px(GAP))
        self.close_button = ThemedButton(self.theme, self.tr("Back"), "", "arrow-left")
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.close_button)
        self.print_button = ThemedButton(self.theme, self.tr("Print this comparison"), "", "printer")
        self.print_button.clicked.connect(lambda: self.print_requested.emit(self.shown_ids))
        row.addWidget(self.print_button)
        self.column.addLayout(row)

    def _add_choice(self) -> None:
        row = FlowLayout(self.theme.px(SMALLER))
        self.choice_combo = _StillCombo()
        self.choice_combo.setAccessibleName(self.tr("Condition to add"))
        row.addWidget(self.choice_combo)
        self.add_button = ThemedButton(self.theme, self.tr("Add"), "", "plus")
        self.add_button.setAccessibleName(self.tr("Add the chosen condition"))
        self.add_button.clicked.connect(self._on_add_clicked)
        row.addWidget(self.add_button)
        self.column.addLayout(row)
        tones, self.tone_buttons = tone_row(self, self.theme, self._tone)
        self.tone_buttons.idClicked.connect(self._on_tone_clicked)
        self.column.addLayout(tones)

    def _on_add_clicked(self) -> None:
        chosen = self.choice_combo.currentData()
        if chosen is None:
            self.choice_combo.showPopup()
        else:
            self.add(chosen)

    def _on_tone_clicked(self, tone: int) -> None:
        self.set_tone(tone)
        self.tone_chosen.emit(tone)

    def _show(self) -> None:
        clear_layout(self._body)
        self._fill_choice()
        self.print_button.setEnabled(len(self._conditions) >= LEAST)
        if len(self._conditions) < LEAST:
            self._body.addWidget(self._invitation())
        if self._conditions:
            self.table = CompareTable(self.theme, self._pack, self._conditions, self._tone)
            self.table.condition_requested.connect(self.condition_requested)
            self.table.remove_requested.connect(self.remove)
            self._body.addWidget(self.table)

    def _fill_choice(self) -> None:
        self.choice_combo.clear()
        for condition in sorted(self._pack.conditions, key=lambda each: each.name.casefold()):
            if condition not in self._conditions:
                self.choice_combo.addItem(condition.name, condition.id)
        more = len(self._conditions) < MOST
        says = self.tr("Choose one to add…") if more else self.tr("Three are shown")
        self.choice_combo.setPlaceholderText(says)
        self.choice_combo.setCurrentIndex(-1)
        self.choice_combo.setEnabled(more)
        self.add_button.setEnabled(more)

    def _invitation(self) -> QWidget:
        """With one only: those it is easily mixed up with, each one press away."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(SMALLER))
        column.addWidget(words(self.tr("Add one or two more to compare.")))
        row = FlowLayout(self.theme.px(SMALLER))
        self.suggestions: dict[str, ThemedButton] = {}
        for each in self._conditions[0].look_alikes if self._conditions else ():
            name = self._pack.condition[each.id].name
            button = ThemedButton(self.theme, name, "pill", "plus")
            button.setAccessibleName(self.tr("Compare with {name}").replace("{name}", name))
            button.clicked.connect(lambda _=False, wanted=each.id: self.add(wanted))
            self.suggestions[each.id] = button
            row.addWidget(button)
        column.addLayout(row)
        return box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _StillCombo(QComboBox):
    """The wheel scrolls the page and chooses nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(22)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
