"""A condition as a small card with its drawing, to press."""

from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.theme import Theme
from guide.ui.widgets.cards import CardButton, LevelTag
from guide.ui.widgets.drawings import WIDE_SHAPE, drawing
from guide.ui.widgets.words import words


class ConditionTile(CardButton):
    def __init__(self, theme: Theme, pack: ContentPack, condition: Condition) -> None:
        short = pack.short_words(condition.urgency)
        super().__init__(theme, f"{condition.name}. {condition.one_line}. {short}", margin=10)
        self.condition_id = condition.id
        self.picture = drawing(theme, scene_of(condition), 2, shape=WIDE_SHAPE)
        self.column.addWidget(self.picture)
        self.column.addSpacing(theme.px(4))
        self.column.addWidget(words(condition.name, "h3"))
        self.column.addWidget(words(condition.one_line, "small-muted"))
        self.column.addStretch(1)
        self.column.addWidget(LevelTag(theme, condition.urgency, short))
        self.let_clicks_through()

    def set_tone(self, tone: int) -> None:
        self.picture.set_tone(tone)
