"""What a typed word may mean among the words that occur: itself, another form, a beginning, a slip."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import takewhile

from guide.domain.search_spelling import Spelling
from guide.domain.search_words import IRREGULAR, OTHER_WORDS, STOP_WORDS, Token, stem

SHORTEST_BEGUN = 3
"""Fewer letters begin too many words: they count for names only."""

_OTHER, _BEGUN, _BEGUN_FAR = 0.6, 0.85, 0.7
_SLIP = {1: 0.75, 2: 0.6}
_SLIP_BEGUN = 0.5
_PART = 3
_COMPOUND = 6


class Vocabulary:
    """Stems by every way to write them: their forms, their other words, the parts they are made of."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        forms = {token.form: token.stem for token in tokens}
        self._stems: dict[str, dict[str, float]] = {}
        known = frozenset(forms.values())
        for form, meant in {**forms, **{each: each for each in known}}.items():
            self._add(form, meant, 1.0)
        for form in IRREGULAR:
            if stem(form) in known:
                self._add(form, stem(form), 1.0)
        for word, others in OTHER_WORDS.items():
            for other in others & known:
                self._add(word, other, _OTHER)
                self._add(stem(word), other, _OTHER)
        self._add_parts(forms)
        self._sorted = sorted(self._stems)
        self._spelling = Spelling(self._sorted)

    def words_in(self, form: str) -> tuple[str, ...]:
        """The word, or the two it is made of where only these are known: "heatrash"."""
        if form in self._stems or self._begun(form):
            return (form,)
        return self._parts(form, self._stems) or (form,)

    def meant(self, form: str) -> Mapping[str, float]:
        """Stem -> how sure it is; slips are looked for only where nothing is written so."""
        found: dict[str, float] = {}
        for key in (form, stem(form)):
            self._take(found, key, 1.0)
        exact = bool(found)
        for key in self._begun(form):
            near = len(key) - len(form) <= 3 and not exact
            self._take(found, key, _BEGUN if near else _BEGUN_FAR, least_share=1.0)
        return found or self._misspelt(form)

    def _misspelt(self, form: str) -> Mapping[str, float]:
        found: dict[str, float] = {}
        near = self._spelling.near(form)
        fewest = min((away for _, away in near), default=0)
        for key, away in near:
            if away == fewest:
                self._take(found, key, _SLIP[away])
        for key in self._spelling.begun(form):
            self._take(found, key, _SLIP_BEGUN)
        return found

    def _take(self, found: dict[str, float], key: str, sure: float, least_share: float = 0.0) -> None:
        """A word only begun means itself, not yet what others say for it."""
        for meant, share in self._stems.get(key, {}).items():
            if share >= least_share:
                found[meant] = max(found.get(meant, 0.0), sure * share)

    def _begun(self, form: str) -> list[str]:
        first = bisect_left(self._sorted, form)
        return list(takewhile(lambda key: key.startswith(form), self._sorted[first : first + 3000]))

    def _add(self, form: str, meant: str, share: float) -> None:
        entry = self._stems.setdefault(form, {})
        entry[meant] = max(entry.get(meant, 0.0), share)

    def _add_parts(self, forms: Mapping[str, str]) -> None:
        """Who types "goose bumps" finds "goosebumps" by its second part too."""
        for form, meant in forms.items():
            for part in self._parts(form, forms):
                self._add(part, meant, _OTHER)
                self._add(stem(part), meant, _OTHER)

    def _parts(self, form: str, known: Mapping[str, object]) -> tuple[str, ...]:
        if len(form) < _COMPOUND:
            return ()
        for at in range(_PART, len(form) - _PART + 1):
            parts = form[:at], form[at:]
            if all(part in known and part not in STOP_WORDS for part in parts):
                return parts
        return ()
