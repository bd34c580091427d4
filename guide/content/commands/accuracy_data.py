"""The figures of accuracy for programs: plain lists, texts and numbers."""

from typing import Any

from guide.content.commands.accuracy_goals import FIGURES, GOALS, SKIN_GAP, gap_is_met, widest_gap
from guide.content.commands.accuracy_lines import CAVEAT, condition_counts
from guide.content.commands.accuracy_runs import DRAWS, Runs
from guide.domain.accuracy import Figures, Outcome, Share, by_condition, confusions

KEYS = """\
keys of --json:
  caveat, files        what these figures are worth, and the files that were run
  cases                families: all, strict, measured
  figures              each as count, of, share, interval (95 %), and its goal where it has one
  measured_figures     the same for measured families alone; null where all are of one kind
  goals_met            whether all goals of 'figures' and of 'skin_gaps' are met
  by_skin, skin_gaps   the same figures for each tone of skin, and how far they lie apart
  worse_answers        the same with answers left out or mistaken at random, 'draws' times each
  by_condition         families, top_1, top_3, level_exact, under, over
  mixed_up             was, named_first, count
  misses               every family that came out wrong (only with --misses)"""


def report_data(runs: Runs, with_misses: bool) -> dict[str, Any]:
    gaps = {name: _gap_data(widest_gap(list(runs.tones.values()), name)) for name in FIGURES}
    all_figures = _figures_data(runs.figures, with_goals=True)
    goals = [each["goal"]["met"] for each in all_figures.values() if each.get("goal")]
    data = {
        "caveat": " ".join(CAVEAT.split()),
        "files": list(runs.files),
        "cases": {
            "all": len(runs.found),
            "strict": len(runs.found) - len(runs.measured),
            "measured": len(runs.measured),
        },
        "figures": all_figures,
        "measured_figures": _figures_data(runs.measured_figures) if runs.measured_figures else None,
        "goals_met": all([*goals, *(gap["met"] for gap in gaps.values())]),
        "by_skin": {tone: _figures_data(figures) for tone, figures in runs.tones.items()},
        "skin_gaps": gaps,
        "worse_answers": {words: _figures_data(figures) for words, figures in runs.worse.items()},
        "draws": DRAWS,
        "by_condition": {
            condition: {"cases": len(part), **condition_counts(part)}
            for condition, part in by_condition(runs.found).items()
        },
        "mixed_up": [
            {"was": was, "named_first": named, "count": count}
            for (was, named), count in confusions(runs.found).most_common()
        ],
    }
    return data | ({"misses": [_miss_data(each) for each in runs.misses]} if with_misses else {})


def _figures_data(figures: Figures, with_goals: bool = False) -> dict[str, dict[str, Any]]:
    return {name: _share_data(name, getattr(figures, name), with_goals) for name in FIGURES}


def _share_data(name: str, share: Share, with_goal: bool) -> dict[str, Any]:
    interval = [round(end, 4) for end in share.interval]
    data: dict[str, Any] = {"count": share.count, "of": share.of, "share": round(share.value, 4)}
    data["interval"] = interval
    if with_goal and name in GOALS and share.of:
        goal = GOALS[name]
        data["goal"] = {"words": goal.words, "reason": goal.reason, "met": goal.is_met(share)}
    return data


def _gap_data(gap: float) -> dict[str, Any]:
    return {"gap": round(gap, 4), "most": SKIN_GAP, "met": gap_is_met(gap)}


def _miss_data(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.case.id,
        "condition": outcome.case.condition,
        "skin": outcome.case.skin,
        "expected": outcome.case.expect.level,
        "found": outcome.level,
        "rules": list(outcome.fired),
        "first_three": list(outcome.names[:3]),
        "among_first_three": outcome.among_first(3) if outcome.named else None,
    }
