"""A condition's page and a comparison on paper."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from guide.content.loader import load_pack
from guide.domain.pack import ContentPack
from guide.errors import GuideError
from guide.paths import resources_folder
from guide.ui.paper.compare_paper import ComparePaper, write_comparison_pdf
from guide.ui.paper.guide_paper import PrintedFor
from guide.ui.paper.page_paper import PagePaper, write_page_pdf
from guide.ui.paper.paper import Paper
from tests.ui.paper.reading import needs_poppler


@pytest.fixture(scope="module")
def shipped() -> ContentPack:
    return load_pack(resources_folder() / "content")


@pytest.fixture
def uk(shipped: ContentPack, family: str) -> PrintedFor:
    return PrintedFor(shipped, shipped.region("uk"), 3, family)


@pytest.fixture
def us(shipped: ContentPack, family: str) -> PrintedFor:
    return PrintedFor(shipped, shipped.region("us"), 3, family)


def painted(paper: Paper) -> QImage:
    image = QImage(paper.size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paper.paint_page(painter, 0)
    painter.end()
    return image


def read(tool: str, file: Path, *options: str) -> str:
    ends = ["-"] if tool == "pdftotext" else []
    return subprocess.run(
        [tool, *options, str(file), *ends], capture_output=True, text=True, check=True
    ).stdout


@needs_poppler
def test_the_page_begins_with_when_to_get_help_and_says_what_it_is(uk: PrintedFor, tmp_path: Path) -> None:
    condition = uk.pack.condition["milia"]
    write_page_pdf(tmp_path / "milia.pdf", condition, uk)
    said = " ".join(read("pdftotext", tmp_path / "milia.pdf", "-layout").split())
    assert said.startswith("Milia")
    assert said.index("See a doctor if") < said.index("What helps") < said.index("Where this comes from")
    assert "Call an ambulance now: 999 (UK)" in said
    assert said.count("Not a diagnosis. Not yet reviewed by a clinician.") == 2
    for statement in (condition.course, condition.professional, *condition.helps):
        assert statement.text[:40] in said


@needs_poppler
def test_paper_and_numbers_are_those_of_the_region(uk: PrintedFor, us: PrintedFor, tmp_path: Path) -> None:
    for printed_for, paper, number in ((uk, "A4", "999 (UK)"), (us, "letter", "911 (US)")):
        write_page_pdf(tmp_path / "page.pdf", uk.pack.condition["milia"], printed_for)
        assert paper in read("pdfinfo", tmp_path / "page.pdf")
        assert number in read("pdftotext", tmp_path / "page.pdf")


@needs_poppler
def test_letters_are_in_the_file_and_drawings_too(uk: PrintedFor, tmp_path: Path) -> None:
    write_page_pdf(tmp_path / "page.pdf", uk.pack.condition["milia"], uk)
    fonts = read("pdffonts", tmp_path / "page.pdf").splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)
    assert len(read("pdfimages", tmp_path / "page.pdf", "-list").splitlines()) > 2


def test_no_page_of_the_guide_needs_more_than_two_sheets(uk: PrintedFor, us: PrintedFor) -> None:
    for printed_for in (uk, us):
        for condition in uk.pack.conditions:
            assert PagePaper(condition, printed_for).page_count <= 2


def test_the_drawing_is_on_the_familys_tone(uk: PrintedFor, shipped: ContentPack, family: str) -> None:
    condition = shipped.condition["milia"]
    light = PrintedFor(shipped, uk.region, 0, family)
    assert painted(PagePaper(condition, uk)) == painted(PagePaper(condition, uk))
    assert painted(PagePaper(condition, light)) != painted(PagePaper(condition, uk))


@needs_poppler
def test_a_comparison_says_what_differs(uk: PrintedFor, tmp_path: Path) -> None:
    conditions = [uk.pack.condition[each] for each in ("milia", "molluscum")]
    write_comparison_pdf(tmp_path / "both.pdf", conditions, uk)
    said = " ".join(read("pdftotext", tmp_path / "both.pdf", "-layout").split())
    assert "Compared: Milia, Molluscum" in said
    assert "≠ differs" in said
    assert "999 in the UK" in said
    assert "Not a diagnosis." in said
    assert len(read("pdfimages", tmp_path / "both.pdf", "-list").splitlines()) == 2 + 2


def test_three_conditions_fit_on_two_sheets(us: PrintedFor) -> None:
    conditions = us.pack.conditions
    for start in range(0, 15, 3):
        assert ComparePaper(conditions[start : start + 3], us).page_count <= 2


def test_a_place_that_takes_no_file_is_one_calm_sentence(uk: PrintedFor, tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="could not be saved there"):
        write_page_pdf(tmp_path / "gone" / "a.pdf", uk.pack.condition["milia"], uk)
