"""Whether what a parent types sounds like one of the danger signs, which no list of conditions may answer."""

from collections import Counter
from collections.abc import Iterable

from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.domain.search_words import STOP_WORDS, asked_words, fold, stem, tokens_of

# A word that so many pages have in their names, such as "rash", says nothing of danger by itself.
_USUAL_ON = 3
_LEAST_SHARE = 0.6


class DangerWords:
    """Built once from the pack's emergency signs."""

    def __init__(self, pack: ContentPack) -> None:
        grave = {action.id for action in pack.actions if action.level is Urgency.EMERGENCY}
        asked = [rule for rule in pack.rules if rule.group and rule.action in grave]
        # The groups are named for the front page in parents' words, such as "fever under 3 months".
        said = [rule.sign for rule in asked] + [
            part for each in pack.groups for part in each.short.split(" · ")
        ]
        self._signs = [_stems([text]) for text in said]
        names = ([each.name, each.one_line, *each.parents_names] for each in pack.conditions)
        on = Counter(word for texts in names for word in _stems(texts))
        self._usual = {word for word, pages in on.items() if pages >= _USUAL_ON}

    def sound_in(self, typed: str) -> bool:
        """Most of the words are those of one sign, and at least one of them is unusual for a page."""
        wanted = {stem(fold(word)) for word in asked_words(typed)}
        for sign in self._signs:
            shared = wanted & sign
            if shared - self._usual and len(shared) >= _LEAST_SHARE * len(wanted):
                return True
        return False


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(
        token.stem for text in texts for token in tokens_of(text) if token.form not in STOP_WORDS
    )
