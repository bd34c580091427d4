"""Where one has been among the conditions, and what the list looked like there."""

from dataclasses import dataclass, field
from typing import Literal

from guide.domain.filters import Filters

Section = Literal["all", "bookmarked", "recent"]
Kind = Literal["page", "compare", "claims"]

_MOST_STOPS = 100


@dataclass(frozen=True, slots=True)
class ListState:
    """What brings the list back as it was: the words typed, what is left out, and how far it is scrolled."""

    typed: str = ""
    filters: Filters = field(default_factory=Filters)
    section: Section = "all"
    scroll: int = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """``reading``: opened, not only passed by in the list. ``entered``: come to from another page."""

    kind: Kind
    ids: tuple[str, ...]
    list: ListState
    reading: bool = False
    entered: bool = False
    scroll: int = 0


class History:
    """It outlives the page, which is made anew with each text size."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    @property
    def here(self) -> Stop | None:
        return self._stop(self._at)

    @property
    def behind(self) -> Stop | None:
        return self._stop(self._at - 1)

    @property
    def ahead(self) -> Stop | None:
        return self._stop(self._at + 1)

    def visit(self, stop: Stop) -> None:
        """Go on from here; what was ahead is no longer."""
        self._stops = [*self._stops[: self._at + 1], stop][-_MOST_STOPS:]
        self._at = len(self._stops) - 1

    def replace(self, stop: Stop) -> None:
        """The same stop, looking differently now."""
        if self.here is None:
            self.visit(stop)
        else:
            self._stops[self._at] = stop

    def back(self) -> Stop | None:
        return self._step(-1)

    def forward(self) -> Stop | None:
        return self._step(1)

    def _step(self, by: int) -> Stop | None:
        stop = self._stop(self._at + by)
        if stop is not None:
            self._at += by
        return stop

    def _stop(self, number: int) -> Stop | None:
        return self._stops[number] if 0 <= number < len(self._stops) else None
