"""``assess``: what the check says to a file of answers, and why."""

import json
from pathlib import Path

from guide.content.answers import read_answers
from guide.content.commands.assess_data import assessment_data
from guide.content.commands.assess_lines import assessment_lines
from guide.content.commands.ending import CLEAN, CommandError, say, say_problems, usable, usable_pack
from guide.content.commands.trace import trace_lines
from guide.content.loader import load_with_lines
from guide.content.problems import FileProblemsError, visible
from guide.content.reading import reason
from guide.domain.checklist import Answers, assess
from guide.domain.pack import ContentPack


def assess_answers(folder: Path, answers_file: Path, as_json: bool, with_trace: bool) -> int:
    pieces, pack = usable(load_with_lines, folder) if with_trace else (None, usable_pack(folder))
    try:
        answers = _answers_in(answers_file, pack)
    except FileProblemsError as error:
        return say_problems(list(error.problems))
    result = assess(pack, answers)
    if as_json:
        say(json.dumps(assessment_data(pack, answers, result), indent=2, ensure_ascii=False))
        return CLEAN
    say("\n".join(assessment_lines(pack, answers, result)))
    if pieces is not None:
        say("\n".join(trace_lines(pieces, pack, answers, result)))
    return CLEAN


def _answers_in(path: Path, pack: ContentPack) -> Answers:
    try:
        return read_answers(path, pack)
    except OSError as error:
        words = f"The answers in {visible(path)} could not be read: {reason(error)}."
        raise CommandError(words) from None
