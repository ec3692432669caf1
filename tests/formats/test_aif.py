"""AIF: what becomes of nodes, edges and dialogues, and that the real maps come out as they went in."""

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import pytest

from argmap.api import loads
from argmap.exchange.contract import FormatError, Imported
from argmap.exchange.report import Outcome
from argmap.formats.aif import aifdb, xaif
from argmap.formats.aif.dialogue import TRANSITIONS
from argmap.graph import Graph
from argmap.words import Act, ArgumentRelation, Stance
from tests.formats.corpora import corpus, sample
from tests.formats.roundtrips import argument_structure, errors, loaded, read, write


def aif(nodes: Mapping[str, str], edges: Sequence[str], **more: Any) -> bytes:
    """A map: nodes as `I text` by id, edges as `a>b`."""
    return json.dumps(
        {
            "nodes": [
                {"nodeID": name, "type": words.partition(" ")[0], "text": words.partition(" ")[2]} for name, words in nodes.items()
            ],
            "edges": [{"fromID": edge.partition(">")[0], "toID": edge.partition(">")[2]} for edge in edges],
            **more,
        }
    ).encode()


def imported(*maps: bytes) -> Imported:
    return read(aifdb.FORMAT, {f"map{number}.json": data for number, data in enumerate(maps, 1)})


def graph_of(*maps: bytes) -> Graph:
    annotated = loaded(imported(*maps))
    assert errors(annotated) == []
    return annotated.graph


def lost(result: Imported) -> dict[str, int]:
    return {item.what: item.number for item in result.report.of(Outcome.LOST)}


def said(graph: Graph) -> list[tuple[str, Stance, str]]:
    """Statements as actor, stance and the last part of what they are about."""
    return [(one.actors[0].partition("/")[2], one.stance, one.target.partition("/")[2]) for one in graph.statements.values()]


@pytest.mark.parametrize(
    ("locution", "quote"),
    [
        ("Anna Berg : Rents rise", "Rents rise"),
        ("BERG : Rents rise", "Rents rise"),
        ("Anna: Rents rise", "Rents rise"),
        ("Annabel: Rents rise", "Annabel: Rents rise"),
        ("Anna Berger met us", "Anna Berger met us"),
        ("Anna Berg : Berg: Rents rise", "Berg: Rents rise"),
    ],
)
def test_the_name_of_the_speaker_in_full_or_in_part_is_no_part_of_the_quote(locution: str, quote: str) -> None:
    people = [{"participantID": "7", "firstname": "Anna", "surname": "Berg"}]
    spoken = [{"nodeID": "1", "personID": "7"}]
    nodes = {"1": f"L {locution}", "2": "YA Asserting", "3": "I a"}
    (statement,) = graph_of(aif(nodes, ["1>2", "2>3"], participants=people, locutions=spoken)).statements.values()
    assert [one.exact for one in statement.quotes] == [quote]


def test_a_conflict_that_leads_to_an_inference_is_an_undercut_and_never_an_attack() -> None:
    graph = graph_of(aif({"1": "I a", "2": "I b", "3": "I c", "4": "RA", "5": "CA"}, ["1>4", "4>2", "3>5", "5>4"]))
    relations = {one.id.partition("/")[2]: one.relation for one in graph.arguments.values()}
    assert relations == {"a>b": ArgumentRelation.SUPPORT, "c>a>b": ArgumentRelation.UNDERCUT}
    assert graph.arguments["map1/c>a>b"].target == "map1/a>b"


def test_premises_of_one_inference_stay_linked_and_a_scheme_keeps_its_name() -> None:
    graph = graph_of(aif({"1": "I a", "2": "I b", "3": "I c", "4": "RA Argument From Sign"}, ["1>4", "2>4", "4>3"]))
    (argument,) = graph.arguments.values()
    assert (argument.premises, argument.scheme) == (("map1/a", "map1/b"), "Argument From Sign")


def test_default_schemes_are_no_schemes() -> None:
    (argument,) = graph_of(aif({"1": "I a", "2": "I b", "3": "RA Default Inference"}, ["1>3", "3>2"])).arguments.values()
    assert (argument.scheme, argument.shorthand) == (None, True)


