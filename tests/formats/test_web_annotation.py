"""Web Annotations: ours come back whole; those of other tools in all their shapes; hostile selectors and links."""

import json
from itertools import pairwise
from typing import Any

import pytest

from argmap.api import load
from argmap.exchange.contract import Candidate, FormatError, Imported, ReadOptions
from argmap.exchange.report import Outcome
from argmap.formats.webannotation import reading
from argmap.formats.webannotation.format import FORMAT
from argmap.formats.webannotation.reading import LOOSE_LINKS, NO_CLAIM
from argmap.words import Act, ActorKind, ArgumentRelation, Confidence, Stance
from tests.formats.corpora import ROOT, sample
from tests.formats.roundtrips import argument_structure, errors, loaded, read, write

TEXT = "Rents rise. Wages do not. Rents rise."


def imported(*annotations: Any, text: str | None = None) -> Imported:
    files = {"notes.jsonld": json.dumps(list(annotations)).encode()}
    return read(FORMAT, files if text is None else {**files, "notes.txt": text.encode()})


def note(exact: str = "Rents rise", **more: Any) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": exact}
    return {"type": "Annotation", "target": {"source": "https://example.org/rents.html", "selector": selector}, **more}


def test_our_own_annotations_come_back_with_speakers_stances_arguments_and_contraries() -> None:
    graph = loaded(read(FORMAT, sample("web-annotation"))).graph
    first, second = graph.statements.values()
    assert (first.actors, first.stance, first.target) == (("interview/rector",), Stance.FOR, "interview/raise-fees")
    assert (second.target, second.act, second.tags) == ("interview/costs>raise-fees", Act.CONCEDE, ("money",))
    assert [(one.id, one.relation) for one in graph.arguments.values()] == [
        ("interview/costs>raise-fees", ArgumentRelation.SUPPORT),
        ("interview/grants>costs>raise-fees", ArgumentRelation.UNDERCUT),
    ]
    assert graph.contraries == (("interview/raise-fees", "interview/no-fees"),)
    assert graph.actors["interview/university"].kind is ActorKind.ORGANIZATION
    source = graph.sources["interview"]
    assert (source.date, source.url, source.annotator and source.annotator.id) == (
        "2025-03",
        "https://example.org/interview",
        "vera",
    )


def test_a_whole_corpus_with_its_codebook_comes_back_with_the_same_arguments_and_statements() -> None:
    annotated = load(ROOT / "annotations" / "car-free-centre")
    once = write(FORMAT, annotated)
    again = loaded(read(FORMAT, once.files))
    assert errors(again) == []
    unused = set(annotated.graph.claims) - {
        node for one in annotated.graph.arguments.values() for node in (*one.premises, one.target)
    }
    unused -= {one.target for one in annotated.graph.statements.values()}
    kept = argument_structure(again.graph)
    assert kept[1] == argument_structure(annotated.graph)[1]
    assert len(kept[0]) == len(annotated.graph.claims) - len(unused)
    assert len(again.graph.statements) == len(annotated.graph.statements)
    assert [source.date for source in again.graph.sources.values()] == [source.date for source in annotated.graph.sources.values()]
    rested = write(FORMAT, again)
    assert write(FORMAT, loaded(read(FORMAT, rested.files))).files == rested.files


def test_positions_are_written_where_the_text_is_there_and_bring_a_quote_that_stands_twice_to_its_place() -> None:
    value = note(body={"type": "TextualBody", "purpose": "describing", "value": "Rents rise again."})
    value["target"]["selector"] = [value["target"]["selector"], {"type": "TextPositionSelector", "start": 26, "end": 36}]
    annotated = loaded(imported(value, text=TEXT))
    assert errors(annotated) == []
    written = json.loads(write(FORMAT, annotated).files["map.jsonld"])
    selectors = written["first"]["items"][0]["target"][0]["selector"]
    assert selectors[0]["prefix"]
    assert selectors[1] == {"type": "TextPositionSelector", "start": 26, "end": 36}


def test_an_annotation_of_another_tool_is_a_passage_of_the_author_with_its_comments_and_tags() -> None:
    value = note(
        body=[{"type": "TextualBody", "value": "check this"}, {"type": "TextualBody", "purpose": "tagging", "value": "housing"}]
    )
    annotated = loaded(imported({**value, "creator": "acct:vera@example.org"}))
    (statement,) = annotated.graph.statements.values()
    assert annotated.graph.claims[statement.target].text == {"en": "Rents rise"}
    assert (statement.note, statement.tags, statement.confidence) == ({"en": "check this"}, ("housing",), Confidence.LOW)
    assert [actor.kind for actor in annotated.graph.actors.values()] == [ActorKind.UNNAMED]
    (source,) = annotated.graph.sources.values()
    assert (source.id, source.url) == ("rents-html", "https://example.org/rents.html")


