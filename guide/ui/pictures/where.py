"""A small picture of where on the body a condition is seen, with the same in words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from guide.domain.pack import BodyRegion
from guide.domain.places import Places
from guide.ui.pictures.where_outline import WhereColours, paint_where
from guide.ui.theme import Theme

__all__ = ["WhereColours", "WherePicture", "paint_where", "where_text"]

translate = QCoreApplication.translate

_WIDTH, _HEIGHT = 120, 150


class WherePicture(QLabel):
    """``names``: the options of the question about the place, id to text, in the question's order."""

    def __init__(
        self,
        theme: Theme,
        regions: Sequence[BodyRegion],
        names: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # A label with a picture is announced as one; what is seen is painted below.
        self.setPixmap(QPixmap(1, 1))
        self._theme = theme
        self._regions = tuple(regions)
        self._names = dict(names or {})
        self._places = Places((), ())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._on_theme_changed)
        self.set_places((), ())

    @property
    def places(self) -> Places:
        return self._places

    def set_places(self, usual: Sequence[str], sometimes: Sequence[str]) -> None:
        """Options of the question about the place."""
        self._places = Places(tuple(usual), tuple(sometimes))
        self.setAccessibleName(where_text(self._places, self._names))
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() * 0.7

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        paint_where(
            painter,
            self.rect(),
            self._regions,
            self._places,
            WhereColours(QColor(colours.muted), QColor(colours.sunken), QColor(colours.brand)),
        )


def where_text(places: Places, names: Mapping[str, str]) -> str:
    """Like "Where: usually face and scalp; sometimes neck."."""
    if names and set(names) <= {*places.usual}:
        return translate("pictures", "Where: anywhere on the body.")
    usual, sometimes = (_listed(each, names) for each in (places.usual, places.sometimes))
    if usual and sometimes:
        both = translate("pictures", "Where: usually {usual}; sometimes {sometimes}.")
        return both.format(usual=usual, sometimes=sometimes)
    if usual:
        return translate("pictures", "Where: usually {places}.").format(places=usual)
    if sometimes:
        return translate("pictures", "Where: sometimes {places}.").format(places=sometimes)
    return translate("pictures", "Where: not said.")


def _listed(places: Sequence[str], names: Mapping[str, str]) -> str:
    """In the order of the question; a place without a name by its id."""
    order = list(names)
    known = sorted(places, key=lambda place: order.index(place) if place in names else len(order))
    said = [_in_a_sentence(names.get(place, place.replace("-", " "))) for place in known]
    if len(said) < 2:
        return "".join(said)
    # In a longer list a comma keeps a name of several words together, such as "hands or feet".
    last = (
        translate("pictures", "{others}, and {last}")
        if len(said) > 2 and any(" " in each for each in said)
        else translate("pictures", "{others} and {last}")
    )
    return last.format(others=", ".join(said[:-1]), last=said[-1])


def _in_a_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]
