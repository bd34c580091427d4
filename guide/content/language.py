"""Words the guide never uses: those that claim to know what a baby has, and comfort nobody can give."""

import re
from collections.abc import Iterator

from guide.content.pieces import Pieces
from guide.content.problems import Problem
from guide.domain.conditions import Claim, Source

_CHILD = "your (?:baby|newborn|child|toddler|infant|son|daughter|little one)"
_KNOWS = "only someone who sees the child can know that; say what it can be or what it looks like"
_UNKNOWN = "nobody can promise that from a guide; say what is usual and what to watch for"
_COMFORT = "worry is not for the guide to take away; say what to look for and when to get help"

# What is looked for, how it is shown to the author, and why it is not said.
_FORBIDDEN = tuple(
    (re.compile(pattern), shown, why)
    for pattern, shown, why in (
        (rf"\b({_CHILD}) has\b", "'{0} has'", _KNOWS),
        (r"\b(it is|it's|this is) (clearly|surely|obviously)\b", "'{0} {1}'", _KNOWS),
        (r"(?<!not a )diagnos", "'diagnos…'", _KNOWS),
        (r"\b(suffer(?:s|ing)? from)\b", "'{0}'", _KNOWS),
        (r"\b(definitely|certainly|undoubtedly|without (?:a )?doubt)\b", "'{0}'", _UNKNOWN),
        (r"\b(guaranteed?|guarantees|100 ?% safe)", "'{0}'", _UNKNOWN),
        (r"\b(nothing to worry|no (?:need|reason|cause) (?:to|for) worry)", "'{0}'", _COMFORT),
        (r"\b(don't worry|do not worry|never worry)\b", "'{0}'", _COMFORT),
    )
)
# What others wrote or said is quoted as it is.
_QUOTED = {(Source, "title"), (Source, "address"), (Source, "organisation"), (Claim, "claim")}


def texts_use_no_forbidden_words(pieces: Pieces) -> Iterator[Problem]:
    for piece in pieces.shown:
        for wording in piece.wordings:
            said = "" if (wording.kind, wording.name) in _QUOTED else forbidden_words(wording.text)
            if said:
                yield piece.problem(wording.steps, f"this text says {said}.")


def forbidden_words(text: str) -> str:
    """The first of them and the reason against it; empty where there is none."""
    plain = " ".join(text.casefold().replace("’", "'").split())
    for pattern, shown, why in _FORBIDDEN:
        if match := pattern.search(plain):
            return f"{shown.format(*match.groups())}: {why}"
    return ""
