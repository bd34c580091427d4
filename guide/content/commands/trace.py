"""``assess --trace``: every number behind what can look like this, followed to its line of the files."""

from collections.abc import Iterator

from guide.content.commands.assess_lines import TIERS
from guide.content.commands.trace_level import level_lines
from guide.content.commands.words import answer_words
from guide.content.pieces import Pieces
from guide.content.tracing import AgeTrace, CandidateTrace, OptionTrace, QuestionTrace, place, trace_candidate
from guide.domain.checklist import Answers, Assessment, Candidate
from guide.domain.pack import ContentPack

MOST_TRACED = 3

_HOW = """\
For each answer: how often it is given in the condition, over how often it is given whatever the
cause; of this the natural logarithm (above 0 speaks for it, below 0 against it). All are added up."""


def trace_lines(pieces: Pieces, pack: ContentPack, answers: Answers, result: Assessment) -> Iterator[str]:
    yield from ("", "TRACE: where each part of this result stands in the files")
    yield from level_lines(pieces, pack, answers, result)
    yield from ("", "What can look like this", *_HOW.splitlines())
    for number, candidate in enumerate(result.candidates[:MOST_TRACED], start=1):
        traced = trace_candidate(pieces, answers, candidate.condition)
        yield from ("", f"{number}. {pack.condition[candidate.condition].name} ({candidate.condition})")
        yield from (f"   {line}" for line in _candidate_lines(pieces, pack, candidate, traced))
    if pieces.weights:
        at = place(pieces.weights, "none_of_these")
        yield from ("", f"None of these stands at {pack.weights.none_of_these:+.3f} ({at}).")


def _candidate_lines(
    pieces: Pieces, pack: ContentPack, candidate: Candidate, traced: CandidateTrace
) -> Iterator[str]:
    for question in traced.questions:
        yield from _question_lines(pack, question)
    yield from _age_lines(traced.age)
    yield f"How common: {traced.commonness} ({traced.commonness_at})"
    yield f"  {_signed(traced.prior.value)} ({traced.prior.at})"
    yield f"Sum: {_signed(traced.score)}"
    yield f"  without how common it is {_signed(traced.evidence)}: {_tier(pieces, candidate)}"


def _question_lines(pack: ContentPack, traced: QuestionTrace) -> Iterator[str]:
    for option in traced.options:
        yield answer_words(pack, traced.question, [option.option])
        yield from (f"  {line}" for line in _option_lines(option))
    if len(traced.options) > 1:
        count = len(traced.options)
        yield f"  {count} answers: their sum over the root of {count} = {_signed(traced.whole)}"
    if traced.repeated:
        yield f"  goes with '{traced.stronger}' ({traced.together_at}), which counts whole;"
        share = f"{traced.repeated.value:g} of itself ({traced.repeated.at})"
        yield f"  so this counts {share} = {_signed(traced.weight)}"


def _option_lines(traced: OptionTrace) -> Iterator[str]:
    where = traced.word_at if traced.on_page else f"not on the page: 'unmentioned', {traced.word_at}"
    yield f"{traced.word} ({where}) is {traced.frequency.value:g} ({traced.frequency.at})"
    divided = f"{traced.frequency.value:g}"
    if traced.total != 1:
        yield f"one answer only: over {traced.total:.3f}, the sum of all its options' numbers"
        divided = f"{traced.frequency.value:g} / {traced.total:.3f}"
    yield f"whatever the cause: {traced.background.value:g} ({traced.background.at})"
    yield f"ln({divided} / {traced.background.value:g}) = {_signed(traced.ratio)}"


def _age_lines(traced: AgeTrace | None) -> Iterator[str]:
    if traced is None:
        yield "Age: not known, so it says nothing"
        return
    usual = f"usual_ages ({traced.usual_at})" if traced.usual_at else "usual_ages left out, so the same"
    yield f"Age: ages ({traced.ages_at})"
    yield f"  {usual}"
    yield f"  {traced.word}: {_signed(traced.weight.value)} ({traced.weight.at})"


def _tier(pieces: Pieces, candidate: Candidate) -> str:
    if pieces.weights is None:
        return TIERS[candidate.tier]
    weights = pieces.weights
    limits = (
        f"'{name}' is {getattr(weights.value, name):g}, {place(weights, name)}" for name in ("well", "partly")
    )
    return f"{TIERS[candidate.tier]} ({', '.join(limits)})"


def _signed(number: float) -> str:
    return f"{number:+.3f}"
