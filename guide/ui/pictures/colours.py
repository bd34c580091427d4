"""Skin tones and the colours of marks on them, mixed in OKLab so that a step looks alike on every tone."""

from functools import lru_cache
from typing import Literal, NamedTuple

from guide.domain.conditions import Colour


class Lab(NamedTuple):
    """A colour in OKLab: how light (0 to 1), green to red, blue to yellow."""

    light: float
    red: float
    yellow: float


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

# A swatch of flat colour lacks the blood that shows through a baby's skin; without it skin looks like paper.
_BLUSH = Lab(-0.032, 0.018, 0.011)


def lab_of(code: str) -> Lab:
    """The colour written as ``#rrggbb``."""
    red, green, blue = (_linear(int(code[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return Lab(
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@lru_cache(maxsize=2048)
def rgb_of(colour: Lab) -> tuple[int, int, int]:
    """The nearest colour a screen shows, 0 to 255 each."""
    long = (colour.light + 0.3963377774 * colour.red + 0.2158037573 * colour.yellow) ** 3
    middle = (colour.light - 0.1055613458 * colour.red - 0.0638541728 * colour.yellow) ** 3
    short = (colour.light - 0.0894841775 * colour.red - 1.2914855480 * colour.yellow) ** 3
    return (
        _byte(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _byte(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _byte(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def mix(first: Lab, second: Lab, share: float) -> Lab:
    """``share`` of the second, the rest of the first."""
    return Lab(*(one + (two - one) * share for one, two in zip(first, second, strict=True)))


def shifted(colour: Lab, light: float = 0.0, red: float = 0.0, yellow: float = 0.0) -> Lab:
    return Lab(min(0.985, max(0.05, colour.light + light)), colour.red + red, colour.yellow + yellow)


def distance(first: Lab, second: Lab) -> float:
    """How different two colours look; 0.02 is about what an eye can tell."""
    return float(sum((one - two) ** 2 for one, two in zip(first, second, strict=True)) ** 0.5)


def skin_colour(tone: int) -> Lab:
    """The skin as drawn: the published tone, with blood showing through."""
    swatch = lab_of(TONES[tone])
    light = swatch.light
    return shifted(swatch, _BLUSH.light * light, _BLUSH.red * light, _BLUSH.yellow * light)


def darkness(skin: Lab) -> float:
    """0 for the lightest tone, 1 for the darkest."""
    return min(1.0, max(0.0, (0.90 - skin.light) / 0.58))


def erythema(skin: Lab) -> Lab:
    """Reddened skin: rose on light skin, brick on brown, violet-brown and darker than the skin on black."""
    dark = darkness(skin)
    return shifted(
        skin,
        -0.165 + 0.100 * dark,
        0.078 - 0.043 * dark,
        0.022 - 0.036 * dark,
    )


def mark_colour(colour: Colour, skin: Lab) -> Lab:
    dark = darkness(skin)
    mixed: dict[Colour, Lab] = {
        "white": mix(skin, Lab(0.975, 0.0, 0.014), 0.97 - 0.21 * dark),
        "clear": shifted(skin, 0.03 + 0.05 * dark),
        "yellow": mix(skin, Lab(0.91, 0.0, 0.085), 0.95 - 0.17 * dark),
        "red": erythema(skin),
        "pale": Lab(
            skin.light + 0.045 + 0.085 * dark,
            skin.red * (0.72 + 0.16 * dark),
            skin.yellow * (0.66 + 0.12 * dark),
        ),
        "depigmented": mix(skin, Lab(0.965, 0.012, 0.012), 0.95 - 0.13 * dark),
        "skin": shifted(skin, 0.012 + 0.055 * dark, 0.012, 0.006),
        "brown": shifted(skin, -0.15 + 0.06 * dark, 0.016, 0.024 - 0.028 * dark),
        "blue-grey": mix(skin, Lab(0.50 - 0.26 * dark, -0.012, -0.035), 0.46 + 0.14 * dark),
        "purple": mix(skin, Lab(0.36 - 0.17 * dark, 0.105 - 0.02 * dark, -0.02), 0.85),
    }
    return mixed[colour]


def halo_colour(colour: Literal["red", "pale"], skin: Lab) -> Lab:
    return mark_colour(colour, skin)


def shadow_colour(skin: Lab) -> Lab:
    """Skin in shadow keeps its warmth: light that went through it is red."""
    return Lab(skin.light * 0.42, skin.red * 0.9 + 0.02, skin.yellow * 0.7)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _byte(part: float) -> int:
    part = min(1.0, max(0.0, part))
    return round(255 * (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055))
