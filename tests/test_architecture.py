"""Who may import whom: the arrows of the design point one way."""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "argmap"

ROOMS: Final = (
    ("words", "text", "quote", "circles", "shipped"),
    ("diagnostics", "model", "graph", "catalogue", "anchoring"),
    ("reading",),
    ("corpus",),
    ("references", "locating", "provenance", "standing", "selection", "rivalry"),
    ("linking", "view", "checks", "comparison.dates", "comparison.spreadsheet"),
    ("comparison.request",),
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
        "pydantic": ("model", "reading", "writing"),
        "pydantic_core": ("model", "reading"),
        "rapidfuzz": ("anchoring.approximate",),
        "resvg_py": ("rendering.png",),
        "rich": ("cli",),
        "yaml": ("reading.syntax", "reading.values"),
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
    path: Path

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"))


def modules() -> tuple[Module, ...]:
    paths = sorted(path for path in PACKAGE.rglob("*.py"))
    return tuple(
        Module(".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip("."), path)
        for path in paths
    )


MODULES: Final = modules()
NAMES: Final = frozenset(module.name for module in MODULES)
INSIDE: Final = tuple(module for module in MODULES if module.name)


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


@pytest.mark.parametrize("module", INSIDE, ids=lambda module: module.name)
def test_every_arrow_points_up_the_table_of_rooms(module: Module) -> None:
    for name in own_imports(module):
        if name == "__version__":
            continue
        assert name in NAMES, f"argmap.{module.name} imports {name} from the package itself, which is for its users"
        same_room = room_of(name) == room_of(module.name)
        assert same_room or row_of(name) < row_of(module.name), f"argmap.{module.name} must not import argmap.{name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name or "argmap")
def test_a_library_is_imported_in_its_own_place_only(module: Module) -> None:
    known = {*sys.stdlib_module_names, "argmap"}
    for library in {name.partition(".")[0] for name in imports(module.tree)} - known:
        places = LIBRARIES[library]
        assert any(module.name == place or module.name.startswith(f"{place}.") for place in places), (
            f"{library} in argmap.{module.name}"
        )


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name or "argmap")
def test_no_module_has_state_that_can_change(module: Module) -> None:
    containers = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    for node in module.tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                is_fixed = True
            case ast.Assign(value=value):
                is_fixed = not isinstance(value, containers)
            case ast.AnnAssign(value=value, annotation=annotation):
                is_fixed = not isinstance(value, containers) or ast.unparse(annotation).startswith("Final")
            case _:
                is_fixed = True
        assert is_fixed, f"argmap.{module.name}: {ast.unparse(node)[:60]}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name or "argmap")
def test_a_file_can_be_read_in_one_sitting(module: Module) -> None:
    lines = len(module.path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST or module.name in TABLES, f"argmap.{module.name} has {lines} lines"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name or "argmap")
def test_every_module_says_what_it_is_for(module: Module) -> None:
    assert ast.get_docstring(module.tree), f"argmap.{module.name} has no docstring"


def test_no_package_bears_the_name_of_a_public_function() -> None:
    import argmap

    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} | {path.stem for path in PACKAGE.glob("*.py")}
    assert not packages & set(argmap.__all__)


def test_every_row_of_the_table_is_explained_in_the_documentation() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    assert [tuple(room.strip(" `") for room in row.split(",")) for row in rows] == list(ROOMS)
