"""The picture of a condition: which stage, from how far, on which skin, where, and the same in words."""

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guide.domain.conditions import Condition
from guide.domain.lesions import Stage
from guide.domain.pack import ContentPack
from guide.domain.places import PLACE, Places, places_of
from guide.ui.calibration.dialog import CalibrationDialog
from guide.ui.calibration.screens import ScreenSizes, ScreenWatch
from guide.ui.conditions.choice_row import ChoiceRow
from guide.ui.conditions.tone_row import tone_row
from guide.ui.pictures.plans.scene import View, scene_of
from guide.ui.pictures.where import WherePicture
from guide.ui.pictures.words import alt_text
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.drawings import drawing
from guide.ui.widgets.words import words


class PicturePanel(QWidget):
    """`where` and `where_label` follow the stage shown; the page decides where they stand."""

    tone_chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        pack: ContentPack,
        condition: Condition,
        tone: int,
        sizes: ScreenSizes,
    ) -> None:
        super().__init__()
        self._theme, self._condition, self._sizes = theme, condition, sizes
        self._stages = {stage.id: stage for stage in condition.appearance.stages}
        self._stage = condition.appearance.typical_stage
        self._view: View = "close"
        self.picture = drawing(theme, scene_of(condition), tone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SMALLER))
        column.addWidget(self.picture)
        # What grows and shrinks with the words is last: no button moves away from under the pointer.
        column.addWidget(self._stage_choice())
        column.addWidget(self._view_choice())
        tones, self.tone_buttons = tone_row(self, theme, tone)
        self.tone_buttons.idClicked.connect(self._on_tone_chosen)
        column.addLayout(tones)
        self.words_label = words("", "small-muted")
        column.addWidget(self.words_label)
        column.addWidget(words(self.tr("A drawing, not a photo of a child."), "small-muted"))
        column.addStretch(1)
        self.where = self._where_picture(pack)
        self.where_label = words("", "small-muted")
        self.where_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._follow_screen()
        self._show()

    @property
    def stage(self) -> Stage:
        return self._stage

    @property
    def view(self) -> View:
        return self._view

    def set_tone(self, tone: int) -> None:
        self.picture.set_tone(tone)
        self.tone_buttons.button(tone).setChecked(True)

    def _stage_choice(self) -> ChoiceRow:
        self.stage_row = ChoiceRow(
            self._theme, self.tr("Stage"), {stage.id: stage.name for stage in self._stages.values()}
        )
        self.stage_row.choose(self._stage.id)
        self.stage_row.setVisible(len(self._stages) > 1)
        self.stage_row.chosen.connect(self._on_stage_chosen)
        return self.stage_row

    def _view_choice(self) -> ChoiceRow:
        names = {
            "close": self.tr("Up close"),
            "arm": self.tr("From arm’s length"),
            "true": self.tr("True size"),
        }
        self.view_row = ChoiceRow(self._theme, self.tr("View"), names)
        self.view_row.choose(self._view)
        self.view_row.chosen.connect(self._on_view_chosen)
        return self.view_row

    def _where_picture(self, pack: ContentPack) -> WherePicture:
        question = pack.question.get(PLACE)
        names = {option.id: option.text for option in question.options} if question else {}
        return WherePicture(self._theme, pack.body, names)

    def _follow_screen(self) -> None:
        self._sizes.changed.connect(self._show)
        self._watch = ScreenWatch(self)
        self._watch.changed.connect(self._show)

    def _px_per_mm(self) -> float | None:
        return self._sizes.px_per_mm(self.screen())

    def _on_stage_chosen(self, stage: str) -> None:
        self._stage = self._stages[stage]
        self._show()

    def _on_view_chosen(self, view: str) -> None:
        if view == "true" and self._px_per_mm() is None:
            why = self.tr("To show the drawing as large as on the skin, your screen has to be measured once.")
            CalibrationDialog.ask(self, self._theme, self._sizes, why, self._on_measured)
        else:
            self._view = next(known for known in get_args(View) if known == view)
            self._show()

    def _on_measured(self) -> None:
        """Measured or not: where not, the view before stays."""
        if self._px_per_mm() is not None:
            self._view = "true"
        self._show()
        self.view_row.buttons[self._view].setFocus()

    def _on_tone_chosen(self, tone: int) -> None:
        self.picture.set_tone(tone)
        self.tone_chosen.emit(tone)

    def _show(self) -> None:
        true_size = self._px_per_mm() if self._view == "true" else None
        if self._view == "true" and true_size is None:
            self._view = "close"
        self.view_row.choose(self._view)
        self.picture.set_scene(scene_of(self._condition, self._stage, self._view), true_size)
        self.words_label.setText(alt_text(self.picture.scene))
        places = places_of(self._condition, self._stage)
        self.where.set_places(places.usual, places.sometimes)
        self.where_label.setText(self._where_marks(places))

    def _where_marks(self, places: Places) -> str:
        """What filled and striped mean; nothing where nothing is striped."""
        if places.usual and places.sometimes:
            return self.tr("Filled: usual places. Striped: sometimes.")
        return self.tr("Striped: sometimes.") if places.sometimes else ""
