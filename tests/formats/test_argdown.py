"""Argdown: what is read, what is not, and that Argdown's own tool agrees."""

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from argmap.api import loads
from argmap.exchange.contract import FormatError, ReadOptions
from argmap.exchange.report import Outcome
from argmap.formats.argdown import exported, text
from argmap.formats.argdown.debate import Debate
from argmap.formats.argdown.lines import Lines
from argmap.formats.argdown.parsing import parse_argdown
from argmap.graph import Graph
from argmap.model import AnnotationFile
from argmap.words import ArgumentRelation
from tests.formats.corpora import corpus, sample
from tests.formats.roundtrips import errors, loaded, read, write

DOCUMENTS = {**sample("argdown"), **corpus("argdown")}
NAMES = sorted(DOCUMENTS)
TOOL = shutil.which("argdown")


def file_of(argdown: str) -> AnnotationFile:
    (file,) = read(text.FORMAT, {"debate.argdown": argdown.encode()}).files.values()
    return file


def graph_of(argdown: str) -> Graph:
    return loaded(read(text.FORMAT, {"debate.argdown": argdown.encode()})).graph


def problems_of(argdown: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in parse_argdown(argdown).problems]


def relations_of(argdown: str) -> set[tuple[str, str, str]]:
    return {(one.kind.value, one.start.title, one.end.title) for one in parse_argdown(argdown).debate.relations}


def tool_json(document: bytes, folder: Path) -> bytes:
    """What Argdown's own tool makes of a document; of our sample, what it made, where it is not on this machine."""
    if TOOL is None:
        assert document == DOCUMENTS["harbour.argdown"]
        return sample("argdown-json")["harbour.json"]
    (folder / "debate.argdown").write_bytes(document)
    subprocess.run([TOOL, "json", folder / "debate.argdown", folder], check=True, capture_output=True, timeout=60)  # noqa: S603 - our own files
    return (folder / "debate.json").read_bytes()


def in_numbers(debate: Debate) -> tuple[int, int, Counter[tuple[str, str, str]]]:
    relations = Counter((one.kind.value, one.start.kind.value, one.end.kind.value) for one in debate.relations)
    return len(debate.statements), len(debate.arguments), relations


def without_types(value: Any) -> Any:
    """A value with its switches and numbers as texts, as annotations hold them."""
    match value:
        case dict():
            return {key: without_types(one) for key, one in value.items()}
        case list() | tuple():
            return [without_types(one) for one in value]
        case bool() | int() | float():
            return str(value).lower()
        case _:
            return value


@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_read_without_a_word_left_over_and_passes_the_checks(name: str) -> None:
    assert parse_argdown(DOCUMENTS[name].decode()).problems == []
    annotated = loaded(read(text.FORMAT, {name: DOCUMENTS[name]}))
    assert errors(annotated) == []


@pytest.mark.parametrize("name", NAMES if TOOL else ["harbour.argdown"])
def test_argdowns_own_tool_counts_the_same_statements_arguments_and_relations(name: str, tmp_path: Path) -> None:
    value = json.loads(tool_json(DOCUMENTS[name], tmp_path))
    relations = Counter((one["relationType"], one["fromType"], one["toType"]) for one in value["relations"])
    assert in_numbers(parse_argdown(DOCUMENTS[name].decode()).debate) == (
        len(value["statements"]),
        len(value["arguments"]),
        relations,
    )


@pytest.mark.parametrize("name", NAMES if TOOL else ["harbour.argdown"])
def test_text_and_json_of_a_document_say_the_same(name: str, tmp_path: Path) -> None:
    (from_text,) = read(text.FORMAT, {"debate": DOCUMENTS[name]}).files.values()
    (from_json,) = read(exported.FORMAT, {"debate": tool_json(DOCUMENTS[name], tmp_path)}).files.values()
    for section in ("questions", "claims", "evidence", "arguments", "statements", "weights"):
        ours, theirs = (file.model_dump(mode="json", exclude_unset=True).get(section) for file in (from_text, from_json))
        assert without_types(ours) == without_types(theirs)


