"""What a step of the check is called, which part it belongs to, and how far one is in it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from guide.domain.check_session import CheckSession, Step, StepKind
from guide.domain.pack import ContentPack
from guide.domain.questions import RuleGroup

translate = QCoreApplication.translate

CHILD, DANGER, SPOTS, TODAY = range(4)


@dataclass(frozen=True, slots=True)
class Where:
    """``part`` of the four, the ``share`` (0 to 1) of it that is done, and what stands beside its name."""

    part: int
    share: float
    beside: str = ""


def part_names() -> list[tuple[str, int]]:
    """Each with its share of the room: the spots take most questions."""
    return [
        (translate("checklist", "Child"), 20),
        (translate("checklist", "Danger signs"), 34),
        (translate("checklist", "The spots"), 80),
        (translate("checklist", "Signs for today"), 34),
    ]


def part_of(pack: ContentPack, step: Step) -> int:
    if step.kind is StepKind.AGE:
        return CHILD
    if step.kind is StepKind.QUESTION:
        return SPOTS
    emergency = step.kind is StepKind.SIGNS and group_of(pack, step).stage == "emergency"
    return DANGER if emergency else TODAY


def group_of(pack: ContentPack, step: Step) -> RuleGroup:
    return next(group for group in pack.groups if group.id == step.id)


def part_name(pack: ContentPack, step: Step) -> str:
    """As a plain word, of the questions also what they are about."""
    if step.kind is StepKind.QUESTION:
        return pack.question[step.id].step
    if step.kind is StepKind.RESULT:
        return "result"
    return {DANGER: "danger-signs", TODAY: "today"}.get(part_of(pack, step), "age")


def where(pack: ContentPack, session: CheckSession) -> Where:
    step = session.step
    part = part_of(pack, step)
    if part == SPOTS:
        return _among_questions(pack, session)
    if part == DANGER:
        groups = [group.id for group in pack.groups if group.stage == "emergency"]
        return Where(part, (groups.index(step.id) + 1) / (len(groups) + 1))
    if part == TODAY:
        return Where(part, 0.4 if step.kind is StepKind.GATES else 0.8)
    return Where(part, 0.5)


def words_of(pack: ContentPack, session: CheckSession) -> tuple[str, str]:
    """The heading of the step, and below it how to answer; the result has its own."""
    step = session.step
    if step.kind is StepKind.AGE:
        return (
            translate("checklist", "How old is your baby?"),
            translate("checklist", "Some signs matter only at some ages."),
        )
    if step.kind is StepKind.QUESTION:
        question = pack.question[step.id]
        return question.ask, question.help
    if step.kind is StepKind.GATES:
        said = translate(
            "checklist", "Mark what is true, or what you cannot tell. We then ask about it one by one."
        )
        return translate("checklist", "Is any of these true?"), said
    if step.kind is StepKind.SIGNS and session.asking_again:
        said = translate(
            "checklist", "Look once more, with this help. If you still cannot tell, we take it as a yes."
        )
        return translate("checklist", "You could not tell"), said
    if step.kind is StepKind.SIGNS:
        group = group_of(pack, step)
        return group.ask, group.help
    return "", ""


def _among_questions(pack: ContentPack, session: CheckSession) -> Where:
    passed = session.passed
    number = passed.index(session.step.id) + 1 if session.step.id in passed else len(passed) + 1
    most = max(number, min(pack.most_questions, len(pack.questions)))
    said = translate("checklist", "Question {number} of at most {most}")
    return Where(SPOTS, number / (most + 1), said.format(number=number, most=most))
