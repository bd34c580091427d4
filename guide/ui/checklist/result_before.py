"""What is otherwise than at the check before."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.domain.check_differences import Differences
from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack, Region
from guide.ui.checklist.result_words import difference_lines, level_change_words
from guide.ui.theme import ROOM, TINY, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import TileLayout
from guide.ui.widgets.words import bullets, words
from guide.ui.wording import day_words

_LINE = 330


class SinceBefore(Card):
    """The level then and now, and each answer that differs."""

    def __init__(
        self, theme: Theme, pack: ContentPack, region: Region, before: SavedCheck, found: Differences
    ) -> None:
        super().__init__(theme, spacing=TINY)
        title = self.tr("Since the check on {day}").format(day=day_words(before.done.at.date()))
        self.column.addWidget(words(title, "h3"))
        self.column.addWidget(words(level_change_words(pack, found)))
        tiles = TileLayout(theme.px(_LINE), 2, theme.px(ROOM))
        tiles.setSpacing(theme.px(TINY))
        for line in difference_lines(pack, region, found):
            tiles.addWidget(_at_the_top(bullets([line])))
        self.column.addLayout(tiles)


def _at_the_top(line: QWidget) -> QWidget:
    """Of a tile that is as high as a longer one beside it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(line)
    column.addStretch(1)
    return box