@pytest.mark.parametrize("name", NAMES if TOOL else ["harbour.argdown"])
def test_what_is_written_is_argdown_to_argdowns_own_tool_too(name: str, tmp_path: Path) -> None:
    annotated = loaded(read(text.FORMAT, {name: DOCUMENTS[name]}))
    (written,) = write(text.FORMAT, annotated).files.values()
    debate = parse_argdown(written.decode()).debate
    if TOOL is not None:
        value = json.loads(tool_json(written, tmp_path))
        assert (len(value["statements"]), len(value["arguments"])) == (len(debate.statements), len(debate.arguments))
    assert len(debate.relations) >= len(annotated.graph.arguments) - len(debate.arguments)


@pytest.mark.parametrize("name", NAMES)
def test_every_document_comes_to_rest_after_one_pass_and_keeps_its_structure(name: str) -> None:
    first = loaded(read(text.FORMAT, {name: DOCUMENTS[name]}))
    once = write(text.FORMAT, first).files
    again = loaded(read(text.FORMAT, once))
    assert write(text.FORMAT, again).files == once
    assert len(again.graph.claims) == len(first.graph.claims)
    kinds = [Counter(one.relation for one in graph.arguments.values()) for graph in (first.graph, again.graph)]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("+", ("support", "b", "a")),
        ("<+", ("support", "b", "a")),
        ("+>", ("support", "a", "b")),
        ("-", ("attack", "b", "a")),
        ("<-", ("attack", "b", "a")),
        ("->", ("attack", "a", "b")),
        ("_", ("undercut", "b", "a")),
        ("<_", ("undercut", "b", "a")),
        ("_>", ("undercut", "a", "b")),
        ("><", ("contradictory", "a", "b")),
    ],
)
def test_a_relation_runs_as_its_sign_says(sign: str, expected: tuple[str, str, str]) -> None:
    assert relations_of(f"[a]: x\n  {sign} [b]: y\n") == {expected}


def test_relations_belong_to_what_they_are_indented_below() -> None:
    argdown = "[a]: x\n  + [b]: y\n      - [c]: z\n  - [d]: v\n    + [e]: w\n"
    assert relations_of(argdown) == {
        ("support", "b", "a"),
        ("attack", "c", "b"),
        ("attack", "d", "a"),
        ("support", "e", "d"),
    }


def test_in_strict_mode_support_is_entailment_and_attack_contrariness() -> None:
    argdown = "===\nmodel:\n  mode: strict\n===\n\n[a]: x\n  + [b]: y\n  - [c]: z\n  - <d>: v\n\n[c]\n  - [a]\n"
    assert relations_of(argdown) == {("entails", "b", "a"), ("contrary", "c", "a"), ("attack", "d", "a")}
    assert graph_of(argdown).contraries == (("debate/a", "debate/c"),)


def test_an_undercut_stays_an_undercut() -> None:
    graph = graph_of("[a]: x\n  + <b>: y\n    <_ <c>: z\n\n<d>\n\n(1) [p]: p\n(2) [q]: q\n----\n  <_ [e]: w\n(3) [a]\n")
    undercuts = {(one.premises, one.target) for one in graph.arguments.values() if one.relation is ArgumentRelation.UNDERCUT}
    assert undercuts == {(("debate/c",), "debate/b>a"), (("debate/e",), "debate/d")}


def test_an_undercut_of_an_argument_for_two_claims_denies_both_inferences() -> None:
    graph = graph_of("<b>: y\n  +> [a]: x\n  -> [d]: v\n  <_ <c>: z\n")
    undercuts = {one.target for one in graph.arguments.values() if one.relation is ArgumentRelation.UNDERCUT}
    assert undercuts == {"debate/b>a", "debate/b>d"}


