"""What is asked about a child: the fields, and what is wrong with them."""

import dataclasses
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from guide.domain.ages import age_on
from guide.domain.diary import Child, new_id
from guide.ui.child.tones import ToneChooser
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
        self._date_seen = child is not None and child.birth_date is not None
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
        return dataclasses.replace(
            self._child,
            name=self.name_edit.text().strip(),
            birth_date=self._birth_date(),
            weeks_early=self.early_combo.currentIndex(),
            skin_tone=self.tones.tone,
            allergies=self.allergies_edit.text().strip(),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """What is wrong, as a sentence, and the field it is about."""
        birth = self._birth_date()
        if not self.name_edit.text().strip():
            return self.tr("Please write a name. A short name or a nickname is fine."), self.name_edit
        if birth and birth > self._today:
            return self.tr("This birth date is in the future. Please check it."), self.birth_edit
        if birth == self._today and not self._date_seen:
            # The field starts at today; kept unseen, it would make a newborn of an older child.
            self._date_seen = True
            said = self.tr("The birth date still says today. Please set it, or save again if it is right.")
            return said, self.birth_edit
        return None

    def _build_name(self) -> None:
        self.name_edit = QLineEdit(self._child.name)
        self.name_edit.setMaxLength(_LONGEST_NAME)
        self.name_edit.setAccessibleName(self.tr("Name"))
        self.name_edit.textEdited.connect(self.edited)
        help_text = self.tr("Any name you like. It stays on this computer.")
        self._field(self.tr("Name"), self.name_edit, _help(help_text))

    def _build_birth(self, not_known: bool) -> None:
        self.birth_edit = QDateEdit()
        self.birth_edit.setCalendarPopup(True)
        self.birth_edit.setDisplayFormat(_date_format())
        self.birth_edit.setAccessibleName(self.tr("Birth date"))
        birth = self._child.birth_date or self._today
        self.birth_edit.setDate(QDate(birth.year, birth.month, birth.day))
        self.unknown_box = QCheckBox(self.tr("Not known"))
        self.unknown_box.setAccessibleName(self.tr("Birth date not known"))
        self.unknown_box.setChecked(not_known)
        self.birth_edit.setEnabled(not not_known)
        self.age_label = _help("")
        dated = QWidget()
        row = QHBoxLayout(dated)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(ROOM))
        row.addWidget(self.birth_edit, 1)
        row.addWidget(self.unknown_box)
        self._field(self.tr("Birth date"), dated, self.age_label, buddy=self.birth_edit)
        let_wheel_pass(self.birth_edit)
        self.birth_edit.dateChanged.connect(self._on_date_changed)
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

    def _on_date_changed(self) -> None:
        self._date_seen = True
        self._say_age()
        self.edited.emit()

    def _on_unknown_toggled(self, unknown: bool) -> None:
        self.birth_edit.setEnabled(not unknown)
        self._say_age()
        self.edited.emit()

    def _say_age(self) -> None:
        """In words beneath the date, so that a mistyped year shows at once."""
        birth = self._birth_date()
        if birth is None:
            said = self.tr("Without it, the guide is as careful as for the youngest babies.")
        elif birth > self._today:
            said = self.tr("{day} is in the future.").format(day=day_words(birth))
        else:
            said = f"{day_words(birth)} · {age_words(age_on(self._today, birth))}"
        self.age_label.setText(said)

    def _weeks_words(self, weeks: int) -> str:
        if weeks == 0:
            return self.tr("0 weeks (on time)")
        said = self.tr("%n week(s) early", None, weeks)
        return said.replace("(s)", "" if weeks == 1 else "s")

    def _birth_date(self) -> date | None:
        if self.unknown_box.isChecked():
            return None
        chosen = self.birth_edit.date()
        return date(chosen.year(), chosen.month(), chosen.day())


def _help(text: str) -> QLabel:
    label = words(text, "small-muted")
    # As high as its words are at the width it gets, so that the dialog does not scroll without need.
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label


def _date_format() -> str:
    """The region's short form, always with all four figures of the year."""
    if QLocale().language() is QLocale.Language.C:
        return "dd/MM/yyyy"
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return form if "yyyy" in form else form.replace("yy", "yyyy")
