"""arg-microtexts: units, joints, undercuts, further sources; and the same graph from XML as from AIF."""

import pytest

from argmap.exchange.contract import FormatError, Imported, ReadOptions
from argmap.exchange.report import Outcome
from argmap.formats.aif import aifdb
from argmap.formats.microtexts.format import FORMAT
from argmap.graph import Graph
from argmap.words import ArgumentRelation
from tests.formats.corpora import corpus, sample
from tests.formats.roundtrips import argument_structure, errors, loaded, read

SAME = {"en/micro_b001.xml": "nodeset6361.json", "en/micro_b002.xml": "nodeset6362.json", "en/micro_b005.xml": "nodeset6365.json"}
"""Texts whose graph is in the sample in both formats."""


def trams(change: tuple[str, str] = ("", "")) -> Imported:
    files = sample("microtexts")
    return read(FORMAT, {**files, "trams.xml": files["trams.xml"].replace(change[0].encode(), change[1].encode(), 1)})


def arguments(graph: Graph) -> dict[str, str]:
    """What each argument does, by its id."""
    return {
        one.id.partition("/")[2]: f"{one.relation} {' + '.join(premise.partition('/')[2] for premise in one.premises)}"
        for one in graph.arguments.values()
    }


def test_undercuts_further_sources_and_examples_are_what_they_are() -> None:
    graph = loaded(trams()).graph
    assert arguments(graph) == {
        "trams-are-never-full-they-say>trams-should-be-free": "support trams-are-never-full-they-say",
        "but-cars-cost-the-city-more>but-of-course-that-costs-money": "undercut but-cars-cost-the-city-more",
        "but-of-course-that-costs-money": "attack of-course-that-costs-money + and-nobody-likes-to-pay-more",
        "because-in-the-neighbouring-town-it-works": "support in-the-neighbouring-town-it-works + what-works-there-works-here",
    }
    assert [one.scheme for one in graph.arguments.values()][-1] == "argument from example"


def test_units_are_quotes_and_a_joint_of_two_is_one_passage_over_both() -> None:
    annotated = loaded(trams())
    assert annotated.provenance.found == annotated.provenance.searched == 6
    assert [one.quotes[0].exact for one in annotated.graph.statements.values()][-1] == "Trams are never full, they say."


def test_an_implicit_unit_is_a_claim_that_nobody_utters() -> None:
    graph = loaded(trams()).graph
    assert [claim.id for claim in graph.claims.values() if claim.implicit] == ["trams/what-works-there-works-here"]
    assert not any(one.target.endswith("what-works-there-works-here") for one in graph.statements.values())


def test_the_claim_that_bears_on_nothing_answers_the_topic() -> None:
    graph = loaded(trams()).graph
    assert {claim.id: claim.answers for claim in graph.claims.values() if claim.answers} == {
        "trams/trams-should-be-free": ("trams/free_trams",)
    }
    assert graph.sources["trams"].extensions == {"x-microtexts": {"stance": "pro"}}


def test_a_topic_of_two_texts_stands_in_a_codebook() -> None:
    files = sample("microtexts")
    both = {**files, "other.xml": files["trams.xml"].replace(b'id="trams"', b'id="other"')}
    graph = loaded(read(FORMAT, both)).graph
    assert list(graph.questions) == ["codebook/free_trams"]
    assert {claim.answers for claim in graph.claims.values() if claim.answers} == {("codebook/free_trams",)}


def test_without_the_text_it_is_put_together_from_the_units() -> None:
    result = read(FORMAT, {"trams.xml": sample("microtexts")["trams.xml"]})
    assert result.texts["trams.txt"].startswith("Trams should be free. Of course that costs money, and nobody")
    assert errors(loaded(result)) == []
    assert [item.number for item in result.report.of(Outcome.CHANGED) if "put together" in item.what] == [1]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (('trg="c2" type="und"', 'trg="c99" type="und"'), "edges to or from what is not there"),
        (('trg="c2" type="und"', 'trg="a1" type="und"'), "edges to or from what is not there"),
        (('trg="c2" type="add"', 'trg="c3" type="add"'), "edges to or from what is not there"),
        (('type="reb"', 'type="xyz"'), "edges of an unknown type"),
        (('src="a2" trg="a1"', 'src="a1" trg="a1"'), "arguments for or against one of their own premises"),
        (('src="e1" trg="a1"', 'src="e99" trg="a1"'), "units without any text"),
    ],
)
def test_edges_that_lead_nowhere_are_told_and_the_rest_is_read(change: tuple[str, str], what: str) -> None:
    result = trams(change)
    assert result.report.number(Outcome.LOST, what) >= 1
    assert errors(loaded(result)) == []


