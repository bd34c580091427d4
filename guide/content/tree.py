"""The text of one YAML file as a tree that knows the line and column of everything in it."""

from collections.abc import Iterator
from typing import TypeAlias

Steps: TypeAlias = tuple[str | int, ...]
"""The way to a place in the tree: names of keys and numbers of list items."""

Position: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""


class Text(str):
    """Any single value. It stays the text that was typed: ``no``, ``12:30``, ``010``."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Items(list["Node"]):
    """A list."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Map(dict[str, "Node"]):
    """Named values; ``key_at`` keeps where each name stands."""

    __slots__ = ("column", "key_at", "line")
    line: int
    column: int
    key_at: dict[str, Position]

    def __init__(self) -> None:
        self.key_at = {}


Node: TypeAlias = Text | Items | Map


def texts_in(node: Node) -> Iterator[Text]:
    """Every single value, in the file's order."""
    if isinstance(node, Text):
        yield node
    else:
        for inner in node.values() if isinstance(node, Map) else node:
            yield from texts_in(inner)


def find(tree: Node, steps: Steps) -> Node:
    """What stands there; where a step leads nowhere (a line left out), what should have held it."""
    node = tree
    for step in steps:
        inner = _inside(node, step)
        if inner is None:
            break
        node = inner
    return node


def _inside(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Map) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Items) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def position(tree: Node, steps: Steps) -> Position:
    """Where the value stands."""
    node = find(tree, steps)
    return node.line, node.column


def key_position(tree: Node, steps: Steps) -> Position:
    """Where the name of the last step stands."""
    holder = find(tree, steps[:-1])
    if isinstance(holder, Map) and steps[-1] in holder.key_at:
        return holder.key_at[str(steps[-1])]
    return holder.line, holder.column
