"""A long plain text to read, select and copy: paragraphs with a heading each, as high as they need."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from guide.ui.theme import BODY, SMALL, SMALLER, Theme

_BORDER = 2
_SHEET = (
    f"QTextEdit {{ border: {_BORDER}px solid transparent; padding: 0px; background: transparent; }} "
    f"QTextEdit:focus {{ border: {_BORDER}px solid $brand; padding: 0px; }}"
)
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ReadingText(QTextEdit):
    """Long addresses break anywhere and are words like others: nothing here can be followed."""

    def __init__(self, theme: Theme, name: str, paragraphs: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._theme, self._paragraphs = theme, tuple(paragraphs)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        """Through a cursor, so that every character stands as it is."""
        self.setStyleSheet(_SHEET.replace("$brand", self._theme.colours.brand))
        self.clear()
        cursor = self.textCursor()
        first = True
        for heading, text in self._paragraphs:
            space = 0 if first else self._theme.px(SMALLER)
            for line, look, above in ((heading, self._heading_look(), space), (text, self._text_look(), 0)):
                if not line:
                    continue
                block = QTextBlockFormat()
                block.setTopMargin(above)
                if first:
                    cursor.setBlockFormat(block)
                else:
                    cursor.insertBlock(block)
                cursor.insertText(line, look)
                first = False
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _heading_look(self) -> QTextCharFormat:
        return self._look(BODY, self._theme.colours.ink, QFont.Weight.Bold)

    def _text_look(self) -> QTextCharFormat:
        return self._look(SMALL, self._theme.colours.muted, QFont.Weight.Normal)

    def _look(self, size: int, colour: str, weight: QFont.Weight) -> QTextCharFormat:
        look = QTextCharFormat()
        font = self._theme.font(size)
        font.setWeight(weight)
        look.setFont(font)
        look.setForeground(QColor(colour))
        return look

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 2 * _BORDER + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that scroll are the page's: this is as high as its words and has nothing to scroll."""
        if event.key() in _SCROLLING and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
