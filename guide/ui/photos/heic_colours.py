"""In which colours a HEIC photo is written."""

from collections.abc import Sequence

from PySide6.QtGui import QColorSpace

from guide.ui.photos.heif_file import Numbers
from guide.ui.photos.refusals import Reason, Refused

CODED_KIND, _PROFILE_KINDS = b"nclx", (b"prof", b"rICC")
_PRIMARIES = {9: QColorSpace.Primaries.Bt2020, 12: QColorSpace.Primaries.DciP3D65}
# Their brightness depends on the screen and would have to be guessed.
_HDR_CURVES = {16, 18}


def colour_space_of(told: Sequence[bytes]) -> QColorSpace | None:
    """From the colour properties of the picture and its first tile; a profile says more than a code."""
    profiles = [each[4:] for each in told if each[:4] in _PROFILE_KINDS]
    for profile in profiles:
        space = QColorSpace.fromIccProfile(profile)
        if space.isValid():
            return space
    codes = [each[4:] for each in told if each[:4] == CODED_KIND]
    return _coded(Numbers(codes[0])) if codes else None


def _coded(numbers: Numbers) -> QColorSpace:
    primaries, curve = numbers.next(2), numbers.next(2)
    if curve in _HDR_CURVES:
        raise Refused(Reason.HDR)
    return QColorSpace(
        _PRIMARIES.get(primaries, QColorSpace.Primaries.SRgb), QColorSpace.TransferFunction.SRgb
    )
