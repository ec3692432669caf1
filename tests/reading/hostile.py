"""Inputs that break programs: each a small function that makes the text of one annotation."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

CHAIN: Final = 5_000
MANY: Final = 1_200
"""More than a thousand, at which what calls itself breaks."""


def _claims(lines: list[str]) -> str:
    return "argmap: 1\nclaims:\n" + "".join(f"{line}\n" for line in lines)


def _claim(number: int, *fields: str) -> list[str]:
    return [f"  c{number}:", f"    text: Claim number {number}.", *(f"    {field}" for field in fields)]


def chain(length: int = CHAIN) -> str:
    """Each claim supports the one before it."""
    return _claims([line for number in range(length) for line in _claim(number, *([f"supports: c{number - 1}"] if number else []))])


def wide(width: int = MANY) -> str:
    """All claims support the first."""
    return _claims([line for number in range(width + 1) for line in _claim(number, *(["supports: c0"] if number else []))])


def isolated(count: int = 1_000) -> str:
    """No claim has to do with another."""
    return _claims([line for number in range(count) for line in _claim(number)])


def circle(length: int = MANY) -> str:
    """Each claim supports the next, and the last the first."""
    return _claims([line for number in range(length) for line in _claim(number, f"supports: c{(number + 1) % length}")])


def crossed(length: int = 1_000, crossings: int = 150) -> str:
    """A chain with attacks far across it."""
    return _claims(
        [
            line
            for number in range(length)
            for line in _claim(
                number,
                *([f"supports: c{number - 1}"] if number else []),
                *([f"attacks: c{(number * 397 + 131) % length}"] if number % (length // crossings) == 1 else []),
            )
        ]
    )


def dense(claims: int = 300, relations: int = 3_000) -> str:
    """Every claim bears on ten others."""
    each = relations // claims
    return _claims(
        [
            line
            for number in range(claims)
            for line in _claim(number, f"supports: [{', '.join(f'c{(number + 7 * step + 1) % claims}' for step in range(each))}]")
        ]
    )


def long_claim(length: int = 10_000) -> str:
    """One claim of very many characters, part of them without a space."""
    return f"argmap: 1\nclaims:\n  long:\n    text: {'word ' * (length // 10)}{'x' * (length // 2)}\n"


def nested(levels: int = 300) -> str:
    """Mappings in mappings."""
    return "argmap: 1\nx-deep: " + "{a: " * levels + "b" + "}" * levels + "\n"


def alias_bomb() -> str:
    """Nine levels of ten aliases each: a gigabyte, were they expanded."""
    lines = ["argmap: 1", "x-a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"x-{name}: &{name} [{', '.join([f'*{before}'] * 10)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)]
    return "\n".join(lines) + "\n"


def unknown_names(count: int = MANY) -> str:
    """Every claim supports something else that is not there."""
    return _claims([line for number in range(count) for line in _claim(number, f"supports: d{number}x{number * 7}")])


def many_verbs(count: int = MANY) -> str:
    """One claim supports everything, twice over."""
    targets = ", ".join(f"c{number}" for number in range(1, count))
    return _claims(
        [*_claim(0, f"supports: [{targets}, {targets}]"), *(line for number in range(1, count) for line in _claim(number))]
    )


LARGE: Final[Mapping[str, tuple[Callable[[], str], list[str]]]] = MappingProxyType(
    {
        "chain": (chain, []),
        "wide": (wide, []),
        "isolated": (isolated, []),
        "circle": (circle, ["AM402"]),
        "crossed": (crossed, ["AM403"]),
        "dense": (dense, ["AM402"]),
        "long-claim": (long_claim, []),
        "unknown-names": (unknown_names, ["AM201"] * MANY),
        "many-verbs": (many_verbs, []),
    }
)
"""Maps that are only large or tangled, and the codes of what is told about each."""
