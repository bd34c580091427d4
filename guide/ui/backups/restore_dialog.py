"""Getting the diary back: which backups there are, what is in one, and putting it in place."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from guide.errors import GuideError
from guide.store.backup import Backup, Inside, Occasion, OtherKeyError, list_backups, look_into
from guide.store.diary_store import DiaryStore
from guide.ui import background
from guide.ui.backups.card import ask_for_folder
from guide.ui.backups.contents import Contents, backup_words, contents_in, contents_of, missing_words
from guide.ui.backups.keeper import BackupKeeper
from guide.ui.icons import ThemedButton
from guide.ui.theme import ROOM, WIDE, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.scrolling_dialog import ScrollingDialog
from guide.ui.widgets.turning_row import TurningRow
from guide.ui.widgets.words import words

translate = QCoreApplication.translate

_BACKUP = Qt.ItemDataRole.UserRole
_WIDTH, _LIST_HEIGHT, _ROW = 640, 140, 460
_PATIENCE_MS = 300


class RestoreDialog(ScrollingDialog):
    """Changes nothing itself: it looks, and asks for the exchange of the diary. ``store``: the one in use."""

    exchange_requested = Signal(Path)

    def __init__(
        self, parent: QWidget | None, theme: Theme, keeper: BackupKeeper, store: DiaryStore | None
    ) -> None:
        super().__init__(parent, theme)
        self._keeper, self._store = keeper, store
        self._folder = keeper.folder
        self._chosen: Path | None = None
        self._reading: Path | None = None
        # Whoever walks through the list with the keys wants to read the one where they stop.
        self.patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self.patience.timeout.connect(self._look)
        self.under_way = False
        self.setWindowTitle(self.tr("Get the diary back from a backup"))
        self.column.setSpacing(theme.px(ROOM))
        self.column.addWidget(words(self.windowTitle(), "h1"))
        lead = self.tr("Choose a backup to see what is in it. The diary you have now is kept beside it.")
        self.column.addWidget(words(lead, "lead"))
        self._add_list()
        self._add_cards()
        self.column.addStretch(1)
        self.state_label = words("")
        self.foot.addWidget(self.state_label)
        self._add_buttons(self.tr("Put this diary in place"), self._on_put_clicked)
        self.save_button.setEnabled(False)
        self._read_now()
        self._say(self.tr("Making a backup of the diary as it is now…"))
        # First, so that what is there now is among them, and so that no later one pushes the chosen one out.
        keeper.back_up_if_due(Occasion.RISK, self._on_backed_up)

    @classmethod
    def ask(
        cls, parent: QWidget | None, theme: Theme, keeper: BackupKeeper, store: DiaryStore | None
    ) -> "RestoreDialog":
        dialog = cls(parent, theme, keeper, store)
        dialog.open()
        return dialog

    def _on_backed_up(self, _problem: GuideError | None) -> None:
        """The dialog may have been closed meanwhile."""
        if isValid(self):
            self.show_backups_in(self._folder)

    def show_backups_in(self, folder: Path) -> None:
        self._folder = folder
        self._choose(None)
        self._say(self.tr("Looking for backups…"))
        background.run(self, partial(list_backups, folder), partial(self._on_listed, folder), self._on_failed)

    def say_ended(self, problem: GuideError | None) -> None:
        """The exchange is over; with a problem the family may choose another backup."""
        self.under_way = False
        if problem is None:
            self.accept()
            return
        self._say(str(problem))
        self._set_enabled(True)

    def _add_list(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.column.addWidget(self.list)
        self.folder_button = ThemedButton(self._theme, self.tr("Show backups in another folder…"), "link")
        self.folder_button.setAutoDefault(False)
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.column.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_cards(self) -> None:
        row = TurningRow(self._theme.px(_ROW), self._theme.px(ROOM))
        self.backup_label = self._card(row, self.tr("In this backup"), self.tr("No backup is chosen."))
        self.now_label = self._card(row, self.tr("In the diary now"), "")
        self.column.addWidget(row)
        self.missing_label = words("")
        self.missing_label.hide()
        self.column.addWidget(self.missing_label)

    def _card(self, row: TurningRow, title: str, said: str) -> QLabel:
        card = Card(self._theme)
        card.column.addWidget(words(title, "h3"))
        label = words(said)
        card.column.addWidget(label)
        card.column.addStretch(1)
        row.row.addWidget(card, 1)
        return label

    def _read_now(self) -> None:
        if self._store is None:
            self.now_label.setText(self.tr("It could not be opened."))
            return
        self.now_label.setText(self.tr("Reading the diary…"))
        background.run(self, partial(contents_of, self._store), self._on_now_read, self._on_now_failed)

    def _on_now_read(self, contents: Contents) -> None:
        self.now_label.setText("\n".join(contents.lines()))

    def _on_now_failed(self, problem: GuideError) -> None:
        self.now_label.setText(str(problem))

    def _on_listed(self, folder: Path, backups: list[Backup]) -> None:
        if folder != self._folder:
            return
        self.list.clear()
        for backup in backups:
            item = QListWidgetItem(_line(backup), self.list)
            item.setData(_BACKUP, backup)
        if backups:
            self._say("")
            self.list.setFocus()
        else:
            said = self.tr("There is no backup in this folder: {folder}")
            self._say(said.replace("{folder}", str(folder)))
            self.folder_button.setFocus()

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        backup = item.data(_BACKUP) if item else None
        if not isinstance(backup, Backup):
            self._choose(None)
            return
        self._choose(backup.path)
        if backup.problem:
            self.backup_label.setText(backup.problem)
            return
        self.backup_label.setText(self.tr("Reading the backup…"))
        self.patience.start()

    def _look(self) -> None:
        """One after the other: each reads every photo of a backup."""
        path = self._chosen
        if path is None or self._reading is not None or self.patience.isActive():
            return
        self._reading = path
        look = partial(look_into, self._keeper.data_folder, path)
        background.run(self, look, partial(self._on_looked, path), partial(self._on_unread, path))

    def _is_still_chosen(self, path: Path) -> bool:
        self._reading = None
        if path != self._chosen:
            self._look()
        return path == self._chosen

    def _choose(self, path: Path | None) -> None:
        self._chosen = path
        self.patience.stop()
        self.save_button.setEnabled(False)
        self.missing_label.hide()
        self.backup_label.setText(self.tr("No backup is chosen."))

    def _on_looked(self, path: Path, inside: Inside) -> None:
        if not self._is_still_chosen(path):
            return
        contents = contents_in(inside)
        self.backup_label.setText("\n".join(contents.lines()))
        self.missing_label.setText(missing_words(contents.missing) if contents.missing else "")
        self.missing_label.setVisible(bool(contents.missing))
        self.save_button.setEnabled(not self.under_way)

    def _on_unread(self, path: Path, problem: GuideError) -> None:
        if not self._is_still_chosen(path):
            return
        said = str(problem)
        if isinstance(problem, OtherKeyError):
            said = self.tr(
                "This backup has a passphrase, which cannot be typed in this version yet. "
                "Nothing was changed."
            )
        self.backup_label.setText(said)

    def _on_failed(self, problem: GuideError) -> None:
        self._say(str(problem))

    def _on_folder_clicked(self) -> None:
        ask_for_folder(self, self.tr("Folder with backups"), self._folder).fileSelected.connect(
            lambda name: self.show_backups_in(Path(name))
        )

    def _on_put_clicked(self) -> None:
        if self._keeper.busy:
            self._say(self.tr("A backup is just being made. Please try again in a moment."))
        elif self._chosen is not None:
            self.under_way = True
            self._set_enabled(False)
            self._say(self.tr("Putting the diary in place…"))
            self.exchange_requested.emit(self._chosen)

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (self.list, self.folder_button, self.cancel_button, self.save_button):
            widget.setEnabled(enabled)

    def _say(self, said: str) -> None:
        self.state_label.setText(said)
        self.state_label.setVisible(bool(said))

    def reject(self) -> None:
        if not self.under_way:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as what it shows, or as the screen allows; then it scrolls."""
        super().showEvent(event)
        room, edge = self.screen().availableSize(), self._theme.px(WIDE)
        width = min(self._theme.px(_WIDTH), room.width() - edge)
        height = self._inside.heightForWidth(width) + self._theme.px(40)
        height += self._foot_frame.sizeHint().height() + self._theme.px(ROOM)
        self.resize(width, min(height, room.height() - 2 * edge))


def _line(backup: Backup) -> str:
    """One that cannot be used says so when it is chosen; its name tells when it was made."""
    if not backup.problem:
        return backup_words(backup)
    return translate("backups", "{name}: cannot be used").replace("{name}", backup.path.name)
