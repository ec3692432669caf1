"""Measure the HTML page in Chromium: its size, the time to open, frames while panning and zooming, a search with its repaint.

usage: python benchmarks/page.py [--sizes 40 1000 10000 20000] [--chromium PROGRAM]

Frames are the distances between two animation frames while a pointer drags the map, and while a wheel zooms it; 60 a second are
16.7 ms.
Nothing here is a test: machines differ, and are noisy.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from debate import as_argmap, debate
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium-headless-shell", "chromium")
"""The first that is here is measured."""

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update")

OPENED = """() => new Promise(done => {
  const wait = () => document.documentElement.classList.contains("ready")
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))) : setTimeout(wait, 5);
  wait();
})"""
"""Milliseconds from the start of loading to the second frame after the page has come to life."""

DRAGGED = """() => new Promise(done => {
  const map = document.getElementById("map");
  const box = map.getBoundingClientRect();
  let [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const send = (type) =>
    map.dispatchEvent(new PointerEvent(type, {bubbles: true, pointerId: 7, button: 0, clientX: x, clientY: y}));
  map.setPointerCapture = () => {};
  const frames = [];
  let last = null;
  send("pointerdown");
  const step = (now) => {
    if (last !== null) frames.push(now - last);
    last = now;
    [x, y] = [x + 14 * Math.sign(Math.sin(frames.length / 25)), y + 5 * Math.cos(frames.length / 25)];
    send("pointermove");
    if (frames.length < 150) requestAnimationFrame(step);
    else { send("pointerup"); done(frames); }
  };
  requestAnimationFrame(step);
})"""

ZOOMED = """() => new Promise(done => {
  const map = document.getElementById("map");
  const box = map.getBoundingClientRect();
  const frames = [];
  let last = null;
  const step = (now) => {
    if (last !== null) frames.push(now - last);
    last = now;
    map.dispatchEvent(new WheelEvent("wheel", {bubbles: true, cancelable: true, deltaY: frames.length % 80 < 40 ? -40 : 40,
      clientX: box.left + box.width / 2, clientY: box.top + box.height / 2}));
    if (frames.length < 160) requestAnimationFrame(step);
    else done(frames);
  };
  requestAnimationFrame(step);
})"""

SEARCHED = """(query) => new Promise(done => {
  const field = document.getElementById("query");
  const start = performance.now();
  field.value = query;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))));
})"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure the HTML page in Chromium.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[40, 1000, 10000, 20000])
    parser.add_argument("--chromium", default=next(filter(None, map(shutil.which, BROWSERS)), None))
    options = parser.parse_args()
    columns = ("file", "a claim", "made in", "opens in", "pan, whole", "pan, near", "zoom", "search")
    print(f"{'claims':>8}" + "".join(f"{column:>20}" for column in columns))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=list(FLAGS))
        for size in options.sizes:
            path = Path(folder, f"d{size}.html")
            made = _make(size, path)
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            figures = [
                f"{path.stat().st_size / 1e6:.2f} MB",
                f"{path.stat().st_size / size / 1000:.2f} KB",
                made,
                *_look(page, path),
            ]
            page.close()
            print(f"{size:>8,}" + "".join(f"{figure:>20}" for figure in figures), flush=True)
        browser.close()


def _make(size: int, path: Path) -> str:
    annotation = path.with_suffix(".yaml")
    annotation.write_text(as_argmap(debate(size)), "utf-8")
    command = [sys.executable, "-m", "argmap", "render", str(annotation), "-o", str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return f"{usage.ru_utime + usage.ru_stime:.1f} s {_megabytes(usage):.0f} MB"


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def _look(page: Page, path: Path) -> list[str]:
    """Return the figures of one page, opened once to warm up and three times to measure."""
    opened = []
    for _ in range(4):
        page.goto("about:blank")
        page.goto(path.as_uri(), wait_until="commit")
        opened.append(page.evaluate(OPENED))
    page.wait_for_timeout(800)
    whole = _frames(page.evaluate(DRAGGED))
    page.locator("#fit-button").click()
    page.wait_for_timeout(600)
    page.locator("#query").fill("harbour")
    page.locator("#query").press("Enter")
    page.locator("#query").fill("")
    page.wait_for_timeout(900)
    near = _frames(page.evaluate(DRAGGED))
    zoom = _frames(page.evaluate(ZOOMED))
    page.locator("#fit-button").click()
    page.wait_for_timeout(600)
    searched = [page.evaluate(SEARCHED, query) for query in ("bridge", "bridge council", "wint", "a", "Speaker 3 market")]
    return [
        f"{statistics.median(opened[1:]) / 1000:.2f} s",
        whole,
        near,
        zoom,
        f"{statistics.median(searched):.0f} ms (≤ {max(searched):.0f})",
    ]


def _frames(frames: list[Any]) -> str:
    """Return the mean and the longest of the usual distances between frames: 19 of 20 are not longer."""
    ordered = sorted(float(frame) for frame in frames)
    return f"{statistics.mean(ordered):.1f} (≤ {ordered[int(len(ordered) * 0.95)]:.0f}) ms"


if __name__ == "__main__":
    main()
