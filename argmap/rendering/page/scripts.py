"""The page's scripts: ES modules, joined into one script in an order in which each comes after those it needs.

A module becomes a function of its own, so that names in different modules never meet. It imports from files beside it, one
`import { … } from "./file.mjs";` a line, and exports functions, classes and constants where they are declared.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

_IMPORT: Final = re.compile(r'^import \{ ([\w, $]+) \} from "\./([\w-]+)\.mjs";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export ((?:async )?function\*?|class|const) (\w+)", re.MULTILINE)
_ANY: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined(entry: str, read: Callable[[str], str]) -> str:
    r"""Return one script that does what the module `entry` does; `read` returns the text of a module by its name.

    Raises:
        ValueError: modules need each other in a circle, or one is written in a way that this does not understand.

    >>> texts = {"main": 'import { b } from "./b.mjs";\nb();\n', "b": "export function b() {}\n"}
    >>> print(joined("main", texts.__getitem__))
    const $b = (() => {
    function b() {}
    return { b };
    })();
    (() => {
    const { b } = $b;
    b();
    })();
    <BLANKLINE>
    """
    parts = []
    for name, text in _in_order(entry, read).items():
        exports = [match[2] for match in _EXPORT.finditer(text)]
        body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(lambda match: f"const {{ {match[1]} }} = {_variable(match[2])};\n", text))
        unknown = _ANY.search(body)
        if unknown:
            raise ValueError(f"{name}.mjs: {unknown[0]!r} is no import or export that can be joined")
        returned = f"return {{ {', '.join(exports)} }};\n" if exports else ""
        bound = f"const {_variable(name)} = " if name != entry else ""
        parts.append(f"{bound}(() => {{\n{body}{returned}}})();\n")
    return "".join(parts)


def _variable(name: str) -> str:
    return f"${name.replace('-', '_')}"


def _in_order(entry: str, read: Callable[[str], str]) -> Mapping[str, str]:
    """The modules by name, each after those it imports from."""
    found: dict[str, str] = {}

    def add(name: str, path: tuple[str, ...]) -> None:
        if name in found:
            return
        if name in path:
            raise ValueError(f"modules need each other in a circle: {' → '.join((*path, name))}")
        text = read(name)
        for needed in _needed(text):
            add(needed, (*path, name))
        found[name] = text

    add(entry, ())
    return found


def _needed(text: str) -> Iterable[str]:
    return [match[2] for match in _IMPORT.finditer(text)]
