"""What the result of a check says, the same words on the screen and on paper."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication

from guide.domain.ages import Age
from guide.domain.check_differences import AnswerChange, Differences
from guide.domain.check_session import CheckSession
from guide.domain.checklist import AGE_REASON, Answers, Assessment, Candidate, Reason, measured
from guide.domain.checklist.next_question import next_question
from guide.domain.conditions import Statement, Urgency
from guide.domain.pack import ContentPack, Region
from guide.domain.questions import Question
from guide.ui.wording import age_words, temperature_words, with_number

translate = QCoreApplication.translate

MOST_OFFERED = 4
MOST_SIGNS = 6


def only_examination() -> str:
    return translate("checklist", "Only an examination can tell what it is.")


def nothing_fits_words(offered: Sequence[Candidate]) -> tuple[str, str]:
    """That nothing fits, and what to do then."""
    said = translate(
        "checklist",
        "That is common and says nothing bad. Let a doctor, nurse or health visitor see the spots.",
    )
    if not offered:
        said = translate("checklist", "What you saw fits no page of this guide well.") + " " + said
    return translate("checklist", "None of these fits well"), said


def shown_candidates(assessment: Assessment) -> tuple[Candidate, ...]:
    """In an emergency there is no guessing."""
    return () if assessment.level is Urgency.EMERGENCY else assessment.offered[:MOST_OFFERED]


def sign_words(pack: ContentPack, region: Region, answers: Answers, rule_id: str) -> str:
    """The sign as it was asked, with what was measured."""
    rule = pack.rule[rule_id]
    said = with_number(rule.sign, region)
    if answers.temperature_c is None or not measured(rule, answers):
        return said
    shown = temperature_words(answers.temperature_c, region)
    return said + " " + translate("checklist", "You measured {temperature}.").format(temperature=shown)


def source_words(pack: ContentPack, statement: Statement) -> str:
    sources = [pack.source[source] for source in statement.sources]
    said = "; ".join(f"{source.organisation}, {source.title}" for source in sources)
    return translate("checklist", "Source: {sources}").format(sources=said)


def reason_words(pack: ContentPack, age: Age | None, reason: Reason) -> str:
    """The parent's own answer, with the name of what was asked."""
    if reason.question == AGE_REASON:
        return translate("checklist", "Age: {age}").format(age=age_words(age))
    question = pack.question[reason.question]
    said = option_words(question, reason.options)
    return f"{question.short}: {said}" if question.short else said


def option_words(question: Question, options: Sequence[str]) -> str:
    said = ", ".join(option.text for option in question.options if option.id in options)
    return said or translate("checklist", "not answered")


def short_name(question: Question) -> str:
    return question.short or question.ask


def telling_question(pack: ContentPack, session: CheckSession, assessment: Assessment) -> Question | None:
    """What would tell best; a question that was passed over already is not asked once more."""
    passed = {*session.passed, *session.chosen}
    wanted = assessment.next_question
    if wanted in passed:
        wanted = next_question(pack, session.answers(), assessment.ranking, passed)
    return pack.question[wanted] if wanted else None


def difference_between(pack: ContentPack, candidates: Sequence[Candidate]) -> tuple[str, str] | None:
    """The names of the first two, and the difference that either of their pages tells."""
    if len(candidates) < 2:
        return None
    first, second = (pack.condition[each.condition] for each in candidates[:2])
    for page, other in ((first, second), (second, first)):
        for alike in page.look_alikes:
            if alike.id == other.id:
                names = translate("checklist", "{one} or {other}?")
                return names.replace("{one}", page.name).replace("{other}", other.name), alike.tell_apart
    return None


def sooner_signs(pack: ContentPack, region: Region, assessment: Assessment) -> list[tuple[Urgency, str]]:
    """What would need help sooner than now, the gravest first, and of each level some where there is room."""
    found: dict[str, Urgency] = {}
    for level in reversed(Urgency):
        if level.rank > assessment.level.rank:
            for text in _signs_of_level(pack, assessment, level):
                if not any(text.startswith(other) or other.startswith(text) for other in found):
                    found[text] = level
    signs = [(level, text) for text, level in found.items()]
    shown = sorted(_of_each_level(signs)[:MOST_SIGNS], key=lambda sign: -sign[0].rank)
    return [(level, with_number(text, region)) for level, text in shown]


def _of_each_level(signs: list[tuple[Urgency, str]]) -> list[tuple[Urgency, str]]:
    """Three of the gravest level, two of the next, one of the next; then the rest in order."""
    first: list[tuple[Urgency, str]] = []
    levels = list(dict.fromkeys(level for level, _ in signs))
    for level, count in zip(levels, (3, 2, 1), strict=False):
        first += [sign for sign in signs if sign[0] is level][:count]
    return first + [sign for sign in signs if sign not in first]


def _signs_of_level(pack: ContentPack, assessment: Assessment, level: Urgency) -> Iterator[str]:
    """In turn from the page of each that is shown, and from what another answer would change."""
    asked = [pack.rule[change.rule].sign for change in assessment.changes if change.level is level]
    pages = [
        [sign.text for sign in pack.condition[each.condition].see_doctor if sign.level is level]
        for each in shown_candidates(assessment)
    ]
    for texts in zip_longest(*pages, asked):
        yield from (text for text in texts if text)


def unanswered_names(pack: ContentPack, assessment: Assessment, asked_here: Question | None) -> list[str]:
    """In the order they are asked; without the one that is asked on the page itself."""
    return [
        short_name(question)
        for question in pack.questions
        if question.id in assessment.unanswered and question is not asked_here
    ]


def level_change_words(pack: ContentPack, found: Differences) -> str:
    now = pack.short_words(found.level_now)
    if found.level_before is None:
        return now
    if found.level_before is found.level_now:
        return translate("checklist", "How soon to get help is the same: {level}.").format(level=now)
    said = translate("checklist", "How soon to get help: {before} → {now}.")
    return said.format(before=pack.short_words(found.level_before), now=now)


def answer_change_words(pack: ContentPack, change: AnswerChange) -> str:
    question = pack.question[change.question]
    return translate("checklist", "{name}: {before} → {now}").format(
        name=short_name(question),
        before=option_words(question, change.before),
        now=option_words(question, change.now),
    )


def difference_lines(pack: ContentPack, region: Region, found: Differences) -> list[str]:
    """Danger signs first; one line that says so where nothing is otherwise."""
    new, gone = translate("checklist", "New sign: {sign}"), translate("checklist", "No longer seen: {sign}")
    lines = [
        said.format(sign=with_number(pack.rule[sign].sign, region))
        for said, signs in ((new, found.new_signs), (gone, found.gone_signs))
        for sign in signs
    ]
    lines += [answer_change_words(pack, change) for change in found.answers]
    if found.same_answers:
        lines = [translate("checklist", "Nothing changed in your answers.")]
    return lines
