"""brat standoff: spans become quotes, stances bear on the major claim, and what is no part of an argument is told."""

import pytest

from argmap.exchange.contract import FormatError, Imported, ReadOptions
from argmap.exchange.report import Outcome
from argmap.exchange.sizing import A_QUOTE
from argmap.formats.brat.format import FORMAT, OTHER_NOTES
from argmap.words import Act, Confidence, Stance
from tests.formats.corpora import sample
from tests.formats.roundtrips import errors, loaded, read

TEXT = "Dogs bark. Cats purr. Dogs bark."


def essay(annotation: str, text: str | None = TEXT) -> Imported:
    files = {"a.ann": annotation.encode()}
    return read(FORMAT, files if text is None else {**files, "a.txt": text.encode()})


def lost(result: Imported) -> dict[str, int]:
    return {item.what: item.number for item in result.report.of(Outcome.LOST)}


def test_claims_bear_on_the_major_claim_by_their_stance_and_premises_by_relations() -> None:
    graph = loaded(read(FORMAT, sample("brat"))).graph
    relations = {
        one.id.partition("/")[2]: (str(one.relation), [premise.partition("/")[2] for premise in one.premises])
        for one in graph.arguments.values()
    }
    major, saves = "pupils-should-wear-them", "a-uniform-saves-families-money"
    dislike, used = "some-pupils-dislike-being-dressed-alike", "most-get-used-to-it-within"
    assert relations == {
        f"{saves}>{major}": ("support", [saves]),
        f"nobody-has-to-buy-the-newest>{saves}": ("support", ["nobody-has-to-buy-the-newest"]),
        f"{dislike}>{major}": ("attack", [dislike]),
        f"{used}>{dislike}": ("attack", [used]),
        f"a-survey-of-2019-showed>{used}": ("support", ["a-survey-of-2019-showed"]),
    }


def test_a_major_claim_told_again_is_one_more_statement_of_it() -> None:
    graph = loaded(read(FORMAT, sample("brat"))).graph
    said = [one.quotes[0].exact for one in graph.statements.values() if one.target == "essay01/pupils-should-wear-them"]
    assert said == ["pupils should wear them", "uniforms belong in school"]
    assert graph.sources["essay01"].title == {"en": "Should pupils wear a uniform?"}
    assert len(graph.claims) == 6


def test_a_claim_against_the_major_claim_is_conceded_with_low_confidence() -> None:
    graph = loaded(read(FORMAT, sample("brat"))).graph
    (conceded,) = (one for one in graph.statements.values() if one.act is Act.CONCEDE)
    assert (conceded.stance, conceded.confidence) == (Stance.FOR, Confidence.LOW)
    assert conceded.target == "essay01/some-pupils-dislike-being-dressed-alike"


def test_notes_stand_on_what_they_are_on_and_those_that_have_no_place_are_counted() -> None:
    spans = "T1\tMajorClaim 0 9\tDogs bark\nT2\tMajorClaim 11 20\tCats purr\nT3\tToken 0 4\tDogs\n"
    notes = (("T1", "One."), ("T1", "Two."), ("T2", "Again."), ("T3", "A noun."), ("R1", "Weak."), ("T9", "Nowhere."))
    told = "".join(f"#{row}\tAnnotatorNotes {on}\t{words}\n" for row, (on, words) in enumerate(notes, 1))
    result = essay(spans + told)
    graph = loaded(result).graph
    assert [claim.note for claim in graph.claims.values()] == [{"en": "One.\nTwo."}]
    assert [statement.note for statement in graph.statements.values()] == [None, {"en": "Again."}]
    assert lost(result)[OTHER_NOTES] == 3


def test_every_span_is_found_at_its_offsets_even_where_its_words_stand_twice() -> None:
    annotated = loaded(essay("T1\tClaim 22 31\tDogs bark\nT2\tClaim 11 20\tCats purr"))
    assert errors(annotated) == []
    places = [(one.start, one.end) for (one,) in annotated.provenance.anchors.values()]  # type: ignore[union-attr] # found
    assert places == [(11, 20), (22, 31)]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_offsets_count_the_line_ends_of_the_stored_text(end: str) -> None:
    text = f"One.{end}Two.{end}{end}Three is more."
    start = text.index("Three")
    annotated = loaded(essay(f"T1\tClaim {start} {start + 13}\tThree is more", text))
    ((anchor,),) = annotated.provenance.anchors.values()
    assert annotated.provenance.texts["a"].text[anchor.start : anchor.end] == "Three is more"  # type: ignore[union-attr] # found


