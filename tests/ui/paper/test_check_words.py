"""The saved check is told in the words shown then, and a sign is never lost."""

from dataclasses import replace

from guide.ui.paper.check_words import other_answers, signs_asked
from tests.ui.paper.samples import check, pack


def test_when_no_sign_was_seen_it_says_how_many_were_asked() -> None:
    assert signs_asked(check(), pack()) == "3. None of them was seen."


def test_ticked_signs_and_those_nobody_could_tell_are_told_apart() -> None:
    said = signs_asked(check(fever="yes", blisters="cannot-tell"), pack())
    assert said == "3. Answered yes: Fever of 38 °C or more. Could not tell: Blisters that spread."


def test_the_words_shown_then_stand_before_those_of_todays_pack() -> None:
    then = check(fever="yes")
    then = replace(then, lines=(("Fever, as asked last year", "yes"), *then.lines))
    assert "Fever, as asked last year" in signs_asked(then, pack())
    assert ("Fever, as asked last year", "yes") not in other_answers(then)
    assert len(other_answers(then)) == 3


def test_a_sign_the_pack_no_longer_knows_is_kept() -> None:
    assert "grey lips" in signs_asked(check(**{"grey-lips": "yes"}), pack())
