"""What happens once the window is closed: a backup if something changed, then the diary is closed."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QVBoxLayout

from guide.errors import GuideError
from guide.ui.backups.keeper import BackupKeeper
from guide.ui.family import Family
from guide.ui.icons import IconLabel, ThemedButton
from guide.ui.messages import show_problem
from guide.ui.theme import GAP, ROOM, WIDE, Theme
from guide.ui.widgets.words import words

PATIENCE_MS = 700


class Farewell(QObject):
    """Nothing here keeps the program from ending: the family may leave, and a failure is said once."""

    finished = Signal()

    def __init__(self, theme: Theme, family: Family, keeper: BackupKeeper) -> None:
        super().__init__()
        self._theme, self._family, self._keeper = theme, family, keeper
        self.in_haste = False
        self.note: WaitingNote | None = None
        self.said: QMessageBox | None = None
        self._known = ""
        self._over = False
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._show_note)

    def hurry(self, *_: object) -> None:
        """The computer shuts down and waits for nobody: no long work any more."""
        self.in_haste = True

    def begin(self) -> None:
        if self.in_haste or not (self._keeper.busy or self._keeper.wants_to_back_up):
            self._end()
            return
        from guide.store.backup import Occasion

        self._known = self._keeper.problem
        self._patience.start()
        # What is being made already may lack the last change; this one follows it.
        self._keeper.back_up_if_due(Occasion.CLOSING, self._on_backed_up)

    def leave(self) -> None:
        """Without the backup; what is half made is cleared away with the next one."""
        self._end()

    def _on_backed_up(self, problem: GuideError | None) -> None:
        if self._over:
            return
        if problem is None or str(problem) == self._known:
            self._end()
            return
        self._patience.stop()
        self._drop_note()
        self.said = show_problem(None, self._with_advice(problem))
        self.said.finished.connect(self._end)

    def _with_advice(self, problem: GuideError) -> GuideError:
        from guide.store.backup import BackupSkippedError

        said = self.tr("The diary itself is saved.")
        if not isinstance(problem, BackupSkippedError):
            more = self.tr("Another folder for backups can be chosen under Settings.")
            said = f"{said} {more}"
        return GuideError(f"{problem}\n\n{said}", problem.details)

    def _end(self, *_: object) -> None:
        if self._over:
            return
        self._over = True
        self._patience.stop()
        self._drop_note()
        try:
            if self._family.store is not None:
                self._family.store.close()
        finally:
            # Whatever happens there, no program stays behind without a window.
            self.finished.emit()

    def _show_note(self) -> None:
        self.note = WaitingNote(self._theme)
        self.note.leave_button.clicked.connect(self.leave)
        self.note.rejected.connect(self.leave)
        self.note.show()

    def _drop_note(self) -> None:
        if self.note is not None:
            self.note.rejected.disconnect()
            self.note.close()
            self.note = None


class WaitingNote(QDialog):
    """Small and calm; there only when a backup takes longer than a moment."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None)
        self.setWindowTitle("Little Spots")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        side = theme.px(WIDE)
        column.setContentsMargins(side, side, side, theme.px(ROOM))
        column.setSpacing(theme.px(GAP))
        row = QHBoxLayout()
        row.setSpacing(theme.px(GAP))
        row.addWidget(IconLabel(theme, "save", "brand", 26), 0, Qt.AlignmentFlag.AlignTop)
        said = self.tr(
            "Making a backup of the diary. This may take a moment; the diary itself is saved already."
        )
        row.addWidget(words(said), 1)
        column.addLayout(row)
        self.leave_button = ThemedButton(theme, self.tr("Close without it"))
        self.leave_button.setDefault(True)
        column.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme.px(420))
