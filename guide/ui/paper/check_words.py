"""The last symptom check in words, as they were shown then: a later pack changes nothing on the sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from guide.domain.checklist import SignAnswer
from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack

translate = QCoreApplication.translate

Lines = Sequence[tuple[str, str]]


def signs_asked(check: SavedCheck, pack: ContentPack) -> str:
    """How many danger signs were asked, and those that were answered yes or could not be told."""
    said = [translate("paper", "{number}.").format(number=QLocale().toString(len(check.signs)))]
    signs = _sign_lines(check) or _from_pack(check, pack)
    ticked = _joined(signs, SignAnswer.YES)
    unsure = _joined(signs, SignAnswer.CANNOT_TELL)
    if ticked:
        said.append(translate("paper", "Answered yes: {signs}.").format(signs=ticked))
    if unsure:
        said.append(translate("paper", "Could not tell: {signs}.").format(signs=unsure))
    if check.signs and not signs:
        said.append(translate("paper", "None of them was seen."))
    return " ".join(said)


def other_answers(check: SavedCheck) -> Lines:
    """Questions and answers in words, without the danger signs, which are told above them."""
    return check.lines[len(_sign_lines(check)) :]


def _sign_lines(check: SavedCheck) -> Lines:
    """A saved check begins with the signs not answered no; empty where this one does not."""
    answers = [said for said in check.signs.values() if said != SignAnswer.NO]
    lines = check.lines[: len(answers)]
    return lines if sorted(said for _, said in lines) == sorted(answers) else ()


def _from_pack(check: SavedCheck, pack: ContentPack) -> Lines:
    """A sign this pack no longer knows keeps its id, so that it is not lost from the sheet."""
    rules = pack.rule
    return [
        (rules[sign].sign if sign in rules else sign.replace("-", " "), said)
        for sign, said in check.signs.items()
        if said != SignAnswer.NO
    ]


def _joined(signs: Lines, answer: SignAnswer) -> str:
    return "; ".join(sign.rstrip(".") for sign, said in signs if said == answer)
