"""The form's cards for what is seen: compared with last time, how many, how large, how much it itches."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSlider

from guide.domain.diary import Compared
from guide.ui.diary.draft_card import DraftCard, chip
from guide.ui.diary.note_words import compared_choices, itch_words
from guide.ui.diary.numbers_typed import MOST_COUNTED, MOST_MILLIMETRES, count_typed, millimetres_typed
from guide.ui.diary.wheel_guard import leave_wheel_to_page
from guide.ui.icons import ThemedButton
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words
from guide.ui.wording import number_typed

MILLIMETRES = (1, 2, 3, 5, 10)
MOST_ITCH = 10


class ComparedCard(DraftCard):
    """At most one chip is pressed; pressing it again takes the answer back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.setText(self.tr("Compared with last time"))
        row = FlowLayout(theme.px(SMALLER))
        self.body.addLayout(row)
        self.chips = {
            compared: chip(theme, text, self.tr("Compared with last time: {answer}").format(answer=text))
            for compared, text in compared_choices()
        }
        for compared, button in self.chips.items():
            button.clicked.connect(partial(self._on_chip_clicked, compared))
            row.addWidget(button)

    def _on_chip_clicked(self, compared: Compared) -> None:
        self.draft.compared = compared if self.chips[compared].isChecked() else ""
        self._show()
        self._note_change()

    def _show(self) -> None:
        for compared, button in self.chips.items():
            button.setChecked(compared == self.draft.compared)


class CountCard(DraftCard):
    """How many there are: typed, or one more and one less."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.setText(self.tr("&How many"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(SMALLER))
        self.fewer_button = _step_button(theme, "−", self.tr("One fewer"))
        self.count_edit = QLineEdit()
        self.count_edit.setAccessibleName(self.tr("How many spots"))
        self.more_button = _step_button(theme, "+", self.tr("One more"))
        self.title.setBuddy(self.count_edit)
        self.count_edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count_edit.setFixedWidth(theme.px(76))
        row.addWidget(words(self.tr("about"), "muted", wrap=False))
        for widget in (self.fewer_button, self.count_edit, self.more_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        self.count_edit.textEdited.connect(self._on_edited)
        self.fewer_button.clicked.connect(lambda: self._step(-1))
        self.more_button.clicked.connect(lambda: self._step(1))

    def check(self) -> bool:
        try:
            count_typed(self.draft.how_many)
        except ValueError:
            sentence = self.tr("Please write a whole number up to {most}, or leave it empty.")
            return self._refuse(sentence.format(most=MOST_COUNTED), self.count_edit)
        return True

    def _on_edited(self, text: str) -> None:
        self.draft.how_many = text
        self._note_change()

    def _step(self, by: int) -> None:
        number = int(number_typed(self.draft.how_many) or 0) + by
        self.draft.how_many = str(min(max(number, 0), MOST_COUNTED))
        self._show()
        self._note_change()

    def _show(self) -> None:
        self.count_edit.setText(self.draft.how_many)


class SizeCard(DraftCard):
    """The largest one across: a few usual sizes to press, or any number typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.setText(self.tr("&Largest one, across, in mm"))
        row = FlowLayout(theme.px(SMALLER))
        self.body.addLayout(row)
        self.chips = {}
        for size in MILLIMETRES:
            name = self.tr("Largest one: {number} mm").format(number=size)
            button = self.chips[size] = chip(theme, str(size), name)
            button.clicked.connect(partial(self._on_chip_clicked, size))
            row.addWidget(button)
        self.size_edit = QLineEdit()
        self.size_edit.setAccessibleName(self.tr("Largest one, in millimetres"))
        self.size_edit.setPlaceholderText(self.tr("other"))
        self.size_edit.setFixedWidth(theme.px(84))
        self.size_edit.textEdited.connect(self._on_edited)
        self.title.setBuddy(self.size_edit)
        row.addWidget(self.size_edit)

    def check(self) -> bool:
        try:
            millimetres_typed(self.draft.largest)
        except ValueError:
            sentence = self.tr(
                "Please write the size as millimetres up to {most}, for example 2.5, or leave it empty."
            )
            return self._refuse(sentence.format(most=MOST_MILLIMETRES), self.size_edit)
        return True

    def _on_chip_clicked(self, size: int) -> None:
        self.draft.largest = str(size) if self.chips[size].isChecked() else ""
        self._show()
        self._note_change()

    def _on_edited(self, text: str) -> None:
        self.draft.largest = text
        self._press_chips()
        self._note_change()

    def _show(self) -> None:
        self.size_edit.setText(self.draft.largest)
        self._press_chips()

    def _press_chips(self) -> None:
        typed = number_typed(self.draft.largest)
        for size, button in self.chips.items():
            button.setChecked(size == typed)


class ItchCard(DraftCard):
    """From none to the worst; not written down until touched, which is not the same as none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.setText(self.tr("&Itch"))
        self.value_label = words("", "muted")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Itch, from 0 to 10"))
        self.slider.setRange(0, MOST_ITCH)
        self.slider.setPageStep(2)
        leave_wheel_to_page(self.slider)
        self.title.setBuddy(self.slider)
        self.none_chip = chip(theme, self.tr("None"), self.tr("No itch"))
        self.clear_button = ThemedButton(theme, self.tr("Clear"), "link")
        self.clear_button.setAccessibleName(self.tr("Itch: write nothing down"))
        self._build_rows()
        # Not only valueChanged: a press or a key at 0 says "none" without moving anything.
        self.slider.actionTriggered.connect(lambda: self._set(self.slider.sliderPosition()))
        self.slider.sliderPressed.connect(lambda: self._set(self.slider.sliderPosition()))
        self.slider.valueChanged.connect(self._set)
        self.none_chip.clicked.connect(lambda checked: self._set(0 if checked else None))
        self.clear_button.clicked.connect(lambda: self._set(None))

    def _build_rows(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.none_chip)
        top.addWidget(self.slider, 1)
        top.setSpacing(self.theme.px(SMALLER))
        under = QHBoxLayout()
        under.addWidget(self.value_label, 1)
        under.addWidget(self.clear_button)
        self.body.addLayout(top)
        self.body.addLayout(under)

    def _set(self, itch: int | None) -> None:
        if itch != self.draft.itch:
            self.draft.itch = itch
            self._show()
            self._note_change()

    def _show(self) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(self.draft.itch or 0)
        self.slider.blockSignals(False)
        self.none_chip.setChecked(self.draft.itch == 0)
        self.value_label.setText(itch_words(self.draft.itch))
        self.slider.setAccessibleDescription(self.value_label.text())
        self.clear_button.setVisible(self.draft.itch is not None)


def _step_button(theme: Theme, sign: str, name: str) -> ThemedButton:
    button = ThemedButton(theme, sign, "pill")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFixedWidth(theme.px(50))
    return button