def test_an_inference_with_two_conclusions_becomes_two_and_is_told() -> None:
    result = imported(aif({"1": "I a", "2": "I b", "3": "I c", "4": "RA"}, ["1>4", "4>2", "4>3"]))
    assert [one.target for one in loaded(result).graph.arguments.values()] == ["map1/b", "map1/c"]
    assert [item.number for item in result.report.of(Outcome.CHANGED) if "several conclusions" in item.what] == [1]


@pytest.mark.parametrize(
    ("nodes", "edges", "what"),
    [
        ({"1": "I a", "2": "RA"}, ["2>1"], "inferences without a premise"),
        ({"1": "I a", "2": "RA"}, ["1>2"], "inferences without a conclusion"),
        ({"1": "I a", "2": "RA"}, ["1>2", "2>1"], "arguments for or against one of their own premises"),
        ({"1": "I a", "2": "CA"}, ["1>2", "2>2"], "undercuts of themselves"),
        ({"1": "I a", "2": "CA", "3": "RA"}, ["1>2", "2>3"], "undercuts of something that is no inference"),
        ({"1": "I a", "2": "I b"}, ["1>2"], "edges from claim to claim without a scheme between them"),
        ({"1": "I a"}, ["1>9"], "edges to or from nodes that are not there"),
        ({"1": "I a", "2": "XY b"}, [], "nodes of an unknown kind"),
        ({"1": "I a", "2": "L hello"}, [], "locutions that put nothing forward"),
        ({"1": "I a", "2": "YA Asserting"}, ["2>1"], "illocutions without a locution, or about neither a claim nor an inference"),
    ],
)
def test_what_cannot_be_kept_is_left_out_and_told(nodes: dict[str, str], edges: list[str], what: str) -> None:
    result = imported(aif(nodes, edges))
    assert lost(result).get(what) == 1
    assert errors(loaded(result)) == []


def test_undercuts_of_each_other_and_circles_of_support_are_kept() -> None:
    nodes = {"1": "I a", "2": "I b", "3": "CA", "4": "CA", "5": "RA", "6": "RA"}
    graph = graph_of(aif(nodes, ["1>3", "3>4", "2>4", "4>3", "1>5", "5>2", "2>6", "6>1"]))
    undercuts = [one for one in graph.arguments.values() if one.relation is ArgumentRelation.UNDERCUT]
    assert {one.target for one in undercuts} == {one.id for one in undercuts}
    assert len(graph.arguments) == 4


def test_nodes_with_one_id_are_told_apart_and_the_first_counts() -> None:
    data = json.loads(aif({"1": "I a"}, []))
    data["nodes"].append({"nodeID": "1", "type": "I", "text": "another"})
    result = imported(json.dumps(data).encode())
    assert [claim.text for claim in loaded(result).graph.claims.values()] == [{"en": "a"}]
    assert lost(result) == {"nodes whose id another node has": 1}


def test_who_asserts_and_who_disagrees() -> None:
    nodes = {"1": "I a", "2": "L Ann : it is so", "3": "L Bob : no", "4": "YA Asserting", "5": "YA Disagreeing"}
    graph = graph_of(aif(nodes, ["2>4", "4>1", "3>5", "5>1"]))
    assert said(graph) == [("ann", Stance.FOR, "a"), ("bob", Stance.AGAINST, "a")]
    assert [one.quotes[0].exact for one in graph.statements.values()] == ["it is so", "no"]


def test_an_illocution_or_a_transition_between_many_locutions_and_claims_is_counted_not_spelled_out() -> None:
    ends = {f"l{number}": "L P: no" for number in range(3000)} | {f"m{number}": "L P: yes" for number in range(3000)}
    around = [*(f"l{number}>x" for number in range(3000)), *(f"x>m{number}" for number in range(3000))]
    assert lost(imported(aif({**ends, "x": "TA"}, around)))[TRANSITIONS] == 9_000_000
    claims = {name: words.replace("L P: yes", "I yes") for name, words in ends.items()}
    with pytest.raises(FormatError, match="too much for a file of its size"):
        imported(aif({**claims, "x": "YA Asserting"}, around))


