"""The list of conditions as Qt's views want it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack
from guide.domain.search import Hit

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """``hit`` says why it is there; None while nothing is searched for."""

    condition: Condition
    hit: Hit | None = None


class ConditionModel(QAbstractListModel):
    """One row a condition; a screen reader hears its names, its look, its urgency and why it is there."""

    def __init__(self, pack: ContentPack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._shown: Sequence[Condition] | Sequence[Hit] = pack.conditions

    def show(self, shown: Sequence[Condition] | Sequence[Hit]) -> None:
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def row_of(self, condition_id: str) -> int:
        ids = (_of(each).id for each in self._shown)
        return next((number for number, each in enumerate(ids) if each == condition_id), -1)

    def id_at(self, number: int) -> str:
        return _of(self._shown[number]).id if 0 <= number < len(self._shown) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        shown = self._shown[index.row()]
        row = Row(_of(shown), shown if isinstance(shown, Hit) else None)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.condition.name
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row)
        return None

    def _said(self, row: Row) -> str:
        condition = row.condition
        parts = [
            condition.name,
            ", ".join(condition.parents_names[:2]),
            condition.one_line,
            self._pack.short_words(condition.urgency),
        ]
        if row.hit and row.hit.where not in ("name", "short"):
            parts.append(self.tr("Found in: {text}").format(text=row.hit.text))
        return ". ".join(part.rstrip(".") for part in parts if part)


def _of(shown: Condition | Hit) -> Condition:
    return shown.condition if isinstance(shown, Hit) else shown
