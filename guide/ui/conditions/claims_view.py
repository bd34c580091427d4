"""Heard online: all claims of the pack, to search and to filter by what is right about them."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from guide.domain.conditions import Claim
from guide.domain.pack import ContentPack
from guide.domain.search_words import asked_words, fold, stem, tokens_of
from guide.ui.conditions.choice_row import ChoiceRow
from guide.ui.conditions.claim_words import VERDICTS, ClaimHead, verdict_words
from guide.ui.icons import ThemedButton
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.page import Page
from guide.ui.widgets.search_edit import SearchEdit
from guide.ui.widgets.words import heading, words

ALL = "all"


class ClaimsView(Page):
    """Every claim is laid out once; searching only hides and shows."""

    condition_requested = Signal(str)

    def __init__(self, theme: Theme, pack: ContentPack) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Heard online"))
        self._pack = pack
        lead = self.tr("What is often said about spots on babies, and what the sources say.")
        self.column.addWidget(heading(self.tr("Heard online"), lead))
        example = self.tr("oil, heat, bath, cream…")
        self.search_edit = SearchEdit(theme, self.tr("Search claims"), example)
        self.search_edit.textChanged.connect(self._filter)
        self.column.addWidget(self.search_edit)
        self._add_verdicts()
        self.count_label: QLabel = words("", "small-muted")
        self.column.addWidget(self.count_label)
        self.cards = {claim.id: ClaimCard(theme, pack, claim) for claim in pack.claims}
        for card in self.cards.values():
            card.condition_requested.connect(self.condition_requested)
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._filter()

    def search(self, typed: str) -> None:
        self.search_edit.setText(typed)
        self.search_edit.setFocus()

    @property
    def shown_ids(self) -> tuple[str, ...]:
        return tuple(claim for claim, card in self.cards.items() if not card.isHidden())

    def _add_verdicts(self) -> None:
        known = {claim.verdict for claim in self._pack.claims}
        names = {ALL: self.tr("All")}
        names |= {verdict: verdict_words(verdict) for verdict in VERDICTS if verdict in known}
        self._names = names
        self.verdict_row = ChoiceRow(self.theme, self.tr("Verdict"), names)
        self.verdict_row.choose(ALL)
        self.verdict_row.chosen.connect(self._filter)
        self.column.addWidget(self.verdict_row)

    def _filter(self) -> None:
        typed = asked_words(self.search_edit.text())
        found = [
            each
            for each in self._pack.claims
            if all(_is_said(word, self.cards[each.id].text) for word in typed)
        ]
        wanted = self.verdict_row.choice
        shown = {each.id for each in found if wanted in (ALL, each.verdict)}
        for claim, card in self.cards.items():
            card.setVisible(claim in shown)
        self._say_counts(found)
        self.count_label.setText(self._count_words(len(shown), len(found)))
        self.to_top()

    def _say_counts(self, found: Iterable[Claim]) -> None:
        """How many each verdict would show with the words that are typed."""
        verdicts = [each.verdict for each in found]
        for choice, button in self.verdict_row.buttons.items():
            count = len(verdicts) if choice == ALL else sum(each == choice for each in verdicts)
            said = self.tr("{verdict} ({count})").format(verdict=self._names[choice], count=count)
            button.setText(said)
            button.setAccessibleName(f"{self.verdict_row.accessibleName()}: {said}")

    def _count_words(self, shown: int, found: int) -> str:
        if shown:
            return self.tr("{count} of {all} claims").format(count=shown, all=len(self._pack.claims))
        if found:
            return self.tr("None with this verdict. Choose “All” to see the others.")
        return self.tr("No claim has all these words. Try fewer or other words, such as “milk” or “oil”.")


class ClaimCard(Card):
    condition_requested = Signal(str)

    def __init__(self, theme: Theme, pack: ContentPack, claim: Claim) -> None:
        super().__init__(theme)
        names = [pack.condition[each].name for each in claim.conditions]
        said = " ".join([claim.claim, claim.fact.text, verdict_words(claim.verdict), *names])
        self.text = said.casefold().replace("’", "'")
        self.claim_id = claim.id
        self.column.addWidget(ClaimHead(theme, claim))
        self.column.addWidget(words(claim.fact.text))
        row = FlowLayout(theme.px(SMALLER))
        self.buttons: dict[str, ThemedButton] = {}
        for condition_id, name in zip(claim.conditions, names, strict=True):
            button = ThemedButton(theme, name, "pill")
            button.setAccessibleName(self.tr("Read about {name}").replace("{name}", name))
            button.clicked.connect(lambda _=False, wanted=condition_id: self.condition_requested.emit(wanted))
            self.buttons[condition_id] = button
            row.addWidget(button)
        self.column.addLayout(row)
        sources = [pack.source[each] for each in claim.fact.sources]
        cited = "; ".join(f"{each.organisation}, {each.title}" for each in sources)
        self.column.addWidget(words(self.tr("Source: {sources}").replace("{sources}", cited), "small-muted"))


def _is_said(word: str, text: str) -> bool:
    """Also in another form ("creams" finds "cream"), and as far as it is typed."""
    form = fold(word)
    return any(token.stem == stem(form) or token.form.startswith(form) for token in tokens_of(text))
