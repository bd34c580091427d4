"""Which words of a sentence the glossary knows."""

import pytest

from guide.domain.conditions import GlossaryWord, Statement
from guide.ui.widgets.glossary_words import GlossaryWords


def word(word_id: str, name: str, *forms: str) -> GlossaryWord:
    return GlossaryWord(word_id, name, Statement(f"what {name} means", ()), forms)


@pytest.fixture
def glossary() -> GlossaryWords:
    return GlossaryWords(
        [
            word("pus", "Pus"),
            word("pustule", "Pustule", "pustules", "pus spot"),
            word("er", "Emergency department", "A&E", "ER"),
            word("blister", "Blister", "blisters"),
        ]
    )


def found(glossary: GlossaryWords, text: str) -> list[str]:
    return [text[each.start : each.end] for each in glossary.all_in(text)]


def test_a_word_is_known_in_each_of_its_forms_and_however_it_is_written(glossary: GlossaryWords) -> None:
    assert found(glossary, "Blisters, a blister, PUSTULES") == ["Blisters", "blister", "PUSTULES"]


def test_the_longer_word_is_taken_where_one_begins_with_the_other(glossary: GlossaryWords) -> None:
    assert found(glossary, "a pus spot with pus") == ["pus spot", "pus"]


def test_a_part_of_a_word_is_not_that_word(glossary: GlossaryWords) -> None:
    assert found(glossary, "Push the blistering campus") == []


def test_initials_are_known_in_capitals_only(glossary: GlossaryWords) -> None:
    assert found(glossary, "Go to the ER or A&E, er, soon") == ["ER", "A&E"]


def test_a_section_explains_each_word_once(glossary: GlossaryWords) -> None:
    section = glossary.section()
    assert [each.word.id for each in section.new_in("pus and pus")] == ["pus"]
    assert section.new_in("more pus") == ()
    assert [each.word.id for each in glossary.section().new_in("more pus")] == ["pus"]


def test_the_pages_own_name_is_not_explained_to_itself(glossary: GlossaryWords) -> None:
    assert glossary.section(["Blister"]).new_in("Blisters come and go.") == ()


def test_a_pack_without_a_glossary_explains_nothing() -> None:
    assert GlossaryWords([]).section().new_in("pus") == ()
