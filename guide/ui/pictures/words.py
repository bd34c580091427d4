"""What a drawn picture shows, in one or two plain sentences, for those who do not see it."""

from PySide6.QtCore import QCoreApplication

from guide.domain.lesions import Lesion, Skin
from guide.ui.pictures.mark_words import mark_words
from guide.ui.pictures.plans.scene import Scene

translate = QCoreApplication.translate


def alt_text(scene: Scene) -> str:
    """The first kind of mark in the first sentence; the other kinds and what is around in the second."""
    first, rest = _told(scene)
    sentences = [translate("pictures", "Drawing: {what}.").format(what=first)]
    if rest:
        around = "; ".join(rest)
        sentences.append(translate("pictures", "{what}.").format(what=around[:1].upper() + around[1:]))
    return " ".join(sentences)


def _told(scene: Scene) -> tuple[str, list[str]]:
    view = _view(scene)
    if not scene.lesions:
        return _bare(scene.skin), [part for part in (_kind(scene.skin, several=False), view) if part]
    first, *others = scene.lesions
    around = (_kind(scene.skin, several=bool(others)), _flush(scene.skin), _paleness(scene.skin), view)
    return mark_words(first), [*_also(others), *(part for part in around if part)]


def _also(others: list[Lesion]) -> list[str]:
    if not others:
        return []
    told = [mark_words(lesion) for lesion in others]
    return [translate("pictures", "also {marks}").format(marks=told[0]), *told[1:]]


def _bare(skin: Skin) -> str:
    """Skin without a mark on it."""
    if skin.pale_all_over:
        return _paleness(skin)
    flushed = {
        "none": translate("pictures", "clear skin"),
        "pink": translate("pictures", "skin that is pink or a little darker, without spots"),
        "red": translate("pictures", "skin that is red or darker than usual, without spots"),
    }
    return flushed[skin.flush]


def _kind(skin: Skin, several: bool) -> str:
    kinds = {
        "body": ("", ""),
        "face": (translate("pictures", "on a face"), translate("pictures", "all on a face")),
        "scalp": (
            translate("pictures", "on a scalp with hair"),
            translate("pictures", "all on a scalp with hair"),
        ),
        "palm": (
            translate("pictures", "on a palm or sole"),
            translate("pictures", "all on a palm or sole"),
        ),
        "mouth": (translate("pictures", "inside the mouth"), translate("pictures", "all inside the mouth")),
    }
    return kinds[skin.kind][several]


def _flush(skin: Skin) -> str:
    """Said so that it is true on light and on dark skin."""
    flushed = {
        "none": "",
        "pink": translate("pictures", "the skin around is pink or a little darker"),
        "red": translate("pictures", "the skin around is red or darker than usual"),
    }
    return flushed[skin.flush]


def _paleness(skin: Skin) -> str:
    if not skin.pale_all_over:
        return ""
    return translate("pictures", "all of the skin is very pale, beside skin of the usual colour")


def _view(scene: Scene) -> str:
    views = {
        "close": "",
        "arm": translate("pictures", "seen from arm's length"),
        "true": translate("pictures", "as large as on the skin"),
    }
    return views[scene.view]
