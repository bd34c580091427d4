"""The sheet with the program's own letters, for the sample family."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase, QPageSize
from PySide6.QtWidgets import QApplication

from guide.domain.summary import Summary
from guide.paths import resources_folder
from guide.ui.paper.summary_paper import A4, SummaryPaper
from tests.ui.paper.reading import Sheet
from tests.ui.paper.samples import pack, photo_jpeg, summary


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    files = sorted((resources_folder() / "fonts").glob("*.ttf"))
    families = [
        name
        for file in files
        for name in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    ]
    return families[0]


@pytest.fixture
def sheet(family: str) -> Iterator[Sheet]:
    before = QLocale()
    QLocale.setDefault(QLocale.c())

    def made(of: Summary | None = None, *, page: QPageSize = A4, region: str = "") -> SummaryPaper:
        return SummaryPaper(of or summary(), pack(), photo_jpeg, family, region_id=region, page=page)

    yield made
    QLocale.setDefault(before)
