"""A pack as plain lists, texts and numbers, and back; each class's own fields say how."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, get_args, get_origin

from guide.content.files import names_of

Build = Callable[[Any], Any]


def to_plain(value: object) -> object:
    """An object becomes the list of its fields' values, without their names."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if names := names_of(value):
        return [to_plain(getattr(value, name)) for name in names]
    return value


def builder_of(kind: Any) -> Build:
    """What turns plain values back into objects of the class."""
    return _Builders().of(kind)


def shape_of(kind: type) -> str:
    """The names and kinds of all fields, however deep: it changes when the classes change."""
    builders = _Builders()
    builders.of(kind)
    return repr([(each.__qualname__, _fields(each)) for each in builders.made])


def _fields(kind: type) -> list[tuple[str, object]]:
    return [(name, field.type) for name, field in kind.__dataclass_fields__.items()]  # type: ignore[attr-defined]


class _Builders:
    """One builder for each class, made when it is first needed."""

    def __init__(self) -> None:
        self.made: dict[Any, Build] = {}

    def of(self, kind: Any) -> Build:
        if kind not in self.made and names_of(kind):
            self.made[kind] = self._of_object(kind)
        return self.made.get(kind) or self._of_value(kind)

    def _of_object(self, kind: type) -> Build:
        builders = [self.of(type_) for _, type_ in _fields(kind)]
        if all(build is _same for build in builders):
            return lambda plain: kind(*plain)

        def build(plain: Any) -> Any:
            return kind(*[make(value) for make, value in zip(builders, plain, strict=True)])

        return build

    def _of_value(self, kind: Any) -> Build:
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return {member.value: member for member in kind}.__getitem__
        if get_origin(kind) is tuple:
            return self._of_list(get_args(kind)[0])
        if get_origin(kind) is Mapping:
            return self._of_table(*get_args(kind))
        if type(None) in get_args(kind):
            return self._of_optional(get_args(kind)[0])
        return _same

    def _of_list(self, kind: Any) -> Build:
        build = self.of(kind)
        if build is _same:
            return tuple
        return lambda plain: tuple([build(item) for item in plain])

    def _of_table(self, key_kind: Any, kind: Any) -> Build:
        key, build = self.of(key_kind), self.of(kind)
        return lambda plain: MappingProxyType({key(name): build(item) for name, item in plain.items()})

    def _of_optional(self, kind: Any) -> Build:
        build = self.of(kind)
        return lambda plain: None if plain is None else build(plain)


def _same(plain: Any) -> Any:
    return plain
