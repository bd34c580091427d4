"""Two diaries that began as one, on two computers."""

from collections.abc import Iterator

import pytest

from tests.store.families import fill
from tests.store.merge.computers import Computer, Room, computers


@pytest.fixture
def room() -> Iterator[Room]:
    with computers() as room:
        yield room


@pytest.fixture
def one(room: Room) -> Computer:
    folder = room.folder / "computer-0"
    computer = Computer(folder)
    fill(computer.store)
    room.computers.append(computer)
    return computer


@pytest.fixture
def other(room: Room, one: Computer) -> Computer:
    """The other parent's computer, which took the diary over a while ago."""
    return room.copy(one)
