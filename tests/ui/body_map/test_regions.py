"""Which part a point belongs to, and which lies next."""

import pytest

from guide.domain.pack import BodyRegion
from guide.ui.body_map.regions import next_region, region_at
from tests.ui.body_map.samples import FRONT

BY_ID = {region.id: region for region in FRONT}


@pytest.mark.parametrize("region", FRONT, ids=lambda region: region.id)
def test_the_middle_of_a_part_belongs_to_it(region: BodyRegion) -> None:
    assert region_at(FRONT, region.x, region.y) == region


def test_a_large_part_reaches_further_than_a_small_one() -> None:
    small = BodyRegion("small", "Small", "front", "", 40, 100, 2, 2)
    large = BodyRegion("large", "Large", "front", "", 60, 100, 15, 15)
    found = region_at((small, large), 46, 100)
    assert found and found.id == "large"


def test_where_there_are_no_parts_nothing_is_found() -> None:
    assert region_at((), 50, 50) is None


@pytest.mark.parametrize(
    ("start", "across", "down", "reached"),
    [
        ("scalp", 0, 1, "face"),
        ("face", 0, 1, "chest"),
        ("chest", 0, 1, "belly"),
        ("belly", 0, -1, "chest"),
        ("chest", 1, 0, "left-arm"),
        ("chest", -1, 0, "right-arm"),
        ("right-arm", 1, 0, "belly"),
        ("nappy", 0, 1, "left-leg"),
    ],
)
def test_an_arrow_goes_to_the_nearest_part_that_way(start: str, across: int, down: int, reached: str) -> None:
    found = next_region(FRONT, BY_ID[start], across, down)
    assert found and found.id == reached


def test_an_arrow_at_the_edge_goes_nowhere() -> None:
    assert next_region(FRONT, BY_ID["scalp"], 0, -1) is None


def test_every_part_is_reached_by_arrows_from_the_first() -> None:
    reached = {FRONT[0].id}
    waiting = [FRONT[0]]
    while waiting:
        start = waiting.pop()
        for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            found = next_region(FRONT, start, across, down)
            if found and found.id not in reached:
                reached.add(found.id)
                waiting.append(found)
    assert reached == set(BY_ID)
