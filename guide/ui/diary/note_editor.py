"""The form for a new note: what a parent sees, in twenty seconds, with photos if they like."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guide.domain.pack import ContentPack, Region
from guide.errors import GuideError
from guide.ui.diary.care_cards import CareCard, TemperatureCard, TextCard
from guide.ui.diary.draft import NoteDraft
from guide.ui.diary.draft_card import DraftCard, ProblemLine
from guide.ui.diary.look_cards import ComparedCard, CountCard, ItchCard, SizeCard
from guide.ui.diary.note_words import check_words, read_only_words
from guide.ui.diary.photos_card import PhotosCard
from guide.ui.diary.when_edit import WhenEdit
from guide.ui.diary.where_card import WhereCard
from guide.ui.family import Family
from guide.ui.icons import ThemedButton
from guide.ui.messages import ask, show_problem
from guide.ui.theme import GAP, ROOM, Theme
from guide.ui.widgets.layouts import TileLayout
from guide.ui.widgets.page import Page
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words

TWO_COLUMNS = 860


class NoteEditor(Page):
    """Works on the draft it was opened with; nothing typed lives in a widget alone."""

    note_saved = Signal(str)
    """With the id of the spot the note is about."""
    discarded = Signal()
    danger_signs_requested = Signal()

    def __init__(self, theme: Theme, pack: ContentPack, family: Family, region: Callable[[], Region]) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("New note"))
        self.setAcceptDrops(True)
        self._family, self._region = family, region
        self.draft = NoteDraft("")
        self._build_cards(pack)
        self._build_buttons()
        self._build_heading()
        self._build_columns()
        self._put_buttons(beside_title=True)

    def open(self, draft: NoteDraft) -> None:
        self.draft = draft
        spots = self._family.spots()
        self.where_card.offer(spots if draft.choose_spot else [], len(spots) + 1)
        self.when_edit.show_moment(draft.written)
        for card in self.cards:
            card.fill(draft)
        self.check_label.setText(check_words(draft.check, self._family.clock.today()) if draft.check else "")
        self.check_label.setVisible(draft.check is not None)
        self._show_whether_writable()
        self._show_what_fits()
        self.to_top()

    def show_unit(self) -> None:
        self.temperature_card.show_unit()

    def focus_title(self) -> None:
        """A screen reader says which form this is; Tab goes on to its first field."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """All of it at once; whatever goes wrong, everything stays typed."""
        if self._family.read_only:
            return
        self.problem.say("")
        refused = [card for card in self.cards if card.isVisibleTo(self) and not card.check()]
        if refused:
            # Each refusing card took the focus; the first one is where to begin.
            refused[0].check()
            self.ensureWidgetVisible(refused[0])
        elif self.draft.spot and not self.draft.says_something:
            self.problem.say(self.tr("Nothing is written down yet. One word or one press is enough."))
            self.ensureWidgetVisible(self.problem)
        else:
            self._keep()

    def cancel(self) -> None:
        if not self.draft.holds_something:
            self.discarded.emit()
            return
        question = self.tr("Discard this note?")
        if self.draft.check:
            question += " " + self.tr("The symptom check stays in the diary.")
        ask(self, question, self.tr("Discard"), self.discarded.emit)

    def _keep(self) -> None:
        draft = self.draft
        now = self._family.clock.now()
        try:
            self._family.save_note(
                draft.note(now, self._region().temperature),
                draft.photos,
                spot=draft.new_spot(),
                check=draft.check_to_keep(),
            )
        except GuideError as problem:
            show_problem(self, problem)
        else:
            self.note_saved.emit(draft.spot_id)

    def _build_cards(self, pack: ContentPack) -> None:
        theme = self.theme
        self.when_edit = WhenEdit(self._family.clock)
        self.where_card = WhereCard(theme, pack, self._family.clock)
        self.compared_card = ComparedCard(theme)
        self.count_card = CountCard(theme)
        self.size_card = SizeCard(theme)
        self.itch_card = ItchCard(theme)
        self.temperature_card = TemperatureCard(theme, self._region)
        self.photos_card = PhotosCard(theme)
        self.care_card = CareCard(theme)
        self.text_card = TextCard(theme)
        self.cards: tuple[DraftCard, ...] = (
            self.where_card,
            self.compared_card,
            self.count_card,
            self.size_card,
            self.itch_card,
            self.temperature_card,
            self.photos_card,
            self.care_card,
            self.text_card,
        )
        self.where_card.changed.connect(self._show_what_fits)
        self.photos_card.date_proposed.connect(self.when_edit.take)
        self.temperature_card.danger_signs_requested.connect(self.danger_signs_requested)

    def _build_buttons(self) -> None:
        self.cancel_button = ThemedButton(self.theme, self.tr("Cancel"))
        self.save_button = ThemedButton(self.theme, self.tr("Save"), "primary", "check")
        self.save_button.setToolTip(self.tr("Save (Ctrl+S)"))
        self.cancel_button.clicked.connect(self.cancel)
        self.save_button.clicked.connect(self.save)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+S"), self, self.save, context=here)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.cancel, context=here)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.photos_card.paste, context=here)

    def _build_heading(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(self.theme.px(GAP))
        titles = QVBoxLayout()
        self.title = words("", "h1")
        titles.addWidget(self.title)
        self.when_edit.dateTimeChanged.connect(self._on_moment_chosen)
        when = QHBoxLayout()
        when_label = words(self.tr("&When"), "muted", wrap=False)
        when_label.setBuddy(self.when_edit)
        when.addWidget(when_label)
        when.addWidget(self.when_edit)
        when.addStretch(1)
        titles.addLayout(when)
        self._top.addLayout(titles, 1)
        self.column.addLayout(self._top)
        self.check_label = words("", "muted")
        self.column.addWidget(self.check_label)
        self.problem = ProblemLine(self.theme)
        self.column.addWidget(self.problem)

    def _build_columns(self) -> None:
        gap = self.theme.px(ROOM)
        self._columns = TurningRow(self.theme.px(TWO_COLUMNS), gap)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(gap)
        right.setSpacing(gap)
        pairs = TileLayout(self.theme.px(270), 2, gap)
        left.addWidget(self.where_card)
        left.addWidget(self.compared_card)
        for card in (self.count_card, self.size_card, self.itch_card, self.temperature_card):
            pairs.addWidget(card)
        left.addLayout(pairs)
        left.addStretch(1)
        right.addWidget(self.photos_card)
        right.addWidget(self.care_card)
        right.addWidget(self.text_card, 1)
        self._columns.row.addLayout(left, 8)
        self._columns.row.addLayout(right, 5)
        self._columns.turned.connect(self._put_buttons)
        self.column.addWidget(self._columns)
        self._end = QWidget()
        self._bottom = QHBoxLayout(self._end)
        self._bottom.setContentsMargins(0, 0, 0, 0)
        self._bottom.setSpacing(self.theme.px(GAP))
        self._bottom.addStretch(1)
        self.column.addWidget(self._end)
        self.column.addStretch(1)

    def _put_buttons(self, beside_title: bool) -> None:
        """Beside the title where all is in view, at the end of the form where it is long."""
        row = self._top if beside_title else self._bottom
        self._end.setVisible(not beside_title)
        for button in (self.cancel_button, self.save_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        last: QWidget = self.text_card.text_edit
        for button in (self.save_button, self.cancel_button):
            self.setTabOrder(last, button)
            last = button

    def _show_what_fits(self) -> None:
        draft = self.draft
        name = draft.title
        self.title.setText(
            self.tr("New note · {spot}").format(spot=name) if name else self.tr("New note · new spot")
        )
        self.where_card.setVisible(draft.spot is None or draft.choose_spot)
        self.compared_card.setVisible(draft.spot is not None and bool(self._family.notes(draft.spot.id)))

    def _show_whether_writable(self) -> None:
        writable = not self._family.read_only
        self.save_button.setEnabled(writable)
        self.problem.say("" if writable else read_only_words(self._family.problem))

    def _on_moment_chosen(self) -> None:
        self.draft.written = self.when_edit.moment()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.photos_card.takes(event.mimeData()):
            event.acceptProposedAction()
            self.photos_card.zone.show_hot(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.photos_card.zone.show_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.photos_card.zone.show_hot(False)
        self.photos_card.add(event.mimeData())
        event.acceptProposedAction()
