"""Who may import whom: the arrows of the design point one way."""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "argmap"

ROOMS: Final = (
    ("words", "text", "quote", "circles", "shipped", "lean", "collecting"),
    ("diagnostics", "model", "graph", "catalogue", "anchoring"),
    ("reading",),
    ("corpus",),
    ("references", "locating", "provenance", "standing", "selection", "rivalry"),
    ("linking", "view", "checks", "comparison.dates", "comparison.spreadsheet", "comparison.arrays"),
    ("comparison.request", "comparison.made"),
    ("comparison.record",),
    ("comparison.positions",),
    ("comparison.pairs",),
    ("comparison.coalitions", "comparison.divisiveness", "comparison.shifts", "comparison.grounds", "comparison.annotators"),
    ("comparison.networks", "comparison"),
    ("layout.plan",),
    ("drawing",),
    ("layout",),
    ("rendering", "writing"),
    ("exchange", "site"),
    ("formats",),
    ("api",),
    ("cli",),
    ("__main__",),
)
"""Rows of modules and packages; each may import those of the rows above it, and none beside or below it."""

LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "click": ("cli",),
        "graphviz": ("layout.programs",),
        "jinja2": ("rendering",),
        "markupsafe": ("rendering", "site"),
        "networkx": ("comparison.networks.network",),
        "numpy": ("comparison",),
        "pydantic": ("lean", "model", "reading", "writing"),
        "pydantic_core": ("model", "reading"),
        "rapidfuzz": ("anchoring.approximate",),
        "resvg_py": ("rendering.png",),
        "rich": ("cli",),
        "yaml": ("reading.recovering", "reading.syntax", "reading.values"),
    }
)
"""Where each third-party library may be imported: in one room, but for the models, whose errors and fields others read."""

LONGEST: Final = 400
TABLES: Final = frozenset({"layout.advances"})
"""Files of numbers, made by a program: nobody reads them line by line."""


@dataclass(frozen=True)
class Module:
    """A module of the package, by its name below it: `cli.check`; the package itself has none."""

    name: str
    text: str
    tree: ast.Module


def module_at(path: Path) -> Module:
    name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")
    text = path.read_text(encoding="utf-8")
    return Module(name, text, ast.parse(text))


MODULES: Final = tuple(module_at(path) for path in sorted(PACKAGE.rglob("*.py")))
NAMES: Final = frozenset(module.name for module in MODULES)


def room_of(name: str) -> str:
    """The longest entry of the table that a module belongs to."""
    rooms = [room for row in ROOMS for room in row if name == room or name.startswith(f"{room}.")]
    assert rooms, f"argmap.{name} stands in no row of the table of rooms"
    return max(rooms, key=len)


def row_of(name: str) -> int:
    return next(number for number, row in enumerate(ROOMS) if room_of(name) in row)


def imports(tree: ast.Module) -> Iterator[str]:
    """What is imported anywhere in a module, as full names of modules."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                for alias in names:
                    inner = f"{module}.{alias.name}"
                    is_module = inner.removeprefix("argmap.") in NAMES
                    yield inner if is_module or module == "argmap" else module
            case ast.ImportFrom(level=level):
                raise AssertionError(f"relative import of level {level}")
            case _:
                pass


def own_imports(module: Module) -> list[str]:
    return [name.removeprefix("argmap.") for name in imports(module.tree) if name.startswith("argmap.")]


def is_inside(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def changeable(tree: ast.Module) -> Iterator[str]:
    """The lists, dictionaries and sets that a module holds under a name that is not final."""
    containers = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                pass
            case ast.Assign(value=value) if isinstance(value, containers):
                yield ast.unparse(node)[:60]
            case ast.AnnAssign(value=value, annotation=annotation) if isinstance(value, containers):
                if not ast.unparse(annotation).startswith("Final"):
                    yield ast.unparse(node)[:60]
            case _:
                pass


def test_what_is_imported_is_a_module_and_not_the_package_which_is_for_its_users() -> None:
    wanted = [(module.name, name) for module in MODULES if module.name for name in own_imports(module)]
    assert [(module, name) for module, name in wanted if name not in NAMES and name != "__version__"] == []


def test_every_arrow_points_up_the_table_of_rooms() -> None:
    arrows = [(module.name, name) for module in MODULES if module.name for name in own_imports(module) if name in NAMES]
    assert len(arrows) > 100
    back = [(one, two) for one, two in arrows if room_of(one) != room_of(two) and row_of(one) <= row_of(two)]
    assert back == [], "the first of each must not import the second"


def test_a_library_is_imported_in_its_own_place_only() -> None:
    known = {*sys.stdlib_module_names, "argmap"}
    wanted = {(name.partition(".")[0], module.name) for module in MODULES for name in imports(module.tree)}
    libraries = {(library, module) for library, module in wanted if library not in known}
    assert {library for library, _ in libraries} == set(LIBRARIES)
    assert [(library, module) for library, module in sorted(libraries) if not is_inside(module, LIBRARIES[library])] == []


def test_no_module_has_state_that_can_change() -> None:
    assert [(module.name, found) for module in MODULES for found in changeable(module.tree)] == []


def test_a_file_can_be_read_in_one_sitting() -> None:
    lengths = {module.name: module.text.count("\n") for module in MODULES if module.name not in TABLES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_every_module_says_what_it_is_for() -> None:
    assert [module.name for module in MODULES if not ast.get_docstring(module.tree)] == []


def test_no_package_bears_the_name_of_a_public_function() -> None:
    import argmap

    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} | {path.stem for path in PACKAGE.glob("*.py")}
    assert not packages & set(argmap.__all__)


def test_every_row_of_the_table_is_explained_in_the_documentation() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    assert [tuple(room.strip(" `") for room in row.split(",")) for row in rows] == list(ROOMS)
