"""Pictures are drawn between events, what is looked at first, and kept while there is room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from guide.domain.lesions import Lesion, Range
from guide.ui.pictures.cache import KEPT, PictureCache, Wanted, draw
from guide.ui.pictures.plans.scene import Scene
from guide.ui.pictures.queue import PictureQueue
from tests.ui.pictures.samples import SIGNS


class Owner(QWidget):
    """Notes which of its pictures are ready in the order in which they are.

    They are so large that a dozen never fits into one turn.
    """

    def __init__(self, queue: PictureQueue, name: str) -> None:
        super().__init__()
        self._queue, self._name = queue, name
        self.ready: list[str] = []
        self.resize(100, 100)

    def wanted(self, picture: str) -> Wanted:
        return Wanted(Scene(SIGNS["acne"], f"{self._name}/{picture}"), 2, 480, 320)

    def ask(self, picture: str, slot: str = "") -> None:
        self._queue.ask((self, slot or picture), self.wanted(picture), lambda: self._area(picture))

    def _area(self, picture: str) -> QRect:
        if KEPT.find(self.wanted(picture)) is not None:
            self.ready.append(picture)
        return QRect(0, 0, 10, 10)


@pytest.fixture
def queue() -> PictureQueue:
    return PictureQueue()


@pytest.fixture
def owner(qtbot: QtBot, queue: PictureQueue, request: pytest.FixtureRequest) -> Owner:
    owner = Owner(queue, request.node.name)
    qtbot.addWidget(owner)
    owner.show()
    qtbot.waitExposed(owner)
    return owner


def test_asking_draws_nothing_by_itself(owner: Owner, queue: PictureQueue) -> None:
    owner.ask("one")
    assert (len(queue), owner.ready) == (1, [])


def test_what_was_asked_for_together_comes_in_that_order(owner: Owner, queue: PictureQueue) -> None:
    for picture in ("top", "middle", "bottom"):
        owner.ask(picture)
    queue.finish()
    assert owner.ready == ["top", "middle", "bottom"]


def test_what_was_asked_for_last_comes_before_what_waited(
    owner: Owner, queue: PictureQueue, qtbot: QtBot
) -> None:
    for number in range(12):
        owner.ask(f"old {number}")
    qtbot.waitUntil(lambda: bool(owner.ready))
    del owner.ready[:]
    owner.ask("new")
    queue.finish()
    assert owner.ready[0] == "new"
    assert len(owner.ready) > 1, "nothing waited, so that the order was not tried"


def test_the_window_is_asked_for_events_between_pictures(
    owner: Owner, queue: PictureQueue, qtbot: QtBot
) -> None:
    for number in range(12):
        owner.ask(f"{number}")
    qtbot.waitUntil(lambda: bool(owner.ready))
    assert len(queue) > 0


def test_a_new_request_for_a_place_replaces_the_one_before(owner: Owner, queue: PictureQueue) -> None:
    owner.ask("small", slot="place")
    owner.ask("large", slot="place")
    queue.finish()
    assert owner.ready == ["large"]


def test_what_is_out_of_sight_is_not_drawn(owner: Owner, queue: PictureQueue, qtbot: QtBot) -> None:
    owner.ask("one")
    owner.hide()
    qtbot.waitUntil(lambda: len(queue) == 0)
    assert KEPT.find(owner.wanted("one")) is None


def test_a_widget_that_is_gone_is_forgotten(owner: Owner, queue: PictureQueue, qtbot: QtBot) -> None:
    gone = Owner(queue, "gone")
    gone.ask("one")
    gone.deleteLater()
    del gone
    owner.ask("two")
    qtbot.waitUntil(lambda: len(queue) == 0)
    assert owner.ready == ["two"]


USUAL = Lesion("white", "raised", Range(1, 2), Range(1, 2))
IMPOSSIBLE = {
    "before painting": replace(USUAL, edge="none such"),  # type: ignore[arg-type]
    "while painting": replace(USUAL, colour="none such"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("impossible", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_picture_that_cannot_be_drawn_is_tried_once_and_keeps_no_other_waiting(
    owner: Owner, queue: PictureQueue, impossible: Lesion
) -> None:
    wanted = Wanted(Scene((impossible,), "impossible"), 2, 84, 64)
    queue.ask((owner, "bad"), wanted, QRect)
    owner.ask("good")
    with pytest.raises(KeyError):
        queue.finish()
    queue.finish()
    assert owner.ready == ["good"]
    assert KEPT.find(wanted) is not None


def test_the_cache_forgets_what_was_not_looked_at_for_longest() -> None:
    cache = PictureCache(most_bytes=3 * 100 * 4)
    one, two, three, four = (Wanted(Scene((), name), 2, 10, 10) for name in "abcd")
    for wanted in (one, two, three):
        cache.keep(wanted, QPixmap(10, 10))
    cache.find(one)
    cache.keep(four, QPixmap(10, 10))
    assert [cache.find(each) is not None for each in (one, two, three, four)] == [True, False, True, True]


def test_the_cache_counts_the_bytes_it_holds() -> None:
    cache = PictureCache(most_bytes=1000)
    first, second = (Wanted(Scene((), name), 2, 10, 10) for name in "ab")
    cache.keep(first, QPixmap(10, 10))
    cache.keep(first, QPixmap(20, 10))
    assert cache.bytes == 800
    cache.keep(second, QPixmap(10, 10))
    assert (cache.bytes, len(cache)) == (400, 1)


def test_one_picture_larger_than_the_cache_is_still_shown() -> None:
    cache = PictureCache(most_bytes=100)
    wanted = Wanted(Scene((), "large"), 2, 10, 10)
    cache.keep(wanted, QPixmap(10, 10))
    assert cache.find(wanted) is not None


def test_rounded_corners_are_clear_and_the_rest_is_not(qapp: object) -> None:
    image = draw(Wanted(Scene(SIGNS["acne"], "acne"), 2, 84, 64, radius=12)).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(42, 10).alpha() == 255


def test_a_dense_screen_gets_more_pixels_of_the_same_size(qapp: object) -> None:
    pixmap = draw(Wanted(Scene(SIGNS["acne"], "acne"), 2, 84, 64, ratio=2.0))
    assert pixmap.size() == QSize(168, 128)
    assert pixmap.deviceIndependentSize().toSize() == QSize(84, 64)
