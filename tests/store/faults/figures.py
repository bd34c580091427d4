"""How many times each thing was tried, what was lost, and the table of it."""

import time
from collections import Counter
from dataclasses import dataclass, field

_SHOWN = 5


@dataclass
class Figure:
    """One line of the table. ``why`` names the first losses, so that each can be tried again."""

    what: str
    cases: int = 0
    lost: int = 0
    why: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    started: float = field(default_factory=time.monotonic)
    seconds: float = 0.0

    def count(self, problem: str = "", seen: str = "") -> None:
        self.cases += 1
        if seen:
            self.seen[seen] += 1
        if problem:
            self.lost += 1
            if len(self.why) < _SHOWN:
                self.why.append(problem)

    def end(self) -> "Figure":
        self.seconds = time.monotonic() - self.started
        return self


def table(figures: list[Figure]) -> str:
    lines = [f"{'tried':34} {'times':>7} {'lost':>5} {'s':>5}  what was seen"]
    for each in figures:
        seen = ", ".join(f"{count} {what}" for what, count in each.seen.most_common(6))
        lines.append(f"{each.what:34} {each.cases:7} {each.lost:5} {each.seconds:5.0f}  {seen}")
    cases, lost = sum(each.cases for each in figures), sum(each.lost for each in figures)
    lines.append(f"{'together':34} {cases:7} {lost:5} {sum(each.seconds for each in figures):5.0f}")
    lines += [f"LOST: {each.what}: {why}" for each in figures for why in each.why]
    return "\n".join(lines)
