"""The map glides from where it is to where it goes, whatever the first frame takes the time to be."""

from pathlib import Path

import argmap
from tests.windows import Windows

FRAMES_OF_THE_PAST = """() => {
  const soon = requestAnimationFrame;
  window.requestAnimationFrame = (step) => soon((now) => step(now - 100));
}"""
"""A frame bears the time at which it was begun, which may lie before what asked for it."""

SCALES = """() => new Promise((done) => {
  const stage = document.getElementById("stage");
  const scales = [];
  new MutationObserver(() => {
    scales.push(new DOMMatrix(getComputedStyle(stage).transform).a);
    if (scales.at(-1) > 1.39) done(scales);
  }).observe(stage, {attributes: true});
  document.getElementById("closer-button").click();
})"""
"""The scales that are seen on the way to 1.4."""


def test_who_zooms_in_never_sees_the_map_shrink(windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(argmap.render(argmap.loads("argmap: 1\nclaims: {rain: It rains.}"), "html"), "utf-8")
    page = windows(viewport={"width": 1400, "height": 900}).page
    page.goto(path.as_uri())
    page.evaluate(FRAMES_OF_THE_PAST)
    assert min(page.evaluate(SCALES)) >= 0.99
