"""The skin tones of the drawings, as a row of swatches."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QWidget

from guide.ui.pictures.colour.colours import TONES
from guide.ui.theme import SMALLER, Theme
from guide.ui.widgets.arrow_row import ArrowRow
from guide.ui.widgets.layouts import FlowLayout
from guide.ui.widgets.tone_button import ToneButton
from guide.ui.widgets.words import words

translate = QCoreApplication.translate


def tone_row(owner: QWidget, theme: Theme, tone: int) -> tuple[FlowLayout, QButtonGroup]:
    """The row, and the group of its buttons: their ids are the tones, the lightest 0."""
    row, group = FlowLayout(theme.px(SMALLER)), QButtonGroup(owner)
    row.addWidget(words(translate("conditions", "Skin tone"), "small-muted", wrap=False))
    for number, colour in enumerate(TONES):
        name = translate("conditions", "Skin tone {number} of 5").format(number=number + 1)
        button = ToneButton(theme, colour, name)
        button.setChecked(number == tone)
        group.addButton(button, number)
        row.addWidget(button)
    ArrowRow(owner, group.buttons())
    return row, group