@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE arggraph [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE arggraph [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE arggraph [<!ENTITY % a SYSTEM "http://example.org/a.dtd"> %a;]>',
    ],
)
def test_entities_are_refused(bomb: str) -> None:
    with pytest.raises(FormatError, match="entities"):
        trams(('<!DOCTYPE arggraph SYSTEM "arggraph.dtd">', bomb))


def test_another_root_is_a_clear_error() -> None:
    with pytest.raises(FormatError, match="not 'arggraph'"):
        read(FORMAT, {"x.xml": b"<html/>"})


@pytest.mark.parametrize(
    "element", ['<edu id="{}"/>', '<adu id="{}"/>', '<joint id="{}"/>', '<edge id="{}"/>', '<edge type="seg"/>']
)
def test_elements_count_also_where_they_become_nothing(element: str) -> None:
    graph = "".join(map(element.format, range(5)))
    files = {f"{name}.xml": f"<arggraph>{graph}</arggraph>".encode() for name in "ab"}
    assert len(read(FORMAT, files, ReadOptions(most=10)).files) == 2
    with pytest.raises(FormatError, match="more than 9 entries"):
        read(FORMAT, files, ReadOptions(most=9))


def test_units_that_share_more_words_than_there_are_is_refused() -> None:
    units = "".join(f'<edu id="e{row}">word</edu><edge type="seg" src="e{row}" trg="j"/>' for row in range(500))
    claims = "".join(f'<adu id="a{row}"/><edge type="seg" src="j" trg="a{row}"/>' for row in range(500))
    with pytest.raises(FormatError, match="share more words than there are in it"):
        read(FORMAT, {"a.xml": f'<arggraph><joint id="j"/>{units}{claims}</arggraph>'.encode()})


def test_further_sources_that_lead_in_a_circle_lead_nowhere() -> None:
    circle = '<edge id="c6" src="a3" trg="c7" type="add"/><edge id="c7" src="a3" trg="c6" type="add"/></arggraph>'
    assert trams(("</arggraph>", circle)).report.number(Outcome.LOST, "edges to or from what is not there") == 2


def test_xml_and_aif_give_the_same_graph() -> None:
    texts, maps = corpus("arg-microtexts"), corpus("arg-microtexts/aif")
    for name, twin in SAME.items() if texts else ():
        ours = loaded(read(FORMAT, {name: texts[name], name.replace("xml", "txt"): texts[name.replace("xml", "txt")]})).graph
        theirs = loaded(read(aifdb.FORMAT, {twin: maps[twin]})).graph
        assert argument_structure(ours) == argument_structure(theirs)
        local = [{one.partition("/")[2] for one in (*graph.claims, *graph.arguments)} for graph in (ours, theirs)]
        assert local[0] == local[1]


def test_real_texts_are_read_whole_and_every_quote_is_found() -> None:
    files = {name: data for name, data in (corpus("arg-microtexts") or sample("microtexts")).items() if not name.startswith("aif/")}
    files = {name: data for name, data in files.items() if name.endswith((".xml", ".txt"))}
    result = read(FORMAT, files)
    annotated = loaded(result)
    assert errors(annotated) == []
    assert result.report.of(Outcome.LOST) == ()
    assert annotated.provenance.found == annotated.provenance.searched > 0
    edges = [data.decode() for name, data in files.items() if name.endswith(".xml")]
    relations = [one.relation for one in annotated.graph.arguments.values()]
    assert relations.count(ArgumentRelation.ATTACK) == sum(text.count('type="reb"') for text in edges)
    assert relations.count(ArgumentRelation.UNDERCUT) == sum(text.count('type="und"') for text in edges)
    assert relations.count(ArgumentRelation.SUPPORT) == sum(text.count('type="sup"') + text.count('type="exa"') for text in edges)
    assert len(annotated.graph.claims) == sum(text.count("<adu ") for text in edges)
