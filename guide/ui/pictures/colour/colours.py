"""Skin tones and the colours of marks on them, mixed in OKLab so that a step looks alike on every tone."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from guide.domain.lesions import USUAL_SKIN, Colour, Skin
from guide.ui.pictures.colour.oklab import Lab, distance, lab_of, mix, rgb_of, shifted

# Who paints with these colours also mixes them, and takes both from here.
__all__ = [
    "MONK_TONES",
    "TONES",
    "Lab",
    "bare_skin",
    "darkness",
    "distance",
    "erythema",
    "halo_colour",
    "lab_of",
    "mark_colour",
    "mix",
    "rgb_of",
    "shadow_colour",
    "shifted",
    "skin_colour",
]

MONK_TONES = {
    2: "#f3e7db",
    4: "#eadaba",
    5: "#d7bd96",
    6: "#a07e56",
    7: "#825c43",
    8: "#604134",
    9: "#3a312a",
}
"""From the ten of the Monk Skin Tone Scale (Ellis Monk, 2022), by their number there."""

_DRAWN = (2, 5, 6, 8, 9)
TONES = tuple(MONK_TONES[number] for number in _DRAWN)
"""The five tones drawn, from the lightest to the darkest."""

Five = tuple[Lab, Lab, Lab, Lab, Lab]
"""A colour, or a step of colour, on each of the five tones; between them it is what lies between."""

# A swatch is dry and even; a baby's skin is thin, and the blood below warms it: ivory-rose, beige, caramel,
# umber, espresso. Swatch 9 is nearly grey without it. No step is longer than 0.03, hardly more than is seen.
_BLOOD_BELOW: Five = (
    Lab(-0.024, 0.008, 0.008),
    Lab(-0.014, 0.012, -0.003),
    Lab(0.014, 0.020, -0.003),
    Lab(0.010, 0.007, 0.012),
    Lab(0.012, 0.020, 0.016),
)
# Blood takes green light most; under little melanin what is left is rose. Melanin takes light of all colours
# on its way to the blood and again on its way out, red light least: the darker the skin, the smaller the
# step, the more of it is darkening and the less of it is red, and the yellow of the melanin goes with the
# light. So reddened skin is brown, purple or grey where it is brown or black (NHS, DermNet), never orange.
_REDDENING: Five = (
    Lab(-0.135, 0.078, 0.012),
    Lab(-0.120, 0.060, -0.004),
    Lab(-0.104, 0.032, -0.018),
    Lab(-0.070, 0.022, -0.017),
    Lab(-0.062, 0.026, -0.021),
)
# Much blood near the surface: beefy on light skin; on black skin it darkens more, but stays a brown.
_BRIGHT: Five = (
    Lab(-0.215, 0.128, 0.034),
    Lab(-0.190, 0.104, 0.010),
    Lab(-0.158, 0.062, -0.014),
    Lab(-0.104, 0.038, -0.018),
    Lab(-0.086, 0.040, -0.022),
)
_STEPS: dict[Colour, Five] = {
    # Less melanin than around, never none: what can be lost grows with what there was.
    "pale": (
        Lab(0.036, -0.006, -0.010),
        Lab(0.068, -0.008, -0.018),
        Lab(0.096, -0.006, -0.012),
        Lab(0.122, 0.000, -0.002),
        Lab(0.128, 0.008, 0.010),
    ),
    # Keratin scatters light: a papule of the skin's colour is paler the more pigment there is beside it.
    "skin": (
        Lab(0.012, 0.012, 0.006),
        Lab(0.022, 0.012, 0.002),
        Lab(0.040, 0.009, 0.000),
        Lab(0.056, 0.008, 0.004),
        Lab(0.066, 0.010, 0.008),
    ),
    # More melanin than around: on black skin nearly black, and of less colour.
    "brown": (
        Lab(-0.190, 0.020, 0.034),
        Lab(-0.170, 0.014, 0.008),
        Lab(-0.150, 0.004, -0.006),
        Lab(-0.112, -0.004, -0.010),
        Lab(-0.092, -0.008, -0.012),
    ),
    # Water over the skin: only its mirroring is seen, the more the darker it is.
    "clear": (
        Lab(0.030, 0.0, 0.0),
        Lab(0.036, 0.0, -0.002),
        Lab(0.050, -0.002, -0.004),
        Lab(0.066, -0.003, -0.006),
        Lab(0.076, -0.004, -0.006),
    ),
}
# What has a colour of its own takes some of the skin's, through which it is seen.
_OWN: dict[Colour, Five] = {
    # Horn. Beside black skin the eye sees it brighter and bluer; drawn whiter than this it would glare.
    "white": (
        Lab(0.972, 0.002, 0.014),
        Lab(0.960, 0.002, 0.015),
        Lab(0.938, 0.001, 0.010),
        Lab(0.902, -0.001, 0.003),
        Lab(0.882, -0.002, -0.002),
    ),
    # Skin with no melanin at all: milk and a little blood.
    "depigmented": (
        Lab(0.982, 0.006, 0.006),
        Lab(0.952, 0.011, 0.015),
        Lab(0.930, 0.014, 0.018),
        Lab(0.904, 0.015, 0.019),
        Lab(0.884, 0.015, 0.018),
    ),
    "yellow": (
        Lab(0.918, 0.000, 0.082),
        Lab(0.900, 0.000, 0.088),
        Lab(0.866, 0.003, 0.090),
        Lab(0.818, 0.007, 0.084),
        Lab(0.790, 0.008, 0.076),
    ),
    "grey": (
        Lab(0.800, 0.007, 0.010),
        Lab(0.728, 0.007, 0.012),
        Lab(0.684, 0.007, 0.012),
        Lab(0.580, 0.006, 0.010),
        Lab(0.505, 0.005, 0.006),
    ),
    # Melanin deep in the skin: what lies above scatters the blue, as a vein is blue.
    "blue-grey": (
        Lab(0.735, -0.003, -0.013),
        Lab(0.612, -0.002, -0.015),
        Lab(0.460, 0.000, -0.017),
        Lab(0.314, 0.003, -0.015),
        Lab(0.246, 0.002, -0.014),
    ),
    # Blood outside its vessels, without air: red, then blue, and dark on every skin.
    "purple": (
        Lab(0.450, 0.115, -0.006),
        Lab(0.415, 0.105, -0.010),
        Lab(0.350, 0.090, -0.014),
        Lab(0.258, 0.068, -0.018),
        Lab(0.206, 0.054, -0.020),
    ),
}
# The palm has hardly any melanin; the lining of the mouth has more blood than skin above it.
_PALM: Five = (
    Lab(0.884, 0.032, 0.030),
    Lab(0.815, 0.038, 0.045),
    Lab(0.718, 0.048, 0.050),
    Lab(0.620, 0.048, 0.048),
    Lab(0.566, 0.046, 0.042),
)
_MUCOSA: Five = (
    Lab(0.715, 0.099, 0.037),
    Lab(0.675, 0.098, 0.034),
    Lab(0.610, 0.086, 0.028),
    Lab(0.525, 0.076, 0.026),
    Lab(0.468, 0.064, 0.019),
)
_ALBINO = Lab(0.928, 0.012, 0.027)
_FLUSHED = {"none": 0.0, "pink": 0.34, "red": 0.66}


def skin_colour(tone: float) -> Lab:
    """The usual skin as drawn: the published tone, or what lies between two, with blood below it."""
    return at_tone(_SKINS, tone)


def at_tone(five: Sequence[Lab], tone: float) -> Lab:
    """What the five drawn tones have, or what lies between two of them."""
    at = min(int(tone), len(five) - 2)
    return mix(five[at], five[at + 1], tone - at)


@lru_cache(maxsize=64)
def bare_skin(tone: float, skin: Skin = USUAL_SKIN) -> Lab:
    """The skin the marks are on: of that kind, with its flush, or without its colour."""
    usual = skin_colour(tone)
    if skin.pale_all_over:
        # Some families keep a little more colour; seen beside darker skin it is cream, not paper.
        usual = mix(_ALBINO, usual, 0.05 + 0.11 * darkness(usual))
    if skin.kind == "mouth":
        usual = _on(usual, _MUCOSA)
    elif skin.kind == "palm":
        usual = _on(usual, _PALM)
    return mix(usual, erythema(usual), _FLUSHED[skin.flush])


def darkness(skin: Lab) -> float:
    """0 for the lightest tone, 1 for the darkest."""
    return min(1.0, max(0.0, (_SKINS[0].light - skin.light) / (_SKINS[0].light - _SKINS[-1].light)))


def erythema(skin: Lab) -> Lab:
    """Reddened skin: rose on light skin, rose-brown on brown, violet-brown and dark on black."""
    return _stepped(skin, _REDDENING)


@lru_cache(maxsize=512)
def mark_colour(colour: Colour, skin: Lab) -> Lab:
    if colour in _STEPS:
        return _stepped(skin, _STEPS[colour])
    if colour in _OWN:
        return _on(skin, _OWN[colour])
    if colour == "slightly-pale":
        return mix(skin, _stepped(skin, _STEPS["pale"]), _SLIGHTLY)
    if colour == "bright-red":
        return _stepped(skin, _BRIGHT)
    return mix(skin, erythema(skin), _BLOOD_SHARE[colour])


_BLOOD_SHARE: dict[Colour, float] = {"pink": 0.62, "red": 1.0}
_SLIGHTLY = 0.5


def halo_colour(colour: Literal["pink", "red", "pale"], skin: Lab) -> Lab:
    return mark_colour(colour, skin)


def shadow_colour(skin: Lab) -> Lab:
    """Skin in shadow keeps its warmth: light that went through it is red."""
    return Lab(skin.light * 0.42, skin.red * 0.9 + 0.02, skin.yellow * 0.7 + 0.004)


def _stepped(skin: Lab, steps: Five) -> Lab:
    return shifted(skin, *_on(skin, steps))


def _on(skin: Lab, five: Five) -> Lab:
    """What the five come to on a skin as light as this one."""
    for (lighter, one), (darker, two) in pairwise(zip(_SKINS, five, strict=True)):
        if skin.light >= darker.light:
            return mix(one, two, max(0.0, (lighter.light - skin.light) / (lighter.light - darker.light)))
    return five[-1]


_SKINS = tuple(shifted(lab_of(code), *blood) for code, blood in zip(TONES, _BLOOD_BELOW, strict=True))
