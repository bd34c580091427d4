"""How soon to get help, at the top of the result: what to do now, what to say, why, when to look again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from guide.domain.checklist import Answers, Assessment
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack, Region
from guide.ui.checklist.result_words import sign_words, source_words
from guide.ui.conditions.sections import call_words
from guide.ui.icons import LEVEL_ICONS, IconLabel, ThemedButton
from guide.ui.theme import GAP, ROOM, SMALLER, TINY, Theme
from guide.ui.widgets.layouts import TileLayout
from guide.ui.widgets.words import bullets, words
from guide.ui.wording import with_number

_SIDE_BY_SIDE = 340
_SIGNS_SHOWN = 2
_HUGE, _LARGEST = 34, 54
_SHORT_NUMBER = 24
_ICON, _INDENTED = 36, 560


class ActionBanner(QFrame):
    """In the level's colours, with its icon and its words; in an emergency larger, with the number."""

    def __init__(
        self, theme: Theme, pack: ContentPack, region: Region, answers: Answers, assessment: Assessment
    ) -> None:
        super().__init__()
        self._theme, self._pack, self._region = theme, pack, region
        self._answers, self._assessment = answers, assessment
        self._action = pack.action[assessment.action]
        self._urgent = assessment.level is Urgency.EMERGENCY
        self.setProperty("level", assessment.level.value)
        whole = QVBoxLayout(self)
        side, top = theme.px(20), theme.px(ROOM)
        whole.setContentsMargins(side, top, side, top)
        whole.setSpacing(theme.px(TINY))
        whole.addLayout(self._head())
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(TINY))
        whole.addLayout(self._column)
        self._fill()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(ROOM))
        level = self._assessment.level
        icon = IconLabel(self._theme, LEVEL_ICONS[level], level.value, _ICON)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._title(), 1)
        return row

    def _fill(self) -> None:
        level = self._pack.short_words(self._assessment.level)
        if level.casefold() not in with_number(self._action.title, self._region).casefold():
            self._column.addWidget(words(level, "level-h3"))
        if self._urgent and "{emergency_number}" not in self._action.title:
            self._column.addLayout(self._number())
        if self._region is self._pack.regions[0] and self._urgent:
            said = self.tr("Choose your country in Settings, and its number stands here.")
            self._column.addWidget(words(said, "small"))
        self._add_signs()
        self._column.addSpacing(self._theme.px(SMALLER))
        tiles = TileLayout(self._theme.px(_SIDE_BY_SIDE), 2, self._theme.px(ROOM))
        tiles.addWidget(self._what_to_do())
        tiles.addWidget(self._what_to_say())
        self._column.addLayout(tiles)
        self._column.addSpacing(self._theme.px(TINY))
        self._add_why()

    def _title(self) -> QLabel:
        """In an emergency larger, up to a size; the style sheet leaves this look its own one."""
        if not self._urgent:
            return words(with_number(self._action.title, self._region), "level-h1")
        number = self._region.emergency_number
        whole = number.replace(" ", "\N{NO-BREAK SPACE}") if len(number) < _SHORT_NUMBER else number
        label = words(self._action.title.replace("{emergency_number}", whole), "level-h3")
        font = self._theme.font(_HUGE, bold=True)
        font.setPixelSize(min(font.pixelSize(), _LARGEST))
        label.setFont(font)
        return label

    def _number(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(GAP))
        row.addWidget(IconLabel(self._theme, "phone", Urgency.EMERGENCY.value, 26))
        said = self.tr("Emergency number: {number}")
        known = self._region is not self._pack.regions[0]
        number = self._region.emergency_number if known else self._region.emergency_words
        self.number_label = words(said.replace("{number}", number), "level-h1" if known else "level-h3")
        row.addWidget(self.number_label, 1)
        return row

    def _add_signs(self) -> None:
        """The first ones at once; all of them stand under "Why"."""
        fired = self._assessment.fired
        for rule in fired[:_SIGNS_SHOWN]:
            said = sign_words(self._pack, self._region, self._answers, rule)
            self._column.addWidget(words(said, "h3"))
        if len(fired) > _SIGNS_SHOWN:
            said = self.tr("and {count} more").format(count=len(fired) - _SIGNS_SHOWN)
            self._column.addWidget(words(said, "small"))

    def _what_to_do(self) -> QWidget:
        box, column = _column(self._theme)
        column.addWidget(words(self.tr("What to do now"), "h3"))
        column.addWidget(bullets(with_number(each.text, self._region) for each in self._action.do))
        call = call_words(self._pack, self._region, self._assessment.level)
        if call and not self._urgent:
            column.addWidget(words(call, "h3"))
        column.addStretch(1)
        return box

    def _what_to_say(self) -> QWidget:
        box, column = _column(self._theme)
        look_again = with_number(self._action.look_again.text, self._region)
        for title, text in (
            (self.tr("What to say on the phone"), self._said(self._action.say)),
            (self.tr("When to look again"), look_again),
        ):
            if text:
                column.addWidget(words(title, "h3"))
                column.addWidget(words(text))
                column.addSpacing(self._theme.px(TINY))
        column.addStretch(1)
        return box

    def _said(self, text: str) -> str:
        return f"“{with_number(text, self._region)}”" if text else ""

    def _add_why(self) -> None:
        """For the first sign at once; those for the others are folded away, each with its sign."""
        fired = self._assessment.fired
        for rule in fired[:1]:
            self._column.addWidget(self._why(rule))
        if len(fired) > 1:
            self._fold_away(fired[1:])

    def _fold_away(self, others: Sequence[str]) -> None:
        rest, column = _column(self._theme)
        for rule in others:
            column.addWidget(words(sign_words(self._pack, self._region, self._answers, rule), "h3"))
            column.addWidget(self._why(rule))
        rest.hide()
        said = self.tr("One more reason")
        if len(others) > 1:
            said = self.tr("{count} more reasons").format(count=len(others))
        self.more_button = ThemedButton(self._theme, said, "link", "chevron-down")
        self.more_button.clicked.connect(lambda: _open(rest, self.more_button))
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(rest)

    def _why(self, rule: str) -> QWidget:
        box, column = _column(self._theme)
        why = self._pack.rule[rule].why
        column.addWidget(words(self.tr("Why: {reason}").replace("{reason}", why.text)))
        column.addWidget(words(source_words(self._pack, why), "small-muted"))
        return box

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below the title's words where there is room, else as wide as can be."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._theme.px(_INDENTED)
        indent = self._theme.px(_ICON + ROOM) if wide else 0
        self._column.setContentsMargins(indent, 0, 0, 0)


def _open(rest: QWidget, button: ThemedButton) -> None:
    """The keyboard goes on to what is next, for the button it was on is gone."""
    rest.show()
    button.focusNextPrevChild(True)
    button.hide()


def _column(theme: Theme) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(TINY))
    return box, column
