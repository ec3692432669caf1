"""Pages opened in a real browser from their files; a page that logs an error or asks for anything outside fails its test."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Error, Locator, Page, Request

from argmap.api import AnnotatedCorpus, load, loads, render

ROOT = Path(__file__).parents[2]
SOURCES = Path(os.environ.get("ARGMAP_SOURCES", ROOT / ".." / "shared" / "sources"))
CAR_FREE = ROOT / "annotations" / "car-free-centre"
JAPAN = ROOT / "annotations" / "japan-central-asia.yaml"

SETTLED = """() => new Promise((done, fail) => {
  const moves = () => document.getElementById("map").classList.contains("moved");
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


@dataclass
class Room:
    """A page and what a reader does with it."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Write down every error, every dialog and every request that leaves the file."""

        def log(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.faults.append(message.text)

        def fail(error: Error) -> None:
            self.faults.append(str(error))

        def dismiss(dialog: Dialog) -> None:
            self.faults.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        def ask(request: Request) -> None:
            if not request.url.startswith(("file:", "blob:", "about:")):
                self.faults.append(request.url)

        self.page.on("console", log)
        self.page.on("pageerror", fail)
        self.page.on("dialog", dismiss)
        self.page.on("request", ask)

    def open(self, state: str = "") -> "Room":
        """Open the page, at a state of it."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}{state and '#' + state}")
        self.page.wait_for_selector("html.ready")
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
        self.page.wait_for_timeout(250)
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


@pytest.fixture
def rooms(browser: Browser, tmp_path: Path) -> Iterator[OpenRoom]:
    """Return a function that renders a corpus, or takes a file, and opens it."""
    opened: list[tuple[BrowserContext, Room]] = []

    def open_room(
        what: AnnotatedCorpus | Path | str, state: str = "", *, context: dict[str, Any] | None = None, **options: Any
    ) -> Room:
        path = what
        if not isinstance(what, Path):
            path = tmp_path / f"page{len(opened)}.html"
            annotated = loads(what) if isinstance(what, str) else what
            path.write_text(render(annotated, "html", **options), "utf-8")
        assert isinstance(path, Path)
        settings: dict[str, Any] = {"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce", **(context or {})}
        window = browser.new_context(**settings)
        window.set_default_timeout(5000)
        page = window.new_page()
        room = Room(page, path.as_uri())
        room.listen()
        opened.append((window, room))
        return room.open(state)

    yield open_room
    faults = [fault for _, room in opened for fault in room.faults]
    for window, _ in opened:
        window.close()
    assert faults == []


@pytest.fixture(scope="session")
def car_free_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the car-free corpus."""
    path = tmp_path_factory.mktemp("pages") / "car-free.html"
    path.write_text(render(load(CAR_FREE), "html", language="en"), "utf-8")
    return path


@pytest.fixture
def car_free(rooms: OpenRoom, car_free_page: Path) -> Room:
    """Return the page of the car-free corpus, opened."""
    return rooms(car_free_page)
