from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.site.conftest import BuiltSite

PAGES = (
    "index.html",
    "comparison.html",
    "questions/codebook~close-centre.html",
    "actors/codebook~rescue-chief.html",
    "claims/codebook~close-to-cars.html",
    "claims/codebook~velmond-trade.html",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_serious_keeps_anybody_out(browser: Browser, built_site: BuiltSite, path: str, scheme: str) -> None:
    # The policy of the pages allows no scripts but their own.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": 1280, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((built_site("car-free", "en") / path).as_uri())
    found = [fault for fault in Axe().run(page).response["violations"] if fault["impact"] in {"serious", "critical"}]
    context.close()
    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in found] == []


@pytest.mark.parametrize("width", [420, 1400])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_pages_open_without_faults_and_fit_the_window(browser: Browser, built_site: BuiltSite, language: str, width: int) -> None:
    site = built_site("car-free", language)
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    for path in PAGES:
        page.goto((site / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()
    assert faults == []


def test_from_a_quote_to_its_passage_and_back_to_the_start(browser: Browser, built_site: BuiltSite) -> None:
    page = browser.new_page()
    page.goto((built_site("car-free", "en") / "claims/codebook~close-to-cars.html").as_uri())
    page.locator(".said .head a").first.click()
    page.wait_for_selector("html.ready")
    assert "sources/" in page.url
    assert page.locator("#card h2").inner_text() == "The Island should be closed to private cars round the clock."
    page.click("#home")
    assert page.url.endswith("index.html")
    page.close()


def test_the_lists_of_the_start_page_can_be_searched(browser: Browser, built_site: BuiltSite) -> None:
    page = browser.new_page()
    page.goto((built_site("car-free", "en") / "index.html").as_uri())
    items = page.locator("#claim-list li:visible")
    everything = items.count()
    page.locator("#claims input").fill("customers")
    assert 0 < items.count() < everything
    page.close()


def test_hostile_words_do_nothing(browser: Browser, built_site: BuiltSite) -> None:
    site: Path = built_site("hostile", "en")
    page = browser.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.title() != "broken into"
        assert page.locator("img").count() == 0
    page.close()
