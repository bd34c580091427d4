"""``accuracy``: how well the check does on all worked families, strict and measured."""

import json
from collections.abc import Sequence
from pathlib import Path, PurePath

from guide.content.commands.accuracy_data import report_data
from guide.content.commands.accuracy_lines import miss_lines, report_lines
from guide.content.commands.accuracy_runs import run_all
from guide.content.commands.ending import CLEAN, CommandError, say, usable
from guide.content.files import Cases
from guide.content.loader import load_with_lines
from guide.content.pieces import Piece
from guide.content.problems import did_you_mean, quoted


def accuracy(folder: Path, as_json: bool, with_misses: bool, only: Sequence[str]) -> int:
    pieces, pack = usable(load_with_lines, folder)
    runs = run_all(pack, _chosen(pieces.cases, only))
    if as_json:
        say(json.dumps(report_data(runs, with_misses), indent=2, ensure_ascii=False))
        return CLEAN
    say("\n".join(report_lines(runs)))
    if with_misses:
        say("\n".join(miss_lines(runs)))
    return CLEAN


def _chosen(pieces: Sequence[Piece[Cases]], only: Sequence[str]) -> list[Piece[Cases]]:
    """All files of families, or those of these names: ``rules``, ``rules.yaml`` or a way to it."""
    known = {PurePath(piece.file).stem: piece for piece in pieces}
    wanted = [PurePath(name).name.removesuffix(".yaml") for name in only]
    for name in wanted:
        if name not in known:
            hint = did_you_mean(name, known) or f" Known: {', '.join(known) or 'none'}."
            raise CommandError(f"No file of families is named {quoted(name)}.{hint}")
    return [piece for stem, piece in known.items() if not wanted or stem in wanted]
