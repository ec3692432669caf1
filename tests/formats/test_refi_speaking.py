"""REFI-QDA: who speaks in a passage is told by cases, and by codes that are cases."""

import pytest

from argmap.exchange.unpacking import packed
from argmap.formats.refi.formats import PROJECT
from argmap.formats.refi.project import Case, Coding, Project, Source
from argmap.formats.refi.speaking import speakers_of
from tests.formats.roundtrips import loaded, read

TEXT = "Berg: Cap the rents. It helps.\nGuild: Nobody would build.\nThe hearing ends."


def passage(words: str, *codes: str) -> str:
    start = TEXT.index(words)
    codings = "".join(f'<Coding guid="c-{start}-{code}"><CodeRef targetGUID="{code}"/></Coding>' for code in codes)
    place = f'startPosition="{start}" endPosition="{start + len(words)}"'
    return f'<PlainTextSelection guid="s-{start}-{len(words)}" {place}>{codings}</PlainTextSelection>'


def project(*passages: str) -> bytes:
    """A project as NVivo writes it: each case is a code too, with the same GUID."""
    names = ("Berg", "Guild", "All")
    codes = "".join(f'<Code guid="{name}" name="{name}" isCodable="true"/>' for name in names)
    cases = "".join(f'<Case guid="{name}" name="{name}"/>' for name in names)
    xml = (
        '<Project xmlns="urn:QDA-XML:project:1.0" origin="NVivo for Windows"><CodeBook><Codes>'
        f'<Code guid="cap" name="Rents should be capped."/><Code guid="folder" name="Cases" isCodable="false">{codes}</Code>'
        f'</Codes></CodeBook><Cases>{cases}</Cases><Sources><TextSource guid="t" name="A hearing" plainTextPath="internal://t.txt">'
        f"{''.join(passages)}</TextSource></Sources></Project>"
    )
    return packed({"project.qde": xml.encode(), "sources/t.txt": TEXT.encode()})


BERG = passage("Berg: Cap the rents. It helps.", "Berg")
GUILD = passage("Guild: Nobody would build.", "Guild")
ALL = passage(TEXT, "All")


@pytest.mark.parametrize(
    ("passages", "speakers"),
    [
        ((BERG, passage("Cap the rents.", "cap")), ["berg"]),
        ((passage("Cap the rents.", "cap"), GUILD, BERG), ["berg"]),
        ((ALL, BERG, GUILD, passage("Nobody would build.", "cap")), ["guild"]),
        ((ALL, BERG, passage("The hearing ends.", "cap")), ["all"]),
        ((ALL, passage("Cap the rents.", "cap", "Guild")), ["guild"]),
        ((passage("It helps.", "Berg"), passage("It helps.", "Guild"), passage("helps", "cap")), ["berg", "guild"]),
        ((BERG, passage("It helps.\nGuild", "cap")), ["a-hearing"]),
    ],
)
def test_a_passage_is_said_by_the_cases_of_the_innermost_passage_around_it(passages: tuple[str, ...], speakers: list[str]) -> None:
    graph = loaded(read(PROJECT, {"x.qdpx": project(*passages)})).graph
    (statement,) = graph.statements.values()
    assert [actor.rpartition("/")[2] for actor in statement.actors] == speakers
    assert [claim.rpartition("/")[2] for claim in graph.claims] == ["rents-should-be-capped"]


def test_many_passages_in_one_of_many_cases_share_what_is_known_of_them() -> None:
    names = [f"case-{number}" for number in range(100)]
    cases = {name: Case(name, name, "", {}, (), ()) for name in names}
    around = [Coding(name, f"around-{name}", 0, 100, "", "", "", ()) for name in names]
    inside = [Coding("cap", f"inside-{number}", number, 50, "", "", "", ()) for number in range(40)]
    source = Source("t", "A hearing", "", "", None, {}, (), codings=[*around, *inside])
    speakers = speakers_of(Project(cases=cases, sources={"t": source}))
    told = [speakers[coding.selection] for coding in inside]
    assert sorted(told[0]) == sorted(names)
    assert len({id(one) for one in told}) == 1
