"""One kind of mark in plain words, so that they are true on every tone of skin."""

from PySide6.QtCore import QCoreApplication, QLocale

from guide.domain.lesions import Lesion, Range

translate = QCoreApplication.translate

_PATCH_MM = 10.0
_MOST_ADJECTIVES = 4


def mark_words(lesion: Lesion) -> str:
    """Like "several small round white pearly bumps, 1 to 2 mm across, scattered"."""
    looks = " ".join([_count(lesion.count), *_adjectives(lesion), _noun(lesion)])
    parts = [looks, _compared(lesion), _size(lesion), _arrangement(lesion), _features(lesion), _halo(lesion)]
    return ", ".join(part for part in parts if part)


def _is_one(lesion: Lesion) -> bool:
    return lesion.count.most < 2


def _count(count: Range) -> str:
    """For the usual picture, which lies between the two ends."""
    usual = (count.least + count.most) / 2
    if count.most < 2:
        return translate("pictures", "one")
    if count.most < 3:
        return translate("pictures", "one or two") if count.least < 2 else translate("pictures", "two")
    if usual <= 4:
        return translate("pictures", "a few")
    return translate("pictures", "several") if usual <= 14 else translate("pictures", "many")


def _noun(lesion: Lesion) -> str:
    one = _is_one(lesion)
    if lesion.shape == "ring":
        return translate("pictures", "ring") if one else translate("pictures", "rings")
    if lesion.shape == "line":
        return translate("pictures", "thin line") if one else translate("pictures", "thin lines")
    if lesion.elevation == "fluid-filled":
        return translate("pictures", "blister") if one else translate("pictures", "blisters")
    if lesion.elevation == "wheal":
        return translate("pictures", "swelling") if one else translate("pictures", "swellings")
    if lesion.size_mm.most > _PATCH_MM:
        return translate("pictures", "patch") if one else translate("pictures", "patches")
    if lesion.elevation in ("flat", "pus-filled"):
        return translate("pictures", "spot") if one else translate("pictures", "spots")
    return translate("pictures", "bump") if one else translate("pictures", "bumps")


def _adjectives(lesion: Lesion) -> list[str]:
    """In the order they are said in; where there are too many, what the numbers and the noun say goes."""
    said = {
        "size": _size_word(lesion),
        "rise": _rise(lesion),
        "shape": _shape(lesion),
        "colour": _colour(lesion),
        "surface": _surface(lesion),
        "inside": translate("pictures", "pus-filled") if lesion.elevation == "pus-filled" else "",
    }
    for least_needed in ("size", "shape"):
        if len([word for word in said.values() if word]) > _MOST_ADJECTIVES:
            said[least_needed] = ""
    return [word for word in said.values() if word]


def _size_word(lesion: Lesion) -> str:
    if lesion.shape == "line":
        return ""
    if lesion.size_mm.most <= 1.5:
        return translate("pictures", "tiny")
    if lesion.size_mm.most <= 5:
        return translate("pictures", "small")
    return translate("pictures", "large") if lesion.size_mm.least >= 15 else ""


def _rise(lesion: Lesion) -> str:
    """Only what the noun leaves open."""
    if lesion.shape == "line" and lesion.elevation == "flat":
        return ""
    if lesion.elevation == "raised" and (lesion.size_mm.most > _PATCH_MM or lesion.shape in ("ring", "line")):
        return translate("pictures", "raised")
    rises = {
        "flat": translate("pictures", "flat"),
        "flat-topped": translate("pictures", "flat-topped"),
    }
    return rises.get(lesion.elevation, "")


def _shape(lesion: Lesion) -> str:
    """An outline that is jagged is no longer round."""
    if lesion.shape == "round" and lesion.edge == "jagged":
        return ""
    shapes = {
        "round": translate("pictures", "round"),
        "oval": translate("pictures", "oval"),
        "leaf": translate("pictures", "leaf-shaped"),
        "irregular": translate("pictures", "uneven"),
    }
    return shapes.get(lesion.shape, "")


def _surface(lesion: Lesion) -> str:
    surfaces = {
        "pearly": translate("pictures", "pearly"),
        "shiny": translate("pictures", "shiny"),
        "scaly": translate("pictures", "scaly"),
        "peeling": translate("pictures", "peeling"),
        "rough": translate("pictures", "rough"),
        "warty": translate("pictures", "warty"),
        "lobed": translate("pictures", "finely lobed"),
    }
    return surfaces.get(lesion.surface, "")


def _colour(lesion: Lesion) -> str:
    """Those that are told the same on every tone; a crust hides what is beneath."""
    if lesion.crust == "honey":
        return ""
    colours = {
        "white": translate("pictures", "white"),
        "clear": translate("pictures", "clear"),
        "yellow": translate("pictures", "yellow"),
        "depigmented": translate("pictures", "chalk-white"),
        "skin": translate("pictures", "skin-coloured"),
        "grey": translate("pictures", "grey"),
        "blue-grey": translate("pictures", "blue-grey"),
    }
    if lesion.crust == "dark":
        colours["brown"] = translate("pictures", "brown")
    return colours.get(lesion.colour, "")