def test_a_tag_tells_the_stance_in_any_of_its_words_and_a_classification_leaves_the_tags_alone() -> None:
    tagged = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in ("Miete", "Dagegen")]
    classified = [*tagged, {"type": "TextualBody", "purpose": "classifying", "value": "mixed"}]
    graph = loaded(imported(note(body=tagged), note("Wages do not", body=classified))).graph
    assert [(one.stance, one.tags) for one in graph.statements.values()] == [
        (Stance.AGAINST, ("Miete",)),
        (Stance.MIXED, ("Miete", "Dagegen")),
    ]


def test_what_the_api_of_hypothesis_answers_is_read() -> None:
    selectors = [{"type": "RangeSelector"}, {"type": "TextQuoteSelector", "exact": "Rents"}]
    answer = {
        "id": "abc",
        "user": "acct:vera@hypothes.is",
        "uri": "https://example.org/a",
        "text": "Is that so?",
        "tags": ["against"],
        "document": {"title": ["About rents"]},
        "target": [{"source": "https://example.org/a", "selector": selectors}],
    }
    result = read(FORMAT, {"h.json": json.dumps({"total": 1, "rows": [answer]}).encode()})
    graph = loaded(result).graph
    (statement,) = graph.statements.values()
    assert statement.stance is Stance.AGAINST
    assert graph.sources[statement.source].title == {"en": "About rents"}
    assert result.report.number(Outcome.LOST, "selectors of anything but words and positions") == 1


def row(name: str, text: str, *, exact: str | None = None, **more: Any) -> dict[str, Any]:
    """An annotation as the API of Hypothesis tells it; without exact words, of a whole page."""
    selector = {} if exact is None else {"selector": [{"type": "TextQuoteSelector", "exact": exact}]}
    target = [{"source": "https://example.org/a", **selector}]
    return {"id": name, "user": "acct:vera@example.org", "uri": "https://example.org/a", "text": text, "target": target, **more}


@pytest.mark.parametrize("around", [lambda rows: {"total": 4, "rows": rows}, lambda rows: {"export_date": "", "annotations": rows}])
def test_replies_stay_with_the_note_that_they_answer_in_the_order_of_time(around: Any) -> None:
    rows = [
        row("d", "A third one.", references=["gone", "x"], created="2024-05"),
        row("c", "Since when?", references=["a", "b"], created="2024-04", user="acct:boris@example.org", tags=["time"]),
        row("b", "Surely.", references=["a"], created="2024-03", user_info={"display_name": "Vera W."}),
        row("a", "Is that so?", exact="Rents rise"),
    ]
    result = read(FORMAT, {"h.json": json.dumps(around(rows)).encode()})
    graph = loaded(result).graph
    (statement,) = graph.statements.values()
    assert statement.note == {"en": "Is that so?\nVera W.: Surely.\nboris: Since when?"}
    assert [claim.text for claim in graph.claims.values()] == [{"en": "Rents rise"}]
    assert result.report.number(Outcome.CHANGED, reading.REPLIES) == 2
    assert result.report.number(Outcome.LOST, reading.LOOSE_REPLIES) == 1
    assert result.report.number(Outcome.LOST, reading.TAGS_OF_REPLIES) == 1


def test_a_reply_of_the_data_model_is_told_by_its_motivation_and_its_target() -> None:
    answers = [{"type": "Annotation", "id": f"urn:x:{number + 1}", "motivation": "replying", "target": f"urn:x:{number}",
                "body": {"type": "TextualBody", "value": words}, "creator": {"name": "Olga"}, "created": f"2024-0{number + 1}"}
               for number, words in enumerate(("No.", "Yes."))]  # fmt: skip
    circle = [{**answers[0], "id": "urn:x:8", "target": "urn:x:9"}, {**answers[0], "id": "urn:x:9", "target": "urn:x:8"}]
    result = imported(*answers, *circle, note(id="urn:x:0"))
    (statement,) = loaded(result).graph.statements.values()
    assert statement.note == {"en": "Olga: No.\nOlga: Yes."}
    assert result.report.number(Outcome.LOST, reading.LOOSE_REPLIES) == 2


@pytest.mark.parametrize("root", ["urn:x:0", "urn:x:missing"])
def test_a_thread_of_which_each_reply_answers_the_one_before_is_read_as_fast_as_any(root: str) -> None:
    ends = [root, *(f"urn:x:{number}" for number in range(1, 40_000))]
    answers = [{"type": "Annotation", "id": end, "motivation": "replying", "target": before} for before, end in pairwise(ends)]
    report = imported(*reversed(answers), note(id="urn:x:0")).report
    outcome, what = (Outcome.CHANGED, reading.REPLIES) if root == "urn:x:0" else (Outcome.LOST, reading.LOOSE_REPLIES)
    assert report.number(outcome, what) == len(answers)


