"""SADFace: its three dialects, the library's reversed attacks, disagreements and undercuts."""

import json

import pytest

from argmap.exchange.contract import FormatError
from argmap.exchange.report import Outcome
from argmap.formats.sadface import FORMAT, METADATA, RESOURCES
from argmap.words import ArgumentRelation
from tests.formats.corpora import sample
from tests.formats.roundtrips import errors, loaded, read, write


def relations(name: str) -> dict[str, str]:
    graph = loaded(read(FORMAT, {name: sample("sadface")[name]})).graph
    return {one.id.partition("/")[2]: f"{one.relation} {one.scheme}" for one in graph.arguments.values()}


def test_the_old_dialect_tells_relations_by_names_of_schemes_and_an_undercut_stays_one() -> None:
    assert relations("old.json") == {
        "the-video-does-not-make-its>the-video-should-be-withdrawn": "support None",
        "cyclists-too-must-look-out>the-video-does-not-make-its>the-video-should-be-withdrawn": "undercut None",
        "because-the-road-safety-board-asked-for": "support argument from expert opinion",
    }


def test_a_file_of_the_library_is_read_and_its_attack_is_turned_the_right_way_round() -> None:
    result = read(FORMAT, {"library.json": sample("sadface")["library.json"]})
    annotated = loaded(result)
    attack = next(one for one in annotated.graph.arguments.values() if one.relation is ArgumentRelation.ATTACK)
    assert (attack.premises, attack.target) == (("library/it-is-not-cheap-either",), "library/the-ferry-must-go-on")
    assert any("wrong way round" in item.what for item in result.report.of(Outcome.CHANGED))


def test_a_disagreement_is_a_pair_of_contraries() -> None:
    graph = loaded(read(FORMAT, {"library.json": sample("sadface")["library.json"]})).graph
    assert graph.contraries == (("library/the-bridge-is-shorter-for-all", "library/for-some-the-ferry-is-shorter"),)


def test_title_analyst_main_claim_and_text_are_kept() -> None:
    result = read(FORMAT, {"library.json": sample("sadface")["library.json"]})
    file = result.files["library.yaml"]
    assert file.source is not None
    assert file.source.title == "Is the ferry still needed?"
    assert file.annotator is not None
    assert file.annotator.name == "A User"
    assert file.claims["the-ferry-must-go-on"].tags == ("main-claim",)
    assert result.texts == {"library.txt": "The ferry must go on. Many still use it."}


def test_the_address_of_the_one_resource_is_that_of_the_source_and_what_else_is_told_of_it_is_counted() -> None:
    value = json.loads(sample("sadface")["library.json"])
    value["resources"][0]["metadata"] = {"core": {"url": "https://example.org/ferry", "notes": "printed"}}
    result = read(FORMAT, {"x.json": json.dumps(value).encode()})
    (source,) = loaded(result).graph.sources.values()
    assert source.url == "https://example.org/ferry"
    assert result.report.number(Outcome.LOST, METADATA) == 1
    value["resources"] *= 2
    assert read(FORMAT, {"x.json": json.dumps(value).encode()}).report.number(Outcome.LOST, RESOURCES) == 2


def test_an_attack_that_no_library_wrote_is_read_as_its_edges_run() -> None:
    value = json.loads(sample("sadface")["library.json"])
    del value["metadata"]["core"]["version"]
    graph = loaded(read(FORMAT, {"x.json": json.dumps(value).encode()})).graph
    attack = next(one for one in graph.arguments.values() if one.relation is ArgumentRelation.ATTACK)
    assert attack.target == "x/it-is-not-cheap-either"


def test_what_is_written_has_all_that_the_library_and_others_ask_for() -> None:
    value = json.loads(write(FORMAT, loaded(read(FORMAT, sample("sadface")))).files["map.json"])
    assert value["metadata"]["core"].keys() >= {
        "id",
        "version",
        "title",
        "description",
        "notes",
        "analyst_name",
        "created",
        "edited",
    }
    assert all(node.keys() >= {"id", "type", "metadata"} for node in value["nodes"])
    assert all(node.keys() >= {"text", "sources"} for node in value["nodes"] if node["type"] == "atom")
    assert len({entry["id"] for entry in (*value["nodes"], *value["edges"])}) == len(value["nodes"]) + len(value["edges"])


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"edges": 7}', b'{"type": "atom"'])
def test_what_is_no_document_is_a_clear_error(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"map\.json"):
        read(FORMAT, {"map.json": data})


def test_a_disagreement_of_ten_thousand_claims_is_left_out_and_told() -> None:
    nodes = [{"id": f"a{n}", "type": "atom", "text": f"claim {n}"} for n in range(10_000)] + [{"id": "c", "type": "conflict"}]
    edges = [{"source_id": "c", "target_id": f"a{n}"} for n in range(10_000)]
    result = read(FORMAT, {"x.json": json.dumps({"nodes": nodes, "edges": edges}).encode()})
    assert errors(loaded(result)) == []
    assert result.report.number(Outcome.LOST, "inferences without a premise") == 1
