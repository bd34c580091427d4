"""A folder becomes a whole pack, unchangeable, or one calm sentence with everything wrong behind it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.loader import PackError, check_folder, load_pack
from guide.domain.ages import AgeLimits
from guide.domain.conditions import Commonness, Frequency, Statement, Urgency
from guide.domain.lesions import Range
from guide.errors import GuideError
from tests.content.conftest import SMALL_PACK
from tests.content.edits import edit, places
from tests.content.fault import BEADS, WEIGHTS


def test_pack_holds_what_its_files_say(pack: Path) -> None:
    loaded = load_pack(pack)
    assert [condition.id for condition in loaded.conditions] == ["beads", "patches"]
    assert [rule.id for rule in loaded.rules] == ["blue-lips", "fever", "sore", "pale-back", "nothing"]
    assert [case.id for case in loaded.cases] == ["mia", "ben", "una", "leo", "ida"]
    assert [part.id for part in loaded.body] == ["front-face", "back-back"]
    assert loaded.info.review_by == "2027-05-22"
    assert loaded.regions[0].emergency_number == "112"
    assert loaded.source["paper"].note == "Read in full."
    assert [claim.verdict for claim in loaded.claims] == ["wrong"]
    assert [word.forms for word in loaded.glossary] == [("lesions",), ()]


def test_texts_become_the_kinds_the_program_works_with(pack: Path) -> None:
    loaded = load_pack(pack)
    beads = loaded.condition["beads"]
    assert beads.urgency is Urgency.HOME
    assert beads.commonness is Commonness.COMMON
    assert beads.matched is True
    assert beads.ages == AgeLimits(before_months=3)
    assert beads.appearance.stages[0].lesions[0].size_mm == Range(1.0, 2.5)
    assert beads.findings["look"] == {"beads": Frequency.ALWAYS, "patches": Frequency.NEVER}
    assert loaded.weights.frequency[Frequency.USUAL] == 0.7
    assert loaded.rule["sore"].lifts is False
    assert loaded.info.schema == 1


def test_lookalike_words_stay_words(pack: Path) -> None:
    loaded = load_pack(pack)
    assert loaded.condition["beads"].glance.itch == Statement("no", ("book",))
    assert loaded.info.version == "1.20"
    edit(pack, BEADS, "lasts: {text: Weeks", "lasts: {text: 12:30")
    assert load_pack(pack).condition["beads"].glance.lasts.text == "12:30"


def test_text_over_several_lines_has_no_stray_line_at_its_end(pack: Path) -> None:
    edit(pack, BEADS, "one_line: Tiny white beads", "one_line: >\n  Tiny\n  white beads")
    assert load_pack(pack).condition["beads"].one_line == "Tiny white beads"


def test_lines_that_may_be_left_out_have_their_defaults(pack: Path) -> None:
    loaded = load_pack(pack)
    assert loaded.rule["nothing"].ages == AgeLimits()
    assert loaded.question["look"].option("patches").lesions == ()
    shutil.rmtree(pack / "cases")
    assert load_pack(pack).cases == ()


def parts_of(value: object) -> list[object]:
    inner: list[object] = []
    if isinstance(value, tuple):
        inner = list(value)
    elif isinstance(value, MappingProxyType):
        inner = list(value.values())
    elif is_dataclass(value):
        inner = [getattr(value, field.name) for field in fields(value)]
    return [value, *(part for item in inner for part in parts_of(item))]


def test_loaded_condition_cannot_be_changed(pack: Path) -> None:
    beads = load_pack(pack).condition["beads"]
    assert not [part for part in parts_of(beads) if isinstance(part, dict | list | set)]
    with pytest.raises(FrozenInstanceError):
        beads.name = "Else"  # type: ignore[misc]
    with pytest.raises(TypeError):
        beads.findings["look"] = {}  # type: ignore[index]


def test_texts_of_a_loaded_pack_are_ordinary_texts(pack: Path) -> None:
    texts = [part for part in parts_of(load_pack(pack).condition["beads"]) if isinstance(part, str)]
    assert {type(text) for text in texts} <= {str, Urgency, Commonness, Frequency}


def test_error_of_a_faulty_pack_counts_its_problems_and_names_the_first(pack: Path) -> None:
    edit(pack, BEADS, "helps:", "helpz:")
    edit(pack, WEIGHTS, "well: 1.5", "well: good")
    with pytest.raises(PackError) as caught:
        load_pack(pack)
    problems = caught.value.problems
    assert str(caught.value) == (
        f"The guide's content in {pack} could not be used: 2 problems. The first: {problems[0]}"
    )
    assert caught.value.details.splitlines() == [str(problem) for problem in problems]
    assert isinstance(caught.value, GuideError)


def test_error_of_a_single_problem_says_so(pack: Path) -> None:
    edit(pack, WEIGHTS, "well: 1.5", "well: good")
    with pytest.raises(
        PackError, match=r"could not be used: 1 problem\. It is: weights\.yaml:22:7: expected"
    ):
        load_pack(pack)


def test_worked_families_do_not_keep_a_pack_from_loading(pack: Path) -> None:
    edit(pack, "cases/families.yaml", "level: home", "level: routine")
    assert load_pack(pack).cases[0].expect.level is Urgency.ROUTINE


@pytest.mark.parametrize(
    "name",
    [
        "pack",
        "checklist",
        "danger-signs",
        "weights",
        "sources",
        "regions",
        "bodymap",
        "claims",
        "glossary",
    ],
)
def test_missing_file_is_named(pack: Path, name: str) -> None:
    (pack / f"{name}.yaml").unlink()
    assert [str(problem) for problem in check_folder(pack)] == [
        f"{name}.yaml:1:1: this file is missing; every pack needs it."
    ]


def test_pack_without_a_condition_is_told_so(pack: Path) -> None:
    shutil.rmtree(pack / "conditions")
    (pack / "cases" / "families.yaml").unlink()
    (pack / "claims.yaml").write_text("claims: []")
    info = pack / "pack.yaml"
    info.write_text(info.read_text("utf-8").replace("front_page: [beads]", "front_page: []"), "utf-8")
    assert [str(problem) for problem in check_folder(pack)] == [
        "conditions:1:1: no condition is in this folder; add at least one file."
    ]


def test_file_with_another_ending_is_not_passed_over(pack: Path) -> None:
    (pack / "conditions" / "beads.yaml").rename(pack / "conditions" / "beads.yml")
    (problem,) = check_folder(pack)
    assert str(problem).startswith("conditions/beads.yml:1:1: this file is not read; rename it")


def test_file_with_a_misspelt_name_is_named(pack: Path) -> None:
    (pack / "weights.yaml").rename(pack / "weight.yaml")
    assert [problem.file for problem in check_folder(pack)] == ["weight.yaml", "weights.yaml"]
    assert "Did you mean 'weights.yaml'?" in check_folder(pack)[0].message


def test_other_files_beside_the_pack_are_left_alone(pack: Path) -> None:
    (pack / "README.md").write_text("[" * 100)
    (pack / "conditions" / "beads.yaml~").write_text("helpz: x")
    (pack / "conditions" / "._beads.yaml").write_bytes(b"\0\5\26\7")
    assert check_folder(pack) == []


def test_ids_on_one_line_are_told_apart(pack: Path) -> None:
    part = "{id: %s, name: Face, view: front, place: face, x: 50, y: 20, rx: 8, ry: 10}"
    (pack / "bodymap.yaml").write_text(f"body: [{part % 'a'}, {part % 'b'}, {part % 'a'}]\n")
    (problem,) = check_folder(pack)
    assert (problem.line, problem.column) == (1, 165)


def missing(folder: Path) -> Path:
    return folder / "nowhere"


def empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def of_other_things(folder: Path) -> Path:
    (folder / "letters").mkdir()
    (folder / "letters" / "aunt.yaml").write_text("dear: aunt")
    return folder / "letters"


def a_file(folder: Path) -> Path:
    (folder / "file").write_text("a: 1")
    return folder / "file"


def too_long_a_name(folder: Path) -> Path:
    return folder / ("x" * 5000)


def impossible_name(folder: Path) -> Path:
    return folder / "a\0b"


def crowded(folder: Path) -> Path:
    (folder / "crowd").mkdir()
    for number in range(1001):
        (folder / "crowd" / f"{number}.yaml").touch()
    return folder / "crowd"


def too_much_together(folder: Path) -> Path:
    (folder / "much" / "conditions").mkdir(parents=True)
    for number in range(70):
        with (folder / "much" / "conditions" / f"{number}.yaml").open("wb") as file:
            file.truncate(500_000)  # takes no room on the disk
    return folder / "much"


ODD_FOLDERS = [
    missing,
    empty,
    of_other_things,
    a_file,
    too_long_a_name,
    impossible_name,
    crowded,
    too_much_together,
]


@pytest.mark.parametrize("make", ODD_FOLDERS)
@pytest.mark.parametrize("use", [load_pack, check_folder])
def test_folder_that_holds_no_pack_gives_one_sentence(
    tmp_path: Path, make: Callable[[Path], Path], use: Callable[[Path], object]
) -> None:
    with pytest.raises(PackError) as caught:
        use(make(tmp_path))
    assert str(caught.value).startswith("The guide's content in ")
    assert str(caught.value).isprintable()
    assert caught.value.problems == ()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_folder_and_file_without_permission_give_one_sentence(pack: Path) -> None:
    (pack / "weights.yaml").chmod(0)
    assert places(check_folder(pack)) == [("weights.yaml", 1, 1)]
    pack.chmod(0)
    with pytest.raises(PackError, match="could not be read"):
        load_pack(pack)


@given(
    st.sampled_from(sorted(SMALL_PACK.rglob("*.yaml"))), st.integers(0, 2000), st.sampled_from(range(1, 9))
)
def test_pack_with_a_piece_cut_out_loads_or_is_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, path: Path, start: int, length: int
) -> None:
    pack = tmp_path_factory.mktemp("cut") / "pack"
    shutil.copytree(SMALL_PACK, pack)
    data = path.read_bytes()
    cut = start % len(data)
    (pack / path.relative_to(SMALL_PACK)).write_bytes(data[:cut] + data[cut + length :])
    for problem in check_folder(pack):
        assert str(problem).isprintable()
