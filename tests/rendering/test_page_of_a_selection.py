"""The page of a map that was narrowed down: what is said of things that are not on it is no link that leads nowhere."""

from pathlib import Path

import argmap
from tests.windows import Windows

TEXT = """\
argmap: 1
source: {title: Interview}
actors: {ann: Ann}
questions: {shown: What is shown?, other: What is not?}
claims:
  here: {text: This is here., answers: [shown, other]}
  there: {text: That is there., answers: other}
statements:
  - {by: ann, claim: here, stance: for, given: there}
  - {by: ann, claim: there, stance: for}
"""


def test_a_card_links_to_nothing_that_is_not_on_the_map(windows: Windows, tmp_path: Path) -> None:
    selection = argmap.Selection(questions=("interview/shown",))
    path = tmp_path / "page.html"
    path.write_text(argmap.render(argmap.loads(TEXT, "interview.yaml"), "html", selection=selection), "utf-8")
    page = windows(viewport={"width": 1400, "height": 900}).page
    page.goto(path.as_uri() + "#claim=here&open=1")
    card = page.locator("#card")
    assert card.locator(".answering").inner_text() == "Answers: What is shown?"
    assert card.locator(".given").inner_text() == "On this condition: That is there."
    assert card.locator("a").all_inner_texts() == ["What is shown?"]
