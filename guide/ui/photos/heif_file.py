"""The inside of a HEIC file, read here so that the decoder gets nothing of a stranger's but tiles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_MOST_BOXES = 20_000
_MOST_META = 8_000_000
_WIDE_INDEX, _PLACE_IN_FILE, _PLACE_IN_META = 1, 0, 1


class BrokenHeifError(ValueError):
    """The file does not follow its own format, or uses a part of it that no camera's photo needs."""


class Box(NamedTuple):
    name: bytes
    content: bytes

    @property
    def whole(self) -> bytes:
        return (len(self.content) + 8).to_bytes(4, "big") + self.name + self.content


@dataclass
class Item:
    kind: bytes = b""
    properties: list[tuple[Box, bool]] = field(default_factory=list)
    """Each with whether it must be understood."""
    extents: list[tuple[int, int]] = field(default_factory=list)
    is_in_meta: bool = False
    tiles: list[int] = field(default_factory=list)

    def all_of(self, name: bytes) -> list[bytes]:
        return [box.content for box, _ in self.properties if box.name == name]


class HeifFile:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._items: dict[int, Item] = {}
        meta = next((box for box in boxes(data) if box.name == b"meta"), None)
        if meta is None or len(meta.content) > _MOST_META:
            raise BrokenHeifError("no table of contents of a sensible size")
        self._parts = {box.name: box.content for box in boxes(meta.content[4:])}
        self.primary = self._primary()
        for name, read in self._readers().items():
            read(Numbers(self._parts.get(name, b"\0" * 8)))
        self._read_properties()

    def item(self, number: int) -> Item:
        if number not in self._items:
            raise BrokenHeifError("an item is missing")
        return self._items[number]

    def exif(self) -> bytes:
        """The TIFF structure that holds the camera's data; empty where there is none."""
        found = [number for number, item in self._items.items() if item.kind == b"Exif"]
        if not found:
            return b""
        block = self.content(found[0])
        return block[4 + int.from_bytes(block[:4], "big") :].removeprefix(b"Exif\0\0")

    def content(self, number: int) -> bytes:
        item = self.item(number)
        source = self._parts.get(b"idat", b"") if item.is_in_meta else self._data
        if any(start + length > len(source) for start, length in item.extents):
            raise BrokenHeifError("part of the file is missing")
        if sum(length for _, length in item.extents) > len(source):
            raise BrokenHeifError("the same part over and over")
        return b"".join(source[start : start + length] for start, length in item.extents)

    def _readers(self) -> dict[bytes, Callable[["Numbers"], None]]:
        return {b"iinf": self._read_kinds, b"iloc": self._read_places, b"iref": self._read_tiles}

    def _primary(self) -> int:
        numbers = Numbers(self._parts.get(b"pitm", b""))
        return numbers.next(2 if numbers.version() == 0 else 4)

    def _read_kinds(self, numbers: "Numbers") -> None:
        numbers.next(2 if numbers.version() == 0 else 4)
        for box in boxes(numbers.rest()):
            if box.name == b"infe":
                entry = Numbers(box.content)
                number = entry.next(4 if entry.version() == 3 else 2)
                entry.next(2)
                self._new(number).kind = entry.take(4)

    def _read_places(self, numbers: "Numbers") -> None:
        version = numbers.version()
        sizes = numbers.next(2)
        wide = 4 if version == 2 else 2
        of_offset, of_length, of_base, of_index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
        for _ in range(numbers.count(wide)):
            item = self._new(numbers.next(wide))
            method = numbers.next(2) & 15 if version else _PLACE_IN_FILE
            if method not in (_PLACE_IN_FILE, _PLACE_IN_META) or numbers.next(2):
                raise BrokenHeifError("content of another file or item")
            item.is_in_meta, base = method == _PLACE_IN_META, numbers.next(of_base)
            for _ in range(numbers.count(2)):
                numbers.next(of_index if version else 0)
                start = base + numbers.next(of_offset)
                item.extents.append((start, numbers.next(of_length)))

    def _read_tiles(self, numbers: "Numbers") -> None:
        wide = 2 if numbers.version() == 0 else 4
        for box in boxes(numbers.rest()):
            if box.name == b"dimg":
                entry = Numbers(box.content)
                item = self._new(entry.next(wide))
                item.tiles = [entry.next(wide) for _ in range(entry.count(2))]

    def _read_properties(self) -> None:
        parts = boxes(self._parts.get(b"iprp", b""))
        shared: list[Box] = []
        for box in parts:
            if box.name == b"ipco":
                shared = list(boxes(box.content))
            elif box.name == b"ipma":
                self._read_owners(Numbers(box.content), shared)

    def _read_owners(self, numbers: "Numbers", shared: list[Box]) -> None:
        wide = 2 if numbers.version() == 0 else 4
        size = 2 if numbers.flags & _WIDE_INDEX else 1
        for _ in range(numbers.count(4)):
            item = self._new(numbers.next(wide))
            for _ in range(numbers.next(1)):
                index = numbers.next(size)
                must, place = bool(index >> (8 * size - 1)), index & ((1 << (8 * size - 1)) - 1)
                if place > len(shared):
                    raise BrokenHeifError("a property is missing")
                if place:
                    item.properties.append((shared[place - 1], must))

    def _new(self, number: int) -> Item:
        return self._items.setdefault(number, Item())


class Numbers:
    """Reads big-endian numbers one after the other, never past the end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0
        self.flags = 0

    def version(self) -> int:
        """The start of a box that has versions."""
        version, self.flags = self.next(1), self.next(3)
        return version

    def next(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big")

    def count(self, size: int) -> int:
        count = self.next(size)
        if count > _MOST_BOXES:
            raise BrokenHeifError("too many parts")
        return count

    def take(self, size: int) -> bytes:
        found = self._data[self._place : self._place + size]
        if len(found) != size:
            raise BrokenHeifError("a box ends too soon")
        self._place += size
        return found

    def rest(self) -> bytes:
        return self._data[self._place :]


def boxes(data: bytes) -> Iterator[Box]:
    """The boxes of one level; what follows the last whole one is none."""
    place = 0
    for _ in range(_MOST_BOXES):
        size, name, head = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[place + 8 : place + 16], "big"), 16
        elif size == 0:
            size = len(data) - place
        if size < head or place + size > len(data):
            return
        yield Box(name, data[place + head : place + size])
        place += size
