"""Printing the result of a check: the same dialog, or PDF, as for the pages of the guide."""

from PySide6.QtWidgets import QWidget

from guide.domain.check_session import CheckSession
from guide.domain.diary import SavedCheck
from guide.domain.pack import ContentPack, Region
from guide.ui.conditions.printing import print_guide
from guide.ui.family import Family
from guide.ui.paper.check_paper import CheckPaper, CheckSheet
from guide.ui.paper.guide_paper import PrintedFor
from guide.ui.theme import FAMILY


def print_check(
    parent: QWidget,
    pack: ContentPack,
    region: Region,
    session: CheckSession,
    family: Family,
    before: SavedCheck | None,
) -> None:
    """``before`` is the check that this one is compared with, as on the result page."""
    child = family.child
    done = family.clock.now()
    sheet = CheckSheet(session.answers(), child, done, before)
    paper = CheckPaper(sheet, PrintedFor(pack, region, child.skin_tone if child else 2, FAMILY))
    print_guide(parent, paper, f"symptom-check-{done.at.date().isoformat()}", done.at.date())
