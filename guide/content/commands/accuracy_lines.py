"""The figures of accuracy as aligned lines of text, less than 100 columns wide."""

import textwrap
from collections.abc import Iterable, Iterator

from guide.content.commands.accuracy_goals import (
    FIGURES,
    GOALS,
    SKIN_GAP,
    gap_is_met,
    may_be_chance,
    widest_gap,
)
from guide.content.commands.accuracy_runs import DRAWS, Runs, not_found
from guide.domain.accuracy import Figures, Outcome, Share, by_condition, confusions

CAVEAT = """\
The families below were written by the makers of this guide, who know its pages and its rules.
The figures say how the guide does on them. They prove nothing about real families. And each rule
or number that was changed after looking at these very families makes the figures look better.
Nearly every family with an emergency names its danger sign. So that figure tests the rules; it
does not tell whether a frightened parent sees the sign and ticks it."""
_NAME, _WIDTH = 32, 96


def report_lines(runs: Runs) -> Iterator[str]:
    yield from CAVEAT.splitlines()
    yield ""
    yield from _what_was_run(runs)
    yield from _figures_lines("ALL FAMILIES", runs.figures)
    if runs.measured_figures:
        yield from _figures_lines("MEASURED FAMILIES ALONE", runs.measured_figures)
    yield from ("", "Why these goals:")
    yield from (f"  {FIGURES[name]}: {goal.reason}" for name, goal in GOALS.items())
    yield from _tone_lines(runs.tones)
    yield from _worse_lines(runs)
    yield from _condition_lines(runs.found)
    yield from _confusion_lines(runs.found)


def miss_lines(runs: Runs) -> Iterator[str]:
    yield from _heading("MISSES, the gravest first")
    for each in runs.misses:
        yield from ("", f"{each.case.id}: {', '.join(_wrong(each))}")
        yield f"  expected {each.case.expect.level}, found {each.level} by {', '.join(each.fired)}"
        said = f"was {each.case.condition or 'not said'}; first three: {', '.join(each.names[:3])}"
        yield textwrap.fill(
            said, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
        )
    if not runs.misses:
        yield "  none"


def _wrong(outcome: Outcome) -> Iterator[str]:
    steps = abs(outcome.steps_over)
    if steps:
        levels = "one level" if steps == 1 else f"{steps} levels"
        yield f"too {'late' if outcome.steps_over < 0 else 'soon'} by {levels}"
    if not_found(outcome):
        yield "not among the first three"


def _heading(words: str) -> Iterator[str]:
    yield from ("", words, "-" * len(words))


def _what_was_run(runs: Runs) -> Iterator[str]:
    strict = len(runs.found) - len(runs.measured)
    named = sum(each.named for each in runs.found)
    kinds = f"{strict} strict, {len(runs.measured)} measured"
    yield f"{len(runs.found)} families in {len(runs.files)} file(s): {kinds}."
    yield "A strict family must come out as expected, so it says nothing new; a measured one need not."
    yield f"{named} of them are of a condition that has a page; naming is counted on those."


def _figures_lines(heading: str, figures: Figures) -> Iterator[str]:
    yield from _heading(heading)
    yield f"{'':{_NAME}}{'families':>12} {'share':>8}   {'95 % interval':<18}goal"
    for name, words in FIGURES.items():
        share: Share = getattr(figures, name)
        line = f"{words:{_NAME}}{_count(share):>12} {_percent(share):>8}   {_interval(share):<18}"
        yield f"{line}{_goal(name, share)}".rstrip()


def _goal(name: str, share: Share) -> str:
    goal = GOALS.get(name)
    if goal is None:
        return ""
    return f"{goal.words:<14}{'no case' if not share.of else 'met' if goal.is_met(share) else 'not met'}"


def _tone_lines(tones: dict[str, Figures]) -> Iterator[str]:
    yield from _heading("BY SKIN TONE")
    points = f"{100 * SKIN_GAP:.0f} points"
    yield f"Each figure should lie within {points} on all tones. The families differ somewhat."
    for name, words in FIGURES.items():
        yield from ("", f"{words}: {_gap_words(list(tones.values()), name)}")
        for tone, figures in tones.items():
            share: Share = getattr(figures, name)
            yield f"{f'  {tone}':{_NAME}}{_count(share):>12} {_percent(share):>8}   {_interval(share)}"


def _gap_words(tones: list[Figures], name: str) -> str:
    gap = widest_gap(tones, name)
    words = f"{100 * gap:.1f} points apart, {'met' if gap_is_met(gap) else 'not met'}"
    doubt = not gap_is_met(gap) and may_be_chance(tones, name)
    return f"{words}, maybe by chance (the intervals overlap)" if doubt else words


def _worse_lines(runs: Runs) -> Iterator[str]:
    yield from _heading("WITH WORSE ANSWERS ABOUT THE SPOTS")
    yield f"Each answer left out, or another one given, by chance; each family {DRAWS} times, always alike."
    columns = {"as told": runs.figures, **runs.worse}
    heads = [words.replace(" % ", "% ").split(" ", 1) for words in columns]
    yield f"{'':{_NAME}}{''.join(f'{head[0]:>10}' for head in heads)}"
    yield f"{'':{_NAME}}{''.join(f'{head[1]:>10}' for head in heads)}"
    for name, words in FIGURES.items():
        yield f"{words:{_NAME}}{''.join(f'{_percent(getattr(each, name)):>10}' for each in columns.values())}"


def _condition_lines(found: Iterable[Outcome]) -> Iterator[str]:
    yield from _heading("BY CONDITION (counts of families)")
    heads = ("families", "first", "three", "level", "too late", "too soon")
    yield f"{'':40}{''.join(f'{head:>9}' for head in heads)}"
    for condition, part in by_condition(found).items():
        counts = condition_counts(part)
        naming = (counts["top_1"], counts["top_3"]) if part[0].named else ("-", "-")
        cells = (len(part), *naming, counts["level_exact"], counts["under"], counts["over"])
        yield f"{condition:40}{''.join(f'{cell:>9}' for cell in cells)}"


def condition_counts(part: list[Outcome]) -> dict[str, int]:
    return {
        "top_1": sum(each.among_first(1) for each in part),
        "top_3": sum(each.among_first(3) for each in part),
        "level_exact": sum(each.steps_over == 0 for each in part),
        "under": sum(each.steps_over < 0 for each in part),
        "over": sum(each.steps_over > 0 for each in part),
    }


def _confusion_lines(found: Iterable[Outcome]) -> Iterator[str]:
    yield from _heading("MIXED UP (what it was, what was named first instead, how often)")
    mixed = sorted(confusions(found).items(), key=lambda each: (-each[1], each[0]))
    for (was, named), count in mixed:
        yield f"{count:5}  {was:40} {named}"
    if not mixed:
        yield "  none"


def _count(share: Share) -> str:
    return f"{share.count} of {share.of}"


def _percent(share: Share) -> str:
    return f"{100 * share.value:.1f} %" if share.of else "-"


def _interval(share: Share) -> str:
    least, most = share.interval
    return f"{100 * least:.1f} to {100 * most:.1f} %" if share.of else "-"
