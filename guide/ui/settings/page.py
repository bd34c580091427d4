"""Settings: the family's country, how the program looks, and where the diary is. Each applies at once."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QWidget

from guide.domain.pack import ContentPack, Region
from guide.ui.backups.card import BackupsCard
from guide.ui.backups.keeper import BackupKeeper
from guide.ui.calibration.dialog import CalibrationDialog
from guide.ui.calibration.screens import ScreenSizes, ScreenWatch
from guide.ui.icons import IconLabel, ThemedButton
from guide.ui.preferences import Preferences
from guide.ui.settings.wheel import let_wheel_pass
from guide.ui.theme import GAP, ROOM, SMALLER, TEXT_PERCENTS, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import FlowLayout, TileLayout
from guide.ui.widgets.page import Page
from guide.ui.widgets.words import words
from guide.ui.wording import day_words

USUAL_PERCENT = 100
_LEAST_CARD = 340


class SettingsPage(Page):
    """Only changes the preferences; whoever listens to them applies what changed."""

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        preferences: Preferences,
        data_folder: Path,
        keeper: BackupKeeper,
    ) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Settings"))
        self._pack, self._preferences, self._data_folder = pack, preferences, data_folder
        self._sizes = ScreenSizes(preferences, self)
        self.column.addWidget(words(self.tr("Settings"), "h1"))
        self.column.addWidget(words(self.tr("Every change counts at once and is kept."), "lead"))
        self.backups_card = BackupsCard(theme, keeper)
        tiles = TileLayout(theme.px(_LEAST_CARD), 2, theme.px(ROOM))
        for make in (
            self._region_card,
            self._appearance_card,
            self._text_card,
            self._true_size_card,
            self._diary_card,
        ):
            tiles.addWidget(make())
        tiles.addWidget(self.backups_card)
        self.column.addLayout(tiles)
        self.column.addStretch(1)
        preferences.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """What is chosen now, also where it was changed elsewhere."""
        values = self._preferences.values
        region = self._pack.region(values.region)
        self.region_combo.setCurrentIndex(self.region_combo.findData(region.id))
        self._say_region(region)
        self.appearance_buttons[values.appearance].setChecked(True)
        nearest = min(TEXT_PERCENTS, key=lambda percent: abs(percent - values.text_percent))
        self.text_combo.setCurrentIndex(TEXT_PERCENTS.index(nearest))
        self._say_true_size()

    def _region_card(self) -> Card:
        card = Card(self.theme)
        self.region_combo = QComboBox()
        for region in self._pack.regions:
            self.region_combo.addItem(region.name, region.id)
        self.region_combo.activated.connect(self._on_region_chosen)
        self._add_field(card, self.tr("Your country"), self.region_combo)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(SMALLER))
        row.addWidget(IconLabel(self.theme, "phone", "emergency", 20))
        self.number_label = words("", "h3")
        row.addWidget(self.number_label, 1)
        card.column.addLayout(row)
        self.advice_label = words("")
        self.poison_label = words("")
        self.checked_label = words("", "small-muted")
        for label in (self.advice_label, self.poison_label, self.checked_label):
            card.column.addWidget(label)
        card.column.addStretch(1)
        return card

    def _appearance_card(self) -> Card:
        card = Card(self.theme)
        card.column.addWidget(words(self.tr("Appearance"), "h2"))
        self._appearance_group = QButtonGroup(self)
        self.appearance_buttons: dict[str, QRadioButton] = {}
        for appearance, text in (
            ("system", self.tr("Follow the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            button = QRadioButton(text)
            button.setAccessibleName(self.tr("Appearance: {choice}").format(choice=text))
            button.clicked.connect(lambda _=False, chosen=appearance: self._on_appearance_chosen(chosen))
            self._appearance_group.addButton(button)
            self.appearance_buttons[appearance] = button
            card.column.addWidget(button)
        card.column.addStretch(1)
        return card

    def _text_card(self) -> Card:
        card = Card(self.theme)
        self.text_combo = QComboBox()
        for percent in TEXT_PERCENTS:
            usual = percent == USUAL_PERCENT
            said = self.tr("{percent} % (usual)") if usual else self.tr("{percent} %")
            self.text_combo.addItem(said.format(percent=percent), percent)
        self.text_combo.activated.connect(self._on_text_chosen)
        self._add_field(card, self.tr("Text size"), self.text_combo)
        said = self.tr("Everything grows with the text: buttons, drawings and the space around them.")
        card.column.addWidget(words(said, "muted"))
        card.column.addStretch(1)
        return card

    def _true_size_card(self) -> Card:
        card = Card(self.theme)
        card.column.addWidget(words(self.tr("True size on this screen"), "h2"))
        self.true_size_label = words("")
        card.column.addWidget(self.true_size_label)
        self.measure_button = ThemedButton(self.theme, "", "chip", "ruler")
        self.measure_button.clicked.connect(self._on_measure_clicked)
        self.forget_button = ThemedButton(self.theme, self.tr("Forget it"), "chip")
        self.forget_button.setAccessibleName(self.tr("Forget the true size on this screen"))
        self.forget_button.clicked.connect(lambda: self._sizes.forget(self.screen()))
        row = FlowLayout(self.theme.px(GAP))
        row.addWidget(self.measure_button)
        row.addWidget(self.forget_button)
        card.column.addLayout(row)
        said = self.tr(
            "Drawings can be shown as large as on the skin. Each screen is measured with a bank card."
        )
        card.column.addWidget(words(said, "muted"))
        card.column.addStretch(1)
        self._watch = ScreenWatch(self)
        self._watch.changed.connect(self._say_true_size)
        return card

    def _diary_card(self) -> Card:
        card = Card(self.theme)
        self.folder_edit = QLineEdit(str(self._data_folder))
        self.folder_edit.setReadOnly(True)
        self.folder_edit.setCursorPosition(0)
        self._add_field(card, self.tr("Where the diary is"), self.folder_edit)
        self.copy_button = ThemedButton(self.theme, self.tr("Copy the path"), "chip", "copy")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(GAP))
        row.addWidget(self.copy_button)
        self.copied_label: QLabel = words("", "small-muted")
        row.addWidget(self.copied_label, 1)
        card.column.addLayout(row)
        said = self.tr("Your notes and photos are in this folder. Backups are kept apart from it.")
        card.column.addWidget(words(said, "muted"))
        card.column.addStretch(1)
        return card

    def _add_field(self, card: Card, title: str, field: QWidget) -> None:
        label = words(title, "h2")
        label.setBuddy(field)
        field.setAccessibleName(title)
        let_wheel_pass(field)
        card.column.addWidget(label)
        card.column.addWidget(field)

    def _say_true_size(self) -> None:
        known = self._sizes.px_per_mm(self.screen()) is not None
        self.true_size_label.setText(self.tr("Set for this screen.") if known else self.tr("Not set."))
        measure = self.tr("Measure again") if known else self.tr("Measure this screen")
        self.measure_button.setText(measure)
        self.forget_button.setVisible(known)

    def _say_region(self, region: Region) -> None:
        number = region.emergency_words or region.emergency_number
        self.number_label.setText(self.tr("In an emergency call {number}.").replace("{number}", number))
        self.advice_label.setText(self.tr("For advice: {advice}.").replace("{advice}", region.advice))
        self.advice_label.setVisible(bool(region.advice))
        self.poison_label.setText(self.tr("Poisons advice: {number}.").replace("{number}", region.poison))
        self.poison_label.setVisible(bool(region.poison))
        self.checked_label.setText(self._checked_words(region))

    def _checked_words(self, region: Region) -> str:
        known = self._pack.source
        names = dict.fromkeys(known[source].organisation for source in region.sources if source in known)
        said = []
        if region.checked:
            said.append(self.tr("Checked {day}.").format(day=day_words(date.fromisoformat(region.checked))))
        if names:
            said.append(self.tr("Source: {names}.").replace("{names}", ", ".join(names)))
        return " ".join(said)

    def _on_region_chosen(self, index: int) -> None:
        self._preferences.change(region=self.region_combo.itemData(index))

    def _on_appearance_chosen(self, appearance: str) -> None:
        self._preferences.change(appearance=appearance)

    def _on_text_chosen(self, index: int) -> None:
        self._preferences.change(text_percent=self.text_combo.itemData(index))

    def _on_measure_clicked(self) -> None:
        CalibrationDialog.ask(self, self.theme, self._sizes, "", self._say_true_size)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(str(self._data_folder))
        self.copied_label.setText(self.tr("Copied."))
