import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from argmap.site.pages import all_paths, site_pages
from tests.corpora import HOSTILE
from tests.site.conftest import CORPORA, BuiltSite, material_of


class Links(HTMLParser):
    """The addresses and ids of a page; what stands in scripts and styles is neither."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "href" and tag == "a":
                self.links.append(value or "")
            if name == "id":
                self.ids.add(value or "")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", CORPORA)
def test_every_link_resolves(built_site: BuiltSite, name: str, language: str) -> None:
    site = built_site(name, language)
    pages = {path.resolve(): Links(path.read_text("utf-8")) for path in site.rglob("*.html")}
    reached = {(site / "index.html").resolve()}
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in {"http", "https"}
                continue
            assert not link.startswith("/"), f"{link} is not relative"
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target in pages, f"{path.name}: {link}"
            reached.add(target)
            if parts.fragment and "=" not in parts.fragment:
                assert unquote(parts.fragment) in pages[target].ids, f"{path.name}: {link}"
    assert reached == set(pages), "a page that nothing leads to"


@pytest.mark.parametrize("name", CORPORA)
def test_the_same_corpus_gives_the_same_pages(built_site: BuiltSite, name: str) -> None:
    site = built_site(name, "en")
    again = {page.path: page.text for page in site_pages(material_of(CORPORA[name]()))}
    assert again == {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def test_there_is_a_page_for_everything(built_site: BuiltSite) -> None:
    site = built_site("car-free", "en")
    for page in (
        "index.html",
        "comparison.html",
        "sources/summer-trial.html",
        "sources/after-the-trial@boris.html",
        "questions/codebook~close-centre.html",
        "actors/codebook~rescue-chief.html",
        "claims/codebook~close-to-cars.html",
    ):
        assert (site / page).is_file(), page
    material = material_of(CORPORA["car-free"]())
    assert sorted(page.path for page in site_pages(material)) == sorted(set(all_paths(material)))


def test_a_claim_shows_who_stands_where_with_the_words(built_site: BuiltSite) -> None:
    text = (built_site("car-free", "en") / "claims/codebook~close-to-cars.html").read_text("utf-8")
    assert "Close it, and close it round the clock!" in text
    assert "Against, derived: this was not said." in text
    assert "Остров следует закрыть" in text


def test_an_actor_shows_changes_of_mind_with_both_quotes(built_site: BuiltSite) -> None:
    text = (built_site("car-free", "en") / "actors/codebook~rescue-chief.html").read_text("utf-8")
    assert "he opposes the closure" in text
    assert "he can recommend a closed Island" in text


def test_what_another_annotator_coded_is_told_apart(built_site: BuiltSite) -> None:
    texts = [path.read_text("utf-8") for path in (built_site("car-free", "en") / "claims").iterdir()]
    assert any("In another annotator" in text for text in texts)


def test_the_start_page_counts_what_is_derived_apart(built_site: BuiltSite) -> None:
    text = (built_site("car-free", "en") / "index.html").read_text("utf-8")
    line = text.partition("What splits most")[2].partition("The Island should stay open to cars.")[2].partition("</li>")[0]
    assert re.findall(r'href="#mark-(\w+)".*?</span>(\d+)', line) == [("for", "1"), ("derived", "7")]


def test_the_start_page_counts_what_it_lists(built_site: BuiltSite) -> None:
    text = (built_site("car-free", "en") / "index.html").read_text("utf-8")
    lists = (text.partition(f'id="{name}-list"')[2].partition("</ul>")[0] for name in ("actor", "claim"))
    actors, claims = (entries.count("<li>") for entries in lists)
    assert f"3 sources · {actors} actors · 34 claims · {claims - 34} pieces of evidence" in text


def test_claims_in_a_row_stand_apart_by_more_than_a_comma_behind_a_full_stop(built_site: BuiltSite) -> None:
    texts = [path.read_text("utf-8") for path in built_site("car-free", "en").rglob("*.html") if path.parent.name != "sources"]
    assert [text for text in texts if re.search(r"\.</span>(</a>)?, ", text)] == []


def test_a_reason_of_another_annotator_is_told_apart(built_site: BuiltSite) -> None:
    text = (built_site("car-free", "en") / "claims/codebook~city-loses-revenue.html").read_text("utf-8")
    reasons = text.partition("Reasons against")[2].partition("</section>")[0]
    assert reasons.count(">the annotator’s reading<") == reasons.count(">another annotator’s reading<") == 1


def test_satpayev_is_of_two_minds_on_the_standing_of_japan(built_site: BuiltSite) -> None:
    text = (built_site("japan", "ru") / "actors/japan-central-asia~satpaev.html").read_text("utf-8")
    assert "двойственная позиция" in text
    assert "в роли догоняющего" in text


def test_no_page_names_a_place_on_this_machine(built_site: BuiltSite) -> None:
    here = Path(__file__).parents[2].as_posix()
    for path in built_site("car-free", "en").rglob("*.html"):
        assert here not in path.read_text("utf-8")


def test_hostile_words_stay_words(built_site: BuiltSite) -> None:
    for path in built_site("hostile", "en").rglob("*.html"):
        text = path.read_text("utf-8")
        page = Links(text)
        assert "img" not in page.tags
        assert not {name for name in page.attributes if name.startswith("on")}
        assert HOSTILE not in text
        assert ">49" not in text
