"""What parents bring, asked of the pack's own pages."""

import pytest

from guide.content.loader import load_pack
from guide.domain.search import ConditionIndex
from guide.paths import resources_folder


@pytest.fixture(scope="module")
def index() -> ConditionIndex:
    pack = load_pack(resources_folder() / "content")
    return ConditionIndex(pack.conditions, pack.questions)


@pytest.mark.parametrize(
    ("typed", "among_three"),
    [
        ("white dots on back 3 weeks old", {"erythema-toxicum-neonatorum"}),
        ("pale patch won't tan", {"pityriasis-alba", "pityriasis-versicolor"}),
        ("is it catching", {"chickenpox", "hand-foot-mouth"}),
        ("bumps like goose skin arms", {"keratosis-pilaris"}),
        ("tiny white spots on nose newborn", {"milia", "sebaceous-hyperplasia-newborn"}),
        ("blisters on baby", {"neonatal-herpes-simplex", "miliaria-crystallina"}),
        ("red rash neck hot weather", {"miliaria-rubra"}),
        ("white spots in mouth", {"oral-thrush", "epstein-pearls"}),
        ("flaky scalp", {"infantile-seborrhoeic-dermatitis"}),
        ("dimple in the middle", {"molluscum"}),
        ("white patches face summer", {"pityriasis-alba", "vitiligo", "pityriasis-versicolor"}),
        ("itchy at night family", {"scabies-infant", "atopic-eczema"}),
        ("yellow crust round mouth", {"impetigo-bullous-impetigo"}),
        ("spots on palms and feet fever", {"hand-foot-mouth", "scabies-infant"}),
        ("stork mark", {"nevus-simplex"}),
        ("white bumps on face", {"milia"}),
        ("mila spots", {"milia"}),
        ("rash after fever", {"roseola"}),
        ("mosquito bite swollen", {"papular-urticaria"}),
        ("white stuff on tongue wont wipe off", {"oral-thrush"}),
        ("bruise on bottom since birth", {"congenital-dermal-melanocytosis"}),
        ("exzema", {"atopic-eczema"}),
        ("moluscum", {"molluscum"}),
        ("scabees", {"scabies-infant"}),
        ("impetgo", {"impetigo-bullous-impetigo"}),
        ("diaper rash", {"candidal-diaper-dermatitis"}),
        ("nappy rash", {"candidal-diaper-dermatitis"}),
        ("hemangioma", {"infantile-haemangioma"}),
        ("goosebumps", {"keratosis-pilaris"}),
        ("goose bumps", {"keratosis-pilaris"}),
        ("heatrash", {"miliaria-rubra", "miliaria-crystallina"}),
    ],
)
def test_a_sensible_page_is_among_the_first_three(
    index: ConditionIndex, typed: str, among_three: set[str]
) -> None:
    assert among_three <= {hit.condition.id for hit in index.search(typed)[:3]}


@pytest.mark.parametrize(
    ("typed", "grave"),
    [
        ("blisters on baby", "neonatal-herpes-simplex"),
        ("group of blisters on face", "neonatal-herpes-simplex"),
        ("pus spots newborn", "neonatal-staph-pustulosis"),
        ("rash all over at birth", "congenital-candidiasis"),
    ],
)
def test_a_dangerous_page_is_among_the_first_five(index: ConditionIndex, typed: str, grave: str) -> None:
    assert grave in {hit.condition.id for hit in index.search(typed)[:5]}


@pytest.mark.parametrize("typed", ["naevus", "nevus", "Nævus"])
def test_british_and_american_spellings_find_the_same(index: ConditionIndex, typed: str) -> None:
    found = {hit.condition.id for hit in index.search(typed)}
    assert {"nevus-simplex", "naevus-anaemicus", "naevus-depigmentosus"} <= found


def test_while_the_word_is_being_typed_its_page_is_there_from_the_third_letter(index: ConditionIndex) -> None:
    word = "molluscum"
    for end in range(3, len(word) + 1):
        assert index.search(word[:end])[0].condition.id == "molluscum"


def test_every_name_of_a_page_brings_it_among_the_first_three(
    index: ConditionIndex,
) -> None:
    pack = load_pack(resources_folder() / "content")
    missed = [
        (condition.id, name)
        for condition in pack.conditions
        for name in (condition.name, *condition.parents_names)
        if condition.id not in [hit.condition.id for hit in index.search(name)[:3]]
    ]
    assert missed == []
