"""What a drawn picture shows, in plain words, for those who do not see it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from guide.domain.conditions import Lesion, Range

translate = QCoreApplication.translate

_PATCH_MM = 10.0


def alt_text(lesions: Sequence[Lesion]) -> str:
    """Like "Drawing: several round, raised, white bumps, 1 to 2 mm across, scattered."."""
    if not lesions:
        return translate("pictures", "Drawing: clear skin.")
    first, *others = (_one_kind(lesion) for lesion in lesions)
    sentences = [translate("pictures", "Drawing: {marks}.").format(marks=first)]
    if others:
        sentences.append(translate("pictures", "Also: {marks}.").format(marks="; ".join(others)))
    return " ".join(sentences)


def _one_kind(lesion: Lesion) -> str:
    looks = ", ".join([word for word in (*_shape(lesion), _surface(lesion), _colour(lesion)) if word])
    parts = [
        translate("pictures", "{count} {looks} {kind}").format(
            count=_count(lesion.count), looks=looks, kind=_kind(lesion)
        ),
        translate("pictures", "{size} mm across").format(size=_span(lesion.size_mm)),
        _arrangement(lesion),
        *_besides(lesion),
    ]
    return ", ".join(part for part in parts if part)


def _count(count: Range) -> str:
    """For the usual picture, which lies between the two ends."""
    usual = (count.least + count.most) / 2
    if count.most < 2:
        return translate("pictures", "one")
    if usual <= 4:
        return translate("pictures", "a few")
    return translate("pictures", "several") if usual <= 14 else translate("pictures", "many")


def _kind(lesion: Lesion) -> str:
    one = lesion.count.most < 2
    if lesion.elevation == "fluid-filled":
        return translate("pictures", "blister") if one else translate("pictures", "blisters")
    if lesion.size_mm.most > _PATCH_MM:
        return translate("pictures", "patch") if one else translate("pictures", "patches")
    if lesion.elevation == "flat":
        return translate("pictures", "spot") if one else translate("pictures", "spots")
    return translate("pictures", "bump") if one else translate("pictures", "bumps")


def _shape(lesion: Lesion) -> tuple[str, str]:
    edges = {
        "clear": translate("pictures", "round"),
        "soft": translate("pictures", "soft-edged"),
        "jagged": translate("pictures", "jagged"),
    }
    rises = {
        "flat": translate("pictures", "flat"),
        "raised": translate("pictures", "raised"),
        "fluid-filled": translate("pictures", "fluid-filled"),
        "pus-filled": translate("pictures", "pus-filled"),
    }
    return edges[lesion.edge], rises[lesion.elevation]


def _surface(lesion: Lesion) -> str:
    surfaces = {
        "smooth": "",
        "pearly": translate("pictures", "pearly"),
        "scaly": translate("pictures", "dry and scaly"),
        "rough": translate("pictures", "rough"),
    }
    return surfaces[lesion.surface]


def _colour(lesion: Lesion) -> str:
    colours = {
        "white": translate("pictures", "white"),
        "clear": translate("pictures", "clear"),
        "yellow": translate("pictures", "yellow"),
        "red": translate("pictures", "red"),
        "pale": translate("pictures", "pale"),
        "depigmented": translate("pictures", "milk-white"),
        "skin": translate("pictures", "skin-coloured"),
        "brown": translate("pictures", "brown"),
        "blue-grey": translate("pictures", "blue-grey"),
        "purple": translate("pictures", "purple"),
    }
    return colours[lesion.colour]


def _arrangement(lesion: Lesion) -> str:
    if lesion.count.most < 2:
        return ""
    arranged = {
        "scattered": translate("pictures", "scattered"),
        "clustered": translate("pictures", "close together in a group"),
        "lines": translate("pictures", "in lines"),
        "follicular": translate("pictures", "evenly spread, one at each hair"),
    }
    return arranged[lesion.arrangement]


def _besides(lesion: Lesion) -> list[str]:
    found = []
    if lesion.dimple:
        found.append(translate("pictures", "with a dimple in the middle"))
    if lesion.crust:
        found.append(translate("pictures", "with a yellow-brown crust"))
    if lesion.halo:
        size = _span(lesion.halo.size_mm)
        words = {
            "red": translate("pictures", "on red skin {size} mm wide"),
            "pale": translate("pictures", "with a pale ring {size} mm wide"),
        }
        found.append(words[lesion.halo.colour].format(size=size))
    return found


def _span(span: Range) -> str:
    least, most = _number(span.least), _number(span.most)
    return (
        least if least == most else translate("pictures", "{least} to {most}").format(least=least, most=most)
    )


def _number(value: float) -> str:
    return QLocale().toString(float(value), "g", 3)
