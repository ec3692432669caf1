"""The library's door, as a program uses it."""

import json
import os
import re
from pathlib import Path
from typing import Final

import pytest

import argmap
from argmap.diagnostics import Severity

ROOT: Final = Path(__file__).resolve().parent.parent
JAPAN: Final = ROOT / "annotations" / "japan-central-asia.yaml"
CORPUS: Final = ROOT / "annotations" / "car-free-centre"
SOURCES: Final = Path(os.environ.get("ARGMAP_SOURCES", ROOT / ".." / "shared" / "sources"))

RENT: Final = """\
argmap: 1
source: {title: Rents, date: 2025-03}
actors: {anna: Anna}
questions: {rent: Will rents fall?}
claims:
  fall: {text: {en: Rents will fall., ru: Аренда упадёт.}, answers: rent}
  build: {text: Much is built., supports: fall}
statements:
  - {by: anna, claim: fall, stance: for, quote: will fall}
  - {by: anna, claim: build, stance: for}
"""


@pytest.fixture
def rent() -> argmap.AnnotatedCorpus:
    return argmap.loads(RENT, "rent.yaml")


def claims_of(text: str) -> list[str]:
    return [claim["id"] for claim in json.loads(text)["claims"]]


def test_the_public_names_are_exactly_these() -> None:
    types, functions = ["AnnotatedCorpus", "Format", "Overlay", "Selection"], ["compare", "load", "loads", "network", "render"]
    assert argmap.__all__ == [*types, "__version__", *functions]
    assert dir(argmap) == sorted(argmap.__all__)
    assert all(getattr(argmap, name) is not None for name in argmap.__all__)
    with pytest.raises(AttributeError, match="module 'argmap' has no attribute 'rendr'"):
        argmap.rendr  # noqa: B018 - asking is the point


def test_the_version_is_that_of_a_release() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", argmap.__version__)


@pytest.mark.parametrize("paths", [str(JAPAN), JAPAN, [JAPAN], (str(JAPAN),), iter([JAPAN])])
def test_one_path_or_several_can_be_loaded(paths: argmap.api.OneOrMore) -> None:
    assert list(argmap.load(paths).graph.sources) == ["japan-central-asia"]


def test_a_folder_is_loaded_with_everything_below_it() -> None:
    annotated = argmap.load(CORPUS)
    assert len(annotated.files) == 5
    assert [source.id for source in annotated.graph.sources.values()] == [
        "plan-announced",
        "summer-trial",
        "after-the-trial@anna",
        "after-the-trial@boris",
    ]


def test_texts_beside_their_annotations_are_found_and_quotes_in_them(rent: argmap.AnnotatedCorpus) -> None:
    provenance = argmap.load(CORPUS).provenance
    assert provenance.found == provenance.searched > 100
    assert (rent.provenance.found, rent.provenance.searched) == (0, 0)


def test_texts_elsewhere_are_found_where_one_says(tmp_path: Path) -> None:
    (tmp_path / "rent.yaml").write_text(RENT.replace("title: Rents", "title: Rents, file: rents.txt"), encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "rents.txt").write_text("Rents will fall, she said.")
    for sources in (tmp_path / "texts", str(tmp_path / "texts"), [tmp_path / "texts"]):
        annotated = argmap.load(tmp_path / "rent.yaml", sources)
        assert annotated.provenance.found == 1
        assert annotated.texts_apart == {"rent"}
        assert annotated.diagnostics == ()


def test_diagnostics_can_be_asked_for_by_severity() -> None:
    annotated = argmap.loads(RENT.replace("supports: fall", "supports: fell").replace("anna: Anna", "anna: Anna, bert: Bert"))
    everything = annotated.diagnostics
    assert {diagnostic.rule.code for diagnostic in everything} == {"AM201", "AM204"}
    for severity in Severity:
        assert annotated.diagnostics_of({severity}) == tuple(one for one in everything if one.severity is severity)


def test_a_text_in_memory_includes_nothing() -> None:
    (diagnostic,) = argmap.loads("argmap: 1\ninclude: codebook.yaml\nclaims: {a: {text: A., supports: b}}\n").diagnostics
    assert diagnostic.rule.code == "AM012"


@pytest.mark.parametrize("to", argmap.Format)
def test_every_format_is_written(to: argmap.Format, rent: argmap.AnnotatedCorpus) -> None:
    text = argmap.render(rent, to)
    assert "Rents will fall." in " ".join(re.sub(r"<[^>]*>", " ", text).split())
    assert argmap.render(rent, to.value) == text


@pytest.mark.parametrize("to", argmap.Format)
@pytest.mark.parametrize(("option", "word"), [("direction", "down"), ("theme", "pink"), ("share", "half")])
def test_an_unknown_word_is_a_value_error_whatever_is_written(
    to: argmap.Format, option: str, word: str, rent: argmap.AnnotatedCorpus
) -> None:
    with pytest.raises(ValueError, match=f"'{word}' is not a valid"):
        argmap.render(rent, to, **{option: word})  # type: ignore[arg-type] # what the test is about


def test_an_unknown_format_is_a_value_error(rent: argmap.AnnotatedCorpus) -> None:
    with pytest.raises(ValueError, match="'pdf' is not a valid"):
        argmap.render(rent, "pdf")


def test_the_language_is_the_wanted_one_else_the_commonest(rent: argmap.AnnotatedCorpus) -> None:
    assert "Аренда" not in argmap.render(rent, "svg")
    assert "Аренда" in argmap.render(rent, "svg", language="ru")
    assert "Much" in argmap.render(rent, "svg", language="ru")
    russian = argmap.loads(RENT.replace("argmap: 1", "argmap: 1\nlanguage: ru"))
    assert "Аренда" in argmap.render(russian, "svg")


def test_a_selection_narrows_a_map_down(rent: argmap.AnnotatedCorpus) -> None:
    assert claims_of(argmap.render(rent, "json")) == ["rent/fall", "rent/build"]
    assert claims_of(argmap.render(rent, "json", selection=argmap.Selection(depth=0))) == ["rent/fall"]
    assert claims_of(argmap.render(rent, "json", selection=argmap.Selection(questions=("rent/rent",), depth=0))) == ["rent/fall"]
    assert claims_of(argmap.render(rent, "json", selection=argmap.Selection(tags=("none",)))) == []


def test_overlays_show_what_another_program_knows(rent: argmap.AnnotatedCorpus) -> None:
    overlays = {"rent/fall": argmap.Overlay(bar=0.25, mark="!", note={"en": "doubtful"})}
    plain, marked = (argmap.render(rent, "json", overlays=these) for these in ({}, overlays))
    (fall, build) = json.loads(marked)["claims"]
    assert fall.pop("overlay") == {"bar": 0.25, "mark": "!", "note": {"en": "doubtful"}}
    assert [fall, build] == json.loads(plain)["claims"]


def test_the_example_loads_and_draws_in_both_languages() -> None:
    annotated = argmap.load(JAPAN, SOURCES)
    assert {diagnostic.severity for diagnostic in annotated.diagnostics} <= {Severity.NOTE}
    assert argmap.render(annotated, "svg", language="ru") != argmap.render(annotated, "svg", language="en")
