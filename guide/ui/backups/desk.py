"""What the window offers for getting a diary back: the dialog, the way back, and what is said at the end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from guide.errors import GuideError
from guide.ui.backups.exchange import Exchange
from guide.ui.backups.keeper import BackupKeeper
from guide.ui.family import Family
from guide.ui.messages import ask, show_problem
from guide.ui.theme import Theme

if TYPE_CHECKING:
    from guide.ui.backups.restore_dialog import RestoreDialog


class BackupDesk(QObject):
    """``unsaved``: whether a note is being written; it belongs to the diary in use, so it is saved first."""

    diary_exchanged = Signal()

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        family: Family,
        keeper: BackupKeeper,
        unsaved: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._family = window, theme, family
        self.keeper, self._unsaved = keeper, unsaved
        self.exchange = Exchange(keeper.data_folder, family)
        self.exchange.ended.connect(self._on_ended)
        self.dialog: RestoreDialog | None = None
        self._closes_then = False

    def close_when_over(self) -> None:
        """The window was to close during an exchange, which nothing may break off."""
        self._closes_then = True

    def open_restore(self) -> None:
        if not self._may_begin():
            return
        from guide.ui.backups.restore_dialog import RestoreDialog

        self.keeper.hold_in_use = True
        self.dialog = RestoreDialog.ask(self._window, self._theme, self.keeper, self._family.store)
        self.dialog.exchange_requested.connect(self.exchange.put_back)
        self.dialog.finished.connect(self._on_dialog_finished)

    def ask_for_diary_before(self) -> None:
        if self._may_begin():
            said = self.tr(
                "Put the diary from before back in place? The one you have now is kept, "
                "and you can return to it in the same way."
            )
            ask(self._window, said, self.tr("Put it in place"), self._go_back)

    def _go_back(self) -> None:
        if self._may_begin():
            self.exchange.go_back()

    def _may_begin(self) -> bool:
        if self.exchange.under_way:
            self._say(self.tr("The diary is just being put in place. Please wait a moment."))
            return False
        if self.keeper.busy:
            self._say(self.tr("A backup is just being made. Please try again in a moment."))
            return False
        if self._unsaved():
            self._say(self.tr("A note is not saved yet. Please save it or discard it first."))
            return False
        return True

    def _on_dialog_finished(self) -> None:
        self.dialog = None
        self.keeper.hold_in_use = False

    def _on_ended(self, problem: GuideError | None) -> None:
        self.diary_exchanged.emit()
        dialog, closes, self._closes_then = self.dialog, self._closes_then, False
        if dialog is not None:
            dialog.say_ended(problem)
        if closes and problem is None and not self.exchange.missing:
            self._window.close()
            return
        box = None
        if problem is None:
            box = self._say(self._in_place_words())
        elif dialog is None or closes:
            box = show_problem(self._window, problem)
        if closes and box is not None:
            # Not before it was read.
            box.finished.connect(self._window.close)

    def _in_place_words(self) -> str:
        from guide.ui.backups.contents import missing_words

        said = self.tr("The diary is in place. The one from before is kept; Settings has the way back to it.")
        return f"{said}\n\n{missing_words(self.exchange.missing)}" if self.exchange.missing else said

    def _say(self, said: str) -> QMessageBox:
        return show_problem(self._window, GuideError(said))