def test_each_inference_of_a_structure_is_an_argument_from_the_premises_it_uses() -> None:
    argdown = (
        "<a>: says why\n\n(1) [p]: p\n(2) [q]: q\n--\nmodus ponens {uses: [2]}\n--\n(3) [r]: r\n(4) [s]: s\n----\n(5) [t]: t\n"
    )
    arguments = file_of(argdown).arguments
    assert {name: (one.premises, one.supports, one.scheme, one.note) for name, one in arguments.items()} == {
        "a-1": (("q",), "r", "modus ponens", None),
        "a": (("r", "s"), "t", None, "says why"),
    }


def test_a_reconstructed_argument_bears_on_others_by_its_conclusion() -> None:
    argdown = "<a>\n\n(1) [p]: p\n(2) [q]: q\n----\n(3) [r]: r\n\n<a>\n  -> [b]: x\n"
    assert relations_of(argdown) == {("attack", "r", "b")}


def test_markup_is_no_part_of_a_text() -> None:
    argdown = (
        r"[a]: Some **bold**, *italic* and __both _nested_ ones__, a [link](https://x.org/a_b//c), @[b] .^. :heart: \#no"
        r" \*star\* 5 * 3 a_b #tag #(two words)"
    )
    claim = file_of(argdown).claims["a"]
    assert claim.text == "Some bold, italic and both nested ones, a link, b ∧ ❤ #no *star* 5 * 3 a_b"
    assert claim.tags == ("tag", "two words")
    assert [(cite.title, cite.url) for cite in claim.cites] == [("link", "https://x.org/a_b//c")]


def test_a_tag_inside_of_a_text_is_a_word_of_it_too() -> None:
    claim = file_of("[a]: We need #action now.\n").claims["a"]
    assert (claim.text, claim.tags) == ("We need action now.", ("action",))


def test_comments_are_no_text_but_stand_above_their_entry() -> None:
    argdown = "// first\n[a]: one // tail\n  two /* in\n\nside */ three\n\n<!-- above\nb -->\n[b]: see http://x.org // end\n"
    imported = read(text.FORMAT, {"x": argdown.encode()})
    assert {name: claim.text for name, claim in imported.files["x.yaml"].claims.items()} == {
        "a": "one two three",
        "b": "see http://x.org",
    }
    assert imported.comments["x.yaml"] == {("claims", "a"): "first", ("claims", "b"): "above\nb"}
    assert imported.report.number(Outcome.LOST, text.COMMENTS) == 3


def test_a_heading_that_asks_is_a_question_with_the_statements_right_below_it_as_answers() -> None:
    file = file_of("# Rents?\n\n[a]: x\n  + [b]: y\n\n[c]: z\n\n# Other\n\n[d]: v\n")
    (question,) = file.questions.values()
    assert question.text == "Rents?"
    assert {name for name, claim in file.claims.items() if claim.answers} == {"a", "c"}


def test_the_last_text_under_a_title_counts_and_a_canonical_one_more() -> None:
    assert file_of("[a]: first\n\n[a]: second\n\n[b]: first {isCanonical: true}\n\n[b]: second\n").claims["a"].text == "second"
    assert file_of("[b]: first {isCanonical: true}\n\n[b]: second\n").claims["b"].text == "first"


def test_the_front_matter_tells_the_source_where_somebody_speaks() -> None:
    file = file_of("===\ntitle: Rents\nauthor: [A. B., C. D.]\ndate: 22/10/2018\nmap: {x: 1}\n===\n\n[a]: x {proponent: Mayor}\n")
    assert file.source is not None
    assert (file.source.title, file.source.author, file.source.date) == ("Rents", ("a-b", "c-d"), "2018-10-22")
    (statement,) = file.statements
    assert (statement.by, statement.target, statement.stance) == (("mayor",), ("claim", "a"), "for")
    assert file.model_extra == {"x-argdown": {"map": {"x": "1"}}}


def test_titles_that_are_no_ids_come_back() -> None:
    written = write(text.FORMAT, loaded(read(text.FORMAT, {"x": b"[No harm, no ban]: x\n  - <Law must protect>: y\n"}))).files
    assert written == {"map.argdown": b"[No harm, no ban]: x\n  - <Law must protect>: y\n"}


