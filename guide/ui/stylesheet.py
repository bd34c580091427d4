"""The style sheet, written from the theme's colours and sizes; widgets choose a rule by a `look` property."""

from collections.abc import Callable, Mapping
from string import Template

# A focused control gets a thicker line and as much less padding, so that nothing moves.
_RULES = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[look="page"] { background: $background; }
QScrollArea, QStackedWidget { background: transparent; border: none; }
QToolTip { color: $ink; background: $surface; border: 1px solid $line; padding: ${p4}px; }

QLabel { background: transparent; }
QLabel[look="h1"] { font-size: ${s27}px; font-weight: 700; }
QLabel[look="h2"] { font-size: ${s19}px; font-weight: 700; }
QLabel[look="h3"] { font-size: ${s16}px; font-weight: 700; }
QLabel[look="lead"], QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { font-size: ${s14}px; }
QLabel[look="small-muted"] { font-size: ${s14}px; color: $muted; }
QLabel[look="level-h1"] { font-size: ${s27}px; font-weight: 700; }
QLabel[look="level-h3"], QLabel[look="tag"] { font-weight: 700; }
QLabel[look="tag"] { font-size: ${s14}px; }
QLabel[look="brand"] { font-size: ${s19}px; font-weight: 700; }
QLabel[look="step-done"] { font-size: ${s14}px; color: $muted; }
QLabel[look="step-now"] { font-size: ${s14}px; color: $brand; font-weight: 700; }

