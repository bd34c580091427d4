"""How a condition looks in the list: drawing, names, one line or why it was found, and its urgency."""

from dataclasses import replace

from PySide6.QtCore import QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from guide.domain.conditions import Condition
from guide.domain.pack import ContentPack
from guide.domain.search import Hit
from guide.ui.conditions.marked_text import Spans, excerpt, paint_marked
from guide.ui.conditions.model import ROW, Index, Row
from guide.ui.icons import LEVEL_ICONS, icon
from guide.ui.pictures.cache import KEPT, Wanted
from guide.ui.pictures.plans.scene import scene_of
from guide.ui.pictures.queue import show_picture
from guide.ui.theme import CARD_RADIUS, GAP, SMALL, Theme

_PICTURE = QSize(84, 64)
# From this width on the urgency stands beside the words, not below them.
_WIDE_ROW = 560


class ConditionDelegate(QStyledItemDelegate):
    """Pictures come from the queue; until one is there, it is the one of the tone before."""

    def __init__(self, theme: Theme, pack: ContentPack, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._pack, self._view = theme, pack, view
        self._tone = self._tone_before = 2

    def set_tone(self, tone: int) -> None:
        if tone != self._tone:
            self._tone, self._tone_before = tone, self._tone
            self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for every row: the view asks for one and trusts it for thousands."""
        names = QFontMetrics(self._theme.font(bold=True)).height()
        lines = QFontMetrics(self._theme.font(SMALL)).height() * 2
        height = max(
            self._theme.px(_PICTURE.height()), names + lines + self._theme.px(4) + self._tag_height()
        )
        return QSize(0, height + self._theme.px(GAP) * 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        card = QRect(option.rect).adjusted(1, 1, -1, -self._theme.px(GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, card, option)
        margin = self._theme.px(10)
        inside = card.adjusted(margin, margin, -margin, -margin)
        picture = QRect(inside.topLeft(), _PICTURE * (self._theme.text_percent / 100))
        picture.moveTop(inside.center().y() - picture.height() // 2)
        self._paint_picture(painter, picture, index)
        words = inside.adjusted(picture.width() + self._theme.px(GAP), 0, 0, 0)
        self._paint_words_and_tag(painter, words, row)
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
        condition: Condition = index.data(ROW).condition
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        size, radius = rect.size(), self._theme.px(8)
        wanted = Wanted(scene_of(condition), self._tone, size.width(), size.height(), ratio, radius=radius)
        before = KEPT.find(replace(wanted, tone=self._tone_before))
        row = QPersistentModelIndex(index)
        slot = (self._view.viewport(), condition.id)
        show_picture(painter, rect, slot, wanted, lambda: self._view.visualRect(row), before)

    def _paint_words_and_tag(self, painter: QPainter, rect: QRect, row: Row) -> None:
        said = self._pack.short_words(row.condition.urgency)
        metrics = QFontMetrics(self._theme.font(SMALL, bold=True))
        tag = QSize(metrics.horizontalAdvance(said) + self._theme.px(36), self._tag_height())
        tag.setWidth(min(tag.width(), rect.width()))
        if rect.width() > self._theme.px(_WIDE_ROW):
            place = QRect(rect.right() - tag.width(), rect.center().y() - tag.height() // 2, 0, 0)
            words = rect.adjusted(0, 0, -tag.width() - self._theme.px(GAP), 0)
        else:
            place = QRect(rect.left(), rect.bottom() - tag.height() + 1, 0, 0)
            words = rect.adjusted(0, 0, 0, -tag.height() - self._theme.px(4))
        place.setSize(tag)
        self._paint_tag(painter, place, row.condition, said)
        self._paint_words(painter, words, row)

    def _tag_height(self) -> int:
        return QFontMetrics(self._theme.font(SMALL, bold=True)).height() + self._theme.px(4)

    def _paint_tag(self, painter: QPainter, rect: QRect, condition: Condition, said: str) -> None:
        level = self._theme.colours.level(condition.urgency)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(level.soft))
        painter.drawRoundedRect(rect, self._theme.px(6), self._theme.px(6))
        size, side = self._theme.px(14), self._theme.px(8)
        inner = QRect(rect.left() + side, rect.center().y() - size // 2, size, size)
        icon(LEVEL_ICONS[condition.urgency], level.strong).paint(painter, inner)
        painter.setPen(QColor(level.strong))
        painter.setFont(self._theme.font(SMALL, bold=True))
        words = rect.adjusted(side + size + self._theme.px(6), 0, -self._theme.px(4), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        """The name, and two lines: what it is, or in one of them why it was found."""
        condition, hit = row.condition, row.hit
        painter.setPen(QColor(self._theme.colours.ink))
        name = self._theme.font(bold=True)
        rest = QRect(rect)
        rest.setTop(
            rect.top() + paint_marked(painter, rect, condition.name, name, _spans(hit, condition.name), 1)
        )
        painter.setPen(QColor(self._theme.colours.muted))
        about = " · ".join([*condition.parents_names[:1], condition.one_line])
        small = self._theme.font(SMALL)
        if hit is None or hit.text in (condition.name, ""):
            paint_marked(painter, rest, about, small, (), 2)
            return
        rest.setTop(rest.top() + paint_marked(painter, rest, about, small, (), 1))
        painter.setPen(QColor(self._theme.colours.ink))
        room = rest.width() // max(1, QFontMetrics(small).averageCharWidth())
        text, spans = excerpt(hit.text, hit.spans, room * 3 // 4)
        paint_marked(painter, rest, text, small, spans, 1)


def _spans(hit: Hit | None, text: str) -> Spans:
    return hit.spans if hit and hit.text == text else ()
