"""What was answered at a step of the check, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from guide.domain.check_session import CheckSession, Step, StepKind
from guide.domain.checklist import SignAnswer, asked_rules
from guide.domain.pack import ContentPack, Region
from guide.ui.checklist.step_words import group_of
from guide.ui.wording import age_words, temperature_words, with_number

translate = QCoreApplication.translate


def asked_words(pack: ContentPack, step: Step) -> str:
    """The question, as short as the pack has it."""
    if step.kind is StepKind.AGE:
        return translate("checklist", "Age")
    if step.kind is StepKind.QUESTION:
        return pack.question[step.id].ask
    if step.kind is StepKind.GATES:
        return translate("checklist", "Signs for which help is needed today")
    group = group_of(pack, step)
    return group.short[:1].upper() + group.short[1:] if group.short else group.ask


def answer_words(pack: ContentPack, region: Region, session: CheckSession, step: Step) -> list[str]:
    """One line for each sign that is not a no; else one line in all."""
    if step.kind is StepKind.AGE:
        return [age_words(session.age)]
    if step.kind is StepKind.QUESTION:
        return [_chosen_words(pack, session, step.id)]
    if step.kind is StepKind.GATES:
        texts = {group.id: group.gate for group in session.gates_here()}
        return _said(texts, session.gates, region)
    rules = asked_rules(pack, session.answers(), step.id)
    measured = group_of(pack, step).measure and session.temperature_c is not None
    lines = [temperature_words(session.temperature_c or 0, region)] if measured else []
    return lines + _said({rule.id: rule.sign for rule in rules}, session.signs, region)


def _chosen_words(pack: ContentPack, session: CheckSession, question_id: str) -> str:
    chosen = session.chosen.get(question_id, frozenset())
    texts = [option.text for option in pack.question[question_id].options if option.id in chosen]
    return ", ".join(texts) or translate("checklist", "Skipped")


def _said(texts: Mapping[str, str], answers: Mapping[str, SignAnswer], region: Region) -> list[str]:
    names = {
        SignAnswer.YES: translate("checklist", "Yes: {sign}"),
        SignAnswer.CANNOT_TELL: translate("checklist", "Can’t tell: {sign}"),
    }
    marked = [(names[answers[each]], text) for each, text in texts.items() if answers.get(each) in names]
    return [name.format(sign=with_number(text, region)) for name, text in marked] or [
        translate("checklist", "None of these")
    ]