QFrame[look="rail"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[look="topbar"] { background: $background; border: none; border-bottom: 1px solid $line; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: ${p14}px; }
QFrame[look="well"] { background: $sunken; border: none; border-radius: ${p14}px; }
QFrame[look="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton { font-weight: 600; border: 1px solid $brand; border-radius: ${p10}px; color: $brand;
  background: transparent; padding: ${p9}px ${p17}px; min-height: ${p24}px; }
QPushButton, QCheckBox, QRadioButton { outline: none; }
QPushButton:hover { background: $brand_soft; }
QPushButton:focus { border: 2px solid $brand; padding: ${m9}px ${m17}px; }
QPushButton:disabled { color: $muted; border-color: $line; background: transparent; }
QPushButton[look="primary"] { background: $brand; color: $on_brand; border: 1px solid $brand;
  padding: ${p9}px ${p17}px; }
QPushButton[look="primary"]:hover { background: $brand_hover; border-color: $brand_hover; }
QPushButton[look="primary"]:disabled { background: $sunken; color: $muted; border-color: $line; }
QPushButton[look="danger"] { background: $emergency; color: $on_emergency; border: 1px solid $emergency;
  padding: ${p9}px ${p17}px; }
QPushButton[look="danger"]:hover { background: $emergency_hover; border-color: $emergency_hover; }
QPushButton[look="danger-soft"] { background: $emergency_soft; color: $emergency; border-color: $emergency_soft;
  border-radius: ${p17}px; padding: ${p6}px ${p15}px; }
QPushButton[look="danger-soft"]:hover { border-color: $emergency; }
QPushButton[look="danger-soft"]:focus { border: 2px solid $emergency; padding: ${m6}px ${m15}px; }
QPushButton[look="pill"] { background: $surface; color: $ink; border-color: $line; border-radius: ${p15}px;
  font-weight: 400; padding: ${p4}px ${p12}px; }
QPushButton[look="pill"]:hover { border-color: $brand; background: $surface; }
QPushButton[look="pill"]:focus { border: 2px solid $brand; padding: ${m4}px ${m12}px; }
QPushButton[look="chip"] { background: $surface; color: $ink; border-color: $control_line; border-radius: ${p14}px;
  font-size: ${s14}px; font-weight: 400; padding: ${p3}px ${p11}px; min-height: ${p22}px; }
QPushButton[look="chip"]:hover { border-color: $brand; }
QPushButton[look="chip"]:focus { border: 2px solid $brand; padding: ${m3}px ${m11}px; }
QPushButton[look="chip"]:checked { background: $brand_soft; color: $brand; border: 2px solid $brand;
  padding: ${m3}px ${m11}px; }
QPushButton[look="chip"]:checked:focus { border: 2px solid $ink; }
QPushButton[look="rail"] { text-align: left; color: $muted; border: 2px solid transparent; background: transparent;
  padding: ${p8}px ${p10}px; }
QPushButton[look="rail"]:hover { background: $sunken; }
QPushButton[look="rail"]:checked { background: $brand_soft; color: $brand; font-weight: 700; }
QPushButton[look="rail"]:focus { border: 2px solid $brand; padding: ${p8}px ${p10}px; }
QPushButton[look="link"] { border: 1px solid transparent; color: $brand; padding: ${p4}px ${p8}px; }
QPushButton[look="link"]:hover { background: $brand_soft; }
QPushButton[look="link"]:focus { border: 2px solid $brand; padding: ${m4}px ${m8}px; }
QPushButton[look="card"] { background: $surface; border: 1px solid $line; border-radius: ${p14}px; padding: 0px; }
QPushButton[look="card"]:hover { border-color: $brand; background: $surface; }
QPushButton[look="card"]:focus { border: 2px solid $brand; padding: 0px; }
QPushButton[look="card"]:checked { background: $brand_soft; border: 2px solid $brand; }
QPushButton[look="card"]:checked:focus { border: 3px solid $brand; }
QPushButton[look="tone"] { border: 2px solid $line; border-radius: ${p10}px; padding: 0px; }
QPushButton[look="tone"]:checked { border: 3px solid $brand; }
QPushButton[look="tone"]:focus { border: 3px solid $ink; padding: 0px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $surface;
  color: $ink; border: 1px solid $control_line; border-radius: ${p10}px; padding: ${p8}px ${p11}px;
  selection-background-color: $brand; selection-color: $on_brand; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $brand; padding: ${m8}px ${m11}px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $muted; background: $sunken; border-color: $line; }
QComboBox::drop-down { border: none; width: ${p24}px; }
QComboBox::down-arrow { image: url($arrow); width: ${p16}px; height: ${p16}px; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line;
  selection-background-color: $brand_soft; selection-color: $brand; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: none;
  background: transparent; width: ${p24}px; margin: ${p2}px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url($arrow_up); width: ${p12}px; height: ${p12}px; }
QAbstractSpinBox::down-arrow { image: url($arrow); width: ${p12}px; height: ${p12}px; }
QDateTimeEdit::drop-down { border: none; width: ${p24}px; }
QDateTimeEdit::down-arrow { image: url($arrow); width: ${p16}px; height: ${p16}px; }
QCheckBox, QRadioButton { spacing: ${p10}px; padding: ${p4}px; border: 2px solid transparent; border-radius: ${p6}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $brand; }
QCheckBox::indicator { width: ${p20}px; height: ${p20}px; border: 1px solid $control_line; border-radius: ${p6}px;
  background: $surface; }
QCheckBox::indicator:checked { background: $brand; border-color: $brand; image: url($tick); }
QRadioButton::indicator { width: ${p18}px; height: ${p18}px; border: 1px solid $control_line;
  border-radius: ${p9}px; background: $surface; }
QRadioButton::indicator:checked { border: ${p6}px solid $brand; width: ${p8}px; height: ${p8}px; }
QSlider { min-height: ${p28}px; border: 2px solid transparent; border-radius: ${p6}px; }
QSlider:focus { border-color: $brand; }
QSlider::groove:horizontal { background: $line; height: ${p6}px; border-radius: ${p3}px; }
QSlider::sub-page:horizontal { background: $brand; height: ${p6}px; border-radius: ${p3}px; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $brand; width: ${p16}px; height: ${p16}px;
  margin: -${p7}px 0; border-radius: ${p9}px; }
QListWidget { background: $surface; border: 1px solid $control_line; border-radius: ${p10}px; padding: ${p4}px;
  outline: none; }
QListWidget:focus { border: 2px solid $brand; padding: ${m4}px; }
QListWidget::item { padding: ${p6}px ${p10}px; border-radius: ${p6}px; color: $ink; }
QListWidget::item:selected { background: $brand_soft; color: $brand; }
QMenu { background: $surface; border: 1px solid $line; padding: ${p6}px; }
QMenu::item { padding: ${p8}px ${p24}px; border-radius: ${p6}px; }
QMenu::item:selected { background: $brand_soft; color: $brand; }
QMenu::indicator { width: ${p16}px; height: ${p16}px; left: ${p6}px; border: 1px solid $control_line;
  border-radius: ${p4}px; background: $surface; }
QMenu::indicator:checked { background: $brand; border-color: $brand; image: url($tick); }
QMenu::separator { height: 1px; background: $line; margin: ${p6}px; }

QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar::handle:vertical { background: $control_line; border-radius: ${p4}px; min-height: ${p32}px; margin: ${p2}px; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle:horizontal { background: $control_line; border-radius: ${p4}px; min-width: ${p32}px; margin: ${p2}px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none;
  width: 0; height: 0; }
QScrollArea:focus { border: none; }
$levels
""")

_LEVEL = Template("""
QFrame[level="$name"] { background: $soft; border: none; border-radius: ${radius}px; }
QFrame[level="$name"][look="level-card"] { border-radius: ${radius}px; }
QFrame[level="$name"][look="tag"] { border-radius: ${small}px; }
QFrame[level="$name"] QLabel[look="tag"], QFrame[level="$name"] QLabel[look="level-h1"],
QFrame[level="$name"] QLabel[look="level-h3"] { color: $strong; }
""")


def stylesheet(
    names: Mapping[str, str], levels: Mapping[str, tuple[str, str]], px: Callable[[float], int]
) -> str:
    """The whole sheet.

    ``names``: colours and picture files by the names used above; ``levels``: the strong and the soft colour of
    each urgency; ``px`` turns a length at 100 % text into pixels.
    """
    sizes = {f"s{size}": px(size) for size in (14, 16, 19, 27)}
    lengths = {f"p{length}": px(length) for length in range(2, 33)}
    less = {f"m{length}": px(length) - 1 for length in range(3, 18)}
    rules = [
        _LEVEL.substitute(name=name, soft=soft, strong=strong, radius=px(14), small=px(6))
        for name, (strong, soft) in levels.items()
    ]
    return _RULES.substitute(names, levels="".join(rules), **sizes, **lengths, **less)
