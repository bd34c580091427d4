"""The tables of a TIFF structure, which is also what EXIF is: a broken one is empty."""

from typing import Literal

Folder = dict[int, int]
"""For each tag the place of its entry."""

_ENTRY_SIZE, _MOST_ENTRIES = 12, 500
_SHORT, _SHORT_SIZE, _WORD = 3, 2, 4
_LONGEST_TEXT = 100


class TiffTags:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"

    def first_folder(self) -> Folder:
        return self._folder(self._number(4, _WORD))

    def folder_in(self, folder: Folder, tag: int) -> Folder:
        return self._folder(self.number(folder, tag))

    def number(self, folder: Folder, tag: int) -> int:
        """The first number of a tag; 0 where there is none."""
        entry = folder.get(tag)
        if entry is None:
            return 0
        short = self._number(entry + 2, 2) == _SHORT
        place = entry + 8 if self._number(entry + 4, _WORD) <= (2 if short else 1) else self._value(entry)
        return self._number(place, _SHORT_SIZE if short else _WORD)

    def text(self, folder: Folder, tag: int) -> bytes:
        entry = folder.get(tag)
        if entry is None:
            return b""
        length = self._number(entry + 4, _WORD)
        place = entry + 8 if length <= _WORD else self._value(entry)
        return self._data[place : place + min(length, _LONGEST_TEXT)]

    def _folder(self, place: int) -> Folder:
        if place == 0:
            return {}
        count = min(self._number(place, 2), _MOST_ENTRIES)
        entries = (place + 2 + index * _ENTRY_SIZE for index in range(count))
        return {self._number(entry, 2): entry for entry in entries}

    def _value(self, entry: int) -> int:
        return self._number(entry + 8, _WORD)

    def _number(self, place: int, size: int) -> int:
        return int.from_bytes(self._data[place : place + size], self._order)
