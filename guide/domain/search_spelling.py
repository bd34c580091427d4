"""Words that were probably meant by a misspelt one, out of those that occur."""

from collections.abc import Iterable, Iterator

_LEAST = 4
"""Shorter words are as often another word as a slip of the finger."""


class Spelling:
    """The words by length and first letter, each with the set of its letters as bits.

    Most words are ruled out by their letters alone, at the cost of one operation on whole numbers.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[int, str]]] = {}
        self._by_first: dict[str, list[tuple[int, str]]] = {}
        for word in sorted(words):
            if len(word) >= _LEAST:
                entry = (_letters(word), word)
                self._by_length.setdefault(len(word), []).append(entry)
                self._by_first.setdefault(word[0], []).append(entry)

    def near(self, word: str) -> list[tuple[str, int]]:
        """The words within the slips allowed for this length, and how many slips away each is.

        With two slips the first letter must be right: "bleeding" is not "feeding".
        """
        allowed = slips_allowed(word)
        if not allowed:
            return []
        found = [(other, slips(word, other, allowed)) for other in self._alike(word, allowed)]
        return [
            (other, away) for other, away in found if away <= allowed and (away < 2 or other[0] == word[0])
        ]

    def begun(self, word: str) -> list[str]:
        """The longer words that begin nearly like this one, while it is still being typed."""
        if not slips_allowed(word):
            return []
        letters, least = _letters(word), len(word) + 1
        return [
            other
            for mask, other in self._by_first.get(word[0], ())
            if len(other) >= least
            and (letters & ~mask).bit_count() <= 1
            and any(slips(word, other[:end], 1) <= 1 for end in (len(word), len(word) + 1, len(word) - 1))
        ]

    def _alike(self, word: str, allowed: int) -> Iterator[str]:
        letters = _letters(word)
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for mask, other in self._by_length.get(length, ()):
                if (letters & ~mask).bit_count() <= allowed and (mask & ~letters).bit_count() <= allowed:
                    yield other


def slips_allowed(word: str) -> int:
    if len(word) < _LEAST or len(word) > 40:
        return 0
    return 1 if len(word) < 7 else 2


def slips(typed: str, meant: str, most: int) -> int:
    """Letters left out, added, wrong or swapped with the next; more than ``most`` is told as one more."""
    if typed == meant:
        return 0
    before: list[int] = []
    last = list(range(len(meant) + 1))
    for row, letter in enumerate(typed, 1):
        this = [row]
        for column, other in enumerate(meant, 1):
            cost = min(last[column] + 1, this[-1] + 1, last[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == meant[column - 2] and typed[row - 2] == other
            this.append(min(cost, before[column - 2] + 1) if swapped else cost)
        if min(this) > most:
            return most + 1
        before, last = last, this
    return min(last[-1], most + 1)


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits
