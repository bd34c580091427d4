"""The doctor's page: what goes in on one side, the pages as they will be on the other."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPageSize, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guide.domain.pack import ContentPack, Region
from guide.domain.summary import Summary, build_summary
from guide.errors import GuideError
from guide.ui import messages
from guide.ui.family import Family
from guide.ui.icons import ThemedButton
from guide.ui.summary.choices_panel import ChoicesPanel
from guide.ui.summary.draft import SummaryDraft
from guide.ui.summary.facts import Facts, proposed_why, read_facts
from guide.ui.summary.foot import SummaryFoot
from guide.ui.summary.preview import Preview
from guide.ui.theme import FAMILY, GAP, PAGE, ROOM, SMALLER, WIDE, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.page import Page
from guide.ui.widgets.words import words

if TYPE_CHECKING:
    from guide.ui.paper.summary_paper import SummaryPaper

_REDRAW_AFTER_MS = 150
_CHOICES_WIDTH, _LEAST_PREVIEW = 384, 360
_NO_LIMIT = 16_777_215


class SummaryPage(QWidget):
    """What the parent typed is in ``draft``, so that a page made anew goes on where the last one was."""

    child_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        family: Family,
        region: Callable[[], Region],
        draft: SummaryDraft | None = None,
    ) -> None:
        super().__init__()
        self.theme, self._pack, self._family, self._region = theme, pack, family, region
        self._draft = draft or SummaryDraft()
        self._facts: Facts | None = None
        self._read_for: object = None
        self.setAccessibleName(self.tr("Doctor summary"))
        self.setProperty("look", "page")
        self._redraw_timer = QTimer(self, singleShot=True, interval=_REDRAW_AFTER_MS)
        self._redraw_timer.timeout.connect(self.redraw)
        self._build()
        theme.changed.connect(self._arrange)
        family.child_changed.connect(self._on_family_changed)
        family.diary_changed.connect(self._on_family_changed)

    def refresh(self) -> None:
        """Read the diary anew and show what follows from it."""
        self._read_for = self._reading_key()
        self._facts, problem = self._read()
        facts = self._facts
        self._say_state(facts, problem)
        if facts:
            child_draft, day = self._draft.of(facts.child.id), self._family.clock.today()
            why = proposed_why(facts, self._pack)
            self.choices.show_draft(child_draft, facts, why, child_draft.since(day))
        self.foot.say("")
        self._arrange()
        if self.isVisible():
            self.redraw()

    def redraw(self) -> None:
        """Paint the pages as they are now chosen."""
        self._redraw_timer.stop()
        if self._facts:
            self.preview.show_paper(self._paper())

    def save_pdf(self, path: Path) -> None:
        """The pages as they are chosen now; GuideError where they cannot be made or kept."""
        self._paper().save_pdf(path)

    def print_pages(self) -> None:
        from guide.ui.paper.printing import print_paper

        try:
            print_paper(self, self._paper(), self.tr("Skin summary"), self.ask_for_pdf)
        except GuideError as problem:
            messages.show_problem(self, problem)

    def ask_for_pdf(self) -> None:
        from guide.ui.summary.pdf_place import ask_for_place

        ask_for_place(self, self._family.clock.today(), self._save_chosen)

    def _save_chosen(self, path: Path) -> None:
        try:
            self.save_pdf(path)
        except GuideError as problem:
            messages.show_problem(self, problem)
        else:
            self.foot.say(self.tr("Saved: {name}").replace("{name}", path.name))

    def _paper(self) -> "SummaryPaper":
        from guide.ui.paper.summary_paper import SummaryPaper

        region = self._region()
        size = QPageSize.PageSizeId.Letter if region.paper == "Letter" else QPageSize.PageSizeId.A4
        photo = self._family.photo_jpeg
        return SummaryPaper(
            self._summary(), self._pack, photo, FAMILY, region_id=region.id, page=QPageSize(size)
        )

    def _summary(self) -> Summary:
        if self._read_for != self._reading_key():
            self.refresh()
        facts, today = self._facts, self._family.clock.today()
        if facts is None:
            raise GuideError(self.tr("There is nothing to put on a page yet. Please add your child first."))
        choices = self._draft.of(facts.child.id).choices(proposed_why(facts, self._pack), today)
        return build_summary(facts.child, facts.spots, facts.check, choices, today)

    def _read(self) -> tuple[Facts | None, str]:
        """What the diary holds; nothing where there is no child, or why it cannot be read."""
        if self._family.problem:
            return None, str(self._family.problem)
        try:
            child = self._family.child
            return (read_facts(self._family, child) if child else None), ""
        except GuideError as problem:
            return None, str(problem)

    def _reading_key(self) -> object:
        return self._region().id, self._family.clock.today()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._page = Page(self.theme, self.accessibleName())
        column.addWidget(self._page, 1)
        self._fill_page()
        self.foot = SummaryFoot(self.theme)
        self.foot.print_button.clicked.connect(self.print_pages)
        self.foot.pdf_button.clicked.connect(self.ask_for_pdf)
        column.addWidget(self.foot)
        self._row.addWidget(self._left)
        self.preview = Preview(self.theme)
        self._right = QVBoxLayout()
        self._right.addWidget(self.preview)
        self._row.addLayout(self._right)

    def _fill_page(self) -> None:
        column = self._page.column
        column.addWidget(words(self.tr("Summary for the doctor"), "h1"))
        column.addWidget(words(self.tr("One or two pages to take along. Choose what goes in."), "lead"))
        self._state_card = Card(self.theme)
        self.state_label = words("")
        self.child_button = ThemedButton(self.theme, self.tr("Add your child"), "primary", "plus")
        self.child_button.clicked.connect(self.child_wanted)
        self._state_card.column.addWidget(self.state_label)
        self._state_card.column.addWidget(self.child_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._state_card)
        self.choices = ChoicesPanel(self.theme)
        self.choices.changed.connect(self._on_choices_changed)
        column.addWidget(self.choices)
        column.addStretch(1)

    def _say_state(self, facts: Facts | None, problem: str) -> None:
        if problem:
            said = problem
        elif facts is None:
            said = self.tr("The page is made from your diary. Add your child first; a name is enough.")
        else:
            said = self.tr(
                "Nothing is in the diary yet. The page shows your child’s details and your questions, "
                "and room for the doctor’s notes."
            )
        self.state_label.setText(said)
        self._state_card.setVisible(facts is None or facts.empty)
        self.child_button.setVisible(facts is None and not problem)
        for widget in (self.choices, self.foot, self.preview):
            widget.setVisible(facts is not None)

    def _arrange(self) -> None:
        """The preview beside the choices, or below them where there is no room for both."""
        px = self.theme.px
        narrow = self.width() < px(_CHOICES_WIDTH + _LEAST_PREVIEW + PAGE)
        beside = self._facts is not None and not narrow
        side, edge = px(PAGE), px(ROOM if beside else PAGE)
        self._page.column.setContentsMargins(side, px(WIDE), edge, px(WIDE))
        # As far from the edge as the cards above, which have a scroll bar beside them.
        self.foot.column.setContentsMargins(side, px(GAP), edge + px(GAP), px(ROOM))
        left, right = (px(SMALLER), side) if beside else (0, 0)
        self._right.setContentsMargins(left, px(WIDE), right, px(WIDE))
        self._left.setMaximumWidth(px(_CHOICES_WIDTH) if beside else _NO_LIMIT)
        self._left.setMinimumWidth(px(_CHOICES_WIDTH) if beside else 0)
        self._row.setStretch(0, 0 if beside else 1)
        self._row.setStretch(1, 1 if beside else 0)
        self.preview.be_whole(narrow)
        if narrow and self._right.count():
            self._page.column.insertWidget(self._page.column.count() - 1, self.preview)
        elif not narrow and not self._right.count():
            self._right.addWidget(self.preview)

    def _on_choices_changed(self) -> None:
        self.foot.say("")
        if self._facts:
            draft = self._draft.of(self._facts.child.id)
            self.choices.say_counts(self._facts, draft.since(self._family.clock.today()))
        self._redraw_timer.start()

    def _on_family_changed(self) -> None:
        self._read_for = None
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._read_for != self._reading_key():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
