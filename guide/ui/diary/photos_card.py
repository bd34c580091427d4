"""The form's card for photos: dropped, pasted or chosen, read in the background, shown small."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from guide.domain.diary import NewPhoto
from guide.ui.diary.draft import WaitingPhoto
from guide.ui.diary.draft_card import DraftCard
from guide.ui.diary.drop_zone import DropZone
from guide.ui.diary.new_photo_tile import NewPhotoTile
from guide.ui.icons import ThemedButton
from guide.ui.photos.importer import PhotoImporter
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words

NAME_FILTER = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic *.heif *.hif"

_PASTED_AS_THEY_ARE = ("image/jpeg", "image/png", "image/webp", "image/tiff")
# Of a PNG, whatever it is called: the picture stays the same, only larger.
_QUICKLY = 90


class PhotosCard(DraftCard):
    date_proposed = Signal(object)
    """The moment a photo says it was taken, to be the note's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.setText(self.tr("Photos"))
        self._pasted_count = 0
        self._importer = PhotoImporter(self)
        self._importer.photo_read.connect(self._on_photo_read)
        self._importer.photo_refused.connect(self._on_photo_refused)
        # WORKAROUND: QProcess warns when it is destroyed while it runs; this comes before the children go.
        self.destroyed.connect(self._importer.cancel)
        self._build_zone()
        self._build_reading()
        self._tiles = FlowLayout(theme.px(SMALLER))
        self.body.addLayout(self._tiles)

    def takes(self, mime: QMimeData) -> bool:
        return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())

    def add(self, mime: QMimeData) -> None:
        """What was dropped or pasted: files, or a picture without a file."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.add_files(paths)
        elif content := pasted_photo(mime):
            self.problem.say("")
            self._pasted_count += 1
            name = f"{self.tr('pasted photo')} {self._pasted_count}"
            self._wait_for(WaitingPhoto(Path(name), content))
        else:
            self.problem.say(self.tr("There is no photo to paste. Copy a photo first, or choose a file."))

    def add_files(self, paths: list[Path]) -> None:
        self.problem.say("")
        for path in paths:
            self._wait_for(WaitingPhoto(path))

    def paste(self) -> None:
        self.add(QGuiApplication.clipboard().mimeData())

    def check(self) -> bool:
        if not self.draft.waiting:
            return True
        sentence = self.tr("A photo is still being read. Save again in a moment, or cancel reading it.")
        return self._refuse(sentence, self.cancel_button)

    def _build_zone(self) -> None:
        self.zone = DropZone(self.theme)
        self.choose_button = ThemedButton(self.theme, self.tr("Choose a photo…"), "", "image")
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.paste_button = ThemedButton(self.theme, self.tr("Paste"), "link")
        self.paste_button.setAccessibleName(self.tr("Paste a photo"))
        self.paste_button.clicked.connect(self.paste)
        buttons = TurningRow(self.theme.px(250), self.theme.px(SMALLER))
        for button in (self.choose_button, self.paste_button):
            buttons.row.addWidget(button)
        self.zone.column.addWidget(buttons)
        self.body.addWidget(self.zone)

    def _build_reading(self) -> None:
        self.reading = QWidget()
        row = QHBoxLayout(self.reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(self.tr("Reading photo…"), "muted"), 1)
        self.cancel_button = ThemedButton(self.theme, self.tr("Cancel"), "link")
        self.cancel_button.setAccessibleName(self.tr("Cancel reading the photo"))
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        row.addWidget(self.cancel_button)
        self.body.addWidget(self.reading)

    def _show(self) -> None:
        self._importer.cancel()
        for photo in self.draft.waiting:
            self._start(photo)
        self._show_reading()
        self._show_photos()

    def _show_reading(self) -> None:
        self.reading.setVisible(bool(self.draft.waiting))

    def _show_photos(self) -> None:
        self._tiles.clear()
        for number, photo in enumerate(self.draft.photos, 1):
            tile = NewPhotoTile(self.theme, photo, number)
            tile.remove_button.clicked.connect(partial(self._on_remove_clicked, photo))
            tile.date_button.clicked.connect(partial(self.date_proposed.emit, photo.taken))
            self._tiles.addWidget(tile)
            tile.show()

    def _wait_for(self, photo: WaitingPhoto) -> None:
        self.draft.waiting.append(photo)
        self._start(photo)
        self._show_reading()

    def _start(self, photo: WaitingPhoto) -> None:
        if photo.pasted is None:
            self._importer.start(photo.path)
        else:
            self._importer.start_pasted(photo.path.name, photo.pasted)

    def _on_choose_clicked(self) -> None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self, self.tr("Choose photos"), pictures)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Photos ({endings})").format(endings=NAME_FILTER), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def _on_photo_read(self, photo: NewPhoto) -> None:
        self._one_done()
        self.draft.photos.append(photo)
        self._show_photos()
        self.changed.emit()

    def _on_photo_refused(self, sentence: str) -> None:
        self._one_done()
        said = self.problem.label.text()
        self.problem.say(f"{said}\n{sentence}" if said else sentence)

    def _one_done(self) -> None:
        self.draft.waiting.pop(0)
        self._show_reading()

    def _on_cancel_clicked(self) -> None:
        self._importer.cancel()
        self.draft.waiting.clear()
        self._show_reading()
        self.problem.say("")
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove_clicked(self, photo: NewPhoto) -> None:
        self.draft.photos.remove(photo)
        self._show_photos()
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def pasted_photo(mime: QMimeData) -> bytes:
    """The picture file as it was copied, or one made in memory of a mere image; else nothing."""
    for kind in _PASTED_AS_THEY_ARE:
        if mime.hasFormat(kind) and (content := mime.data(kind).data()):
            return bytes(content)
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(_QUICKLY)
    return bytes(buffer.data().data()) if writer.write(image) else b""
