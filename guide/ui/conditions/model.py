"""The list of conditions as Qt's views want it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack

Index = QModelIndex | QPersistentModelIndex
CONDITION = Qt.ItemDataRole.UserRole


class ConditionModel(QAbstractListModel):
    """One row a condition; a screen reader hears its name, what it looks like and its urgency."""

    def __init__(self, pack: ContentPack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._shown: Sequence[Condition] = pack.conditions

    def show(self, conditions: Sequence[Condition]) -> None:
        self.beginResetModel()
        self._shown = conditions
        self.endResetModel()

    def row_of(self, condition_id: str) -> int:
        return next((row for row, each in enumerate(self._shown) if each.id == condition_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        condition = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return condition.name
        if role == CONDITION:
            return condition
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{condition.name}. {condition.one_line}. {self._pack.short_words(condition.urgency)}"
        return None
