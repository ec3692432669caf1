"""REFI-QDA: what other programs write is read with every place, what is written keeps to the schema, hostile files do no harm."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

import pytest

from argmap.api import AnnotatedCorpus, load
from argmap.exchange.contract import Candidate, FormatError, ReadOptions
from argmap.exchange.decoding import xml_of
from argmap.exchange.report import Outcome
from argmap.exchange.sizing import Size
from argmap.exchange.unpacking import packed
from argmap.formats.refi import contents, defining, reading
from argmap.formats.refi.formats import CODEBOOK, PROJECT
from argmap.formats.refi.parsing import project_of
from argmap.formats.refi.writing import ORDER
from argmap.graph import Graph
from argmap.words import ArgumentRelation, Stance
from tests.formats.corpora import ROOT
from tests.formats.projects import QDC, QDE, guid, project
from tests.formats.roundtrips import errors, loaded, read, write

REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Project": ("name",),
        "User": ("guid",),
        "Code": ("guid", "name", "isCodable"),
        "Variable": ("guid", "name", "typeOfVariable"),
        "Case": ("guid",),
        "TextSource": ("guid",),
        "PlainTextSelection": ("guid", "startPosition", "endPosition"),
        "Coding": ("guid",),
        "Link": ("guid",),
        "Set": ("guid", "name"),
        **dict.fromkeys(("CodeRef", "NoteRef", "SelectionRef", "VariableRef", "MemberCode"), ("targetGUID",)),
    }
)
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@pytest.fixture(scope="module")
def foreign() -> AnnotatedCorpus:
    return loaded(read(PROJECT, {"rents.qdpx": project()}))


def said(graph: Graph) -> set[tuple[str, str, Stance, str]]:
    """Who says what, for or against, in which words."""
    return {
        (next(iter(graph.actors[actor].name.values())), next(iter(graph.claims[one.target].text.values())), one.stance, quote)
        for one in graph.statements.values()
        for actor in one.actors
        for quote in ([quote.exact for quote in one.quotes] or [""])
    }


def test_codings_are_statements_of_their_cases_at_their_places(foreign: AnnotatedCorpus) -> None:
    assert errors(foreign) == []
    assert foreign.provenance.searched == foreign.provenance.found == 5
    cap, build, nobody = "Rents should be capped.", "The city should build.", "With a cap nobody builds."
    assert said(foreign.graph) == {
        ("Olga Berg", cap, Stance.FOR, "Rents 🏠 must be capped"),
        ("Builders' Guild", cap, Stance.AGAINST, "nobody would build"),
        ("Builders' Guild", nobody, Stance.FOR, "nobody would build"),
        ("A hearing", build, Stance.FOR, "The council met."),
        ("…", build, Stance.FOR, "The city should build"),
        ("…", cap, Stance.FOR, ""),
        ("A report", nobody, Stance.FOR, ""),
    }


def test_links_are_arguments_contraries_and_undercuts(foreign: AnnotatedCorpus) -> None:
    arguments = {(one.relation, one.premises, one.target) for one in foreign.graph.arguments.values()}
    support = "codebook/the-city-should-build>rents-should-be-capped"
    assert arguments == {
        (ArgumentRelation.SUPPORT, ("codebook/the-city-should-build",), "codebook/rents-should-be-capped"),
        (ArgumentRelation.UNDERCUT, ("codebook/with-a-cap-nobody-builds",), support),
    }
    assert foreign.graph.contraries == (("codebook/rents-should-be-capped", "codebook/with-a-cap-nobody-builds"),)


def test_what_stands_above_and_beside_codes_and_cases_is_kept(foreign: AnnotatedCorpus) -> None:
    claim = foreign.graph.claims["codebook/rents-should-be-capped"]
    assert claim.tags == ("Housing", "key codes")
    assert claim.note == {"en": "Any cap, also a partial one.\nSee the law of 2020."}
    assert foreign.graph.claims["codebook/the-city-should-build"].answers == ("codebook/who-should-build",)
    assert foreign.graph.actors["codebook/olga-berg"].extensions == {"x-qda": {"age": "52"}}
    notes = [one.note for one in foreign.graph.statements.values() if one.note]
    assert notes == [{"en": "Said twice."}, {"en": "At the beginning."}]
    assert foreign.graph.actors["codebook/builders-guild"].note == {"en": "Of the whole region."}
    hearing, uncoded = (foreign.graph.sources[name] for name in ("a-hearing@anna", "not-coded"))
    assert (hearing.note, hearing.tags) == ({"en": "A short one."}, ("spoken",))
    assert uncoded.note == {"en": "Read it."}


def test_what_is_noted_of_a_whole_project_stands_in_its_codebook() -> None:
    codebook = read(PROJECT, {"rents.qdpx": project()}).files["codebook.yaml"]
    assert str(codebook.note) == "Who wants what for rents.\n\nTo do: Ask the guild."


@pytest.mark.parametrize(("is_coded", "questions"), [(False, ["who-should-build"]), (True, [])])
def test_a_codable_code_that_asks_and_is_given_to_nothing_is_a_question(*, is_coded: bool, questions: list[str]) -> None:
    qde = QDE.replace('name="Who should build?" isCodable="false"', 'name="Who should build?" isCodable="true"')
    qde = qde.replace(f'<CodeRef targetGUID="{guid(99)}"/>', f'<CodeRef targetGUID="{guid(15)}"/>') if is_coded else qde
    assert list(read(PROJECT, {"x.qdpx": project(qde)}).files["codebook.yaml"].questions) == questions


@pytest.mark.parametrize(
    ("outcome", "what", "number"),
    [
        (Outcome.CHANGED, reading.ALL_FOR, 4),
        (Outcome.CHANGED, reading.OF_DOCUMENTS, 2),
        (Outcome.CHANGED, reading.NO_PLACE, 2),
        (Outcome.CHANGED, defining.FOLDERS, 1),
        (Outcome.LOST, defining.OTHER_LINKS, 2),
        (Outcome.LOST, reading.UNKNOWN_CODES, 1),
        (Outcome.LOST, contents.NO_TEXT, 2),
        (Outcome.LOST, reading.UNCODED, 1),
        (Outcome.LOST, reading.GRAPHS, 1),
        (Outcome.LOST, defining.DESCRIPTIONS, 1),
    ],
)
def test_what_is_changed_and_lost_is_counted(outcome: Outcome, what: str, number: int) -> None:
    assert read(PROJECT, {"rents.qdpx": project()}).report.number(outcome, what) == number


def test_a_codebook_is_claims_and_questions() -> None:
    (file,) = read(CODEBOOK, {"codes.qdc": QDC.encode()}).files.values()
    assert {name: (str(claim.text), claim.answers, claim.note, claim.tags) for name, claim in file.claims.items()} == {
        "yes-all-of-them": ("Yes, all of them.", ("should-rents-be-capped",), "Old ones too.", ("key codes",)),
        "no": ("No.", ("should-rents-be-capped",), None, ()),
        "claim": ("…", (), None, ()),
    }


@pytest.mark.parametrize("version", ["1.0", "1:0", "0:4"])
def test_a_codebook_is_told_by_its_namespace_however_its_version_is_written(version: str) -> None:
    codes = QDC.replace("codebook:1.0", f"codebook:{version}").replace("MemberCode targetGUID", "MemberCode guid").encode()
    assert CODEBOOK.tells is not None
    assert CODEBOOK.tells(Candidate("codes.qdc", codes))
    (file,) = read(CODEBOOK, {"codes.qdc": codes}).files.values()
    assert file.claims["yes-all-of-them"].tags == ("key codes",)


def test_codes_below_a_claim_tell_a_side_in_other_languages_but_not_by_numbers() -> None:
    below = "".join(f'<Code guid="{guid(6 + row)}" name="{name}"/>' for row, name in enumerate(("Dafür", "не согласны", "-1")))
    codes = QDC.replace(f'<Code guid="{guid(4)}" isCodable="true"/>', f'<Code guid="{guid(4)}" isCodable="true">{below}</Code>')
    (file,) = read(CODEBOOK, {"codes.qdc": codes.encode()}).files.values()
    assert set(file.claims) == {"yes-all-of-them", "no", "claim", "1"}


def test_the_xml_of_a_project_is_read_without_its_zip_file() -> None:
    imported = read(CODEBOOK, {"project.qde": QDE.encode()})
    assert list(imported.texts) == ["a-letter.txt"]


def shipped() -> list[AnnotatedCorpus]:
    folder = ROOT / "annotations"
    return [load(folder / "car-free-centre"), load(folder / "japan-central-asia.yaml")]


def inside(data: bytes) -> tuple[Element, dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name != "project.qde"}
        return xml_of(archive.read("project.qde"), "project.qde"), texts


@pytest.mark.parametrize("annotated", shipped(), ids=["car-free-centre", "japan-central-asia"])
def test_written_projects_keep_to_the_order_and_the_attributes_of_the_schema(annotated: AnnotatedCorpus) -> None:
    (data,) = write(PROJECT, annotated).files.values()
    root, _ = inside(data)
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(set(guids)) == len(guids)
    assert all(GUID.fullmatch(guid or "") for guid in guids)
    for element in root.iter():
        tags = [child.tag for child in element]
        if element.tag in ORDER:
            assert tags == sorted(tags, key=ORDER[element.tag].index)
        elif tags:
            assert len(set(tags)) == 1, "a group holds one kind of elements"
        assert all(element.get(name) is not None for name in REQUIRED.get(element.tag, ()))
        assert element.get("targetGUID") in {None, *guids}
        assert element.get("originGUID") in {None, *guids}
        assert element.get("creatingUser") in {None, *guids}


@pytest.mark.parametrize("annotated", shipped(), ids=["car-free-centre", "japan-central-asia"])
def test_written_selections_hold_the_words_that_were_quoted(annotated: AnnotatedCorpus) -> None:
    (data,) = write(PROJECT, annotated).files.values()
    root, texts = inside(data)
    quotes = {" ".join(quote.exact.split()) for one in annotated.graph.statements.values() for quote in one.quotes}
    selections = 0
    for source in root.iter("TextSource"):
        text = texts[f"sources/{source.get('plainTextPath', '').removeprefix('internal://')}"]
        for selection in source.iter("PlainTextSelection"):
            start, end = int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
            if end:
                assert " ".join(text[start:end].split()) in quotes
                selections += 1
    assert selections > 30


@pytest.mark.parametrize("annotated", shipped(), ids=["car-free-centre", "japan-central-asia"])
def test_every_code_has_a_name_of_its_own_and_every_source_a_text(annotated: AnnotatedCorpus) -> None:
    """Some programs tell codes by their names, wherever they stand, and none takes a source without a text."""
    (data,) = write(PROJECT, annotated).files.values()
    root, texts = inside(data)
    names = [code.get("name") for code in root.iter("Code")]
    assert len(set(names)) == len(names)
    paths = {source.get("plainTextPath", "").replace("internal://", "sources/") for source in root.iter("TextSource")}
    assert paths == set(texts)


def test_a_source_without_words_comes_back_without_a_text() -> None:
    qde = re.sub(r"<PlainTextContent>The city.*?</PlainTextContent>", "<PlainTextContent> </PlainTextContent>", QDE)
    assert list(read(PROJECT, {"x.qdpx": project(qde)}).texts) == ["a-hearing.txt"]


def test_notes_and_tags_of_sources_cases_and_statements_come_back(foreign: AnnotatedCorpus) -> None:
    again = loaded(read(PROJECT, write(PROJECT, foreign).files))
    for told in (foreign, again):
        graph = told.graph
        noted = [*graph.sources.values(), *graph.actors.values(), *graph.statements.values()]
        notes = sorted(words for one in noted if one.note for words in one.note.values())
        assert notes == ["A short one.", "At the beginning.", "Of the whole region.", "Read it.", "Said twice."]
        assert [one.tags for one in graph.sources.values() if one.tags] == [("spoken",)]


@pytest.mark.parametrize("annotated", shipped(), ids=["car-free-centre", "japan-central-asia"])
def test_a_whole_corpus_comes_to_rest_with_all_its_quotes_and_arguments(annotated: AnnotatedCorpus) -> None:
    once = write(PROJECT, annotated).files
    again = loaded(read(PROJECT, once))
    assert errors(again) == []
    assert write(PROJECT, again).files == once
    assert again.provenance.searched == again.provenance.found
    assert len(again.graph.claims) == len(annotated.graph.claims)
    relations = [
        sorted((one.relation, len(one.premises)) for one in graph.arguments.values()) for graph in (annotated.graph, again.graph)
    ]
    assert relations[0] == relations[1]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (packed({"a.txt": b"x"}), "there is no .qde in it"),
        (packed({"project.qde": b"<Project/>"}), "there is no code, no case and no source in it"),
        (packed({"project.qde": b"<Project>"}), "this is not XML"),
        (
            packed({"project.qde": b'<!DOCTYPE p [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><Project>&c;</Project>'}),
            "declares XML entities",
        ),
        (packed({"project.qde": b'<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><Project>&a;</Project>'}), "declares XML"),
        (packed({"project.qde": b"<Project>" + b" " * 10_000_000}), "more than 20 times as large"),
        (packed({"project.qde": b"<a>" * 5000}), "nested more than"),
        (project()[:600], "this is no zip file"),
    ],
)
def test_a_hostile_project_is_a_clear_error(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)):
        read(PROJECT, {"x.qdpx": data})


def test_texts_are_looked_for_by_name_inside_the_project_only() -> None:
    leading_out = QDE.replace("internal://HEARING.txt", "../../../../etc/passwd")
    imported = read(PROJECT, {"x.qdpx": project(leading_out)})
    assert list(imported.texts) == ["a-letter.txt"]


def test_a_project_is_let_go_of_as_it_is_read_and_refused_before_its_end() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"<Project><Foo/><Sources><TextSource>"
        yield from [b"<Foo/><Coding><CodeRef targetGUID='1'/></Coding>"] * 100
        pytest.fail("it is read on")

    with pytest.raises(FormatError, match="more than 50 entries"):
        project_of(pieces(), "x.qde", Size(50))


def test_texts_count_by_their_length() -> None:
    letter = packed({"project.qde": QDE.encode(), "HEARING.txt": b"x" * 100_000})
    assert PROJECT.read is not None
    assert PROJECT.read({"x.qdpx": project()}, ReadOptions(most=300)).files
    with pytest.raises(FormatError, match="more than 300 entries"):
        PROJECT.read({"x.qdpx": letter}, ReadOptions(most=300))


def test_a_passage_of_a_recording_may_be_told_before_the_points_that_it_lies_between() -> None:
    points = b'<SyncPoint guid="{A}" position="3"/><SyncPoint guid="{B}" position="9"/>'
    passage = (
        b'<TranscriptSelection fromSyncPoint="a" toSyncPoint="b"><Coding><CodeRef targetGUID="c"/></Coding></TranscriptSelection>'
    )
    xml = b"<Project><Sources><AudioSource><Transcript>%s</Transcript></AudioSource></Sources></Project>"
    told = [project_of(xml % inner, "x.qde", Size(100)).sources[""].codings for inner in (points + passage, passage + points)]
    assert told[0] == told[1]
    assert [(one.start, one.end) for one in told[0]] == [(3, 9)]


def test_codes_in_a_circle_of_guids_do_no_harm() -> None:
    same = re.sub(r"\{0000000[A-F]", "{0000000A", QDE)
    assert read(PROJECT, {"x.qdpx": project(same)}).files
