"""A child process with two screens: moves a picture between them and tells how large it is on each."""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from guide.content.loader import load_pack
from guide.paths import resources_folder
from guide.ui.calibration.screens import ScreenSizes
from guide.ui.conditions.picture_panel import PicturePanel
from guide.ui.preferences import Preferences
from guide.ui.theme import Theme


def main(folder: Path) -> None:
    app = QApplication([])
    pack = load_pack(resources_folder() / "content")
    first, second = QGuiApplication.screens()[:2]
    sizes = ScreenSizes(Preferences(folder))
    panel = PicturePanel(Theme("light"), pack, pack.conditions[0], 2, sizes)
    panel.resize(400, 700)
    sizes.keep(first, 4.0)

    def tell(where: QPoint) -> None:
        panel.move(where)
        panel.show()
        app.processEvents()
        scene, width = panel.picture.scene, panel.picture.picture_rect().width()
        shown = width / scene.field_mm if scene.field_mm else 0.0
        said = (panel.screen().name(), scene.view, panel.view_row.choice, f"{shown:g}")
        sys.stdout.write(" ".join(said) + "\n")

    panel.view_row.buttons["true"].click()
    tell(first.geometry().topLeft() + QPoint(50, 50))
    tell(second.geometry().topLeft() + QPoint(50, 50))
    sizes.keep(second, 8.0)
    panel.view_row.buttons["true"].click()
    tell(second.geometry().topLeft() + QPoint(50, 50))
    tell(first.geometry().topLeft() + QPoint(50, 50))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
