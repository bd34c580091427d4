"""The parts of a condition's page, second half: look-alikes, skin, course, questions, claims, sources."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.domain.conditions import Claim, Condition, LookAlike
from guide.domain.pack import ContentPack, PackInfo
from guide.ui.conditions.claim_words import VERDICTS, ClaimHead
from guide.ui.conditions.sections import Subject
from guide.ui.icons import ThemedButton
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.pictures.widget import SkinPicture
from guide.ui.theme import GAP, SMALLER
from guide.ui.widgets.cards import Card, CardButton
from guide.ui.widgets.drawings import WIDE_SHAPE, drawing
from guide.ui.widgets.layouts import FlowLayout, TileLayout
from guide.ui.widgets.words import bullets, words

translate = QCoreApplication.translate

_NOBODY = "no clinician"
_FEW_CLAIMS = 4

Open = Callable[[str], None]


class LookAlikes(QWidget):
    """Each with a small picture and the one difference that tells; a press opens its page."""

    def __init__(self, subject: Subject, tone: int, open_condition: Open) -> None:
        super().__init__()
        self.pictures: list[SkinPicture] = []
        self._subject, self._tone = subject, tone
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(subject.theme.px(SMALLER))
        column.addWidget(words(translate("conditions", "Easily mixed up with"), "h3"))
        tiles = TileLayout(subject.theme.px(200), 3, subject.theme.px(GAP))
        column.addLayout(tiles)
        for each in subject.condition.look_alikes:
            tiles.addWidget(self._card(each, open_condition))

    def set_tone(self, tone: int) -> None:
        for picture in self.pictures:
            picture.set_tone(tone)

    def _card(self, each: LookAlike, open_condition: Open) -> CardButton:
        theme = self._subject.theme
        other = self._subject.pack.condition[each.id]
        card = CardButton(theme, f"{other.name}: {each.tell_apart}")
        picture = drawing(theme, scene_of(other), self._tone, shape=WIDE_SHAPE)
        self.pictures.append(picture)
        card.column.addWidget(picture)
        card.column.addSpacing(theme.px(4))
        card.column.addWidget(words(other.name, "h3"))
        card.column.addWidget(words(each.tell_apart, "small-muted"))
        card.column.addStretch(1)
        card.let_clicks_through()
        card.clicked.connect(lambda: open_condition(other.id))
        return card


def on_skin_pairs(condition: Condition) -> list[tuple[str, str]]:
    looks = condition.appearance
    return [
        (translate("conditions", "On light skin"), looks.on_light_skin.text),
        (translate("conditions", "On brown skin"), looks.on_brown_skin.text),
        (translate("conditions", "On black skin"), looks.on_black_skin.text),
    ]


def good_to_know_pairs(condition: Condition) -> list[tuple[str, str]]:
    return [
        (translate("conditions", "When it begins"), condition.begins.text),
        (translate("conditions", "What your child feels"), condition.symptoms.text),
        (translate("conditions", "How it goes on"), condition.course.text),
        (translate("conditions", "Why it comes"), condition.cause.text),
        (translate("conditions", "How common"), condition.how_common.text),
        (translate("conditions", "Nursery and childcare"), condition.childcare.text),
    ]


def on_skin_card(subject: Subject) -> Card:
    rows = on_skin_pairs(subject.condition)
    return _rows_card(subject, translate("conditions", "How it looks"), rows)


def good_to_know_card(subject: Subject) -> Card:
    rows = good_to_know_pairs(subject.condition)
    return _rows_card(subject, translate("conditions", "Good to know"), rows)


def professional_card(subject: Subject) -> Card:
    rows = [("", subject.condition.professional.text)]
    return _rows_card(subject, translate("conditions", "What a professional may do"), rows)


def questions_card(subject: Subject) -> Card:
    card = Card(subject.theme)
    card.column.addWidget(words(translate("conditions", "Questions to ask the doctor"), "h3"))
    card.column.addWidget(subject.bullets(subject.new_section(), subject.condition.questions))
    return card


class ClaimsCard(Card):
    """What is said online about this one, the unsafe first; of many only a few until more are asked for."""

    def __init__(self, subject: Subject, open_all: Callable[[], None]) -> None:
        super().__init__(subject.theme)
        self._subject, self._section = subject, subject.new_section()
        self._claims = claims_of(subject.pack, subject.condition)
        self.column.addWidget(words(translate("conditions", "Heard online"), "h3"))
        for claim in self._claims[:_FEW_CLAIMS]:
            self.column.addWidget(self._claim(claim))
        row = FlowLayout(subject.theme.px(GAP))
        self._add_more_button(row, len(self._claims) - _FEW_CLAIMS)
        said = translate("conditions", "Search all claims heard online")
        self.all_button = ThemedButton(subject.theme, said, "pill", "search")
        self.all_button.clicked.connect(lambda: open_all())
        row.addWidget(self.all_button)
        self.column.addLayout(row)

    def _add_more_button(self, row: FlowLayout, more: int) -> None:
        said = translate("conditions", "Show {count} more").format(count=more)
        self.more_button = ThemedButton(self._subject.theme, said, "pill", "chevron-down")
        self.more_button.clicked.connect(self._on_more_clicked)
        row.addWidget(self.more_button)
        self.more_button.setVisible(more > 0)

    def _on_more_clicked(self) -> None:
        """Below those that are there, so that nothing above moves; the keyboard stays near."""
        at = self.column.count() - 1
        for claim in self._claims[_FEW_CLAIMS:]:
            self.column.insertWidget(at, self._claim(claim))
            at += 1
        self.focusNextPrevChild(True)
        self.more_button.hide()

    def _claim(self, claim: Claim) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, self._subject.theme.px(SMALLER))
        column.setSpacing(self._subject.theme.px(4))
        column.addWidget(ClaimHead(self._subject.theme, claim))
        column.addWidget(self._subject.label(self._section, claim.fact.text))
        return box


def claims_of(pack: ContentPack, condition: Condition) -> tuple[Claim, ...]:
    """Those that belong to the page, the unsafe first."""
    own = [each for each in pack.claims if condition.id in each.conditions]
    return tuple(sorted(own, key=lambda each: VERDICTS.index(each.verdict)))


def sources_card(subject: Subject) -> Card:
    card = Card(subject.theme, "well")
    card.column.addWidget(words(translate("conditions", "Where this comes from"), "h3"))
    card.column.addWidget(words(subject.pack.info.review_words, "small"))
    if said := review_line(subject.pack.info):
        card.column.addWidget(words(said, "small"))
    claims = claims_of(subject.pack, subject.condition)
    lines = source_lines(subject.pack, subject.condition, claims)
    card.column.addWidget(bullets(lines, "small-muted"))
    return card


def review_line(info: PackInfo) -> str:
    """Nothing once the pack names somebody."""
    if info.reviewed_by != _NOBODY:
        return ""
    return translate("conditions", "Not yet reviewed by a clinician.")


def source_lines(pack: ContentPack, condition: Condition, claims: Iterable[Claim]) -> list[str]:
    """Of the page and of the claims shown on it, once each."""
    known = dict.fromkeys(condition.source_ids)
    for claim in claims:
        known |= dict.fromkeys(claim.fact.sources)
    said = translate("conditions", "{organisation}: {title} (read {day})")
    sources = map(pack.source.__getitem__, known)
    return [said.format(organisation=each.organisation, title=each.title, day=each.seen) for each in sources]


def _rows_card(subject: Subject, title: str, rows: list[tuple[str, str]]) -> Card:
    card = Card(subject.theme)
    section = subject.new_section()
    card.column.addWidget(words(title, "h3"))
    for name, text in rows:
        if name:
            card.column.addWidget(words(name, "small-muted"))
        card.column.addWidget(subject.label(section, text))
    return card
