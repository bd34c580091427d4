"""Colours in OKLab (Björn Ottosson, 2020), where a step looks alike wherever it is taken."""

from functools import lru_cache
from typing import NamedTuple


class Lab(NamedTuple):
    """A colour in OKLab: how light (0 to 1), green to red, blue to yellow."""

    light: float
    red: float
    yellow: float


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


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _byte(part: float) -> int:
    part = min(1.0, max(0.0, part))
    return round(255 * (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055))
