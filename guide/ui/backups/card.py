"""Backups as Settings shows them: where they are, the last one, and what can be done."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from guide.store.backup import kept_before
from guide.ui.backups.contents import backup_words
from guide.ui.backups.keeper import BackupKeeper
from guide.ui.icons import IconLabel, ThemedButton
from guide.ui.theme import GAP, SMALLER, Theme
from guide.ui.widgets.cards import Card
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.words import words


class BackupsCard(Card):
    restore_requested = Signal()
    diary_before_requested = Signal()

    def __init__(self, theme: Theme, keeper: BackupKeeper) -> None:
        super().__init__(theme)
        self._theme, self._keeper = theme, keeper
        title = words(self.tr("Backups"), "h2")
        self.column.addWidget(title)
        self.state_label = words("")
        self.column.addWidget(self.state_label)
        self.column.addWidget(self._problem_row())
        self.folder_edit = QLineEdit()
        self.folder_edit.setReadOnly(True)
        self.folder_edit.setAccessibleName(self.tr("Where the backups are"))
        self.column.addWidget(self.folder_edit)
        self._add_buttons()
        said = self.tr(
            "A backup is made when you close Little Spots after a change, and after every half hour of use. "
            "Each is read back to be sure. Copy the whole folder to a stick now and then. Whoever has the "
            "folder can read the backups, and some computers copy documents to the internet by themselves."
        )
        self.column.addWidget(words(said, "muted"))
        self.column.addStretch(1)
        keeper.changed.connect(self.refresh)
        self.refresh()
        keeper.look()

    def refresh(self) -> None:
        keeper = self._keeper
        self.folder_edit.setText(str(keeper.folder))
        self.folder_edit.setCursorPosition(0)
        self.state_label.setText(self._state())
        self.problem_label.setText(keeper.problem)
        self._problem.setVisible(bool(keeper.problem) and not keeper.busy)
        self.now_button.setDisabled(keeper.busy or not keeper.can_back_up)
        self.before_button.setVisible(kept_before(keeper.data_folder) is not None)

    def _state(self) -> str:
        if self._keeper.busy:
            return self.tr("Making a backup…")
        if not self._keeper.looked:
            return self.tr("Looking for backups…")
        if self._keeper.last is None:
            return self.tr("There is no backup yet.")
        return self.tr("Last backup: {when}.").replace("{when}", backup_words(self._keeper.last))

    def _problem_row(self) -> QWidget:
        self._problem = QWidget()
        row = QHBoxLayout(self._problem)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(SMALLER))
        row.addWidget(IconLabel(self._theme, "info", "accent_text", 20), 0, Qt.AlignmentFlag.AlignTop)
        self.problem_label = words("")
        row.addWidget(self.problem_label, 1)
        return self._problem

    def _add_buttons(self) -> None:
        theme = self._theme
        self.now_button = ThemedButton(theme, self.tr("Back up now"), "chip", "save")
        self.now_button.clicked.connect(self._keeper.back_up_now)
        self.folder_button = ThemedButton(theme, self.tr("Choose another folder…"), "chip")
        self.folder_button.setAccessibleName(self.tr("Choose another folder for backups…"))
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.restore_button = ThemedButton(theme, self.tr("Get the diary back from a backup…"), "chip")
        self.restore_button.clicked.connect(self.restore_requested)
        self.before_button = ThemedButton(theme, self.tr("Go back to the diary before…"), "chip")
        self.before_button.clicked.connect(self.diary_before_requested)
        row = FlowLayout(theme.px(GAP))
        for button in (self.now_button, self.folder_button, self.restore_button, self.before_button):
            row.addWidget(button)
        self.column.addLayout(row)

    def _on_folder_clicked(self) -> None:
        ask_for_folder(self, self.tr("Folder for backups"), self._keeper.folder).fileSelected.connect(
            lambda name: self._keeper.choose(Path(name))
        )


def ask_for_folder(parent: QWidget, title: str, begin: Path) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(begin if begin.is_dir() else begin.parent))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog
