"""Which question to ask next: the one that would tell what is left apart best, while anything hangs on it."""

import math
from collections.abc import Collection, Iterator, Sequence

from guide.domain.checklist.answers import Answers
from guide.domain.checklist.evidence import Candidate
from guide.domain.checklist.triage import firm_level, follows, open_rules, triage, with_signs_denied
from guide.domain.conditions import Urgency
from guide.domain.pack import ContentPack
from guide.domain.questions import Question

LEADING = 12
"""How many candidates the next question is chosen for; the others hardly weigh."""

WORTH_ASKING = 0.15
"""Bits. A question that would tell less is left out, unless the urgency hangs on it."""


def next_question(
    pack: ContentPack, answers: Answers, candidates: Sequence[Candidate], passed: Collection[str] = ()
) -> str | None:
    """The id of the question to ask next, or None where no answer would tell anything more.

    ``passed`` are questions that were asked already, skipped ones too. The last that may be asked are kept
    for those the urgency hangs on.
    """
    left = [each for each in pack.questions if each.id not in passed and not answers.of(each.id)]
    if not left or len(passed) >= pack.most_questions:
        return None
    telling = [each for each in left if each in pack.likelihoods.questions]
    told = dict.fromkeys((each.id for each in left), 0.0) | bits_told(pack, telling, candidates)
    wanted = questions_for_urgency(pack, answers)
    for_urgency = [each.id for each in left if each.id in wanted]
    room = pack.most_questions - len(passed)
    # What is no evidence would always come last, and be the one there is no room for.
    silent = [each for each in for_urgency if each in pack.weights.no_evidence]
    if silent and len(silent) >= room:
        return silent[0]
    if len(for_urgency) >= room:
        worth = for_urgency
    else:
        worth = [each.id for each in left if each.id in for_urgency or told[each.id] >= WORTH_ASKING]
    return max(worth, key=lambda question: told[question], default=None)


def questions_for_urgency(pack: ContentPack, answers: Answers) -> set[str]:
    """The unanswered questions on which it still hangs, by some rule, how soon to get help.

    Where it would be care at home, those are among them whose answers may speak against it.
    """
    assumed = with_signs_denied(pack, answers)
    firm, level = firm_level(pack, assumed), triage(pack, assumed).level
    wanted: set[str] = set()
    for rule in open_rules(pack, assumed):
        rank = pack.action[rule.action].level.rank
        if firm is None or rank > firm.rank or level.rank > firm.rank or follows(rule, assumed):
            wanted |= {match.question for match in (*rule.when, *rule.unless)}
    if level is Urgency.HOME:
        wanted |= {match.question for match in pack.not_at_home}
    return {question for question in wanted if not answers.of(question)}


def bits_told(
    pack: ContentPack, questions: Sequence[Question], candidates: Sequence[Candidate]
) -> dict[str, float]:
    """By how many bits the answer to each question would lessen the doubt between the leading candidates."""
    leading = candidates[:LEADING]
    best = max(candidate.score for candidate in leading)
    odds = [math.exp(candidate.score - best) for candidate in leading]
    shares = [each / sum(odds) for each in odds]
    doubt = _doubt(shares)
    return {
        question.id: doubt - _doubt_left(shares, _chances(pack, question, leading)) for question in questions
    }


def _chances(
    pack: ContentPack, question: Question, candidates: Sequence[Candidate]
) -> Iterator[tuple[float, ...]]:
    """For each candidate how likely each option is to be the answer; they sum to 1."""
    for candidate in candidates:
        chances = pack.likelihoods.shares_of(question, candidate.condition)
        total = sum(chances)
        yield tuple(chance / total for chance in chances)


def _doubt_left(shares: Sequence[float], chances: Iterator[tuple[float, ...]]) -> float:
    left = 0.0
    for by_candidate in zip(*chances, strict=True):
        joint = [share * chance for share, chance in zip(shares, by_candidate, strict=True)]
        answered = sum(joint)
        left += answered * _doubt([each / answered for each in joint])
    return left


def _doubt(shares: Sequence[float]) -> float:
    """Entropy, in bits."""
    return -math.fsum(share * math.log2(share) for share in shares if share > 0)