def test_attacks_and_undercuts_with_several_premises_are_written_out_and_come_back() -> None:
    yaml = """\
argmap: 1
claims: {a: Aa a, b: Bb b, c: Cc c, d: Dd d}
arguments:
  but: {premises: [a, b], attacks: c, scheme: "odd, -- {scheme}"}
  unless: {premises: [a, d], undercuts: but}
  deeper: {premises: [c], undercuts: unless}
"""
    first = loads(yaml)
    (written,) = write(text.FORMAT, first).files.values()
    (file,) = read(text.FORMAT, {"x.argdown": written}).files.values()
    assert {name: (one.premises, one.target) for name, one in file.arguments.items()} == {
        "but": (("a", "b"), ("attacks", "c")),
        "unless": (("a", "d"), ("undercuts", "but")),
        "deeper": (("c",), ("undercuts", "unless")),
    }


@pytest.mark.parametrize(
    "undercut", ["unless: {premises: [c, d], undercuts: third}", "unless: {premises: [c], undercuts: third, strength: weak}"]
)
def test_what_undercuts_a_later_argument_is_written_in_an_order_that_stays(undercut: str) -> None:
    yaml = f"""\
argmap: 1
claims: {{a: Aa a, b: Bb b, c: Cc c, d: Dd d}}
arguments:
  {undercut}
  first: {{premises: [a, c], supports: d}}
  second: {{premises: [a, b], supports: d}}
  third: {{premises: [b, c], supports: d}}
"""
    once = write(text.FORMAT, loads(yaml)).files
    assert write(text.FORMAT, loaded(read(text.FORMAT, once))).files == once


@pytest.mark.parametrize(
    ("argdown", "problem"),
    [
        ("[a]: x\n- [b]: y\n", (2, "a relation must be indented below the statement it belongs to")),
        ("[a]: x\n\n  + [b]: y\n", (3, "a relation stands below a blank line, and thus below nothing")),
        ("[a] x\n", (1, "a colon is missing after the title 'a'")),
        ("[a]: x\n  +\n", (2, "nothing stands here")),
        ("[a]: x\n  >< <b>: y\n", (2, "only statements contradict each other")),
        ("(1) a\n(2) b\n", (1, "premises without a conclusion: a line of dashes and the conclusion are missing")),
        ("(1) a\n--\nrule\n(2) b\n", (1, "premises without a conclusion: a line of dashes and the conclusion are missing")),
        ("(1) a\n----\n  + [b]\n(2) c\n", (3, "below an inference only an undercut of it can stand, <_")),
        ("(1) a\n(2) <b>\n----\n(3) c\n", (2, "a premise or conclusion is a statement, not an argument")),
        ("# Heading\n - [b]: y\n\n[c]: z\n", (2, "nothing can be related to a heading; leave a blank line below it")),
        ("[a]: x {b: [}\n", (1, "the data in braces are not YAML")),
        ("===\na: [\n===\n\n[a]: x\n", (1, "the front matter between === is not YAML")),
        ("<a>\n\n(1) b\n----\n(2) c\n\n<a>\n\n(1) d\n----\n(2) e\n", (9, "the argument 'a' has premises and a conclusion already")),
    ],
)
def test_what_is_not_understood_is_told_with_its_line_and_the_rest_is_read(argdown: str, problem: tuple[int, str]) -> None:
    assert problem in problems_of(argdown)
    imported = read(text.FORMAT, {"debate.argdown": argdown.encode()})
    assert imported.report.number(Outcome.LOST, text.BEYOND_THE_SUBSET) >= 1
    assert f"line {problem[0]}: {problem[1]}" in imported.comments["debate.yaml"][()]
    assert errors(loaded(imported)) == []


@pytest.mark.parametrize("sign", ["[", "**a", "/*", "<!--", "{", '{"', "#(", ":", "- ", "(1) ", "--\n", "[a](", "_ ", "\n=="])
def test_signs_without_end_take_no_time_and_no_stack(sign: str) -> None:
    imported = read(text.FORMAT, {"x.argdown": f"[a]: b\n\n[c]: {sign * 20_000}".encode()})
    assert "a" in imported.files["x.yaml"].claims


