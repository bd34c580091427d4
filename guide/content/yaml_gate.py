"""The only way in for YAML: one file's bytes to a located tree, or one plain sentence why not.

It walks the parser's events with a stack of its own. Composing recurses in C, where 100,000 brackets end the
process; events do not. Only the simple part of YAML is let in, and no value is turned into anything but text.
"""

import unicodedata

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from guide.content.problems import FileProblemsError, Problem, quoted
from guide.content.reading import MOST_BYTES
from guide.content.tree import Items, Map, Node, Text
from guide.content.yaml_words import plain_words

MOST_DEPTH = 16
MOST_EVENTS = 40_000
LONGEST_TEXT = 20_000

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
# PyYAML lets the last two out where an escape spells no character.
_PARSER_ERRORS = (yaml.YAMLError, ValueError, OverflowError)


def read_tree(data: bytes, file: str) -> Node:
    """The tree of one file; ``FileProblemsError`` with the first thing that keeps it out."""
    try:
        return _walk(_decoded(data))
    except _RefusedError as refused:
        problem = Problem(file, refused.line, refused.column, refused.message)
        raise FileProblemsError(problem) from None


class _RefusedError(Exception):
    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message = line, column, message


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise _RefusedError(1, 1, "this file is larger than 512 kB, too large for a content pack; split it.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise _RefusedError(1, 1, "this is not a text file in UTF-8; save it again as plain text, UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8-sig")) + 1
        raise _RefusedError(line, column, "this letter is not UTF-8; save the file again as UTF-8.") from None
    return _only_visible(text.replace("\r\n", "\n"))


def _only_visible(text: str) -> str:
    for number, line in enumerate(text.split("\n"), start=1):
        column = _first_invisible(line)
        if column is not None:
            raise _RefusedError(number, column + 1, _hidden(line[column]))
    return text


def _first_invisible(text: str) -> int | None:
    if text.isprintable():  # nearly always, and quick
        return None
    places = (place for place, char in enumerate(text) if unicodedata.category(char) in _INVISIBLE)
    return next(places, None)


def _hidden(char: str) -> str:
    if char == "\t":
        return "there is a tab here; use spaces instead."
    name = unicodedata.name(char, "control character").lower()
    return f"there is a character here that cannot be seen ({name}, U+{ord(char):04X}); delete it."


def _walk(text: str) -> Node:
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _PARSER_ERRORS as error:
        raise _RefusedError(*plain_words(error)) from None
    if builder.root is None:
        raise _RefusedError(1, 1, "this file is empty.")
    return builder.root


class _Level:
    """One list or group that is still open, and the name in it that waits for its value."""

    __slots__ = ("first_lines", "key", "node")

    def __init__(self, node: Map | Items) -> None:
        self.node = node
        self.key: Text | None = None
        self.first_lines: dict[str, int] = {}

    def add(self, node: Node) -> None:
        if isinstance(self.node, Items):
            self.node.append(node)
        elif self.key is None:
            self.key = self._checked(node)
            self.node.key_at[str(self.key)] = (node.line, node.column)
        else:
            self.node[str(self.key)] = node
            self.key = None

    def _checked(self, node: Node) -> Text:
        """A name before a ``:``. Two that differ only in capitals or in how an accent is stored are one."""
        if not isinstance(node, Text):
            raise _RefusedError(node.line, node.column, "a plain name is expected here, before the ':'.")
        if node == "<<":
            raise _RefusedError(node.line, node.column, "'<<' is not used here; write the lines out.")
        folded = unicodedata.normalize("NFC", node).casefold()
        if folded in self.first_lines:
            lines = f"lines {self.first_lines[folded]} and {node.line}"
            words = f"{quoted(node)} appears twice, on {lines}; keep one of them."
            raise _RefusedError(node.line, node.column, words)
        self.first_lines[folded] = node.line
        return node


class _Builder:
    """Puts the tree together from events, refusing what is not in the simple part of YAML."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._events = 0
        self._documents = 0
        self._open: list[_Level] = []

    def take(self, event: Event) -> None:
        self._events += 1
        if self._events > MOST_EVENTS:
            raise _refused_at(event, "this file holds too many items for a content pack; split it.")
        if isinstance(event, ScalarEvent):
            self._add(_text(event))
        elif isinstance(event, CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, DocumentStartEvent):
            self._begin_document(event)
        elif isinstance(event, AliasEvent):
            raise _refused_at(event, f"'*{event.anchor}' points elsewhere; write the value itself here.")

    def _begin_document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _refused_at(event, "a second document begins here; keep one, without '---' between.")
        if event.version or event.tags:
            raise _refused_at(event, "lines that begin with '%' are not used here; delete this line.")

    def _begin(self, event: CollectionStartEvent) -> None:
        _refuse_marks(event)
        if len(self._open) == MOST_DEPTH:
            raise _refused_at(event, f"this is nested too deep; at most {MOST_DEPTH} levels are used.")
        node: Map | Items = Map() if isinstance(event, MappingStartEvent) else Items()
        _locate(node, event)
        self._add(node)
        self._open.append(_Level(node))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].add(node)
        else:
            self.root = node


def _text(event: ScalarEvent) -> Text:
    _refuse_marks(event)
    if len(event.value) > LONGEST_TEXT:
        raise _refused_at(event, f"this text is longer than {LONGEST_TEXT:,} characters; shorten it.")
    if event.style == '"':  # the one kind that can spell out characters
        text = event.value.replace("\n", " ")
        hidden = _first_invisible(text)
        if hidden is not None:
            raise _refused_at(event, _hidden(text[hidden]))
    node = Text(event.value)
    _locate(node, event)
    return node


def _refuse_marks(event: ScalarEvent | CollectionStartEvent) -> None:
    if event.anchor is not None:
        raise _refused_at(event, f"'&{event.anchor}' is not used here; put quotes around the text.")
    if event.tag is not None:
        raise _refused_at(event, "a value beginning with '!' is not used here; put quotes around the text.")


def _refused_at(event: Event, message: str) -> _RefusedError:
    node = Text()
    _locate(node, event)
    return _RefusedError(node.line, node.column, message)


def _locate(node: Node, event: Event) -> None:
    mark = event.start_mark
    node.line, node.column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
