from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.anchoring import Anchor
from argmap.api import load
from argmap.reading.loading import load_text
from argmap.writing.requoting import corrected, corrections

TEXT = "The harbour was closed at dawn, and nobody who lived near it had been told why. “We waited,” she said.\n"

HEAD = """\
argmap: 1   # kept
source: {title: Harbour, file: harbour.txt}
actors:
  she: A woman
claims:
  closed: {text: The harbour was closed without a word.}
statements:
"""


def _corpus(folder: Path, statements: str, text: str = TEXT) -> Path:
    (folder / "harbour.txt").write_text(text, "utf-8")
    path = folder / "harbour.yaml"
    path.write_text(HEAD + statements, "utf-8", newline="")
    return path


def _put_right(path: Path) -> str:
    annotated = load(path)
    wanted = list(corrections(annotated.graph, annotated.provenance))
    return corrected(annotated.corpus.documents[0], wanted)


@pytest.mark.parametrize(
    ("written", "put_right"),
    [
        (
            (
                "- {by: she, claim: closed, stance: for, "
                "quote: the harbor was closed at dawn and nobody who lived near it had been told}"
            ),
            (
                "- {by: she, claim: closed, stance: for, "
                "quote: 'The harbour was closed at dawn, and nobody who lived near it had been told'}"
            ),
        ),
        (
            (
                "- by: she\n  claim: closed\n  stance: for   # a comment\n"
                '  quote: "the harbor was closed at dawn and nobody who lived near it had been told"   # stays\n'
            ),
            (
                "- by: she\n  claim: closed\n  stance: for   # a comment\n"
                '  quote: "The harbour was closed at dawn, and nobody who lived near it had been told"   # stays\n'
            ),
        ),
        (
            "- by: she\n  claim: closed\n  stance: for\n  quote:\n  - '\"We waited,\"'\n  - {exact: closed at dawn, prefix: was}\n",
            "- by: she\n  claim: closed\n  stance: for\n  quote:\n  - '“We waited,”'\n  - {exact: closed at dawn, prefix: was}\n",
        ),
    ],
)
def test_only_the_quote_changes_and_keeps_its_quotation_marks(tmp_path: Path, written: str, put_right: str) -> None:
    assert _put_right(_corpus(tmp_path, written)) == HEAD + put_right


CONTEXTS = (
    "quote:\n    exact: '\"{}\"'\n    # kept\n    suffix: she\n",
    "quote:   # kept\n    prefix: ' why. '   # kept\n    exact: '\"{}\"'\n",
    "quote: {{prefix: ' why. ', exact: '\"{}\"', suffix: ' she'}}\n",
)


@pytest.mark.parametrize("quote", CONTEXTS)
def test_what_stands_around_the_words_of_a_quote_is_kept(tmp_path: Path, quote: str) -> None:
    head = "- by: she\n  claim: closed\n  stance: for\n  "
    put_right = _put_right(_corpus(tmp_path, head + quote.format("We waited,")))
    assert put_right == HEAD + head + quote.format("We waited,").replace('"We waited,"', "“We waited,”")


LONG = "a government that nobody had chosen closed the café at the harbour, and the prices rose"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (LONG.replace("government", "gov\u00adern\u00adment"), LONG),
        (LONG.replace("café", "cafe\u0301"), LONG),
        (LONG.replace(" had", "\u00a0\u200bhad"), LONG),
        (LONG.replace("government", "govern-\nment"), LONG),
        (LONG.replace("government", "govern\u00ad\nment"), LONG),
        (LONG.replace("government", "govern-\r\n  ment"), LONG.replace("government", "govern-ment")),
        (LONG.replace("chosen", "cho\x02sen"), LONG),
    ],
)
def test_a_quote_in_which_a_reader_sees_the_words_of_the_text_is_left_as_it_is(tmp_path: Path, text: str, quote: str) -> None:
    path = _corpus(tmp_path, f"- {{by: she, claim: closed, stance: for, quote: '{quote}'}}\n", text)
    assert all(isinstance(outcome, Anchor) for outcomes in load(path).provenance.anchors.values() for outcome in outcomes)
    assert _put_right(path) == path.read_text("utf-8")


def test_words_that_are_put_right_hold_nothing_that_yaml_does_not_allow_and_stay_whole(tmp_path: Path) -> None:
    text = LONG.replace("government", "govern-\nment").replace("chosen", "cho\x02sen").replace("the café", "a\x0ccafé")
    path = _corpus(tmp_path, f"- {{by: she, claim: closed, stance: for, quote: '{LONG}'}}\n", text)
    put_right = _put_right(path)
    assert put_right == path.read_text("utf-8").replace("the café", "a café")
    path.write_text(put_right, "utf-8")
    assert _put_right(path) == put_right


def test_a_quote_that_would_be_found_in_several_places_is_left_as_it_is(tmp_path: Path) -> None:
    text = "Nobody would wait for those who had waited."
    path = _corpus(tmp_path, "- {by: she, claim: closed, stance: for, quote: '\"wait\"'}\n", text)
    assert _put_right(path) == path.read_text("utf-8")


LINES = "the harbor was closed at dawn and\n    nobody who lived near it had been told"

WRITTEN = {
    "folded": f">-\n    {LINES}\n",
    "folded, with a comment": f">   # why\n    {LINES}\n",
    "literal, empty lines behind": f"|+\n    {LINES}\n\n\n",
    "plain on two lines": f"{LINES}\n",
    "quoted on two lines": f'"{LINES}"   # why\n',
}
BEHIND = {
    "a statement": "- {by: she, claim: closed, stance: for}\n",
    "a comment": "# the end\n",
    "another field": "  note: kept\n  x-own: 1\n",
    "nothing": "",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("behind", BEHIND.values(), ids=BEHIND)
@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_however_a_quote_is_written_what_stands_behind_it_stays(tmp_path: Path, written: str, behind: str, newline: str) -> None:
    before = "- by: she\n  claim: closed\n  stance: for\n  quote: "
    statements = f"{before}{written}{behind}".replace("\n", newline)
    put_right = _put_right(_corpus(tmp_path, statements)).removeprefix(HEAD)
    words = "The harbour was closed at dawn, and nobody who lived near it had been told"
    comment, end = ("   # why" if "# why" in written else ""), written[len(written.rstrip()) :]
    mark = '"' if written.startswith('"') else ""
    assert put_right == f"{before}{mark}{words}{mark}{comment}{end}{behind}".replace("\n", newline)


def test_a_quote_that_differs_in_white_space_alone_is_left_as_it_is(tmp_path: Path) -> None:
    path = _corpus(tmp_path, "- {by: she, claim: closed, stance: for, quote: closed   at dawn}\n")
    assert _put_right(path) == path.read_text("utf-8")


@given(
    words=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs", "Cf")), min_size=1, max_size=30)
)
def test_whatever_the_words_the_quote_reads_back_as_they_are(words: str) -> None:
    from argmap.writing.requoting import _scalar

    for before, after, bracketed in (("- {quote: ", "}", True), ("- quote: ", "", False)):
        for old in ("x", "'x'", '"x"'):
            yaml = f"argmap: 1\nx-a:\n  {before}{_scalar(old, words, bracketed=bracketed)}{after}\n"
            loaded = load_text(yaml)
            assert not loaded.diagnostics, yaml
            extra = loaded.documents[0].model.model_extra
            assert extra is not None
            assert extra["x-a"][0]["quote"] == words
