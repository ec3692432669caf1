import json
import re
from itertools import chain
from pathlib import Path

import pytest

import argmap
from argmap.catalogue import Catalogue, catalogue_of, plural_category
from argmap.drawing import EdgeKind, Sample
from argmap.words import ClaimKind, EvidenceKind, QuestionKind, Stance

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
LANGUAGES = sorted(path.name.split(".")[1] for path in TEMPLATES.glob("words.*.json"))


def variables(entry: object) -> set[str]:
    texts = [entry] if isinstance(entry, str) else entry.values() if isinstance(entry, dict) else []
    return set(chain.from_iterable(re.findall(r"\{(\w+)\}", text) for text in texts))


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return catalogue_of(request.param)


def test_every_catalogue_has_the_same_entries_with_the_same_variables() -> None:
    english = json.loads((TEMPLATES / "words.en.json").read_text("utf-8"))
    for language in LANGUAGES:
        other = json.loads((TEMPLATES / f"words.{language}.json").read_text("utf-8"))
        assert sorted(other) == sorted(english)
        for key, entry in english.items():
            if key != "plural":
                assert variables(other[key]) == variables(entry), f"{language}: {key}"


def test_every_plural_has_every_category_of_its_language(catalogue: Catalogue) -> None:
    rules = catalogue.entries["plural"]
    assert isinstance(rules, dict)
    for key, entry in catalogue.entries.items():
        if isinstance(entry, dict) and key != "plural":
            assert set(entry) == {*rules, "other"}, key


def test_every_closed_set_that_is_drawn_has_its_words(catalogue: Catalogue) -> None:
    keys = [
        *(f"question.{kind}" for kind in QuestionKind),
        *(f"claim.{kind}" for kind in ClaimKind),
        *(f"evidence.{kind}" for kind in EvidenceKind),
        *(f"stance.{stance}" for stance in Stance),
        *(f"holders.{stance}" for stance in Stance),
        *(f"relation.{kind}" for kind in EdgeKind),
        *(f"legend.{sample}" for sample in Sample),
    ]
    assert [key for key in keys if key not in catalogue.entries] == []


def test_every_word_is_said_somewhere() -> None:
    paths = [*(ROOT / "argmap").rglob("*.py"), *TEMPLATES.rglob("*.mjs"), *TEMPLATES.rglob("*.html")]
    code = "\n".join(path.read_text("utf-8") for path in paths)
    # A whole key, or the beginning of one that goes on with what stands in a variable.
    whole = set(re.findall(r"""["'`]([a-z_][a-z_0-9.]*)["'`]""", code))
    begun = set(re.findall(r"""["'`]([a-z_][a-z_0-9.]*[._])(?:\$?\{|["'] ~)""", code))

    def is_said(key: str) -> bool:
        return key in whole or any(key.startswith(beginning) and "." not in key[len(beginning) :] for beginning in begun)

    begun.remove("terminal.")  # which is put in front of all words of the terminal
    words = sorted(catalogue_of("en").entries)
    assert [key for key in words if not is_said(key) and not is_said(key.removeprefix("terminal."))] == []


def test_no_words_go_along_with_a_page_that_its_scripts_never_say() -> None:
    page = argmap.render(argmap.loads("argmap: 1\nclaims: {rents-rise: Rents rise.}"), "html")
    carried = set(re.findall(r'"([a-z]+)\.[a-z_.]+":', page))
    scripts = "\n".join(path.read_text("utf-8") for path in (TEMPLATES / "page").iterdir())
    assert {"page", "map", "stance"} <= carried
    assert [family for family in sorted(carried) if f"{family}." not in scripts] == []


def test_russian_counts_as_cldr_says() -> None:
    rules = catalogue_of("ru").entries["plural"]
    assert isinstance(rules, dict)
    categories = {number: plural_category(rules, number) for number in (0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112)}
    one, few = {1, 21, 101}, {2, 4, 22}
    assert categories == {number: "one" if number in one else "few" if number in few else "many" for number in categories}


def test_numbers_are_written_as_in_the_language() -> None:
    english, russian = catalogue_of("en"), catalogue_of("ru")
    assert [english.number(1234.5, 1), english.count("map.claims", 12345)] == ["1,234.5", "12,345 claims"]
    assert [russian.number(1234.5, 1), russian.count("map.claims", 12345)] == ["1\u00a0234,5", "12\u00a0345\u00a0тезисов"]


def test_words_are_set_with_the_signs_of_print(catalogue: Catalogue) -> None:
    texts = chain.from_iterable(entry.values() if isinstance(entry, dict) else [entry] for entry in catalogue.entries.values())
    assert [text for text in texts if isinstance(text, str) and re.search(r"""['"]|\.\.\.| - """, text)] == []


def test_no_line_of_russian_begins_with_a_dash_or_with_what_a_number_counts() -> None:
    texts = json.dumps(catalogue_of("ru").entries, ensure_ascii=False)
    assert " —" not in texts
    assert "{count} " not in texts


@pytest.mark.parametrize("tag", ["", "../../etc/passwd", "kk", "en-GB", "x" * 300, "ру"])
def test_any_language_has_words(tag: str) -> None:
    assert catalogue_of(tag).say("map") == "Argument map"


def test_a_date_is_as_precise_as_it_is_known() -> None:
    english = catalogue_of("en")
    assert [english.date(date) for date in ("2025", "2025-03", "2025-03-07", "about 1900")] == [
        "2025",
        "March 2025",
        "7 March 2025",
        "about 1900",
    ]
