"""How much may be in files that are imported, so that the memory it takes stays within bounds."""

import pytest

from argmap.exchange.contract import ALWAYS, ENOUGH, MOST_TIMES, FormatError, ReadOptions, most_entries
from argmap.exchange.decoding import json_of, xml_of
from argmap.formats.table import format_named
from tests.formats.roundtrips import read


@pytest.mark.parametrize("size", [0, 1_000, 1_000_000, 5_000_000, 6_400_000, 8_000_000, 64_000_000])
def test_files_may_hold_as_many_entries_as_there_is_memory_for_and_sentences_always_fit(size: int) -> None:
    most = most_entries({"a.csv": bytes(size // 2), "b.csv": bytes(size - size // 2)})
    assert most > ALWAYS
    assert most > size / 85
    assert most * 500 < max(ENOUGH, MOST_TIMES * size)


def test_the_files_of_a_folder_are_counted_together() -> None:
    table = b"person,concept,agreement\n" + b"".join(b"p%d,c%d,1\n" % (row, row) for row in range(5))
    form, options = format_named("csv"), ReadOptions(language="en", most=20)
    assert len(read(form, {"one.csv": table}, options).files) == 1
    with pytest.raises(FormatError, match="more than 20 entries"):
        read(form, {"one.csv": table, "two.csv": table}, options)


@pytest.mark.parametrize("piece", [b"{},", b"[],", b"[[]],", b'{"a":[]},'])
def test_json_of_next_to_nothing_but_brackets_is_refused_before_it_is_read(piece: bytes) -> None:
    with pytest.raises(FormatError, match=r"more than 200,000 objects and lists in it, .*too many for its size \(split it\)"):
        json_of(b"[" + piece * 200_000 + b"0]", "map.json")
    assert len(json_of(b"[" + piece * 99_000 + b"0]", "map.json")) == 99_001


def test_json_of_next_to_nothing_but_keys_is_refused_before_it_is_read() -> None:
    def keys(number: int) -> bytes:
        return b"{" + b",".join(b'"%x":0' % row for row in range(number)) + b"}"

    assert len(json_of(keys(390_000), "map.json")) == 390_000
    with pytest.raises(FormatError, match="or twice as many keys, too many for its size"):
        json_of(keys(410_000), "map.json")


def test_xml_with_a_tag_that_does_not_end_is_refused_before_it_is_in_memory_twice() -> None:
    text = b"<a>" + b"b " * 1_000_000 + b"</a>"
    assert len("".join(xml_of(text, "map.xml").itertext())) == 2_000_000
    with pytest.raises(FormatError, match="a tag in it has more than 1,000,000 bytes"):
        xml_of(b'<a b="' + b"c" * 1_200_000 + b'"/>', "map.xml")
