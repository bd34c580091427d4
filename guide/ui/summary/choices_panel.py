"""The left side of the doctor's page: what goes in, in the parent's own words, and from which days."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from guide.domain.summary import MOST_PHOTOS
from guide.ui.icons import ThemedButton
from guide.ui.summary.draft import PARTS, ChildDraft
from guide.ui.summary.facts import Facts
from guide.ui.theme import ROOM, SMALLER, TINY, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words
from guide.ui.wording import day_words

_LINES = 4


class ChoicesPanel(QWidget):
    """Writes every change into the draft it shows, then says so."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._draft = ChildDraft()
        self._showing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(ROOM))
        for card in (self._parts_card(), self._words_card(), self._dates_card()):
            column.addWidget(card)

    def show_draft(self, draft: ChildDraft, facts: Facts, why: str, since: date | None) -> None:
        """``why`` is what to say where the parent has not written anything else."""
        self._draft = draft
        with self._silent():
            for part, box in self.boxes.items():
                box.setChecked(part not in draft.left_out)
            self._show_text(self.why_edit, why if draft.why is None else draft.why)
            self._show_text(self.questions_edit, draft.questions)
            (self.recent_chip if draft.recent_only else self.all_chip).setChecked(True)
            self.say_counts(facts, since)

    def say_counts(self, facts: Facts, since: date | None) -> None:
        """How much there is to choose from since that day."""
        notes = facts.notes(since)
        photos = sum(len(item.photos) for item in notes)
        self._say("photos", self.tr("Photos ({number})").format(number=self._photo_words(photos)))
        check = self.tr("Last symptom check") if facts.check else self.tr("Last symptom check (none yet)")
        self._say("check", check)
        self.dates_label.setText(self._dates_words(facts, since))

    def _parts_card(self) -> Card:
        card = Card(self._theme)
        card.column.addWidget(words(self.tr("What goes in"), "h3"))
        self.boxes: dict[str, QCheckBox] = {}
        # The room that the style sheet keeps for a box's focus line, so that boxes and heading stand in line.
        column = QVBoxLayout()
        column.setContentsMargins(-self._theme.px(6), 0, 0, 0)
        column.setSpacing(self._theme.px(TINY))
        card.column.addLayout(column)
        for part, text in zip(PARTS, self._part_names(), strict=True):
            box = QCheckBox(text)
            box.setAccessibleName(text)
            box.toggled.connect(lambda on, part=part: self._on_part_toggled(part, on))
            self.boxes[part] = box
            column.addWidget(box)
        return card

    def _words_card(self) -> Card:
        card = Card(self._theme)
        self.why_edit = self._add_text(card, self.tr("Why we came"))
        self.why_edit.textChanged.connect(self._on_why_changed)
        card.column.addWidget(
            words(self.tr("Proposed from your notes. Change it as you like."), "small-muted")
        )
        card.column.addSpacing(self._theme.px(SMALLER))
        self.questions_edit = self._add_text(card, self.tr("My questions, one on each line"))
        self.questions_edit.setPlaceholderText(self.tr("When should they be gone?"))
        self.questions_edit.textChanged.connect(self._on_questions_changed)
        return card

    def _dates_card(self) -> Card:
        card = Card(self._theme)
        card.column.addWidget(words(self.tr("Dates"), "h3"))
        self.dates_label = words("", "small-muted")
        card.column.addWidget(self.dates_label)
        chips = FlowLayout(self._theme.px(SMALLER))
        self.all_chip = self._chip(self.tr("All"), self.tr("Dates: all"))
        self.recent_chip = self._chip(self.tr("Last 2 weeks"), self.tr("Dates: last 2 weeks"))
        self._chips = QButtonGroup(self)
        for chip in (self.all_chip, self.recent_chip):
            self._chips.addButton(chip)
            chips.addWidget(chip)
        self.recent_chip.toggled.connect(self._on_recent_toggled)
        card.column.addLayout(chips)
        return card

    def _add_text(self, card: Card, title: str) -> QPlainTextEdit:
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setAccessibleName(title)
        edit.setFixedHeight(self._theme.px(_LINES * 23 + 20))
        label = words(title, "h3")
        label.setBuddy(edit)
        card.column.addWidget(label)
        card.column.addWidget(edit)
        return edit

    def _chip(self, text: str, name: str) -> ThemedButton:
        chip = ThemedButton(self._theme, text, "chip")
        chip.setCheckable(True)
        chip.setAccessibleName(name)
        return chip

    def _say(self, part: str, said: str) -> None:
        self.boxes[part].setText(said)
        self.boxes[part].setAccessibleName(said)

    def _photo_words(self, photos: int) -> str:
        if photos > MOST_PHOTOS:
            return self.tr("newest {most} of {count}").format(most=MOST_PHOTOS, count=photos)
        return str(photos) if photos else self.tr("none yet")

    def _dates_words(self, facts: Facts, since: date | None) -> str:
        days = [item.note.written.at.date() for item in facts.notes(since)]
        if not days:
            return self.tr("No notes in the last 2 weeks") if since else self.tr("No notes yet")
        first, last = day_words(days[0]), day_words(days[-1])
        span = first if first == last else f"{first} – {last}"
        count = self.tr("%n note(s)", None, len(days)).replace("(s)", "" if len(days) == 1 else "s")
        return f"{span} · {count}"

    def _show_text(self, edit: QPlainTextEdit, text: str) -> None:
        # Not when it is there already: that would move the cursor away from under the fingers.
        if edit.toPlainText() != text:
            edit.setPlainText(text)

    @contextmanager
    def _silent(self) -> Iterator[None]:
        self._showing = True
        try:
            yield
        finally:
            self._showing = False

    def _on_part_toggled(self, part: str, on: bool) -> None:
        if not self._showing:
            (self._draft.left_out.discard if on else self._draft.left_out.add)(part)
            self.changed.emit()

    def _on_why_changed(self) -> None:
        if not self._showing:
            self._draft.why = self.why_edit.toPlainText()
            self.changed.emit()

    def _on_questions_changed(self) -> None:
        if not self._showing:
            self._draft.questions = self.questions_edit.toPlainText()
            self.changed.emit()

    def _on_recent_toggled(self, recent: bool) -> None:
        if not self._showing:
            self._draft.recent_only = recent
            self.changed.emit()

    def _part_names(self) -> tuple[str, ...]:
        return (
            self.tr("Details and allergies"),
            self.tr("Body map with the spots"),
            self.tr("What changed over time"),
            self.tr("Photos"),
            self.tr("Last symptom check"),
            self.tr("Care tried so far"),
            self.tr("My questions"),
        )
