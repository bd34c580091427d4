"""How a condition looks in the list: drawing, name, one line, and its urgency as icon."""

from dataclasses import replace

from PySide6.QtCore import QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from guide.domain.conditions import Condition
from guide.ui.conditions.model import CONDITION, Index
from guide.ui.icons import LEVEL_ICONS, icon
from guide.ui.pictures.cache import KEPT, Wanted
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.pictures.queue import show_picture
from guide.ui.theme import CARD_RADIUS, GAP, SMALL, Theme

_PICTURE = QSize(84, 64)


class ConditionDelegate(QStyledItemDelegate):
    """Pictures come from the queue; until one is there, it is the one of the tone before."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._tone = self._tone_before = 2

    def set_tone(self, tone: int) -> None:
        if tone != self._tone:
            self._tone, self._tone_before = tone, self._tone
            self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        names = QFontMetrics(self._theme.font(bold=True)).height()
        lines = QFontMetrics(self._theme.font(SMALL)).height() * 2
        height = max(self._theme.px(_PICTURE.height()), names + lines + self._theme.px(4))
        return QSize(0, height + self._theme.px(GAP) * 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        condition: Condition = index.data(CONDITION)
        card = QRect(option.rect).adjusted(1, 1, -1, -self._theme.px(GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, card, option)
        margin = self._theme.px(10)
        inside = card.adjusted(margin, margin, -margin, -margin)
        picture = QRect(inside.topLeft(), _PICTURE * (self._theme.text_percent / 100))
        picture.moveTop(inside.center().y() - picture.height() // 2)
        self._paint_picture(painter, picture, index)
        side = self._theme.px(30)
        tag = QRect(inside.right() - side, inside.center().y() - self._theme.px(9), side, self._theme.px(18))
        self._paint_tag(painter, tag, condition)
        text = QRect(picture.right() + self._theme.px(GAP), inside.top(), 0, inside.height())
        text.setRight(tag.left() - self._theme.px(8))
        self._paint_words(painter, text, condition)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRect, option: QStyleOptionViewItem) -> None:
        colours = self._theme.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        line = colours.brand if chosen or focused else colours.line
        painter.setPen(QPen(QColor(line), 3 if chosen and focused else 2 if chosen or focused else 1))
        painter.setBrush(QColor(colours.brand_soft if chosen else colours.surface))
        radius = self._theme.px(CARD_RADIUS)
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), radius, radius)

    def _paint_picture(self, painter: QPainter, rect: QRect, index: Index) -> None:
        condition: Condition = index.data(CONDITION)
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        size, radius = rect.size(), self._theme.px(8)
        wanted = Wanted(scene_of(condition), self._tone, size.width(), size.height(), ratio, radius=radius)
        before = KEPT.find(replace(wanted, tone=self._tone_before))
        row = QPersistentModelIndex(index)
        slot = (self._view.viewport(), condition.id)
        show_picture(painter, rect, slot, wanted, lambda: self._view.visualRect(row), before)

    def _paint_tag(self, painter: QPainter, rect: QRect, condition: Condition) -> None:
        level = self._theme.colours.level(condition.urgency)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(level.soft))
        painter.drawRoundedRect(rect, self._theme.px(6), self._theme.px(6))
        size = self._theme.px(14)
        inner = QRect(0, 0, size, size)
        inner.moveCenter(rect.center())
        icon(LEVEL_ICONS[condition.urgency], level.strong).paint(painter, inner)

    def _paint_words(self, painter: QPainter, rect: QRect, condition: Condition) -> None:
        bold, small = self._theme.font(bold=True), self._theme.font(SMALL)
        below = condition.parents_names[0] if condition.parents_names else ""
        line = f"{below} · {condition.one_line}" if below else condition.one_line
        wrap = Qt.TextFlag.TextWordWrap
        name_height = self._height(bold, rect, condition.name, 1)
        line_height = self._height(small, rect, line, 2)
        top = rect.center().y() - (name_height + line_height) // 2
        painter.setPen(QColor(self._theme.colours.ink))
        painter.setFont(bold)
        name = QFontMetrics(bold).elidedText(condition.name, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QRect(rect.left(), top, rect.width(), name_height), 0, name)
        painter.setPen(QColor(self._theme.colours.muted))
        painter.setFont(small)
        painter.drawText(QRect(rect.left(), top + name_height, rect.width(), line_height), wrap, line)

    @staticmethod
    def _height(font: QFont, rect: QRect, text: str, most_lines: int) -> int:
        metrics = QFontMetrics(font)
        wanted = metrics.boundingRect(rect, Qt.TextFlag.TextWordWrap, text).height()
        return min(wanted, metrics.height() * most_lines)