def _compared(lesion: Lesion) -> str:
    """Colours that are another one on another tone."""
    if lesion.colour == "brown" and lesion.crust == "dark":
        return ""
    compared = {
        "pink": translate("pictures", "pink or a little darker than the skin"),
        "red": translate("pictures", "red or darker than the skin"),
        "bright-red": translate("pictures", "bright red or much darker than the skin"),
        "pale": translate("pictures", "paler than the skin"),
        "slightly-pale": translate("pictures", "a little paler than the skin"),
        "brown": translate("pictures", "brown or darker than the skin"),
        "purple": translate("pictures", "purple or darker than the skin"),
    }
    return compared.get(lesion.colour, "")


def _size(lesion: Lesion) -> str:
    size = _span(lesion.size_mm)
    if lesion.shape == "line":
        return translate("pictures", "{size} mm long").format(size=size)
    return translate("pictures", "{size} mm across").format(size=size)


def _arrangement(lesion: Lesion) -> str:
    if _is_one(lesion):
        return translate("pictures", "in a fold of the skin") if lesion.arrangement == "fold" else ""
    if lesion.arrangement == "scattered" and lesion.count.most < 3:
        return ""
    arranged = {
        "scattered": translate("pictures", "scattered"),
        "clustered": translate("pictures", "close together in a group"),
        "line": translate("pictures", "in a line"),
        "confetti": translate("pictures", "strewn like confetti"),
        "fold": translate("pictures", "along a fold of the skin"),
        "satellites": translate("pictures", "around the largest mark"),
        "joined": translate("pictures", "running into each other"),
        "follicular": translate("pictures", "one at each hair"),
    }
    return arranged[lesion.arrangement]


def _features(lesion: Lesion) -> str:
    """Like "each with a dimple in the middle and a dark scab"."""
    found = [each for each in (_middle(lesion), _edge(lesion), _scale(lesion), _crust(lesion)) if each]
    if not found:
        return ""
    listed = found[-1]
    if len(found) > 1:
        pattern = translate("pictures", "{others} and {last}")
        listed = pattern.format(others=", ".join(found[:-1]), last=found[-1])
    if _is_one(lesion):
        return translate("pictures", "with {features}").format(features=listed)
    return translate("pictures", "each with {features}").format(features=listed)


def _middle(lesion: Lesion) -> str:
    if lesion.shape == "ring":
        return translate("pictures", "a clearer middle")
    return translate("pictures", "a dimple in the middle") if lesion.dimple else ""


def _edge(lesion: Lesion) -> str:
    """A bump's edge is not looked at, and an uneven shape has an uneven edge."""
    if lesion.shape == "irregular" and lesion.edge == "jagged":
        return ""
    if lesion.edge == "clear" and (lesion.elevation != "flat" or lesion.size_mm.most < 5):
        return ""
    edges = {
        "clear": translate("pictures", "a sharp edge"),
        "soft": translate("pictures", "a soft edge"),
        "jagged": translate("pictures", "an uneven edge"),
    }
    return "" if lesion.shape == "line" else edges[lesion.edge]


def _scale(lesion: Lesion) -> str:
    scales = {
        "greasy": translate("pictures", "greasy scale"),
        "silvery": translate("pictures", "silvery scale"),
        "collarette": translate("pictures", "a rim of loose scale"),
    }
    return scales.get(lesion.surface, "")


def _crust(lesion: Lesion) -> str:
    crusts = {
        "none": "",
        "honey": translate("pictures", "a honey-yellow crust"),
        "dark": translate("pictures", "a dark scab"),
    }
    return crusts[lesion.crust]


def _halo(lesion: Lesion) -> str:
    """After "each with …" the word is not said again."""
    if lesion.halo is None:
        return ""
    size = _span(lesion.halo.size_mm)
    each = not _is_one(lesion) and not _features(lesion)
    if lesion.halo.colour == "pale":
        words = (
            translate("pictures", "each in a pale ring {size} mm wide")
            if each
            else translate("pictures", "in a pale ring {size} mm wide")
        )
    elif lesion.halo.colour == "pink":
        words = (
            translate("pictures", "each on pink or slightly darker skin {size} mm wide")
            if each
            else translate("pictures", "on pink or slightly darker skin {size} mm wide")
        )
    else:
        words = (
            translate("pictures", "each on red or darker skin {size} mm wide")
            if each
            else translate("pictures", "on red or darker skin {size} mm wide")
        )
    return words.format(size=size)


def _span(span: Range) -> str:
    least, most = _number(span.least), _number(span.most)
    if least == most:
        return least
    return translate("pictures", "{least} to {most}").format(least=least, most=most)


def _number(value: float) -> str:
    return QLocale().toString(float(value), "g", 3)
