"""A claim heard online and what is right: the verdict as a word with its icon, and the claim in quotes."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guide.domain.conditions import Claim, Urgency
from guide.ui.icons import IconLabel
from guide.ui.theme import SMALLER, TINY, Theme
from guide.ui.widgets.words import words

translate = QCoreApplication.translate

VERDICTS = ("unsafe", "wrong", "unproven", "partly-right", "right")

_ICONS = {
    "unsafe": "triangle-alert",
    "wrong": "x",
    "unproven": "circle-help",
    "partly-right": "info",
    "right": "check",
}
_COLOURS = {
    "unsafe": Urgency.EMERGENCY,
    "wrong": Urgency.SAME_DAY,
    "unproven": Urgency.ROUTINE,
    "partly-right": Urgency.ROUTINE,
    "right": Urgency.HOME,
}


def verdict_words(verdict: str) -> str:
    return {
        "unsafe": translate("claims", "Unsafe"),
        "wrong": translate("claims", "Wrong"),
        "unproven": translate("claims", "Unproven"),
        "partly-right": translate("claims", "Partly right"),
        "right": translate("claims", "Right"),
    }[verdict]


def quoted(claim: Claim) -> str:
    return translate("claims", "“{claim}”").replace("{claim}", claim.claim)


class VerdictTag(QFrame):
    """The verdict's word beside its icon; the colour only repeats it."""

    def __init__(self, theme: Theme, verdict: str) -> None:
        super().__init__()
        colour = _COLOURS[verdict].value
        self.setProperty("look", "tag")
        self.setProperty("level", colour)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SMALLER), theme.px(2), theme.px(SMALLER), theme.px(2))
        row.setSpacing(theme.px(6))
        row.addWidget(IconLabel(theme, _ICONS[verdict], colour, 15))
        row.addWidget(words(verdict_words(verdict), "tag", wrap=False))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class ClaimHead(QWidget):
    """The verdict above what is said, so that nobody reads the claim as true."""

    def __init__(self, theme: Theme, claim: Claim) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(TINY))
        column.addWidget(VerdictTag(theme, claim.verdict))
        column.addWidget(words(quoted(claim), "h3"))
