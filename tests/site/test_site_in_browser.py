from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.conftest import BuiltSite
from tests.windows import Windows, serious_faults

PAGES = (
    "index.html",
    "comparison.html",
    "questions/codebook~close-centre.html",
    "actors/codebook~rescue-chief.html",
    "claims/codebook~close-to-cars.html",
    "claims/codebook~velmond-trade.html",
)


@pytest.fixture
def page(windows: Windows) -> Page:
    return windows(viewport={"width": 1400, "height": 900}).page


@pytest.mark.parametrize(
    ("corpus", "path"),
    [
        ("everything", "index.html"),
        ("everything", "comparison.html"),
        ("everything", "questions/everything~dredge.html"),
        ("everything", "claims/everything~fewer.html"),
        ("car-free", "claims/codebook~close-to-cars.html"),
        ("car-free", "actors/codebook~rescue-chief.html"),
    ],
)
def test_nothing_serious_keeps_anybody_out(page: Page, built_site: BuiltSite, corpus: str, path: str) -> None:
    # Every element is looked at: a small corpus has one of each kind, but for changes of mind and second readings.
    page.goto((built_site(corpus, "en") / path).as_uri())
    assert serious_faults(page) == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_pages_open_without_faults_and_fit_the_window(page: Page, built_site: BuiltSite, language: str) -> None:
    site = built_site("car-free", language)
    for path in PAGES:
        page.goto((site / path).as_uri())
        for width in (420, 1400):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)


def test_from_a_quote_to_its_passage_and_back_to_the_start(page: Page, built_site: BuiltSite) -> None:
    page.goto((built_site("car-free", "en") / "claims/codebook~close-to-cars.html").as_uri())
    page.locator(".said .head a").first.click()
    page.wait_for_selector("html.ready")
    assert "sources/" in page.url
    assert page.locator("#card h2").inner_text() == "The Island should be closed to private cars round the clock."
    page.click("#home")
    assert page.url.endswith("index.html")


def test_the_lists_of_the_start_page_can_be_searched(page: Page, built_site: BuiltSite) -> None:
    page.goto((built_site("car-free", "en") / "index.html").as_uri())
    items = page.locator("#claim-list li:visible")
    everything = items.count()
    page.locator("#claims input").fill("customers")
    assert 0 < items.count() < everything


def test_hostile_words_do_nothing(page: Page, built_site: BuiltSite) -> None:
    site: Path = built_site("hostile", "en")
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.title() != "broken into"
        assert page.locator("img").count() == 0
