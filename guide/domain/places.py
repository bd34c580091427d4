"""Where on the body a condition is seen, from the same findings that the check is matched with."""

from collections.abc import Sequence
from dataclasses import dataclass

from guide.domain.conditions import Condition, Frequency
from guide.domain.lesions import Stage

PLACE = "place"
"""The question whose options are the places of the body."""

_USUAL = (Frequency.ALWAYS, Frequency.USUAL)


@dataclass(frozen=True, slots=True)
class Places:
    """Options of the question about the place; where it is seen rarely or never is left out."""

    usual: tuple[str, ...]
    sometimes: tuple[str, ...]


def places_of(condition: Condition, stage: Stage | None = None, order: Sequence[str] = ()) -> Places:
    """The places of the condition; for a stage that names its own these, and the others as sometimes.

    ``order`` is that of the question's options; without it they come as the page lists them.
    """
    found = condition.findings.get(PLACE, {})
    if stage is not None and stage.places:
        seen = (*_USUAL, Frequency.SOMETIMES)
        others = [place for place in found if found[place] in seen and place not in stage.places]
        return Places(_sorted(stage.places, order or tuple(found)), _sorted(others, order))
    return Places(
        _sorted([place for place in found if found[place] in _USUAL], order),
        _sorted([place for place in found if found[place] is Frequency.SOMETIMES], order),
    )


def _sorted(places: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    """What the order does not name stays behind the rest."""
    return tuple(sorted(places, key=lambda place: order.index(place) if place in order else len(order)))
