"""The button that copies a link says so for a moment, however often it is pressed."""

from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser

import argmap


def test_a_button_that_is_pressed_twice_says_in_the_end_what_it_does(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(argmap.render(argmap.loads("argmap: 1\nclaims: {rain: It rains.}"), "html"), "utf-8")
    with closing(browser.new_context(permissions=["clipboard-read", "clipboard-write"])) as context:
        page = context.new_page()
        page.clock.install()
        page.goto(path.as_uri())
        page.locator("#share-button").click()
        button = page.locator("#copy-button")
        for _ in range(2):
            button.click()
            page.clock.run_for(200)
            button.get_by_text("Link copied").wait_for()
        page.clock.run_for(5000)
        assert button.inner_text() == "Copy link to this view"
