"""What happened with a spot, newest first: notes with their photos, and symptom checks."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guide.domain.conditions import Urgency
from guide.domain.diary import NoteWithPhotos, Photo, SavedCheck
from guide.domain.pack import ContentPack, Region
from guide.ui.diary.fact_tag import FactTag
from guide.ui.diary.note_words import note_facts, photo_words
from guide.ui.diary.photo_view import PhotoButton
from guide.ui.family import Family
from guide.ui.icons import ThemedButton
from guide.ui.theme import GAP, ROOM, SMALLER, Theme
from guide.ui.widgets.cards import Card, LevelTag
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import clear_layout, words
from guide.ui.wording import ago_words, day_words, temperature_words, time_words

AT_ONCE = 20
PHOTO = QSize(130, 92)
FURTHER_PHOTO = QSize(76, 56)


class Timeline(QWidget):
    """Builds a screenful of cards at a time: a diary of years opens as fast as one of a week."""

    check_again_requested = Signal()

    def __init__(self, theme: Theme, pack: ContentPack, family: Family, region: Callable[[], Region]) -> None:
        super().__init__()
        self._theme, self._pack, self._family, self._region = theme, pack, family, region
        self._items: list[NoteWithPhotos | SavedCheck] = []
        self._spot_name = ""
        self._shown = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(14))
        column.addLayout(self._cards)
        self.older_button = ThemedButton(theme, self.tr("Show older notes"))
        self.older_button.clicked.connect(self._show_more)
        column.addWidget(self.older_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_items(
        self, spot_name: str, notes: Sequence[NoteWithPhotos], checks: Sequence[SavedCheck]
    ) -> None:
        self._spot_name = spot_name
        self._items = sorted([*notes, *checks], key=_moment_of, reverse=True)
        self._shown = 0
        clear_layout(self._cards)
        self._show_more()

    def cards(self) -> list[Card]:
        """Those on screen, newest first."""
        items = (self._cards.itemAt(index) for index in range(self._cards.count()))
        widgets = (item.widget() for item in items if item)
        return [widget for widget in widgets if isinstance(widget, Card)]

    def _show_more(self) -> None:
        today = self._family.clock.today()
        for item in self._items[self._shown : self._shown + AT_ONCE]:
            self._cards.addWidget(self._card_of(item, today))
        self._shown += AT_ONCE
        self.older_button.setVisible(self._shown < len(self._items))

    def _card_of(self, item: NoteWithPhotos | SavedCheck, today: date) -> Card:
        if isinstance(item, SavedCheck):
            check = CheckCard(self._theme, self._pack, self._region(), item, today)
            check.again_button.clicked.connect(self.check_again_requested)
            return check
        return NoteCard(self._theme, self._family, self._region(), item, self._spot_name)


class NoteCard(Card):
    def __init__(
        self, theme: Theme, family: Family, region: Region, item: NoteWithPhotos, spot_name: str
    ) -> None:
        super().__init__(theme)
        self._theme, self._family = theme, family
        note, day = item.note, item.note.written.at.date()
        self._said = photo_words(spot_name, day)
        margin = theme.px(GAP)
        self.column.setContentsMargins(margin, margin, margin, margin)
        across = TurningRow(theme.px(340), theme.px(ROOM))
        self.column.addWidget(across)
        if item.photos:
            first = self._photo(item.photos[0], PHOTO)
            across.row.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(theme.px(SMALLER))
        said.addLayout(_dated(theme, day, family.clock.today(), note.written.at))
        if note.text:
            said.addWidget(words(note.text))
        if facts := note_facts(note, region):
            said.addWidget(_facts_row(theme, facts))
        if note.care_tried:
            said.addWidget(words(self.tr("Care tried: {care}").format(care=note.care_tried), "small-muted"))
        if len(item.photos) > 1:
            said.addWidget(self._further_photos(item.photos[1:]))
        said.addStretch(1)
        across.row.addLayout(said, 1)

    def _photo(self, photo: Photo, size: QSize) -> PhotoButton:
        pixels = QSize(self._theme.px(size.width()), self._theme.px(size.height()))
        return PhotoButton(self._theme, self._family, photo.id, self._said, pixels)

    def _further_photos(self, photos: Sequence[Photo]) -> QWidget:
        box = QWidget()
        row = FlowLayout(self._theme.px(SMALLER))
        box.setLayout(row)
        for photo in photos:
            row.addWidget(self._photo(photo, FURTHER_PHOTO))
        return box


class CheckCard(Card):
    """A symptom check as it was shown then: how soon to get help, and why."""

    def __init__(
        self, theme: Theme, pack: ContentPack, region: Region, check: SavedCheck, today: date
    ) -> None:
        super().__init__(theme)
        day = check.done.at.date()
        self.column.addLayout(_dated(theme, day, today, check.done.at))
        self.column.addWidget(words(self.tr("Symptom check: {title}").format(title=check.title)))
        if check.level in list(Urgency):
            level = Urgency(check.level)
            self.column.addWidget(LevelTag(theme, level, pack.short_words(level)))
        for reason in check.reasons:
            self.column.addWidget(words(reason, "small-muted"))
        if check.temperature_c is not None:
            shown = temperature_words(check.temperature_c, region)
            measured = self.tr("Temperature measured: {temperature}").format(temperature=shown)
            self.column.addWidget(words(measured, "small-muted"))
        self.again_button = ThemedButton(theme, self.tr("Check again"), "pill")
        self.again_button.setAccessibleName(
            self.tr("Check again, to compare with {day}").format(day=day_words(day))
        )
        self.column.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)


def _dated(theme: Theme, day: date, today: date, at: datetime) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(SMALLER))
    ago = ago_words(day, today)
    shown = day_words(day)
    row.addWidget(words(shown if ago == shown else f"{shown} · {ago}", "h3"), 1)
    row.addWidget(words(time_words(at), "small-muted", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    return row


def _facts_row(theme: Theme, facts: Sequence[str]) -> QWidget:
    box = QWidget()
    row = FlowLayout(theme.px(SMALLER))
    box.setLayout(row)
    for fact in facts:
        row.addWidget(FactTag(theme, fact))
    return box


def _moment_of(item: NoteWithPhotos | SavedCheck) -> datetime:
    return item.done.at if isinstance(item, SavedCheck) else item.note.written.at
