"""The program as a process: what it imports, how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest

from tests.cli.conftest import ROOT, Run

EXAMPLE: Final = "annotations/japan-central-asia.yaml"
PYTHON: Final = (sys.executable, "-X", "utf8")


def python(*arguments: str, environment: Mapping[str, str] = MappingProxyType({})) -> subprocess.CompletedProcess[str]:
    command = [*PYTHON, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, **environment})  # noqa: S603


def imported(*arguments: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    script = "import atexit, sys; atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr)); "
    ran = python("-c", script + (f"from argmap.cli import main; main({list(arguments)!r})" if arguments else "import argmap"))
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.split())


def test_importing_the_package_imports_nothing_heavy() -> None:
    modules = imported()
    assert "argmap" in modules
    assert not modules & {
        "pydantic",
        "yaml",
        "networkx",
        "click",
        "jinja2",
        "rich",
        "rapidfuzz",
        "importlib.metadata",
        "argmap.api",
    }


def test_help_imports_no_command_and_no_library_but_click() -> None:
    modules = imported("--help")
    assert not modules & {"pydantic", "yaml", "networkx", "jinja2", "rich", "rapidfuzz", "importlib.metadata", "argmap.cli.check"}


@pytest.mark.parametrize("suffix", [None, "svg", "json", "dot"])
def test_checking_and_drawing_import_no_library_that_they_do_not_need(suffix: str | None, tmp_path: Path) -> None:
    command = ("check", EXAMPLE) if suffix is None else ("render", EXAMPLE, "-o", str(tmp_path / f"map.{suffix}"))
    modules = imported(*command)
    assert "pydantic" in modules
    assert not modules & {"networkx", "jinja2", "rich", "rapidfuzz", "numpy", "scipy", "importlib.metadata", "email", "zipfile"}


def test_a_process_ends_with_the_status_of_its_command() -> None:
    assert python("-m", "argmap", "check", EXAMPLE).returncode == 0
    assert python("-m", "argmap", "check", "gone").returncode == 1
    assert python("-m", "argmap", "chek").returncode == 2
    assert python("-m", "argmap", "--version").stdout == f"argmap {_version()}\n"


def _version() -> str:
    import argmap

    return argmap.__version__


@pytest.mark.usefixtures("checkout")
def test_a_mistyped_command_is_recognised(argmap: Run) -> None:
    ran = argmap("rendr", "article.yaml")
    assert ran.status == 2
    assert "No such command 'rendr'. Did you mean 'render'?" in ran.err
    assert "To check it: argmap check README.md" in argmap("README.md").err


def test_a_reader_that_stops_early_ends_the_program_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [*PYTHON, "-m", "argmap", "explain"]
    ran = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)  # noqa: S603 - our own program
    os.close(writing)
    assert ran.stderr == b""


def test_an_interrupt_ends_the_program_with_its_own_status(argmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("argmap.api.load", interrupted)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what runs in the background ignore it
    try:
        assert argmap("check", "annotations").status == 130
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_fault_of_the_program_is_a_message_and_with_a_switch_a_traceback(argmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("argmap.api.load", faulty)
    monkeypatch.delenv("ARGMAP_DEBUG", raising=False)
    ran = argmap("check", "annotations")
    assert ran.status == 1
    assert ran.err.startswith("argmap: this is a fault of argmap, not yours: ZeroDivisionError: division by zero\n")
    monkeypatch.setenv("ARGMAP_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        argmap("check", "annotations")


def test_a_terminal_of_an_old_encoding_gets_escapes_instead_of_an_error() -> None:
    ran = python("-m", "argmap", "check", EXAMPLE, environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert ran.returncode == 0
    assert ran.stderr == ""


@pytest.mark.parametrize(("variable", "coloured"), [("NO_COLOR", False), ("SOMETHING_ELSE", True)])
def test_a_terminal_gets_colours_unless_it_wants_none(variable: str, coloured: bool) -> None:  # noqa: FBT001 - a parameter
    pty = pytest.importorskip("pty")
    terminal, end = pty.openpty()
    command = [*PYTHON, "-m", "argmap", "explain", "AM201"]
    environment = {**{name: value for name, value in os.environ.items() if name != "NO_COLOR"}, variable: "1"}
    subprocess.run(command, cwd=ROOT, stdout=end, stderr=end, check=True, env=environment)  # noqa: S603 - our own program
    printed = os.read(terminal, 10_000)
    os.close(end)
    os.close(terminal)
    assert b"unknown-reference" in printed
    assert (b"\x1b[" in printed) is coloured