def test_an_illocution_of_a_transition_is_made_by_who_answers() -> None:
    nodes = {"1": "I a", "2": "I b", "3": "RA", "4": "L Ann : a", "5": "L Ann : b", "8": "TA"}
    nodes |= {"6": "YA Asserting", "7": "YA Asserting", "9": "YA Arguing"}
    edges = ["1>3", "3>2", "4>6", "6>1", "5>7", "7>2", "4>8", "8>5", "8>9", "9>3"]
    graph = graph_of(aif(nodes, edges))
    assert said(graph) == [("ann", Stance.FOR, "a"), ("ann", Stance.FOR, "b"), ("ann", Stance.FOR, "a>b")]
    assert [one.replies for one in graph.statements.values()] == [None, "map1/ann-1", "map1/ann-1"]


def test_who_disagrees_by_an_attack_draws_that_inference() -> None:
    nodes = {"1": "I a", "2": "I b", "3": "CA", "4": "L Bob : but b", "5": "YA Disagreeing"}
    assert said(graph_of(aif(nodes, ["2>3", "3>1", "4>5", "5>3"]))) == [("bob", Stance.FOR, "b>a")]


def test_reported_speech_is_passed_on_by_the_speaker_who_reports_it() -> None:
    nodes = {"1": "I a", "2": "L Ann : Bob says so", "3": "L Bob : a", "4": "YA Asserting", "5": "YA Asserting"}
    (statement,) = graph_of(aif(nodes, ["2>4", "4>3", "3>5", "5>1"])).statements.values()
    assert (statement.actors, statement.via) == (("map1/bob",), ("map1/ann",))


def test_participants_name_speakers_and_their_names_are_no_part_of_the_quote() -> None:
    more = {
        "participants": [{"participantID": 3, "firstname": "Ann", "surname": "Smith"}],
        "locutions": [{"nodeID": "2", "personID": "3"}],
    }
    nodes = {"1": "I a", "2": "L Ann Smith: note: it is so", "3": "YA Asserting"}
    graph = graph_of(aif(nodes, ["2>3", "3>1"], **more))
    assert [actor.name for actor in graph.actors.values()] == [{"en": "Ann Smith"}]
    assert [one.quotes[0].exact for one in graph.statements.values()] == ["note: it is so"]


def test_concessions_questions_and_unknown_illocutions_are_told_as_what_they_are() -> None:
    nodes = {"1": "I a", "2": "I b", "3": "I c"}
    nodes |= {f"L{n}": f"L Ann : {n}" for n in range(3)}
    nodes |= {"Y0": "YA Conceding", "Y1": "YA Challenging", "Y2": "YA Winking"}
    result = imported(aif(nodes, ["L0>Y0", "Y0>1", "L1>Y1", "Y1>2", "L2>Y2", "Y2>3"]))
    statements = list(loaded(result).graph.statements.values())
    assert [(one.stance, one.act) for one in statements] == [
        (Stance.FOR, Act.CONCEDE),
        (Stance.NEUTRAL, Act.ASSERT),
        (Stance.NEUTRAL, Act.ASSERT),
    ]
    assert statements[2].extensions == {"x-aif": {"illocution": "Winking"}}


def test_who_analysed_a_text_is_no_speaker() -> None:
    nodes = {"1": "I a", "2": "L Ann: a", "3": "YA Asserting", "4": "L Anon: Ann: a", "5": "YA Analysing"}
    result = imported(aif(nodes, ["2>3", "3>1", "4>5", "5>2"]))
    assert said(loaded(result).graph) == [("ann", Stance.FOR, "a")]
    assert lost(result) == {"notes of who analysed a locution": 1}


