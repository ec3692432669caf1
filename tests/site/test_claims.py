from argmap.api import loads
from argmap.site.pages import site_pages
from tests.site.conftest import material_of

LINKED = """\
argmap: 1
source: {title: A hearing}
claims:
  wages: {text: Wages rise.}
  first: {text: The firm earns more.}
  second: {text: The firm earns more.}
evidence:
  books: {text: It earned twice as much., kind: statistic, cites: [{title: The books, date: 2025-03}]}
arguments:
  profit: {premises: [first, second, books], supports: wages}
"""


def page_of(claim: str) -> str:
    return next(page.text for page in site_pages(material_of(loads(LINKED, "hearing.yaml"))) if page.path.endswith(f"{claim}.html"))


def test_a_premise_is_named_with_all_others_though_their_words_are_the_same() -> None:
    together = page_of("first").partition("together with")[2].partition("</p>")[0]
    assert together.count("The firm earns more.") == 1
    assert "It earned twice as much." in together


def test_the_date_of_what_is_cited_is_written_in_words() -> None:
    assert "(March 2025)" in page_of("books")
