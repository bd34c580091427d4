"""Proof, from the bytes alone, that a JPEG holds one picture and has no room for anything else."""

import re

_START, _END = b"\xff\xd8", b"\xff\xd9"
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7]")

# What says "this is a JPEG": a version and a density, and no small picture after them.
_HEADER = 0xE0
_HEADER_CONTENT = re.compile(rb"JFIF\x00\x01.{6}\x00\x00", re.DOTALL)
# The picture's size and way of coding, its tables, and where its values begin.
_FRAMES, _SCAN = (0xC0, 0xC2), 0xDA
_LONGEST = {0xC0: 15, 0xC2: 15, 0xC4: 1_100, _SCAN: 10, 0xDB: 520, 0xDD: 2}


def plain_size(data: bytes) -> tuple[int, int] | None:
    """Width and height, or nothing where there is any part that the picture does not need."""
    place, end = len(_START), len(data) - len(_END)
    if not (data.startswith(_START) and data.endswith(_END)):
        return None
    sizes: list[tuple[int, int]] = []
    while place < end:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        content, after = data[place + 4 : place + 2 + length], place + 2 + length
        if data[place] != 0xFF or length < 2 or after > end or not _is_needed(marker, content):
            return None
        if marker in _FRAMES:
            sizes.append((int.from_bytes(content[3:5], "big"), int.from_bytes(content[1:3], "big")))
        place = _end_of_values(data, after) if marker == _SCAN else after
    return sizes[0] if place == end and len(sizes) == 1 else None


def _is_needed(marker: int, content: bytes) -> bool:
    if marker == _HEADER:
        return _HEADER_CONTENT.fullmatch(content) is not None
    return len(content) <= _LONGEST.get(marker, -1)


def _end_of_values(data: bytes, place: int) -> int:
    found = _NEXT_MARKER.search(data, place)
    return found.start() if found else len(data)
