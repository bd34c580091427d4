"""A located tree to the domain's objects, or to every misfit in it named at its line."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args, get_origin

from cattrs import BaseConverter, BaseValidationError, Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.dispatch import StructureHook
from cattrs.gen import make_dict_structure_fn, mapping_structure_factory

from guide.content.files import names_of
from guide.content.misfits import UnfitError, problems_in
from guide.content.problems import FileProblemsError, did_you_mean, quoted
from guide.content.tree import Items, Map, Node

T = TypeVar("T")

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def structure(tree: Node, kind: type[T], file: str) -> T:
    """The object the tree describes; ``FileProblemsError`` with everything that does not fit."""
    try:
        return _CONVERTER.structure(tree, kind)
    except (BaseValidationError, UnfitError) as error:
        raise FileProblemsError(*problems_in(error, tree, file)) from None


def _found(node: Node) -> str:
    if isinstance(node, str):
        return f"found {quoted(node)}" if node else "found nothing"
    return "found a list" if isinstance(node, Items) else "found lines with names and ':'"


def _text(node: Node, _: object) -> str:
    if not isinstance(node, str):
        hint = "; put quotation marks around a text with ': ' in it" if isinstance(node, Map) else ""
        raise UnfitError(f"expected a text, {_found(node)}{hint}.")
    return str(node).strip()


def _whole(node: Node, _: object) -> int:
    if not isinstance(node, str) or not _WHOLE.fullmatch(node):
        raise UnfitError(f"expected a whole number such as 28, {_found(node)}.")
    return int(node)


def _number(node: Node, _: object) -> float:
    if not isinstance(node, str) or not _NUMBER.fullmatch(node):
        raise UnfitError(f"expected a number such as 2 or 0.5, {_found(node)}.")
    return float(node)


def _yes_no(node: Node, _: object) -> bool:
    if not isinstance(node, str) or node not in _YES_NO:
        raise UnfitError(f"expected yes or no, {_found(node)}.")
    return _YES_NO[node]


def _word(node: Node, kind: Any) -> str:
    return _one_of(node, get_args(kind))


def _enum(node: Node, kind: type[StrEnum]) -> StrEnum:
    return kind(_one_of(node, [member.value for member in kind]))


def _one_of(node: Node, words: Sequence[str]) -> str:
    if not isinstance(node, str) or node not in words:
        hint = did_you_mean(node, words) if isinstance(node, str) else ""
        known = ", ".join(filter(None, words))
        raise UnfitError(f"expected one of {known}; {_found(node)}.{hint}")
    return str(node)


def _group_hook(kind: Any, converter: BaseConverter) -> StructureHook:
    inner = make_dict_structure_fn(kind, converter)
    return _only(Map, inner, f"expected lines with names, such as '{names_of(kind)[0]}: …'")


def _table_hook(kind: Any, converter: BaseConverter) -> StructureHook:
    inner = mapping_structure_factory(kind, converter, structure_to=MappingProxyType)
    return _only(Map, inner, "expected lines such as 'name: value'")


def _list_hook(kind: Any, converter: BaseConverter) -> StructureHook:
    inner = homogenous_tuple_structure_factory(kind, converter)
    return _only(Items, inner, "expected a list: lines that begin with '- ', or [] for none")


def _only(wanted: type[Map] | type[Items], inner: Callable[..., Any], expected: str) -> StructureHook:
    def hook(node: Node, kind: Any) -> Any:
        if not isinstance(node, wanted):
            raise UnfitError(f"{expected}; {_found(node)}.")
        return inner(node, kind)

    return hook


def _make_converter() -> Converter:
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(StrEnum, _enum)
    converter.register_structure_hook(int, _whole)
    converter.register_structure_hook(bool, _yes_no)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook_func(_made_from(Literal), _word)
    converter.register_structure_hook_factory(is_dataclass)(_group_hook)
    converter.register_structure_hook_factory(_made_from(Mapping))(_table_hook)
    converter.register_structure_hook_factory(_made_from(tuple))(_list_hook)
    return converter


def _made_from(wanted: Any) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) is wanted


_CONVERTER = _make_converter()
