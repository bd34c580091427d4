"""Plain file names for photos: the day, the child, the spot and a number; none leads elsewhere."""

import unicodedata
from collections import Counter
from datetime import date

# A name may have 255 bytes on most disks, and two of these stand in one beside the day and the number.
_MOST_BYTES = 80
_ALLOWED_SIGNS = "-'"


def plain_part(text: str) -> str:
    """Its letters, digits and single spaces: no path, no dots, nothing that turns the writing round."""
    kept = (sign if _is_plain(sign) else " " for sign in unicodedata.normalize("NFC", text))
    return _cut(" ".join("".join(kept).split())).strip(" " + _ALLOWED_SIGNS)


class PhotoNames:
    """Gives no name twice, also where upper and lower case or ways of writing an accent are the same."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def name_for(self, day: date, child: str, spot: str) -> str:
        stem = " ".join(filter(None, (day.isoformat(), plain_part(child), plain_part(spot))))
        alike = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", stem).casefold())
        self._given[alike] += 1
        return f"{stem} {self._given[alike]}.jpg"


def _is_plain(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN" or sign in _ALLOWED_SIGNS


def _cut(text: str) -> str:
    """At the end of a letter with all its accents."""
    if len(text.encode()) <= _MOST_BYTES:
        return text
    cut = text.encode()[:_MOST_BYTES].decode(errors="ignore")
    while cut and unicodedata.combining(text[len(cut)]):
        cut = cut[:-1]
    return cut
