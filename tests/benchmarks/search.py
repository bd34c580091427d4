"""How long a key press of a search takes, and building the index, with the pack's pages and with 4,000."""

import random
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.domain.conditions import Condition
    from guide.domain.pack import ContentPack
    from guide.domain.search import ConditionIndex

GOAL_MS, MANY, SLIPS = 16, 4000, 0.15
SHOWN_AT_ONCE = 20
TYPED = (
    "white dots on back 3 weeks old",
    "pale patch won't tan",
    "is it catching",
    "bumps like goose skin arms",
    "tiny white spots on nose newborn",
    "blisters on baby",
    "red rash neck hot weather",
    "white spots in mouth",
    "flaky scalp",
    "dimple in the middle",
    "white patches face summer",
    "itchy at night family",
    "yellow crust round mouth",
    "spots on palms and feet fever",
    "stork mark",
    "mila spots",
    "exzema",
    "moluscum contagiusum",
    "scabees",
    "impetgo",
    "diaper rash with spots",
    "hemangioma growing",
    "naevus depigmentosus",
    "babies rashes",
    "goosebumps",
    "heatrash",
    "seborhoeic dermatitis",
    "keratosis pilaris",
    "does not itch at all",
    "skin peeling on hands and feet",
    "rough dry skin elbows",
    "blue mark on bottom since birth",
    "ring with a clear middle",
    "strawberry mark bleeding",
    "white stuff on tongue won't wipe off",
    "pimples on cheeks 4 weeks",
    "flat red marks eyelids",
    "clear drops like dew",
    "asdfgh jklqwert",
    "very small skin coloured bumps in a line on the leg of a 2 year old",
)


def main() -> int:
    from guide.content.loader import load_pack
    from guide.paths import resources_folder

    pack = load_pack(resources_folder() / "content")
    slow = [_measure(pack, conditions) for conditions in (pack.conditions, many_like(pack.conditions))]
    return int(any(slow))


def many_like(conditions: Sequence["Condition"]) -> list["Condition"]:
    """The pages again and again under other ids, with slips in some words, so that the words grow too."""
    return [
        _copy(conditions[number % len(conditions)], number // len(conditions)) if number else conditions[0]
        for number in range(MANY)
    ]


def _copy(condition: "Condition", turn: int) -> "Condition":
    chance = random.Random(f"{condition.id}{turn}")  # the same pages on each run
    if not turn:
        return condition
    gist = replace(condition.gist, text=_changed(condition.gist.text, chance))
    symptoms = replace(condition.symptoms, text=_changed(condition.symptoms.text, chance))
    return replace(
        condition,
        id=f"{condition.id}-{turn}",
        name=_changed(condition.name, chance),
        parents_names=tuple(_changed(name, chance) for name in condition.parents_names),
        one_line=_changed(condition.one_line, chance),
        gist=gist,
        symptoms=symptoms,
    )


def _changed(text: str, chance: random.Random) -> str:
    return " ".join(
        _with_a_slip(word, chance) if chance.random() < 0.15 else word for word in text.split(" ")
    )


def _with_a_slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) + 1)
    return word[:at] + chance.choice("abcdefghiklmnoprstuw") + word[at + 1 :]


def _measure(pack: "ContentPack", conditions: Sequence["Condition"]) -> bool:
    from guide.domain.search import ConditionIndex

    began = time.perf_counter()
    index = ConditionIndex(conditions, pack.questions)
    built = (time.perf_counter() - began) * 1000
    taken = sorted(_press(index, typed[:end]) for typed in TYPED for end in range(1, len(typed) + 1))
    at_99 = statistics.quantiles(taken, n=100)[98]
    print(f"{len(conditions)} conditions: index built in {built:.0f} ms; {len(taken)} key presses:")
    middle, most = statistics.median(taken), taken[-1]
    print(f"  median {middle:.2f} ms, p99 {at_99:.2f} ms (goal {GOAL_MS}), max {most:.2f} ms")
    return at_99 > GOAL_MS


def _press(index: "ConditionIndex", typed: str) -> float:
    """With the words that say why for as many hits as a screen shows."""
    began = time.perf_counter()
    for hit in index.search(typed)[:SHOWN_AT_ONCE]:
        _ = hit.where, hit.text, hit.spans
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
