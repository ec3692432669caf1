"""What two annotators made of one source: numbers, and the list of disagreements."""

from pathlib import Path
from typing import Final

import pytest

import argmap
from argmap.anchoring import Anchor, Way
from argmap.comparison.annotators.agreement import AnnotatorAgreement, annotator_agreement
from argmap.comparison.record.readings import read_sources
from argmap.diagnostics import TextFile
from argmap.graph import Graph
from argmap.provenance import Provenance
from argmap.words import Stance
from tests.comparison.debates import Said, debate, local, said

CORPUS: Final = Path(__file__).resolve().parents[2] / "annotations" / "car-free-centre"


def agreement(*statements: Said, provenance: Provenance | None = None) -> AnnotatorAgreement:
    graph = debate(*statements)
    found = annotator_agreement(graph, read_sources(graph), provenance)
    assert found is not None
    return found


def both(what: str, by: str = "x") -> list[Said]:
    return [said(by, what, annotator=annotator) for annotator in ("anna", "boris")]


def test_sources_with_one_reading_have_nothing_to_compare() -> None:
    graph = debate(said("x", "+a"), said("y", "+b", source="post", annotator="anna"))
    assert annotator_agreement(graph, read_sources(graph), None) is None


def test_annotators_agree_over_actors_and_claims_on_which_both_see_a_stance() -> None:
    found = agreement(*both("+a"), *both("-b"), said("x", "+c", annotator="anna"), said("y", "○a", annotator="boris"))
    (pair,) = found.pairs
    assert (pair.both, pair.percent, pair.only_first, pair.only_second) == (2, 1, 1, 1)
    assert pair.coding_f1 == pytest.approx(2 * 2 / (2 * 2 + 2))
    assert (found.units, found.alpha_nominal, found.alpha_ordinal) == (2, 1, 1)


def test_disagreements_are_listed_with_what_each_quotes() -> None:
    (pair,) = agreement(*both("+b"), said("x", "+a", annotator="anna"), said("x", "±a", annotator="boris")).pairs
    (one,) = pair.disagreements
    assert (local(one.actor), local(one.claim), one.first, one.second) == ("x", "a", Stance.FOR, Stance.MIXED)
    assert [statement.source for statement in (*one.first_statements, *one.second_statements)] == [
        "news-2025-01-01@anna",
        "news-2025-01-01@boris",
    ]


def test_of_each_reading_only_what_still_counts_is_compared() -> None:
    (pair,) = agreement(
        *both("+b"),
        said("x", "+a", annotator="anna", id="slip"),
        said("x", "-a", annotator="anna", replaces="news-2025-01-01@anna/slip"),
        said("x", "-a", annotator="boris"),
    ).pairs
    assert (pair.both, pair.percent) == (2, 1)


def test_claims_of_the_files_own_are_the_same_where_their_ids_are() -> None:
    graph = argmap.load(CORPUS).graph
    found = annotator_agreement(graph, read_sources(graph), None)
    assert found is not None
    units = {(one.actor, one.claim) for pair in found.pairs for one in pair.disagreements}
    assert ("rescue-chief", "alarms-faster") not in units
    assert all(not claim.startswith("after-the-trial") for _, claim in units)


def test_three_annotators_make_three_pairs_and_one_alpha() -> None:
    statements = [said("x", what, annotator=annotator) for annotator in ("anna", "boris", "clara") for what in ("+a", "-b")]
    found = agreement(*statements, said("x", "+c", annotator="anna"), said("x", "-c", annotator="clara"))
    assert [(pair.first, pair.second) for pair in found.pairs] == [("anna", "boris"), ("anna", "clara"), ("boris", "clara")]
    assert found.units == 3
    assert found.alpha_nominal is not None
    assert 0 < found.alpha_nominal < 1


def test_mixed_and_neutral_are_one_level_for_ordinal_data() -> None:
    statements = [*both("+a"), *both("-b"), said("x", "±c", annotator="anna"), said("x", "○c", annotator="boris")]
    (pair,) = agreement(*statements).pairs
    assert pair.alpha_ordinal == 1
    assert pair.alpha_nominal is not None
    assert pair.alpha_nominal < 1


def with_spans(graph: Graph, spans: dict[str, tuple[int, int]], *, texts: bool = True) -> Provenance:
    files = {name: TextFile(name, "…") for name in graph.sources} if texts else {}
    return Provenance(files, {name: (Anchor(*span, Way.EXACT, 100, lookalikes=False),) for name, span in spans.items()})


def test_passages_are_compared_where_the_text_is_here() -> None:
    graph = debate(*both("+a"))
    first, second = graph.statements
    found = annotator_agreement(graph, read_sources(graph), with_spans(graph, {first: (0, 10), second: (5, 15)}))
    assert found is not None
    assert (found.pairs[0].character_f1, found.pairs[0].span_f1) == (0.5, 0)


def test_without_the_text_nothing_is_said_about_passages() -> None:
    graph = debate(*both("+a"))
    found = annotator_agreement(graph, read_sources(graph), with_spans(graph, {}, texts=False))
    assert found is not None
    assert (found.pairs[0].character_f1, found.pairs[0].span_f1) == (None, None)


def test_the_car_free_corpus_has_something_real_to_measure() -> None:
    comparison = argmap.compare(argmap.load(CORPUS))
    assert comparison.annotators is not None
    (pair,) = comparison.annotators.pairs
    assert (pair.first, pair.second, pair.sources) == ("anna", "boris", ("after-the-trial",))
    assert (pair.both, pair.only_first, pair.only_second) == (21, 11, 3)
    assert pair.percent == pytest.approx(18 / 21)
    assert pair.kappa == pytest.approx(0.6786, abs=1e-4)
    assert pair.span_f1 == pytest.approx(0.6176, abs=1e-4)
    parted = {
        (local(one.actor), local(one.claim)): (one.first, one.second) for one in pair.disagreements if one.first and one.second
    }
    assert parted == {
        ("finance-office", "city-loses-revenue"): (Stance.AGAINST, Stance.MIXED),
        ("disabled-residents", "close-to-cars"): (Stance.NEUTRAL, Stance.FOR),
        ("shopkeepers-chair", "trade-will-suffer"): (Stance.MIXED, Stance.FOR),
    }


def test_every_reading_is_compared_whatever_was_asked_for() -> None:
    annotated = argmap.load(CORPUS)
    asked = argmap.compare(annotated, annotator="boris", since="2025-06", questions=["codebook/close-centre"])
    assert asked.annotators == argmap.compare(annotated).annotators
