"""Why a photo was not taken in, and how that is said to a parent."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

_LONGEST_NAME = 40


class Reason(StrEnum):
    MISSING = "missing"
    UNREADABLE = "unreadable"
    NOT_A_FILE = "not-a-file"
    EMPTY = "empty"
    TOO_BIG = "too-big"
    TOO_MANY_PIXELS = "too-many-pixels"
    HDR = "hdr"
    RAW = "raw"
    NOT_A_PHOTO = "not-a-photo"
    INCOMPLETE = "incomplete"
    DAMAGED = "damaged"
    GAVE_UP = "gave-up"
    STOPPED = "stopped"


class Refused(Exception):  # noqa: N818 - it tells what happened to the photo, not that the program is wrong
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def refusal(reason: Reason, file_name: str) -> str:
    """What happened and what to do; the file name is the parent's own, so it is shown plain and short."""
    return f"{_what_happened(reason).format(name=shown_name(file_name))} {_what_to_do(reason)}"


def shown_name(file_name: str) -> str:
    """Without characters that do not show or that turn the line around, and cut in the middle when long."""
    plain = "".join(letter if letter.isprintable() else "�" for letter in file_name)
    if len(plain) <= _LONGEST_NAME:
        return plain
    return f"{plain[: _LONGEST_NAME - 13]}…{plain[-12:]}"


def _what_happened(reason: Reason) -> str:
    translate = QCoreApplication.translate
    return {
        Reason.MISSING: translate("photos", "“{name}” is no longer there."),
        Reason.UNREADABLE: translate("photos", "“{name}” could not be opened."),
        Reason.NOT_A_FILE: translate("photos", "“{name}” is not a photo file."),
        Reason.EMPTY: translate("photos", "“{name}” is empty."),
        Reason.TOO_BIG: translate("photos", "“{name}” is larger than 120 MB."),
        Reason.TOO_MANY_PIXELS: translate("photos", "“{name}” has more pixels than this program can read."),
        Reason.HDR: translate("photos", "“{name}” has colours (HDR) that this program cannot show truly."),
        Reason.RAW: translate("photos", "“{name}” is a camera's raw file, which this program cannot read."),
        Reason.NOT_A_PHOTO: translate("photos", "“{name}” is not a photo this program can read."),
        Reason.INCOMPLETE: translate("photos", "Part of “{name}” is missing."),
        Reason.DAMAGED: translate("photos", "“{name}” is damaged and could not be read."),
        Reason.GAVE_UP: translate("photos", "“{name}” took too long to read."),
        Reason.STOPPED: translate("photos", "“{name}” could not be read."),
    }[reason]


def _what_to_do(reason: Reason) -> str:
    translate = QCoreApplication.translate
    if reason in (Reason.HDR, Reason.RAW):
        return translate("photos", "Nothing was added. Please save it as JPEG on the phone or camera.")
    if reason is Reason.UNREADABLE:
        return translate("photos", "Nothing was added. Please copy it to another folder and choose the copy.")
    if reason is Reason.INCOMPLETE:
        return translate("photos", "Nothing was added. Please copy it from the phone or camera again.")
    if reason in (Reason.TOO_BIG, Reason.TOO_MANY_PIXELS):
        return translate("photos", "Nothing was added. Please choose a smaller copy.")
    if reason in (Reason.NOT_A_PHOTO, Reason.NOT_A_FILE):
        return translate(
            "photos", "Nothing was added. Please choose a JPEG, HEIC, PNG, WebP or TIFF picture."
        )
    return translate("photos", "Nothing was added. Please choose another photo.")
