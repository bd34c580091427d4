"""The form's cards for temperature, care and free words."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from guide.domain.pack import Region
from guide.ui.diary.draft_card import DraftCard
from guide.ui.diary.numbers_typed import THERMOMETER_C, celsius_typed
from guide.ui.icons import ThemedButton
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words
from guide.ui.wording import temperature_words


class TemperatureCard(DraftCard):
    """Takes any number a thermometer shows. What it means is told by the danger signs, never here."""

    danger_signs_requested = Signal()

    def __init__(self, theme: Theme, region: Callable[[], Region]) -> None:
        super().__init__(theme, "")
        self._region = region
        self.title.setText(self.tr("Te&mperature"))
        self.temperature_edit = QLineEdit()
        self.temperature_edit.setAccessibleName(self.tr("Temperature"))
        self.temperature_edit.setFixedWidth(theme.px(104))
        self.temperature_edit.setPlaceholderText(self.tr("not taken"))
        self.temperature_edit.textEdited.connect(self._on_edited)
        self.title.setBuddy(self.temperature_edit)
        self.unit_label = words("", "muted", wrap=False)
        self.danger_button = ThemedButton(theme, self.tr("Danger signs"), "link", "triangle-alert")
        self.danger_button.clicked.connect(self.danger_signs_requested)
        row = FlowLayout(theme.px(SMALLER))
        row.addWidget(self._with_unit())
        row.addWidget(self.danger_button)
        self.body.addLayout(row)

    def _with_unit(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(SMALLER))
        row.addWidget(self.temperature_edit)
        row.addWidget(self.unit_label)
        return box

    def check(self) -> bool:
        region = self._region()
        try:
            celsius_typed(self.draft.temperature, region.temperature)
        except ValueError:
            limits = (
                temperature_words(limit, region).replace(" ", "\N{NO-BREAK SPACE}") for limit in THERMOMETER_C
            )
            least, most = limits
            sentence = self.tr("Please write it as the thermometer shows it, between {least} and {most}.")
            return self._refuse(sentence.format(least=least, most=most), self.temperature_edit)
        return True

    def _on_edited(self, text: str) -> None:
        self.draft.temperature = text
        self._note_change()

    def show_unit(self) -> None:
        unit = f"°{self._region().temperature}"
        self.unit_label.setText(unit)
        self.temperature_edit.setAccessibleDescription(unit)

    def _show(self) -> None:
        self.show_unit()
        self.temperature_edit.setText(self.draft.temperature)


class CareCard(DraftCard):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.setText(self.tr("Care t&ried"))
        self.care_edit = QLineEdit()
        self.care_edit.setAccessibleName(self.tr("Care tried"))
        self.care_edit.setPlaceholderText(self.tr("looser clothes, a new cream…"))
        self.care_edit.setAcceptDrops(False)
        self.care_edit.textEdited.connect(self._on_edited)
        self.title.setBuddy(self.care_edit)
        self.body.addWidget(self.care_edit)

    def _on_edited(self, text: str) -> None:
        self.draft.care_tried = text
        self._note_change()

    def _show(self) -> None:
        self.care_edit.setText(self.draft.care_tried)


class TextCard(DraftCard):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.setText(self.tr("N&ote"))
        self.text_edit = QPlainTextEdit()
        self.text_edit.setAccessibleName(self.tr("Note"))
        self.text_edit.setPlaceholderText(self.tr("What you see, in your own words"))
        self.text_edit.setTabChangesFocus(True)
        self.text_edit.setAcceptDrops(False)
        self.text_edit.setMinimumHeight(theme.px(110))
        self.text_edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.text_edit.textChanged.connect(self._on_changed)
        self.title.setBuddy(self.text_edit)
        self.body.addWidget(self.text_edit, 1)
        self.column.setStretch(self.column.indexOf(self.body), 1)
        self.column.setStretch(self.column.count() - 1, 0)

    def _on_changed(self) -> None:
        text = self.text_edit.toPlainText()
        if text != self.draft.text:
            self.draft.text = text
            self._note_change()

    def _show(self) -> None:
        if self.text_edit.toPlainText() != self.draft.text:
            self.text_edit.setPlainText(self.draft.text)
