"""What is asked about a child: the fields, and what is wrong with them."""

import dataclasses
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from guide.domain.ages import age_on
from guide.domain.diary import Child, new_id
from guide.ui.child.birth_fields import BirthFields
from guide.ui.child.tones import ToneChooser
from guide.ui.child.written_date import Wrong
from guide.ui.settings.wheel import let_wheel_pass
from guide.ui.theme import ROOM, TINY, Theme
from guide.ui.widgets.words import words
from guide.ui.wording import age_words, day_words

MOST_WEEKS_EARLY = 18
_LONGEST_NAME, _LONGEST_ALLERGIES = 80, 500


class ChildForm(QWidget):
    """Starts from the child given, or empty for a new one."""

    edited = Signal()

    def __init__(self, theme: Theme, today: date, child: Child | None) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self._child = child or Child(new_id(), "", None)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(ROOM))
        self._build_name()
        self._build_birth(not_known=child is not None and child.birth_date is None)
        self._build_early()
        self._build_tone()
        self._build_allergies()
        self._say_age()

    def child(self) -> Child:
        """What is written; the birth date only as far as nothing is wrong with it."""
        birth = self._birth()
        return dataclasses.replace(
            self._child,
            name=self.name_edit.text().strip(),
            birth_date=None if isinstance(birth, Wrong) else birth,
            weeks_early=self.early_combo.currentIndex(),
            skin_tone=self.tones.tone,
            allergies=self.allergies_edit.text().strip(),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """What is wrong, as a sentence, and the field it is about."""
        if not self.name_edit.text().strip():
            return self.tr("Please write a name. A short name or a nickname is fine."), self.name_edit
        birth = self._birth()
        return (birth.sentence, self.birth.field(birth.part)) if isinstance(birth, Wrong) else None

    def _build_name(self) -> None:
        self.name_edit = QLineEdit(self._child.name)
        self.name_edit.setMaxLength(_LONGEST_NAME)
        self.name_edit.setAccessibleName(self.tr("Name"))
        self.name_edit.textEdited.connect(self.edited)
        help_text = self.tr("Any name you like. It stays on this computer.")
        self._field(self.tr("Name"), self.name_edit, _help(help_text))

    def _build_birth(self, not_known: bool) -> None:
        self.birth = BirthFields(self._theme, self._child.birth_date)
        self.unknown_box = QCheckBox(self.tr("Not known"))
        self.unknown_box.setAccessibleName(self.tr("Birth date not known"))
        self.unknown_box.setChecked(not_known)
        self.birth.setEnabled(not not_known)
        self.age_label = _help("")
        self._field(self.tr("Birth date"), self.birth, self.unknown_box, self.age_label)
        self.birth.edited.connect(self._on_birth_edited)
        self.unknown_box.toggled.connect(self._on_unknown_toggled)

    def _build_early(self) -> None:
        self.early_combo = QComboBox()
        for weeks in range(MOST_WEEKS_EARLY + 1):
            self.early_combo.addItem(self._weeks_words(weeks), weeks)
        self.early_combo.setCurrentIndex(min(self._child.weeks_early, MOST_WEEKS_EARLY))
        let_wheel_pass(self.early_combo)
        self.early_combo.setAccessibleName(self.tr("Born early, in weeks"))
        help_text = self.tr("Weeks before the due date; 0 if on time.")
        self._field(self.tr("Born early"), self.early_combo, _help(help_text))

    def _build_tone(self) -> None:
        self.tones = ToneChooser(self._theme, self._child.skin_tone)
        help_text = self.tr("The drawings are shown on this skin. It changes nothing else.")
        title = self.tr("Skin tone for the drawings")
        self._field(title, self.tones, _help(help_text), buddy=self.tones.swatch(self.tones.tone))

    def _build_allergies(self) -> None:
        self.allergies_edit = QLineEdit(self._child.allergies)
        self.allergies_edit.setMaxLength(_LONGEST_ALLERGIES)
        self.allergies_edit.setAccessibleName(self.tr("Allergies"))
        help_text = self.tr("For the doctor’s page; write “none known” if that is so.")
        self._field(self.tr("Allergies"), self.allergies_edit, _help(help_text))

    def _field(self, title: str, field: QWidget, *below: QWidget, buddy: QWidget | None = None) -> None:
        box = QVBoxLayout()
        box.setSpacing(self._theme.px(TINY))
        label = words(title, "h3", wrap=False)
        label.setBuddy(buddy or field)
        for widget in (label, field, *below):
            box.addWidget(widget)
        self.column.addLayout(box)

    def _on_birth_edited(self) -> None:
        self._say_age()
        self.edited.emit()

    def _on_unknown_toggled(self, unknown: bool) -> None:
        self.birth.setEnabled(not unknown)
        self._say_age()
        self.edited.emit()

    def _say_age(self) -> None:
        """In words beneath the date, so that a mistyped year shows at once."""
        birth = self._birth()
        if birth is None:
            said = self.tr("Without it, the guide is as careful as for the youngest babies.")
        elif isinstance(birth, Wrong):
            said = birth.sentence
        else:
            said = f"{day_words(birth)} · {age_words(age_on(self._today, birth))}"
        self.age_label.setText(said)
        self.birth.setAccessibleDescription(said)

    def _weeks_words(self, weeks: int) -> str:
        if weeks == 0:
            return self.tr("0 weeks (on time)")
        said = self.tr("%n week(s) early", None, weeks)
        return said.replace("(s)", "" if weeks == 1 else "s")

    def _birth(self) -> date | Wrong | None:
        return None if self.unknown_box.isChecked() else self.birth.read(self._today)


def _help(text: str) -> QLabel:
    label = words(text, "small-muted")
    # As high as its words are at the width it gets, so that the dialog does not scroll without need.
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label
