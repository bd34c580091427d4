"""`--tour DIR`: plays the whole main job offscreen on a sample family, and leaves a picture of every page."""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from guide.content.loader import load_pack
from guide.domain.check_session import StepKind
from guide.domain.pack import ContentPack
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from guide.ui import sample
from guide.ui.app import make_application, open_main_window
from guide.ui.checklist.page import ChecklistPage
from guide.ui.checklist.question_view import QuestionView
from guide.ui.checklist.result_view import ResultView
from guide.ui.clock import StandingClock
from guide.ui.conditions.page import ConditionsPage
from guide.ui.diary.page import DiaryPage
from guide.ui.diary.photos_card import PhotosCard
from guide.ui.main_window import MainWindow
from guide.ui.photos.importer import read_photo_now
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.pictures.queue import finished_grab
from guide.ui.preferences import Preferences
from guide.ui.rail import Place

_SIZE = (1280, 820)
_NOTE = "Still there, but fewer. Feeds and sleeps well."
_ANSWERS = {"look": "white-bumps", "size": "pinhead", "place": "back", "touch": "firm", "itch": "none"}


def play_tour(content: Path, folder: Path) -> int:
    """Leave NN-page-light.png, NN-page-dark.png and skin-summary.pdf in ``folder``; tell what was made."""
    pack = load_pack(content)
    _make_folder(folder)
    make_application(["little-spots"])
    with tempfile.TemporaryDirectory(prefix="little-spots-") as data:
        data_folder = Path(data)
        with DiaryStore.open(data_folder) as store:
            sample.write_family(store, pack, data_folder, read_photo_now)
        made = Tour(pack, data_folder, folder).play()
    sys.stdout.write("".join(f"{path}\n" for path in made))
    return 0


class Tour:
    """One visit to every page, once light and once dark."""

    def __init__(self, pack: ContentPack, data_folder: Path, folder: Path) -> None:
        self._pack, self._data_folder, self._folder = pack, data_folder, folder
        self._made: list[Path] = []
        self._window: MainWindow

    def play(self) -> list[Path]:
        for scheme in ("light", "dark"):
            self._scheme, self._number = scheme, 0
            Preferences(self._data_folder).change(appearance=scheme, region="uk")
            self._window = open_main_window(self._data_folder, self._pack, StandingClock(sample.TODAY))
            self._window.resize(*_SIZE)
            self._window.show()
            self._visit()
            self._window.close()
        return self._made

    def _visit(self) -> None:
        window = self._window
        self._picture("home")
        window.go_to(Place.DANGER)
        self._picture("danger-signs")
        window.go_to(Place.CONDITIONS)
        window.page_as(Place.CONDITIONS, ConditionsPage).search("white bumps")
        self._picture("conditions")
        self._check()
        window.go_to(Place.DIARY)
        self._picture("diary")
        window.go_to(Place.SUMMARY)
        self._picture("doctor-summary")
        self._save_pdf()
        window.go_to(Place.SETTINGS)
        self._picture("settings")
        window.go_to(Place.ABOUT)
        self._picture("about")

    def _check(self) -> None:
        """Through the symptom check by its own buttons, up to the note that its result is saved with."""
        self._window.go_to(Place.CHECK)
        page = self._window.page_as(Place.CHECK, ChecklistPage)
        page.start_anew()
        pictured: set[str] = set()
        while not page.session.at_result:
            self._answer(page)
            part = page.part_name
            if part not in pictured:
                pictured.add(part)
                self._picture(f"check-{part}")
            page.next_button.click()
        self._picture("check-result")
        page.show_answers()
        self._picture("check-answers")
        page.back_button.click()
        if isinstance(page.step_view, ResultView):
            page.step_view.save_button.click()
        self._write_note()

    def _write_note(self) -> None:
        """The note that the check is saved with, and a photo, as files come from a parent."""
        diary = self._window.page_as(Place.DIARY, DiaryPage)
        diary.editor.draft.text = _NOTE
        diary.editor.open(diary.editor.draft)
        photos = diary.findChildren(PhotosCard)[0]
        scene = scene_of(self._pack.for_front_page()[0])
        photos.add_files([sample.draw_photo(replace(scene, seed=self._scheme), self._data_folder)])
        while diary.editor.draft.waiting:
            settle()
        self._picture("diary-note")
        diary.editor.save()

    def _answer(self, page: ChecklistPage) -> None:
        if page.session.step.kind is StepKind.QUESTION and isinstance(page.step_view, QuestionView):
            wanted = _ANSWERS.get(page.session.step.id)
            for card in page.step_view.cards:
                if card.option_id == wanted:
                    card.click()

    def _save_pdf(self) -> None:
        if self._scheme == "light":
            path = self._folder / "skin-summary.pdf"
            self._window.save_summary(path)
            self._made.append(path)

    def _picture(self, name: str) -> None:
        self._number += 1
        path = self._folder / f"{self._number:02}-{name}-{self._scheme}.png"
        settle()
        grab(self._window, path)
        self._made.append(path)


def grab(widget: QWidget, path: Path) -> None:
    if not finished_grab(widget).save(str(path)):
        raise GuideError(f"The picture {path.name} could not be written. The pictures before it are there.")


def settle() -> None:
    """Let what was asked for be laid out and drawn, and short timers run out."""
    loop = QEventLoop()
    QTimer.singleShot(250, loop.quit)
    loop.exec()
    QApplication.processEvents()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        said = f"The folder {folder} could not be made, so there is no tour. Please name another folder."
        raise GuideError(said, str(error)) from error