def test_rephrases_and_preferences_stand_under_x_aif_and_are_written_again() -> None:
    nodes = {"1": "I a", "2": "I b", "3": "MA Default Rephrase", "4": "PA Logical Preference"}
    annotated = loaded(imported(aif(nodes, ["1>3", "3>2", "2>4", "4>1"])))
    assert annotated.graph.claims["map1/a"].extensions == {"x-aif": {"rephrases": {"b": "Default Rephrase"}}}
    written = json.loads(write(aifdb.FORMAT, annotated).files["map.json"])
    assert [(node["type"], node["text"]) for node in written["nodes"][2:]] == [
        ("MA", "Default Rephrase"),
        ("PA", "Logical Preference"),
    ]


def test_what_maps_share_by_its_node_id_stands_in_a_codebook_once() -> None:
    common = {"1": "I a", "2": "I b", "3": "RA"}
    first = aif({**common, "4": "I c", "5": "RA"}, ["1>3", "3>2", "4>5", "5>2"])
    second = aif({**common, "6": "I d", "7": "CA"}, ["1>3", "3>2", "6>7", "7>3"])
    result = imported(first, second)
    assert list(result.files) == ["codebook.yaml", "map1.yaml", "map2.yaml"]
    graph = graph_of(first, second)
    assert list(graph.claims) == ["codebook/a", "codebook/b", "map1/c", "map2/d"]
    assert {one.id: one.target for one in graph.arguments.values()} == {
        "codebook/a>b": "codebook/b",
        "map1/c>b": "codebook/b",
        "map2/d>a>b": "codebook/a>b",
    }


def test_maps_that_merely_number_their_nodes_alike_share_nothing() -> None:
    result = imported(
        aif({"1": "I a", "2": "I b", "3": "RA"}, ["1>3", "3>2"]), aif({"1": "I x", "2": "I y", "3": "RA"}, ["1>3", "3>2"])
    )
    assert list(result.files) == ["map1.yaml", "map2.yaml"]


def test_a_speaker_of_several_maps_stands_in_the_codebook() -> None:
    more = {"participants": [{"participantID": "5", "firstname": "Ann"}], "locutions": [{"nodeID": "2", "personID": "5"}]}
    first = aif({"1": "I a", "2": "L Ann: a", "3": "YA Asserting"}, ["2>3", "3>1"], **more)
    second = aif({"7": "I b", "2": "L Ann: b", "3": "YA Asserting"}, ["2>3", "3>7"], **more)
    graph = graph_of(first, second)
    assert list(graph.actors) == ["codebook/ann"]
    assert len(graph.statements) == 2


def test_a_map_of_nothing_is_read_as_nothing() -> None:
    assert imported(b'{"nodes": [], "edges": [], "locutions": null}').files["map1.yaml"].claims == {}


@pytest.mark.parametrize("data", [b"[]", b"{}", b"7", b"", b'{"nodes": {}, "edges": []}', b'{"nodes": [', b"[" * 100_000])
def test_what_is_no_map_is_a_clear_error_with_the_name_of_the_file(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"map1\.json"):
        imported(data)


def test_half_a_character_in_a_text_is_left_out() -> None:
    (claim,) = graph_of(b'{"nodes": [{"nodeID": 1, "type": "I", "text": "a\\ud800b\\u0000c"}], "edges": []}').claims.values()
    assert claim.text == {"en": "abc"}


def test_marks_in_the_text_of_xaif_become_quotes_in_their_place_even_if_the_words_stand_there_twice() -> None:
    value = {
        "AIF": json.loads(aif({"1": "I a", "2": "L Ann: so", "3": "YA Asserting"}, ["2>3", "3>1"])),
        "text": 'so &amp; so<br>and <span class="highlighted" id="node2">so</span> on',
    }
    result = read(xaif.FORMAT, {"talk.json": json.dumps(value).encode()})
    annotated = loaded(result)
    assert result.texts == {"talk.txt": "so & so\nand so on"}
    ((anchor,),) = annotated.provenance.anchors.values()
    assert (anchor.start, anchor.end) == (12, 14)  # type: ignore[union-attr] # it was found
    assert errors(annotated) == []