def test_a_span_in_two_pieces_is_a_quote_in_two_pieces() -> None:
    (statement,) = loaded(essay("T1\tClaim 0 4;16 20\tDogs purr")).graph.statements.values()
    assert [quote.exact for quote in statement.quotes] == ["Dogs", "purr"]


@pytest.mark.parametrize(
    ("annotation", "what"),
    [
        ("T1\tPerson 0 4\tDogs\nT2\tClaim 0 9\tDogs bark", "spans that are no parts of an argument"),
        ("T1\tClaim 0 4\tDogs\nR1\tsupports Arg1:T1 Arg2:T9", "relations that are no support and no attack, or lead nowhere"),
        ("T1\tClaim 0 4\tDogs\nR1\tsupports Arg1:T1 Arg2:T1", "arguments for or against one of their own premises"),
        ("T1\tClaim 0 4\tDogs\nA1\tStance T1 For", "stances without a major claim"),
        ("T1\tClaim 900 904\tHorses", "spans whose words are not in the text, or stand there more than once: without a quote"),
        ("T1\tClaim 5 9\tbark\nE1\tT1 Agent:T1", "events, equivalences, normalisations and further attributes"),
        ("T1\tClaim 5 9\tbark\nnonsense", "lines that are not brat's"),
    ],
)
def test_what_cannot_be_kept_is_told(annotation: str, what: str) -> None:
    result = essay(annotation)
    assert lost(result).get(what) == 1
    assert errors(loaded(result)) == []


def test_a_span_whose_offsets_are_off_is_found_by_its_words() -> None:
    result = essay("T1\tClaim 0 9\tCats purr")
    ((anchor,),) = loaded(result).provenance.anchors.values()
    assert anchor.start == 11  # type: ignore[union-attr] # found
    assert lost(result) == {}


def test_without_the_text_the_words_are_quotes_all_the_same() -> None:
    (statement,) = loaded(essay("T1\tClaim 0 9\tDogs bark", None)).graph.statements.values()
    assert [quote.exact for quote in statement.quotes] == ["Dogs bark"]


def test_a_text_in_an_old_encoding_is_an_error_until_it_is_named() -> None:
    files = {"a.ann": b"T1\tClaim 0 4\tCaf\xc3\xa9", "a.txt": b"Caf\xe9 open."}
    with pytest.raises(FormatError, match="--encoding"):
        read(FORMAT, files)
    files["a.ann"] = "T1\tClaim 0 4\tCafé".encode("cp1252")
    result = read(FORMAT, files, ReadOptions(encoding="windows-1252"))
    assert result.texts == {"a.txt": "Café open."}


def test_what_is_no_standoff_is_a_clear_error() -> None:
    with pytest.raises(FormatError, match="standoff"):
        essay("hello\nworld")


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("T{}\tClaim 0 4\tDogs", 2 + A_QUOTE),
        ("T{}\tPerson 0 4;5 9;11 15\tDogs", 2 + 3 * A_QUOTE),
        ("R{}\tsupports Arg1:T1 Arg2:T2", 1),
        ("A{0}\tStance T{0} For", 1),
        ("#{0}\tAnnotatorNotes T{0}\tnote", 1),
    ],
)
def test_lines_count_also_where_they_become_nothing(line: str, entries: float) -> None:
    files = {f"{name}.ann": "\n".join(map(line.format, range(3))).encode() for name in "ab"}
    assert len(read(FORMAT, files, ReadOptions(most=int(6 * entries) + 2)).files) == 2
    with pytest.raises(FormatError, match="which is too much for a file of its size"):
        read(FORMAT, files, ReadOptions(most=int(6 * entries) - 1))


def test_empty_lines_are_no_lines() -> None:
    assert lost(essay("\n \nT1\tClaim 0 4\tDogs\n\t\n\nhello\n")) == {"lines that are not brat's": 1}
