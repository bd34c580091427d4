"""Checks of the countries' numbers: a wrong number in an emergency is worse than none."""

import re
from collections.abc import Iterator

from guide.content.pieces import Pieces, Wording
from guide.content.problems import Problem
from guide.domain.conditions import Source
from guide.domain.pack import Region
from guide.domain.questions import Case

_FOR_HELP = ("emergency_words", "advice", "poison")
_NUMBER = re.compile(r"\d{3}")
# The UK's advice line, New Zealand's ambulance, and nothing at all elsewhere.
_AMBIGUOUS = re.compile(r"(?<![\d.,-])111(?![\d.,-]*\d)")
_SMALL_WORDS = {"of", "and", "the"}


def numbers_stand_with_their_country(pieces: Pieces) -> Iterator[Problem]:
    if pieces.regions is None:
        return
    named = _country_names(pieces.regions.value.regions)
    for piece in pieces.all:
        for wording in piece.wordings:
            if _has_number(wording) and not named.search(wording.text):
                words = "a number stands here without its country; add the country, such as 'in the UK'."
                yield piece.problem(wording.steps, words)


def _has_number(wording: Wording) -> bool:
    if wording.kind in (Source, Case):
        return False
    if wording.kind is Region and wording.name in _FOR_HELP:
        return _NUMBER.search(wording.text) is not None
    return _AMBIGUOUS.search(wording.text) is not None


def _country_names(regions: tuple[Region, ...]) -> re.Pattern[str]:
    """Any country of the pack, by its name, its two letters or its initials."""
    names = {name for region in regions for name in (region.name, region.id.upper(), _initials(region.name))}
    words = "|".join(re.escape(name) for name in sorted(names) if len(name) > 1)
    return re.compile(rf"\b(?:{words})\b")


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in _SMALL_WORDS)
