"""Turning a finished check into what the diary keeps: the answers and the words shown with them."""

from guide.domain.checklist import Answers, SignAnswer, assess
from guide.domain.diary import Moment, SavedCheck
from guide.domain.pack import ContentPack


def record_check(
    check_id: str,
    pack: ContentPack,
    answers: Answers,
    child_id: str,
    done: Moment,
    title: str,
) -> SavedCheck:
    """``title`` is the advice as it was shown, with the region's number in it."""
    assessment = assess(pack, answers)
    return SavedCheck(
        id=check_id,
        child_id=child_id,
        spot_id=None,
        done=done,
        pack_version=pack.info.version,
        level=assessment.level.value,
        title=title,
        reasons=tuple(pack.rule[rule].sign for rule in assessment.fired),
        signs={rule: answer.value for rule, answer in answers.signs.items()},
        chosen={question: tuple(sorted(options)) for question, options in answers.chosen.items()},
        lines=tuple(answer_lines(pack, answers)),
        temperature_c=answers.temperature_c,
    )


def answer_lines(pack: ContentPack, answers: Answers) -> list[tuple[str, str]]:
    """Question and answer in the pack's words: the signs answered yes or "can't tell" first."""
    lines = [
        (pack.rule[rule].sign, answer.value)
        for rule, answer in answers.signs.items()
        if answer is not SignAnswer.NO
    ]
    for question in pack.questions:
        chosen = answers.chosen.get(question.id, frozenset())
        texts = [option.text for option in question.options if option.id in chosen]
        if texts:
            lines.append((question.ask, ", ".join(texts)))
    return lines
