"""Pictures in words."""

import re

import pytest

from guide.domain.lesions import Halo, Lesion, Range, Skin
from guide.domain.pack import ContentPack
from guide.ui.pictures.plans.scene import Scene, View, scene_of
from guide.ui.pictures.words import alt_text
from tests.ui.pictures.samples import SIGNS

SPOT = Range(2, 4)


def said(*lesions: Lesion, skin: Skin | None = None, view: View = "close") -> str:
    return alt_text(Scene(lesions, "one", skin or Skin(), view))


def sentences(words: str) -> list[str]:
    return re.findall(r"[^.].*?\.(?= |$)", words)


def test_a_picture_is_told_in_one_sentence() -> None:
    words = said(*SIGNS["milia"])
    assert words == "Drawing: several small round white pearly bumps, 1 to 2 mm across, scattered."


def test_a_second_kind_of_mark_is_a_second_sentence() -> None:
    words = said(*SIGNS["milia"], Lesion("white", "pus-filled", SPOT, Range(2, 4)))
    assert "scattered. Also a few small round white pus-filled spots, 2 to 4 mm across" in words


def test_one_mark_is_told_in_the_singular_and_without_an_arrangement() -> None:
    words = said(Lesion("white", "flat", Range(4, 4), Range(1, 1)))
    assert words == "Drawing: one small flat round white spot, 4 mm across."


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ("molluscum", "each with a dimple in the middle"),
        ("impetigo", "each with an uneven edge and a honey-yellow crust"),
        ("toxicum", "each on red or darker skin 10 to 30 mm wide"),
        ("alba", "scaly patches, paler than the skin"),
        ("herpes", "close together in a group"),
        ("pilaris", "one at each hair"),
        ("purpura", "purple or darker than the skin"),
    ],
)
def test_what_tells_a_sign_apart_is_said(sign: str, told: str) -> None:
    assert told in said(*SIGNS[sign])


@pytest.mark.parametrize("colour", ["red", "bright-red", "pink", "brown", "purple"])
def test_a_mark_that_is_darker_on_dark_skin_is_not_said_to_be_only_red(colour: str) -> None:
    assert "darker than the skin" in said(Lesion(colour, "flat", SPOT, Range(3, 6)))  # type: ignore[arg-type]


@pytest.mark.parametrize("colour", ["red", "pink"])
def test_so_is_a_halo(colour: str) -> None:
    halo = Halo(colour, Range(6, 9))  # type: ignore[arg-type]
    assert "darker skin 6 to 9 mm wide" in said(Lesion("white", "raised", SPOT, Range(3, 6), halo=halo))


def test_a_line_is_long_and_not_across() -> None:
    words = said(Lesion("grey", "flat", Range(5, 10), Range(2, 5), shape="line"))
    assert "grey thin lines, 5 to 10 mm long" in words
    assert "across" not in words


def test_a_ring_has_a_clearer_middle() -> None:
    words = said(Lesion("red", "raised", Range(16, 40), Range(1, 1), shape="ring"))
    assert "one large raised ring" in words
    assert words.endswith("with a clearer middle.")


@pytest.mark.parametrize(
    ("shape", "told"), [("oval", "oval"), ("leaf", "leaf-shaped"), ("irregular", "uneven")]
)
def test_a_mark_that_is_not_round_is_not_said_to_be(shape: str, told: str) -> None:
    words = said(Lesion("pale", "flat", Range(8, 20), Range(1, 3), shape=shape))  # type: ignore[arg-type]
    assert told in words
    assert "round" not in words


def test_a_jagged_mark_is_not_said_to_be_round() -> None:
    words = said(*SIGNS["vitiligo"])
    assert "round" not in words
    assert "uneven edge" in words


def test_each_is_said_once_of_a_mark() -> None:
    words = said(Lesion("red", "raised", SPOT, Range(4, 9), dimple=True, halo=Halo("red", Range(5, 8))))
    assert words.endswith("each with a dimple in the middle, on red or darker skin 5 to 8 mm wide.")


@pytest.mark.parametrize(
    ("kind", "told"),
    [("scalp", "scalp with hair"), ("mouth", "nside the mouth"), ("palm", "palm"), ("face", "face")],
)
def test_the_kind_of_skin_is_said(kind: str, told: str) -> None:
    assert told in said(*SIGNS["milia"], skin=Skin(kind))  # type: ignore[arg-type]


def test_redness_around_is_said() -> None:
    words = said(*SIGNS["milia"], skin=Skin(flush="pink"))
    assert words.endswith("scattered. The skin around is pink or a little darker.")


def test_skin_that_is_pale_all_over_is_said_without_any_mark() -> None:
    words = said(skin=Skin(pale_all_over=True))
    assert words == "Drawing: all of the skin is very pale, beside skin of the usual colour."


def test_redness_without_a_mark_is_not_called_clear_skin() -> None:
    assert "clear" not in said(skin=Skin(flush="red"))


def test_the_view_is_said() -> None:
    milia = SIGNS["milia"]
    assert said(*milia, view="arm").endswith(". Seen from arm's length.")
    assert said(*milia, view="true").endswith(". As large as on the skin.")
    assert len(sentences(said(*milia))) == 1


def test_however_much_there_is_to_say_it_is_two_sentences() -> None:
    kinds = [*SIGNS["acne"], *SIGNS["molluscum"], *SIGNS["impetigo"]]
    words = said(*kinds, skin=Skin("scalp", "red"), view="arm")
    assert len(sentences(words)) == 2
    assert words.endswith(
        "all on a scalp with hair; the skin around is red or darker than usual; seen from arm's length."
    )


def test_skin_without_marks_is_said_to_be_clear() -> None:
    assert said() == "Drawing: clear skin."


def test_every_picture_of_the_pack_is_told_calmly(pack: ContentPack) -> None:
    for condition in pack.conditions:
        for stage in condition.appearance.stages:
            words = alt_text(scene_of(condition, stage))
            assert 1 <= len(sentences(words)) <= 2, words
            assert not re.search(r"  | ,|,,|, \.|\{|\}|; \.|each with [^.;]*each|\ba [aeiou]", words), words
            before_nouns = re.findall(
                r"(?:one or two|one|two|a few|several|many) ([a-z -]+?) "
                r"(?:spot|patch|bump|blister|ring|swelling|thin line)",
                words,
            )
            assert before_nouns or not stage.lesions, words
            assert all(len(looks.split()) <= 4 for looks in before_nouns), words
