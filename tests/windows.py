"""Windows of a real browser that watch what goes wrong in them, and axe-core's judgement on what they show."""

from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Error, Page, Request


@dataclass
class Window:
    """A window of the browser, and what was wrong in it."""

    context: BrowserContext
    page: Page
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

    def clear(self) -> None:
        """Leave nothing of a test to the next, which loads a page of its own."""
        self.page.emulate_media(media="null")


class Windows(Protocol):
    """Gives a window with such settings of a browser context: one that another test has left, or a `fresh` one without history."""

    def __call__(self, *, fresh: bool = False, **settings: Any) -> Window: ...


def serious_faults(page: Page) -> list[tuple[str, str]]:
    """Return what axe-core finds serious or critical: its rule and the element.

    It looks at the page in the light, then in the dark: there at colours alone, since nothing else differs.
    """
    page.evaluate(_axe())
    found: list[tuple[str, str]] = []
    for scheme, rules in (("light", None), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
        violations = page.evaluate("options => axe.run(document, options).then(result => result.violations)", options)
        serious = [fault for fault in violations if fault["impact"] in {"serious", "critical"}]
        found += [(f"{fault['id']} in the {scheme}", node["html"][:200]) for fault in serious for node in fault["nodes"]]
    page.emulate_media(color_scheme="null")
    return found


@cache
def _axe() -> str:
    """Return the script of axe-core, which a package brings along."""
    package = find_spec("axe_playwright_python")
    assert package
    assert package.origin
    return Path(package.origin).with_name("axe.min.js").read_text("utf-8")
