"""About & sources: what the guide is and is not, who checked it, where its facts come from."""

import platform
from datetime import date

import PySide6
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from guide.domain.conditions import Source, Urgency
from guide.domain.pack import ContentPack
from guide.ui.about.licences import PARTS
from guide.ui.about.reading_text import ReadingText
from guide.ui.icons import IconLabel
from guide.ui.theme import GAP, ROOM, SMALLER, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import TileLayout
from guide.ui.widgets.page import Page
from guide.ui.widgets.words import bullets, words
from guide.ui.wording import day_words

_LEAST_CARD = 340


class AboutPage(Page):
    def __init__(self, theme: Theme, pack: ContentPack, version: str) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("About & sources"))
        self._pack, self._version = pack, version
        self.column.addWidget(words(self.tr("About Little Spots"), "h1"))
        said = self.tr(
            "A guide and a diary for parents who find spots on their baby’s skin. "
            "It informs, and it keeps what you write. It never says what your baby has: "
            "that takes a look by a doctor or nurse."
        )
        self.column.addWidget(words(said, "lead"))
        self.column.addWidget(self._review_card())
        tiles = TileLayout(theme.px(_LEAST_CARD), 2, theme.px(ROOM))
        for card in (
            self._promises_card(),
            self._drawings_card(),
            self._diary_card(),
            self._keys_card(),
            self._versions_card(),
            self._licences_card(),
        ):
            tiles.addWidget(card)
        self.column.addLayout(tiles)
        self.column.addWidget(self._sources_card())
        self.column.addStretch(1)

    def _review_card(self) -> Card:
        """Who has checked this: in a warning's colours, but not as a sign of illness."""
        info = self._pack.info
        card = Card(self.theme, look="")
        card.setProperty("level", Urgency.SAME_DAY.value)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(GAP))
        row.addWidget(IconLabel(self.theme, "info", Urgency.SAME_DAY.value, 26))
        row.addWidget(words(info.review_words, "level-h3"), 1)
        card.column.addLayout(row)
        said = [self.tr("When in doubt, call a doctor or nurse.")]
        if info.review_by:
            said.append(
                self.tr("The content is to be checked again by {day}.").format(day=_day(info.review_by))
            )
        card.column.addWidget(words(" ".join(said)))
        return card

    def _promises_card(self) -> Card:
        card = self._card(self.tr("What it promises"))
        promises = (
            self.tr("Everything you write stays on this computer."),
            self.tr("It never goes online. It works without the internet, for ever."),
            self.tr("No account, no advertising, nothing counted or sent."),
            self.tr("Danger signs come first, one press away from every page."),
            self.tr("Every medical statement names its source."),
        )
        card.column.addWidget(bullets(promises))
        card.column.addStretch(1)
        return card

    def _drawings_card(self) -> Card:
        card = self._card(self.tr("The drawings"))
        said = (
            self.tr("Drawn from what the sources say of size, colour and number. No photo was used."),
            self.tr("Your child’s spots can look different. Go by the words and the danger signs as well."),
            self.tr("The bar in each shows the size. “True size” shows it as large as on the skin."),
            self.tr("Skin tones: numbers 2, 5, 6, 8 and 9 of the Monk Skin Tone Scale (Ellis Monk, 2022)."),
        )
        card.column.addWidget(bullets(said))
        card.column.addStretch(1)
        return card

    def _diary_card(self) -> Card:
        card = self._card(self.tr("Your diary and its backups"))
        said = (
            self.tr("Backups lie in “Little Spots backups” among your documents, or where Settings says."),
            self.tr("One is made when you close the program after a change, and each half hour of use."),
            self.tr("To get the diary back: Settings, “Get the diary back from a backup…”."),
            self.tr("What was in the diary before is kept; Settings has the way back to it."),
            self.tr(
                "Whoever has this folder can read the backups. A documents folder is often copied to the "
                "internet by the computer itself (OneDrive, iCloud); Settings can choose another one."
            ),
            self.tr("On a new computer: copy the whole folder with the backups there, and do the same."),
        )
        card.column.addWidget(bullets(said))
        card.column.addStretch(1)
        return card

    def _keys_card(self) -> Card:
        card = self._card(self.tr("Keys"))
        card.column.addWidget(_pairs(self.theme, self._shortcuts()))
        card.column.addStretch(1)
        return card

    def _versions_card(self) -> Card:
        info = self._pack.info
        card = self._card(self.tr("Versions"))
        pairs = [
            (self.tr("Program"), f"Little Spots {self._version}"),
            (self.tr("Content"), f"{info.title} {info.version}"),
            (self.tr("Last worked over"), _day(info.reviewed_on)),
            (self.tr("Reviewed by"), info.reviewed_by),
            ("Qt · PySide6", PySide6.__version__),
            ("Python", platform.python_version()),
            (self.tr("System"), f"{platform.system()} {platform.machine()}"),
        ]
        card.column.addWidget(_pairs(self.theme, pairs))
        card.column.addStretch(1)
        return card

    def _licences_card(self) -> Card:
        card = self._card(self.tr("Licences"))
        self.licences_text = ReadingText(self.theme, self.tr("Licences"), PARTS)
        card.column.addWidget(self.licences_text)
        card.column.addStretch(1)
        return card

    def _sources_card(self) -> Card:
        sources = self._pack.sources
        card = self._card(self.tr("Sources"))
        said = self.tr(
            "The {number} places where the guide’s facts were read. "
            "The addresses are for reading and copying; this program opens none of them."
        )
        card.column.addWidget(words(said.format(number=len(sources)), "muted"))
        paragraphs = [(f"{source.organisation}: {source.title}", self._where(source)) for source in sources]
        self.sources_text = ReadingText(self.theme, self.tr("Sources"), paragraphs)
        card.column.addWidget(self.sources_text)
        return card

    def _card(self, title: str) -> Card:
        card = Card(self.theme)
        card.column.addWidget(words(title, "h2"))
        return card

    def _where(self, source: Source) -> str:
        seen = self.tr("Read {day}").format(day=_day(source.seen)) if source.seen else ""
        return " · ".join(part for part in (seen, source.address, source.note) if part)

    def _shortcuts(self) -> list[tuple[str, str]]:
        control = Qt.KeyboardModifier.ControlModifier
        first, last = (_keys(QKeyCombination(control, key)) for key in (Qt.Key.Key_1, Qt.Key.Key_5))
        return [
            (f"{first} … {last}", self.tr("The five pages, in the order of the list")),
            (_keys(QKeyCombination(control, Qt.Key.Key_D)), self.tr("Danger signs")),
            (_keys(QKeySequence.StandardKey.Find), self.tr("Look up a condition; on that page also /")),
            (
                _keys(QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Left)),
                self.tr("Back, in the guide"),
            ),
            (
                _keys(QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Right)),
                self.tr("Forward again"),
            ),
            (_keys(QKeyCombination(control, Qt.Key.Key_N)), self.tr("Write a new note")),
            (_keys(QKeySequence.StandardKey.Save), self.tr("Save the note")),
            (_keys(QKeySequence.StandardKey.Print), self.tr("Print the doctor’s page")),
            (
                _keys(QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_N)),
                self.tr("Next, in the check"),
            ),
            (
                _keys(QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_B)),
                self.tr("Back, in the check"),
            ),
            (
                _keys(QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_S)),
                self.tr("Not sure, skip"),
            ),
            (_keys(QKeySequence.StandardKey.Back), self.tr("Back to where you were")),
            (_keys(QKeySequence.StandardKey.HelpContents), self.tr("This page")),
            (_keys(QKeyCombination(control, Qt.Key.Key_Q)), self.tr("Close the program")),
        ]


def _pairs(theme: Theme, pairs: list[tuple[str, str]]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(ROOM))
    grid.setVerticalSpacing(theme.px(SMALLER))
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(pairs):
        grid.addWidget(words(name, "h3", wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(value, "muted"), row, 1)
    return box


def _keys(keys: QKeyCombination | QKeySequence.StandardKey) -> str:
    """As they are written on this system's keyboards."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _day(iso: str) -> str:
    return day_words(date.fromisoformat(iso)) if iso else "–"
