"""Finding conditions by the words a parent types."""

import difflib
import re
from collections.abc import Iterable

from guide.domain.conditions import Condition

_WORD = re.compile(r"[^\W_]+")
# How alike a misspelt word must be; 0.75 takes "exzema" for "eczema" but not "rash" for "trash can".
_ALIKE = 0.75
_NAME, _SHORT, _TEXT = 3, 2, 1


def find_conditions(conditions: Iterable[Condition], typed: str) -> tuple[Condition, ...]:
    """Those in which every typed word occurs, also begun or misspelt, the best first; no words: all."""
    wanted = words_of(typed)
    if not wanted:
        return tuple(conditions)
    found = [(_score(condition, wanted), condition) for condition in conditions]
    hits = [(score, condition) for score, condition in found if score is not None]
    return tuple(condition for score, condition in sorted(hits, key=lambda hit: (-hit[0], hit[1].name)))


def words_of(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _score(condition: Condition, wanted: tuple[str, ...]) -> float | None:
    fields = _fields(condition)
    total = 0.0
    for word in wanted:
        best = max(weight * _match(word, words) for weight, words in fields)
        if not best:
            return None
        total += best
    return total


def _fields(condition: Condition) -> list[tuple[int, tuple[str, ...]]]:
    names = " ".join([condition.name, *condition.parents_names])
    glance = condition.glance
    text = [condition.gist.text, glance.where.text, glance.feel.text, glance.age.text]
    return [
        (_NAME, words_of(names)),
        (_SHORT, words_of(condition.one_line)),
        (_TEXT, words_of(" ".join(text))),
    ]


def _match(word: str, words: tuple[str, ...]) -> float:
    if word in words:
        return 1.0
    if any(other.startswith(word) for other in words):
        return 0.9
    alike = len(word) > 3 and difflib.get_close_matches(word, words, n=1, cutoff=_ALIKE)
    return 0.6 if alike else 0.0