@pytest.mark.parametrize(
    "argdown",
    [
        "[a]: b\n" + "// c\n" * 50 + "[d]",
        "[a]: b " + "/* c */" * 50,
        "[a]: b\n" + "c\n" * 50,
        "[a]: " + "*b* " * 50,
        "[a]: " + ".v." * 50,
        "[a]: b " + "{}" * 50,
        "[a]: b {" + ", ".join(f"c{number}: d" for number in range(50)) + "}",
        "===\na: [" + "b, " * 50 + "]\n===\n\n[c]: d",
        "# a\n\n" * 50 + "[b]",
        "# a?\n\n" * 50 + "[b]",
        "(1) a\n--" + "b, " * 50 + "--\n(2) c\n",
        "\n\n".join(f"[a]: b #c{number} #d{number} #e{number} #f{number}" for number in range(50)),
        "\n\n".join(f"[a]: b [c](d{number})" for number in range(50)),
        "\n\n".join("// c\n// d\n// e\n// f\n[a]" for _ in range(50)),
        "\n\n".join("(1) [a]\n(2) [b]\n(3) [c]\n----\n(4) [d]" for _ in range(50)),
    ],
)
def test_whatever_there_are_too_many_of_is_refused(argdown: str) -> None:
    with pytest.raises(FormatError, match="there are more than 40 entries"):
        parse_argdown(argdown, 40)


def test_what_there_is_too_much_of_is_counted_over_all_files() -> None:
    files = dict.fromkeys(("x.argdown", "y.argdown", "z.argdown"), b"[a]: b {c: [" + b"d, " * 40 + b"]}")
    imported = read(text.FORMAT, files, ReadOptions(most=100))
    assert set(imported.files) == {"x.yaml", "y.yaml"}
    assert [(fault.file, fault.hint) for fault in imported.faults] == [("z.argdown", "split it")]


def test_a_document_is_read_line_by_line() -> None:
    lines = Lines("[a]\n// one\n[b]\n// two\n[c]\n")
    read_so_far = [line.text for line, _ in zip(lines, range(2), strict=False)]
    assert read_so_far[:2] == ["[a]", "[b]"]
    assert [comment.words for comment in lines.comments] == ["one", "two"]


def test_of_many_lines_that_are_not_understood_the_first_are_listed() -> None:
    imported = read(text.FORMAT, {"x.argdown": ("[a]: b\n\n" + "+ [c]\n\n" * 70).encode()})
    assert imported.report.number(Outcome.LOST, text.BEYOND_THE_SUBSET) == 70
    assert imported.comments["x.yaml"][()].count("\n") == 51
    assert imported.comments["x.yaml"][()].endswith("and 20 more")


def test_a_block_may_begin_with_data() -> None:
    assert problems_of("{a: 1}\n\n[b]: c\n{a:\n") == [(1, "nothing stands here")]


def test_a_chain_of_thousands_is_read_and_written() -> None:
    argdown = "".join(f"[n{number}]: claim {number}\n  + [n{number + 1}]\n\n" for number in range(2000))
    annotated = loaded(read(text.FORMAT, {"x.argdown": argdown.encode()}))
    (written,) = write(text.FORMAT, annotated).files.values()
    assert in_numbers(parse_argdown(written.decode()).debate) == in_numbers(parse_argdown(argdown).debate)


def test_a_json_of_too_much_is_refused() -> None:
    value = {"statements": {"a": {"tags": [f"t{number}" for number in range(50)], "data": dict.fromkeys(map(str, range(10)), "x")}}}
    with pytest.raises(FormatError, match="there are more than 20 entries"):
        exported.read({"x.json": json.dumps(value).encode()}, ReadOptions(most=20))


def test_a_json_without_statements_is_a_clear_error() -> None:
    with pytest.raises(FormatError, match="there is no statement and no argument in it"):
        exported.read({"x.json": b'{"arguments": {}, "statements": {}, "relations": []}'}, ReadOptions())
