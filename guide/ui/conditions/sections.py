"""The parts of a condition's page, first half: when to get help, the facts, what helps."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from guide.domain.conditions import CallSign, Condition, Glance, Statement, Urgency
from guide.domain.pack import ContentPack, Region
from guide.ui.icons import LEVEL_ICONS, IconLabel
from guide.ui.theme import ROOM, SMALLER, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.glossary_label import explained
from guide.ui.widgets.glossary_words import GlossarySection, GlossaryWords
from guide.ui.widgets.layouts import TileLayout
from guide.ui.widgets.words import words
from guide.ui.wording import with_number

translate = QCoreApplication.translate

_SIDE_BY_SIDE = 250


@dataclass(frozen=True, slots=True)
class Subject:
    """What a part of the page is made from; the words explained in it are counted by ``new_section``."""

    theme: Theme
    pack: ContentPack
    region: Region
    condition: Condition
    glossary: GlossaryWords = field(repr=False)

    def new_section(self) -> GlossarySection:
        return self.glossary.section([self.condition.name, *self.condition.parents_names])

    def label(self, section: GlossarySection, text: str, look: str = "") -> QLabel:
        return explained(self.theme, section, with_number(text, self.region), look)

    def bullets(self, section: GlossarySection, texts: Iterable[str], mark: str = "•") -> QWidget:
        """A list whose further lines stand under the first word."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(4))
        for text in texts:
            row = QHBoxLayout()
            row.setSpacing(self.theme.px(SMALLER))
            row.addWidget(words(mark, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self.label(section, text), 1)
            column.addLayout(row)
        return box


def see_doctor_card(subject: Subject) -> Card:
    """The gravest signs first, each level with its words, its icon and whom to call in this region."""
    signs = subject.condition.see_doctor
    section = subject.new_section()
    gravest = max((sign.level for sign in signs), key=lambda level: level.rank, default=Urgency.ROUTINE)
    card = _level_card(subject.theme, gravest, translate("conditions", "See a doctor if"))
    for level in sorted({sign.level for sign in signs}, key=lambda each: -each.rank):
        card.column.addLayout(_level_row(subject, level))
        if call := call_words(subject.pack, subject.region, level):
            card.column.addWidget(words(call, "small"))
        card.column.addWidget(subject.bullets(section, _texts_of(signs, level)))
    if gravest is not Urgency.EMERGENCY:
        number = subject.region.emergency_words
        said = translate("conditions", "In an emergency call {number}.").replace("{number}", number)
        card.column.addWidget(words(said, "small"))
    if subject.region is subject.pack.regions[0]:
        said = translate("conditions", "Choose your country in Settings, and its number stands here.")
        card.column.addWidget(words(said, "small"))
    return card


def call_words(pack: ContentPack, region: Region, level: Urgency) -> str:
    """What to do at this level and the region's number for it; nothing where the level's name says it."""
    if level is Urgency.EMERGENCY:
        titles = [with_number(action.title, region) for action in pack.actions if action.level is level]
        return " · ".join(dict.fromkeys(titles))
    if level is Urgency.SAME_DAY and region.advice:
        return translate("conditions", "Whom to ask: {advice}").replace("{advice}", region.advice)
    return ""


def facts_card(subject: Subject) -> Card:
    """The facts at a glance; the page adds the body with its places."""
    card = Card(subject.theme)
    section = subject.new_section()
    grid = QGridLayout()
    grid.setHorizontalSpacing(subject.theme.px(ROOM))
    grid.setVerticalSpacing(subject.theme.px(6))
    for row, (fact, name) in enumerate(glance_names().items()):
        grid.addWidget(words(name, "muted", wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
        statement: Statement = getattr(subject.condition.glance, fact)
        grid.addWidget(subject.label(section, statement.text), row, 1)
    grid.setColumnStretch(1, 1)
    card.column.addLayout(grid)
    card.column.addWidget(subject.label(section, subject.condition.gist.text))
    return card


def glance_names() -> dict[str, str]:
    """The facts at a glance, in their order, by the name of their field."""
    names = {
        "age": translate("conditions", "Age"),
        "where": translate("conditions", "Where"),
        "feel": translate("conditions", "Feel"),
        "itch": translate("conditions", "Itch"),
        "catching": translate("conditions", "Catching"),
        "lasts": translate("conditions", "Lasts"),
    }
    return {fact: names[fact] for fact in Glance.__slots__}


def what_to_do(subject: Subject) -> QWidget:
    box = QWidget()
    tiles = TileLayout(subject.theme.px(_SIDE_BY_SIDE), 2, subject.theme.px(ROOM))
    box.setLayout(tiles)
    condition = subject.condition
    helps, do_not = translate("conditions", "What helps"), translate("conditions", "Do not")
    tiles.addWidget(_list_card(subject, Urgency.HOME, helps, condition.helps, "✓"))
    tiles.addWidget(_list_card(subject, Urgency.SAME_DAY, do_not, condition.do_not, "✕"))
    return box


def _list_card(
    subject: Subject, colours_of: Urgency, title: str, statements: Iterable[Statement], mark: str
) -> Card:
    card = _level_card(subject.theme, colours_of, title)
    texts = [each.text for each in statements]
    card.column.addWidget(subject.bullets(subject.new_section(), texts, mark))
    card.column.addStretch(1)
    return card


def _level_card(theme: Theme, level: Urgency, title: str) -> Card:
    card = Card(theme)
    card.setProperty("look", "level-card")
    card.setProperty("level", level.value)
    card.column.addWidget(words(title, "level-h3"))
    return card


def _level_row(subject: Subject, level: Urgency) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(subject.theme.px(SMALLER))
    mark = IconLabel(subject.theme, LEVEL_ICONS[level], level.value, 18)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words(subject.pack.short_words(level), "h3"), 1, Qt.AlignmentFlag.AlignTop)
    return row


def _texts_of(signs: Iterable[CallSign], level: Urgency) -> list[str]:
    return [sign.text for sign in signs if sign.level is level]
