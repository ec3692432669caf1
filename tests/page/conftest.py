"""Pages opened in a real browser from their files; a page that logs an error or asks for anything outside fails its test.

To keep tests cheap: corpora are read with `loaded`, pages rendered once for all tests that ask for the same one, and windows used
again (see `windows` in tests/conftest.py); a `fresh` one has no history. Wait with `settle` and `state`, not for a time.
"""

import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from argmap.api import AnnotatedCorpus, load, loads, render
from tests.windows import Windows

ROOT = Path(__file__).parents[2]
SOURCES = Path(os.environ.get("ARGMAP_SOURCES", ROOT / ".." / "shared" / "sources"))
CAR_FREE = ROOT / "annotations" / "car-free-centre"
JAPAN = ROOT / "annotations" / "japan-central-asia.yaml"

SETTLED = """() => new Promise((done, fail) => {
  const moves = () => !document.querySelector("html.ready") || document.querySelector("#map.moved");
  let looks = 0;
  const look = () => {
    looks += 1;
    if (looks > 400) fail(new Error("the map does not come to rest"));
    else if (moves()) setTimeout(look, 20);
    else requestAnimationFrame(done);
  };
  requestAnimationFrame(() => requestAnimationFrame(look));
})"""

PLACE = """() => {
  const {transform} = document.getElementById("stage").style;
  const found = /translate3d\\((.+?)px, (.+?)px, 0(?:px)?\\) scale\\((.+?)\\)/.exec(transform);
  return {x: +found[1], y: +found[2], scale: +found[3]};
}"""


WRITTEN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 125))))"
"""What is typed takes effect in the next frame; 120 ms later the page writes its address. This timer is due after that one."""


OPENED = itertools.count()
"""Counts the pages that were opened."""


@cache
def loaded(path: Path) -> AnnotatedCorpus:
    """Return the corpus of a file or folder, read once."""
    return load(path)


@dataclass
class Room:
    """A page and what a reader does with it."""

    page: Page
    address: str
    faults: list[str]

    def open(self, state: str = "") -> "Room":
        """Open the page, at a state of it."""
        # A query of its own makes the browser load the page anew: another state alone would but change the address.
        self.page.goto(f"{self.address}?{next(OPENED)}{state and '#' + state}")
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until the map is still."""
        self.page.evaluate(SETTLED)

    def card(self, identity: str) -> Locator:
        """Return the card of a claim on the map."""
        return self.page.locator(f'#stage .card:not(.question)[data-id="{identity}"]')

    def find(self, selector: str, **options: Any) -> Locator:
        """Return what a selector finds."""
        return self.page.locator(selector, **options)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, the map coming to rest after each."""
        for key in keys:
            self.page.keyboard.press(key)
            self.settle()

    def place(self) -> dict[str, float]:
        """Return where the map stands."""
        return dict(self.page.evaluate(PLACE))

    def state(self) -> str:
        """Return the state in the address, once it is written."""
        self.page.evaluate(WRITTEN)
        return str(self.page.evaluate("decodeURIComponent(location.hash.slice(1))"))

    def focused(self) -> str:
        """Return the node of the map that has the focus."""
        return str(self.page.evaluate("document.activeElement.dataset.node ?? document.activeElement.id"))

    def said(self) -> str:
        """Return what the live region says."""
        return str(self.page.locator("#announcer").text_content()).strip()

    def shown(self) -> list[str]:
        """Return the ids of the claims that are on the map and not faded."""
        found = self.page.evaluate(
            "() => [...document.querySelectorAll('#stage .card:not(.question, .gone, .faded)')].map(card => card.dataset.id)"
        )
        return list(found)


OpenRoom = Callable[..., Room]
Pages = Callable[..., Path]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Return a function that renders a corpus or a text as a page, once for the same options."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[str, tuple[AnnotatedCorpus | str, Path]] = {}

    def page_of(what: AnnotatedCorpus | str, **options: Any) -> Path:
        name = repr((what if isinstance(what, str) else id(what), sorted(options.items())))
        if name not in made:
            path = folder / f"page{len(made)}.html"
            path.write_text(render(loads(what) if isinstance(what, str) else what, "html", **options), "utf-8")
            made[name] = what, path
        return made[name][1]

    return page_of


@pytest.fixture
def rooms(windows: Windows, pages: Pages) -> OpenRoom:
    """Return a function that renders a corpus, or takes a file, and opens it."""

    def open_room(
        what: AnnotatedCorpus | Path | str,
        state: str = "",
        *,
        context: dict[str, Any] | None = None,
        fresh: bool = False,
        **options: Any,
    ) -> Room:
        path = what if isinstance(what, Path) else pages(what, **options)
        settings: dict[str, Any] = {"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce", **(context or {})}
        window = windows(fresh=fresh, **settings)
        return Room(window.page, path.as_uri(), window.faults).open(state)

    return open_room


@pytest.fixture(scope="session")
def car_free_page(pages: Pages) -> Path:
    """Return the page of the car-free corpus."""
    return pages(loaded(CAR_FREE), language="en")


@pytest.fixture
def car_free(rooms: OpenRoom, car_free_page: Path) -> Room:
    """Return the page of the car-free corpus, opened."""
    return rooms(car_free_page)