def test_what_ova_wrote_before_its_third_version_is_read() -> None:
    value = {
        "nodes": [{"id": 1, "text": "a", "type": "I"}, {"id": 2, "text": "b", "type": "I"}, {"id": 3, "text": "", "type": "RA"}],
        "edges": [{"from": {"id": 1}, "to": {"id": 3}}, {"from": {"id": 3}, "to": {"id": 2}}],
        "analysis": {"txt": "<p>a, so b</p>", "annotatorName": ""},
    }
    result = read(xaif.FORMAT, {"old.json": json.dumps(value).encode()})
    assert [one.id for one in loaded(result).graph.arguments.values()] == ["old/a>b"]
    assert result.texts == {"old.txt": "\na, so b\n"}


def test_the_sample_says_what_its_dialogue_says() -> None:
    graph = loaded(read(aifdb.FORMAT, sample("aif"))).graph
    assert said(graph) == [
        ("ann-smith", Stance.FOR, "shops-should-close-on-sundays"),
        ("bob", Stance.FOR, "many-people-can-only-shop-on"),
        ("bob", Stance.FOR, "many-people-can-only-shop-on>shops-should-close-on-sundays"),
    ]
    assert [one.via for one in graph.statements.values()][1] == ("shops/ann-smith",)


def test_real_maps_come_out_as_they_went_in() -> None:
    for name, data in corpus("arg-microtexts/aif").items():
        first = loaded(read(aifdb.FORMAT, {name: data}))
        assert errors(first) == []
        once = write(aifdb.FORMAT, first, "x")
        second = loaded(read(aifdb.FORMAT, once.files))
        assert argument_structure(second.graph) == argument_structure(first.graph)
        assert write(aifdb.FORMAT, second, "x").files == once.files
        counts = {kind: sum(node["type"] == kind for node in json.loads(data)["nodes"]) for kind in ("I", "RA", "CA")}
        again = {kind: sum(node["type"] == kind for node in json.loads(once.files["x.json"])["nodes"]) for kind in counts}
        assert again == counts


def test_a_folder_of_real_maps_is_read_as_one_corpus() -> None:
    files = corpus("arg-microtexts/aif") or sample("aif")
    result = read(aifdb.FORMAT, files)
    annotated = loaded(result)
    assert errors(annotated) == []
    nodes = [node["type"] for data in files.values() for node in json.loads(data)["nodes"]]
    assert len(annotated.graph.claims) == nodes.count("I")
    assert len(annotated.graph.arguments) == nodes.count("RA") + nodes.count("CA")


def test_a_written_map_shows_all_its_nodes_and_edges_in_ova_and_no_node_on_another() -> None:
    hearing = """argmap: 1
source: {title: Hearing}
actors: {anna: Anna Berg, boris: Boris Wolf}
claims:
  tax: {text: A tax is needed., contrary: rent}
  schools: {text: It pays for the schools., supports: tax}
  rent: Rent is better.
statements:
  - {id: first, by: anna, claim: tax, stance: for, quote: needed, via: boris}
  - {by: boris, claim: schools, stance: mixed, quote: pays and does not, replies: first}
  - {by: boris, claim: tax, stance: against, quote: not this one}
"""
    value = json.loads(write(xaif.FORMAT, loads(hearing)).files["map.json"])
    board, inner = value["OVA"], value["AIF"]
    assert [node["nodeID"] for node in board["nodes"]] == [node["nodeID"] for node in inner["nodes"]]
    told, shown = ([(edge["fromID"], edge["toID"]) for edge in one["edges"]] for one in (inner, board))
    assert shown == list(dict.fromkeys(told))
    assert all(one["visible"] for one in (*board["nodes"], *board["edges"]))
    across = {node["nodeID"]: node["x"] for node in board["nodes"]}
    kinds = {node["nodeID"]: node["type"] for node in inner["nodes"]}
    argued = {name for name, kind in kinds.items() if kind in {"I", "RA", "CA"}}
    assert max(across[name] for name in argued) < min(across[name] for name in set(across) - argued)
    tops = sorted((node["x"], node["y"]) for node in board["nodes"])
    assert all(one[0] != other[0] or other[1] - one[1] >= 38 for one, other in pairwise(tops))
