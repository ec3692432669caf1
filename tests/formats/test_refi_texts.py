"""REFI-QDA: passages are cut where they were selected, however the program counts, and are read in whatever encoding."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.exchange.contract import FormatError, Imported, ReadOptions
from argmap.exchange.report import Outcome
from argmap.exchange.unpacking import packed
from argmap.formats.refi import contents
from argmap.formats.refi.formats import PROJECT
from argmap.formats.refi.measuring import Counting, measured
from argmap.formats.refi.project import Coding
from tests.formats.roundtrips import read

TEXT = "A hearing 🏠🏠\r\n\r\nThe chair opens.\r\nRents must be capped, says Berg.\r\nNobody would build, says the guild.\r\n"
QUOTES = ("Rents must be capped", "Nobody would build")
STANDARD = Counting()
AS_ONE = Counting(line_ends_as_one=True)
IN_UTF16 = Counting(in_utf16=True)


def counted(text: str, counting: Counting) -> str:
    """A text with as many characters as a way of counting counts."""
    told = text.replace("\r\n", "\n") if counting.line_ends_as_one else text
    told = "".join("##" if character > "\uffff" else character for character in told) if counting.in_utf16 else told
    return f"\ufeff{told}" if counting.with_mark else told


def codings(counting: Counting, quotes: tuple[str, ...] = QUOTES, *, named: bool = True) -> Iterator[Coding]:
    told = counted(TEXT, counting)
    for quote in quotes:
        start = told.index(quote)
        yield Coding("c", "s", start, start + len(quote), f"{quote[:12]}…" if named else "", "", "", ())


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("origin", ["ATLAS.ti Win 23", "NVivo", "QualCoder 3", ""])
@pytest.mark.parametrize(
    "counting", [STANDARD, AS_ONE, IN_UTF16, Counting(line_ends_as_one=True, in_utf16=True), Counting(with_mark=True)]
)
def test_passages_are_cut_where_they_were_selected_however_they_are_counted(
    counting: Counting, origin: str, *, named: bool
) -> None:
    told = list(codings(counting, named=named))
    found = measured(TEXT, told, origin, has_mark=counting.with_mark)
    assert found.counting == counting
    assert tuple(found.text[found.place(one.start or 0) : found.place(one.end or 0)] for one in told) == QUOTES


@pytest.mark.parametrize(("origin", "counting"), [("ATLAS.ti Win 23", AS_ONE), ("NVivo 14", STANDARD)])
def test_where_the_words_tell_nothing_the_program_does_and_it_is_said_to_be_uncertain(origin: str, counting: Counting) -> None:
    found = measured("日本語\r\n日本語日本語日本語", [Coding("c", "s", 6, 9, "", "", "", ())], origin)
    assert (found.counting, found.is_certain) == (counting, False)


def test_one_passage_that_begins_in_a_word_does_not_speak_against_the_standard() -> None:
    text = "One\r\nRe-build it all."
    found = measured(text, [Coding("c", "s", text.index("uild"), len(text), "", "", "", ())], "")
    assert found.counting == STANDARD


@given(st.text("ab \r\n🏠", max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_every_text_and_every_place_is_taken(text: str, places: list[tuple[int, int]]) -> None:
    found = measured(text, [Coding("c", "s", start, end, "a", "", "", ()) for start, end in places], "", has_mark=True)
    assert "\r" not in found.text


def project(counting: Counting = STANDARD, text: bytes = TEXT.encode()) -> bytes:
    passages = "".join(
        f'<PlainTextSelection guid="s{one.start}" name="{one.words}" startPosition="{one.start}" endPosition="{one.end}">'
        f'<Coding guid="c{one.start}"><CodeRef targetGUID="k"/></Coding></PlainTextSelection>'
        for one in codings(counting)
    )
    xml = (
        '<Project xmlns="urn:QDA-XML:project:1.0" origin="Another program"><CodeBook><Codes><Code guid="k" name="Rents"/></Codes>'
        f'</CodeBook><Sources><TextSource guid="t" name="A hearing" plainTextPath="internal://t.txt">{passages}</TextSource>'
        '<TextSource guid="u" name="A letter" plainTextPath="internal://u.txt"/></Sources></Project>'
    )
    return packed({"x.qde": xml.encode(), "sources/t.txt": text, "sources/u.txt": "Schön, das Übliche für alle.".encode("cp1252")})


def imported(counting: Counting) -> Imported:
    return read(PROJECT, {"x.qdpx": project(counting)})


def test_another_way_of_counting_is_reported() -> None:
    told = imported(AS_ONE)
    file = told.files["a-hearing.yaml"]
    assert [quote.exact for one in file.statements for quote in one.quote] == list(QUOTES)
    (item,) = [item for item in told.report.of(Outcome.CHANGED) if item.what == contents.COUNTED_OTHERWISE]
    assert item.examples == ("A hearing: line ends as one character",)
    assert not imported(STANDARD).report.number(Outcome.CHANGED, contents.COUNTED_OTHERWISE)


def test_a_text_that_is_not_in_utf8_is_left_out_alone_and_the_report_says_what_to_type() -> None:
    told = imported(STANDARD)
    assert set(told.texts) == {"a-hearing.txt"}
    (item,) = [item for item in told.report.of(Outcome.LOST) if item.what == contents.OTHER_ENCODINGS]
    assert item.examples == ("sources/u.txt: --encoding windows-1252",)
    assert not told.report.number(Outcome.LOST, contents.NO_TEXT)


def test_the_encoding_that_is_told_is_that_of_the_texts_that_are_not_in_utf8() -> None:
    assert PROJECT.read is not None
    told = PROJECT.read({"x.qdpx": project()}, ReadOptions(encoding="windows-1252"))
    assert told.texts["a-letter.txt"] == "Schön, das Übliche für alle."
    assert "🏠" in told.texts["a-hearing.txt"]
    with pytest.raises(FormatError, match="'such-a-one' is no known encoding"):
        PROJECT.read({"x.qdpx": project()}, ReadOptions(encoding="such-a-one"))
