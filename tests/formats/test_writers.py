"""Formats that are only written: what others see, as golden files; and that no word of ours can break them."""

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given, settings

from argmap.api import AnnotatedCorpus, loads
from argmap.exchange.contract import Format, Imported, WriteOptions
from argmap.exchange.markdown_text import escaped
from argmap.exchange.report import Outcome
from argmap.formats import canvas, graphml, markdown, mermaid, nodelink
from tests.conftest import Golden
from tests.formats.generated import annotations
from tests.formats.roundtrips import errors, loaded, write

FERRY = """
argmap: 1
language: en
source: {title: 'The ferry: yes or no?', author: gazette, date: 2025-03-02, url: 'https://example.org/ferry'}
actors:
  gazette: {name: The Gazette, kind: organization}
  mayor: {name: {en: The mayor, ru: Мэр}, role: mayor}
  boatmen: {name: The boatmen, kind: group}
questions:
  future: What becomes of the ferry?
claims:
  keep: {text: 'Keep the ferry.', answers: future, kind: policy}
  close: {text: 'Close the ferry.', answers: future, contrary: keep}
  needed: {text: 'Many people need it.', supports: keep}
  bridge: {text: 'The bridge "new & near" is <enough>.', attacks: keep, tags: [traffic]}
  toll: {text: 'The bridge costs a toll.', undercuts: bridge>keep}
  same-price: {text: 'Toll and fare are equal.', implicit: true}
evidence:
  count: {text: '200 passengers a day.', kind: statistic, observed: 2024, cites: {title: Count, url: 'https://example.org/count'}}
arguments:
  linked: {premises: [count, same-price], supports: needed, scheme: argument from sign}
statements:
  - {by: mayor, claim: close, stance: for, speech: direct, quote: it must go}
  - {by: boatmen, claim: close, stance: against, quote: [never, 'not ever'], gloss: {ru: никогда}}
  - {by: [mayor, boatmen], argument: linked, stance: mixed, given: the count is right}
weights: {count: 0.9, linked: 0.5}
"""

WRITERS = [
    pytest.param(one, id=one.name) for one in (graphml.FORMAT, nodelink.FORMAT, canvas.FORMAT, mermaid.FORMAT, markdown.FORMAT)
]


def ferry() -> AnnotatedCorpus:
    annotated = loads(FERRY, "ferry.yaml")
    assert errors(annotated) == []
    return annotated


def text_of(form: Format, annotated: AnnotatedCorpus) -> str:
    (data,) = write(form, annotated).files.values()
    return data.decode("utf-8")


@pytest.mark.parametrize("form", WRITERS)
def test_a_small_debate_looks_like_this(form: Format, golden: Golden) -> None:
    golden.check(f"formats/ferry{form.suffix}", text_of(form, ferry()))


@pytest.mark.parametrize("form", WRITERS)
def test_what_is_not_kept_is_counted_in_the_words_of_the_table(form: Format) -> None:
    report = write(form, ferry()).report
    assert {item.what for item in report.of(Outcome.LOST)} <= set(form.writing_loses)
    assert {item.what for item in report.of(Outcome.CHANGED)} <= set(form.writing_changes)


@pytest.mark.parametrize("form", [graphml.FORMAT, nodelink.FORMAT])
@settings(max_examples=15)
@given(annotations())
def test_networkx_reads_every_node_and_edge_with_its_type(form: Format, annotation: Imported) -> None:
    annotated = loaded(annotation)
    text = text_of(form, annotated)
    network = nx.parse_graphml(text) if form is graphml.FORMAT else nx.node_link_graph(json.loads(text))
    graph = annotated.graph
    tables = (graph.claims, graph.arguments, graph.questions, graph.actors, graph.sources)
    assert network.number_of_nodes() == sum(map(len, tables))
    for argument in graph.arguments.values():
        assert network.has_edge(argument.id, argument.target)
        assert all(network.has_edge(premise, argument.id) for premise in argument.premises)
    stated = [edge for *_, edge in network.edges(data=True) if edge["relation"] == "states"]
    assert len(stated) == sum(len(one.actors) for one in graph.statements.values())
    assert {claim.text["en"] for claim in graph.claims.values()} <= {node.get("label") for _, node in network.nodes(data=True)}


def test_attributes_of_graphml_are_typed() -> None:
    root = ET.fromstring(text_of(graphml.FORMAT, ferry()))  # noqa: S314 - our own
    types = {key.get("attr.name"): key.get("attr.type") for key in root if key.tag.endswith("key")}
    assert (types["credence"], types["implicit"], types["label"]) == ("double", "boolean", "string")


