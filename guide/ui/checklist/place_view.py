"""Where the spots are: the body from each side to press on, and beside it the names of the places."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from guide.domain.pack import BodyRegion
from guide.domain.questions import Question
from guide.ui.body_map.outline import body_outline, fitted
from guide.ui.body_map.widget import BodyMap
from guide.ui.checklist.option_card import OptionCard
from guide.ui.checklist.question_view import QuestionView
from guide.ui.theme import GAP, ROOM, TINY, Theme
from guide.ui.widgets.layouts import TileLayout
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words

_HEIGHT, _MOST_HEIGHT = 344, 440
_SHAPE = 0.51
# Parts of one place lie side by side: a little larger they run into one another.
_LARGER = 1.3


class PlaceMap(BodyMap):
    """One side of the body. Every part of a chosen place is filled, with a thick edge."""

    def __init__(self, theme: Theme, regions: Sequence[BodyRegion], view: str) -> None:
        super().__init__(regions)
        self._theme = theme
        self._chosen: frozenset[str] = frozenset()
        self.set_view(view)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        height = min(theme.px(_HEIGHT), _MOST_HEIGHT)
        self.setFixedSize(round(height * _SHAPE), height)
        theme.changed.connect(self._dress)
        self._dress()

    def show_chosen(self, places: Collection[str]) -> None:
        self._chosen = frozenset(places)
        self.update()

    def _dress(self) -> None:
        colours = self._theme.colours
        self.set_colours(QColor(colours.muted), QColor(colours.sunken))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour = QColor(self._theme.colours.brand)
        soft = QColor(colour)
        soft.setAlphaF(0.45)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(fitted(self._map_rect()))
        painter.setPen(QPen(colour, 1.1))
        painter.setBrush(soft)
        painter.drawPath(self._chosen_parts())

    def _chosen_parts(self) -> QPainterPath:
        """As far as they lie on the body."""
        path = QPainterPath()
        for part in self.regions:
            if part.place in self._chosen:
                one = QPainterPath()
                one.addEllipse(QPointF(part.x, part.y), _LARGER * part.rx, _LARGER * part.ry)
                path = path.united(one)
        return path.intersected(body_outline(self.view))


class PlaceView(QuestionView):
    """A press on a part chooses its place or takes it back; the names beside show the same."""

    def __init__(
        self,
        theme: Theme,
        question: Question,
        regions: Sequence[BodyRegion],
        chosen: Collection[str],
        tone: int,
        before: Collection[str] = (),
    ) -> None:
        self._regions = {region.id: region for region in regions}
        super().__init__(theme, question, chosen, tone, before)
        self.answer_changed.connect(self._show_chosen)
        self._show_chosen()

    def _has_small_tiles(self, pictured: bool) -> bool:
        return True

    def _make_tiles(self, pictured: bool) -> TileLayout:
        return TileLayout(self._theme.px(160), 2, self._theme.px(6))

    def _lay_out(self) -> None:
        across = TurningRow(self._theme.px(600), self._theme.px(ROOM))
        names = QWidget()
        names.setLayout(self._tiles)
        # Put in first, so that the keys come to the names before they come to the maps.
        across.row.addWidget(names, 1, Qt.AlignmentFlag.AlignTop)
        across.row.insertWidget(0, self._build_maps(), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(across)

    def _build_maps(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(TINY))
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(GAP))
        views = dict.fromkeys(region.view for region in self._regions.values())
        self.maps = [PlaceMap(self._theme, list(self._regions.values()), view) for view in views]
        for each in self.maps:
            row.addLayout(self._titled(each))
        row.addStretch(1)
        column.addLayout(row)
        self.pointed_label = words("", "small-muted")
        self.pointed_label.setMinimumHeight(self.pointed_label.fontMetrics().height())
        column.addWidget(self.pointed_label)
        return box

    def _titled(self, body: PlaceMap) -> QVBoxLayout:
        names = {"front": self.tr("Front"), "back": self.tr("Back of the body")}
        column = QVBoxLayout()
        title: QLabel = words(names.get(body.view, body.view), "small-muted", wrap=False)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(body)
        body.place_chosen.connect(self._on_part_pressed)
        body.region_pointed.connect(self._on_part_pointed)
        return column

    def _on_part_pressed(self, region_id: str, _x: float, _y: float) -> None:
        card = self._card_of(region_id)
        if card is not None:
            card.click()

    def _on_part_pointed(self, region_id: str) -> None:
        card, region = self._card_of(region_id), self._regions.get(region_id)
        said = f"{region.name}: {card.option.text}" if region and card else ""
        self.pointed_label.setText(said)

    def _card_of(self, region_id: str) -> OptionCard | None:
        region = self._regions.get(region_id)
        return next((card for card in self.cards if region and card.option_id == region.place), None)

    def _show_chosen(self) -> None:
        for each in self.maps:
            each.show_chosen(self.chosen())