@pytest.mark.parametrize("key", ["tags", "references"])
def test_many_short_tags_or_references_of_one_annotation_are_refused(key: str) -> None:
    data = json.dumps([row("a", "", exact="Rents rise", **{key: ["x"] * 50})]).encode()
    with pytest.raises(FormatError, match="more than 20 entries"):
        read(FORMAT, {"h.json": data}, ReadOptions(most=20))
    assert read(FORMAT, {"h.json": data}, ReadOptions(most=40)).files


def test_what_is_noted_on_a_page_is_no_claim_of_its_author() -> None:
    data = json.dumps({"total": 1, "rows": [row("a", "Read again.", tags=["housing"])]}).encode()
    assert FORMAT.tells is not None
    assert FORMAT.tells(Candidate("h.json", data))
    graph = loaded(read(FORMAT, {"h.json": data})).graph
    assert not graph.statements
    assert not graph.claims
    (source,) = graph.sources.values()
    assert (source.note, source.tags) == ({"en": "Read again."}, ("housing",))


def refined(one: dict[str, Any]) -> dict[str, Any]:
    target = one["target"]
    return {**one, "target": {**target, "selector": {"type": "FragmentSelector", "refinedBy": target["selector"]}}}


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda one: one,
        lambda one: {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [one]},
        lambda one: {"type": "AnnotationCollection", "first": {"items": [one]}},
        lambda one: {"@graph": [one]},
        lambda one: {**one, "body": {"type": "Choice", "items": [one["body"]]}},
        lambda one: {**one, "target": [one["target"]]},
        lambda one: {
            **one,
            "target": {**one["target"], "selector": {"type": "FragmentSelector", "refinedBy": one["target"]["selector"]}},
        },
    ],
)
def test_all_shapes_of_the_model_say_the_same(wrapped: Any) -> None:
    value = note(body={"type": "TextualBody", "purpose": "describing", "value": "Rents go up."})
    graph = loaded(read(FORMAT, {"n.json": json.dumps(wrapped(value)).encode()})).graph
    (statement,) = graph.statements.values()
    assert graph.claims[statement.target].text == {"en": "Rents go up."}
    assert statement.quotes[0].exact == "Rents rise"


def test_two_creators_of_one_source_are_two_annotators() -> None:
    notes = [
        note(f"Passage {number}.", creator={"id": f"urn:x:{name}", "name": name}) for number, name in enumerate(("Anna", "Boris"))
    ]
    result = imported(*notes)
    graph = loaded(result).graph
    assert sorted(result.files) == ["codebook.yaml", "rents-html-Anna.yaml", "rents-html-Boris.yaml"]
    assert sorted(source.annotator.id for source in graph.sources.values() if source.annotator) == ["anna", "boris"]
    assert errors(loaded(result)) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (
            {"target": {"source": "x", "selector": {"type": "SvgSelector"}}},
            NO_CLAIM,
        ),
        ({"target": []}, NO_CLAIM),
        ({"motivation": "linking", "body": []}, LOOSE_LINKS),
        (
            {"motivation": "linking", "body": {"purpose": "classifying", "value": "undercut"}},
            LOOSE_LINKS,
        ),
    ],
)
def test_what_says_nothing_is_told(change: dict[str, Any], what: str) -> None:
    result = imported(note(), {**note(), **change})
    assert result.report.number(Outcome.LOST, what) == 1
    assert errors(loaded(result)) == []


@pytest.mark.parametrize("place", [(-5, 3), (3, 3), (9, 2), (0, 10**9), (True, False)])
def test_a_place_that_is_none_is_told_and_breaks_nothing(place: tuple[int, int]) -> None:
    value = note("no such words", body={"purpose": "describing", "value": "a"})
    value["target"]["selector"] = {"type": "TextPositionSelector", "start": place[0], "end": place[1]}
    result = imported(value, text=TEXT)
    assert errors(loaded(result)) == []


def test_targets_nested_a_thousand_deep_are_no_harm() -> None:
    value: Any = {"type": "TextQuoteSelector", "exact": "x"}
    for _ in range(900):
        value = {"type": "A", "refinedBy": value}
    result = imported(note(), {"type": "Annotation", "target": {"source": "y", "selector": value}})
    assert result.files


@pytest.mark.parametrize("data", [b"{}", b"[]", b"7", b'{"type": "Person"}', b"nothing"])
def test_what_holds_no_annotation_is_a_clear_error(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"a\.jsonld"):
        read(FORMAT, {"a.jsonld": data})
