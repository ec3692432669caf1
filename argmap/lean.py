"""Models that keep only what is said: of entries there may be hundreds of thousands.

A model of pydantic has a value for each of its fields, and a set of those that were given. Here the class has the defaults, and all
models with the same fields share one set, so that a model takes a third of the memory.
"""

from functools import lru_cache
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

_Model = TypeVar("_Model", bound=BaseModel)


class Lean(BaseModel):
    """A frozen model that keeps the values that differ from the defaults; `with_defaults` gives its class the others."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    @model_validator(mode="after")
    def _keep_what_is_said(self) -> Self:
        values = self.__dict__
        given, fields, all_of_them = _given_fields(type(self), frozenset(self.__pydantic_fields_set__))
        if len(values) < all_of_them:
            return self  # it is lean already
        own = {name: values[name] for name, default in fields if values[name] != default}
        object.__setattr__(self, "__dict__", own)
        object.__setattr__(self, "__pydantic_fields_set__", given)
        if not self.__pydantic_extra__:
            object.__setattr__(self, "__pydantic_extra__", None)
        return self


@lru_cache(maxsize=1000)
def _given_fields(kind: type[Lean], given: frozenset[str]) -> tuple[set[str], tuple[tuple[str, object], ...], int]:
    """The names of some fields as the set that pydantic asks for, and in the order of the model, each with its default.

    Those without a default have None here, which they never are. The last number is that of all fields of the model.
    """
    fields = kind.__pydantic_fields__
    defaults = tuple((name, None if field.is_required() else field.default) for name, field in fields.items() if name in given)
    return set(given), defaults, len(fields)


def with_defaults(kind: type[_Model]) -> type[_Model]:
    """Put the defaults of its fields on a class that has no subclasses (these would take them for fields of their own)."""
    for name, field in kind.__pydantic_fields__.items():
        if not field.is_required():
            setattr(kind, name, field.default)
    return kind
