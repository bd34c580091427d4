"""The body map with its views, and the same places as a list for those who do not see it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from guide.domain.pack import BodyRegion
from guide.ui.body_map.outline import BodyMark
from guide.ui.body_map.widget import BodyMap
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.words import words


class BodyMapPicker(QWidget):
    """Map, Front and Back, and the "Place" list, kept in step. A choice in any of them is told once.

    Without regions it only shows spots: no list, and a click tells of spots alone.
    """

    place_chosen = Signal(str, float, float)
    mark_chosen = Signal(str)
    view_changed = Signal(str)

    def __init__(self, theme: Theme, regions: Sequence[BodyRegion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._regions = {region.id: region for region in regions}
        self.body_map = BodyMap(regions)
        self.pointed_label = words("", "muted", wrap=False)
        self.front_button = self._view_button(self.tr("Front"), self.tr("Front of the body"))
        self.back_button = self._view_button(self.tr("Back"), self.tr("Back of the body"))
        self.place_label = words(self.tr("&Place"), wrap=False)
        self.place_combo = QComboBox()
        self._fill_places()
        self._lay_out()
        self._connect()
        self._dress()
        self.setFocusProxy(self.body_map)

    @property
    def view(self) -> str:
        return self.body_map.view

    def set_view(self, view: str) -> None:
        if view == self.body_map.view:
            return
        self.body_map.set_view(view)
        (self.back_button if view == "back" else self.front_button).setChecked(True)
        self.view_changed.emit(view)

    def set_marks(self, marks: Sequence[BodyMark]) -> None:
        """The spots of both views, each with its ``view``."""
        self.body_map.set_marks(marks)

    def set_place(self, region_id: str) -> None:
        """Show a place as chosen, without telling it; "" for none."""
        region = self._regions.get(region_id)
        if region is not None:
            self.set_view(region.view)
        self.body_map.point_at(region_id)
        self.place_combo.setCurrentIndex(max(0, self.place_combo.findData(region_id)))

    def _view_button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("look", "chip")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        return button

    def _fill_places(self) -> None:
        self.place_combo.setAccessibleName(self.tr("Place"))
        self.place_combo.addItem(self.tr("Not chosen"), "")
        for view, wording in (("front", self.tr("{place} (front)")), ("back", self.tr("{place} (back)"))):
            self.place_combo.insertSeparator(self.place_combo.count())
            for region in self._regions.values():
                if region.view == view:
                    self.place_combo.addItem(wording.format(place=region.name), region.id)

    def _lay_out(self) -> None:
        gap = self._theme.px(SMALLER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.body_map, 1)
        self.pointed_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.pointed_label)
        column.addLayout(self._view_row(gap))
        places = QHBoxLayout()
        places.setSpacing(gap)
        self.place_label.setBuddy(self.place_combo)
        places.addWidget(self.place_label)
        places.addWidget(self.place_combo, 1)
        column.addLayout(places)
        for part in (self.pointed_label, self.place_label, self.place_combo):
            part.setVisible(bool(self._regions))

    def _view_row(self, gap: int) -> QHBoxLayout:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addStretch()
        for button in (self.front_button, self.back_button):
            group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.front_button.setChecked(True)
        return row

    def _connect(self) -> None:
        self.body_map.region_pointed.connect(self._on_region_pointed)
        self.body_map.place_chosen.connect(self._on_map_chosen)
        self.body_map.mark_chosen.connect(self.mark_chosen)
        self.front_button.clicked.connect(lambda: self.set_view("front"))
        self.back_button.clicked.connect(lambda: self.set_view("back"))
        self.place_combo.activated.connect(self._on_place_activated)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        colours = self._theme.colours
        self.body_map.set_colours(QColor(colours.muted), QColor(colours.sunken))

    def _on_region_pointed(self, region_id: str) -> None:
        region = self._regions.get(region_id)
        self.pointed_label.setText(region.name if region else "")

    def _on_map_chosen(self, region_id: str, x: float, y: float) -> None:
        self.place_combo.setCurrentIndex(self.place_combo.findData(region_id))
        self.place_chosen.emit(region_id, x, y)

    def _on_place_activated(self, _index: int) -> None:
        region = self._regions.get(str(self.place_combo.currentData() or ""))
        if region is not None:
            self.set_place(region.id)
            self.place_chosen.emit(region.id, region.x, region.y)
