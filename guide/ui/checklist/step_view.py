"""What every step of the check has in common: it is answered, and gives its answer to the session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from guide.domain.check_session import CheckSession


class StepView(QWidget):
    answer_changed = Signal()

    def give(self, session: CheckSession) -> None:
        """Put into the session, which is at this step, what was answered here."""
        raise NotImplementedError


def first_control(view: QWidget) -> QWidget | None:
    """Where the keys go on a new screen; of several to choose one from it is the chosen one."""
    stops = [each for each in view.findChildren(QWidget) if _is_stop(each, view)]
    chosen = [each for each in stops if isinstance(each, QRadioButton) and each.isChecked()]
    return next(iter([*chosen, *stops]), None)


def _is_stop(widget: QWidget, view: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes_tab and widget.isEnabled() and widget.isVisibleTo(view)
