"""What all tests may ask for: golden files and a browser."""

import gc
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.windows import Window, Windows

# No test has a time limit, machines differ, and every run tries the same inputs. Few, for all are tried at each change;
# `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile(
    "argmap",
    deadline=None,
    max_examples=30,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("search", settings.get_profile("argmap"), max_examples=1_000, derandomize=False)
settings.load_profile("argmap")

# Tests share their helpers; argmap itself is the installed one, where one is installed.
sys.path.append(str(Path(__file__).parents[1]))

GOLDEN = Path(__file__).parent / "golden"

BROWSERS = ("chromium-headless-shell", "chromium")
"""The first that is here is used, else Playwright's own: without a window's frame, pages open in half the time."""

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
)

UNPAINTED = "--force-gpu-mem-available-mb=1"
"""Leaves no memory to paint a page in: what tests ask for is computed all the same, in two thirds of the time."""


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over what has been imported: it is a million objects, and lives as long as the run."""
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the golden files should hold, to be read in the diff")


@dataclass(frozen=True)
class Golden:
    """Compares what a person would see with a file that a person has looked at."""

    update: bool

    def check(self, name: str, text: str) -> None:
        path = GOLDEN / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.exists(), f"no golden file {name}: run pytest with --update-golden and read it"
        assert text == path.read_bytes().decode("utf-8"), f"{name} differs: look, then run pytest with --update-golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(bool(request.config.getoption("--update-golden")))


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator["Browser"]:
    # Imported here: few tests look at pages.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, BROWSERS)), None)
        # Pictures of pages are golden files.
        unpainted = () if request.config.getoption("--update-golden") else (UNPAINTED,)
        launched = playwright.chromium.launch(executable_path=program, args=[*CHROMIUM_FLAGS, *unpainted])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def idle_windows() -> "dict[str, list[Window]]":
    """Windows that may be used again, by their settings."""
    return {}


@pytest.fixture
def windows(browser: "Browser", request: pytest.FixtureRequest, idle_windows: "dict[str, list[Window]]") -> "Iterator[Windows]":
    """Open windows that watch for faults, or take those that earlier tests have left; a test that fails leaves none."""
    from tests.windows import Window

    failed = request.session.testsfailed
    used: list[tuple[str, Window]] = []

    def window_of(*, fresh: bool = False, **settings: Any) -> Window:
        name = repr(sorted(settings.items()))
        idle = idle_windows.setdefault(name, [])
        if idle and not fresh:
            window = idle.pop()
            if settings.get("viewport"):
                window.page.set_viewport_size(settings["viewport"])
        else:
            context = browser.new_context(**settings)
            context.set_default_timeout(5000)
            window = Window(context, context.new_page())
            window.listen()
        used.append((name, window))
        return window

    yield window_of
    faults = [fault for _, window in used for fault in window.faults]
    for name, window in used:
        if faults or request.session.testsfailed != failed:
            window.context.close()
        else:
            window.clear()
            idle_windows[name].append(window)
    assert faults == []