@settings(max_examples=15)
@given(annotations())
def test_a_canvas_names_no_node_twice_and_no_edge_leads_nowhere(annotation: Imported) -> None:
    value = json.loads(text_of(canvas.FORMAT, loaded(annotation)))
    names = [node["id"] for node in value["nodes"]]
    assert len(set(names)) == len(names)
    assert len({edge["id"] for edge in value["edges"]}) == len(value["edges"])
    for edge in value["edges"]:
        assert {edge["fromNode"], edge["toNode"]} <= set(names)
    for node in value["nodes"]:
        assert all(isinstance(node[key], int) for key in ("x", "y", "width", "height"))


def overlapping(nodes: list[dict[str, Any]]) -> bool:
    return any(
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
        for row, one in enumerate(nodes)
        for other in nodes[:row]
    )


def test_cards_of_a_canvas_lie_side_by_side() -> None:
    nodes = json.loads(text_of(canvas.FORMAT, ferry()))["nodes"]
    assert not overlapping([node for node in nodes if node["width"] > 60])


@settings(max_examples=15)
@given(annotations())
def test_no_word_breaks_out_of_its_label_in_mermaid(annotation: Imported) -> None:
    lines = text_of(mermaid.FORMAT, loaded(annotation)).rstrip("\n").split("\n")
    node = r'[aqc]\d+(\(\["[^"]*"\]\)|\["[^"]*"\]|\{\{"[^"]*"\}\}|\(\("[^"]*"\)\)):::(claim|evidence|question|argument)'
    edge = r'[aqc]\d+ (---|-- "\+" -->|-\. "−" \.->|-\. "×" \.-x|<-\. contrary \.->) [aqc]\d+'
    style = r"classDef \w+ [\w#:,-]+"
    assert lines[0] == "flowchart BT"
    assert [line for line in lines[1:] if not re.fullmatch(rf"  ({node}|{edge}|{style})", line)] == []
    labels = [label for line in lines[1:] for label in re.findall(r'^  [aqc]\d+\W+"([^"]*)"', line)]
    assert not any("<" in label.replace("<br/>", "") for label in labels)


def test_mermaid_says_when_github_would_not_draw_it() -> None:
    claims = "\n".join(f"  c{row}: {{text: Claim {row}., supports: c{row - 1}}}" for row in range(1, 600))
    report = write(mermaid.FORMAT, loads(f"argmap: 1\nclaims:\n  c0: Claim 0.\n{claims}\n")).report
    assert report.number(Outcome.CHANGED, mermaid.BEYOND_GITHUB) == 1


@pytest.mark.parametrize(
    "words",
    [
        *("- a", "+ a", "1. a", "12) a", "# a", "*a*", "_a_", "[a](b)", "<b>", "`a`", "a | b", "> a", "~~a~~", "$a$", "=== a"),
        "&lt;",
    ],
)
def test_words_stay_words_in_markdown(words: str) -> None:
    assert re.search(r"(?<!\\)[*_`\[\]<>~$|&]", escaped(words)) is None
    assert not re.match(r"[-+#=>]|\d+[.)]", escaped(words))


def test_every_claim_stands_in_the_outline_once_in_full_whatever_the_circles() -> None:
    circle = "argmap: 1\nclaims:\n" + "".join(
        f"  c{row}: {{text: Claim {row}., supports: c{(row + 1) % 40}}}\n" for row in range(40)
    )
    text = text_of(markdown.FORMAT, loads(circle))
    assert all(text.count(f"**Claim {row}.**") == 1 for row in range(40))


def test_a_chain_of_four_thousand_reasons_is_no_wall_of_white_space() -> None:
    chain = "argmap: 1\nclaims:\n  c0: Claim 0.\n"
    chain += "".join(f"  c{row}: {{text: Claim {row}., supports: c{row - 1}}}\n" for row in range(1, 4000))
    text = text_of(markdown.FORMAT, loads(chain))
    assert len(text) < 400_000
    assert text.count("**Claim ") == 4000


@pytest.mark.parametrize(
    ("words", "label"),
    [("1. Build.", "1#46; Build."), ("- Wait.", "#45; Wait."), ("---", "#45;--"), ("5_a * \\n", "5#95;a #42; #92;n")],
)
def test_no_word_is_markdown_in_mermaid(words: str, label: str) -> None:
    assert f'["{label}"]' in text_of(mermaid.FORMAT, loads(f"argmap: 1\nclaims:\n  c: '{words}'\n"))


def test_the_outline_speaks_the_language_of_its_texts() -> None:
    annotated = loads(
        "argmap: 1\nlanguage: ru\nsource: {title: Статья}\nactors: {a: Анна}\nclaims: {c: Дождь идёт., d: Небо серое.}\n"
        "statements: [{by: a, claim: c, stance: against, quote: не идёт, confidence: low}]\n"
    )
    written = markdown.write(annotated.graph, annotated.provenance, WriteOptions(language="ru"))
    (outline,) = written.files.values()
    assert "## Тезисы и свидетельства" in outline.decode()
    assert "  - *против*: «не идёт» — Анна; аннотатор не уверен [1]" in outline.decode()
