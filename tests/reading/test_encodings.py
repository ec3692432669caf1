"""The encoding that a hint proposes makes words of the bytes; where none does, none is proposed."""

import pytest

from argmap.reading.encodings import UNKNOWN, likely_encoding

RUSSIAN = "Совет обсуждает налог на второе жильё: «это дорого», говорит мэр."
GERMAN = "Die Brücke muß schöner werden, sagt der Ärztebund – für alle Bürger."
FRENCH = "L’été, le maire a déclaré qu’il fallait un impôt. Où ça ? Là, c’est réglé."
SPANISH = "El niño dijo que mañana habrá más autobuses, ¿verdad?"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, encoding) for encoding in ("windows-1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")),
        ("НАЛОГ НУЖЕН", "windows-1251"),
        ("Налог нужен.", "koi8-r"),
        *((text, encoding) for text in (GERMAN, FRENCH, SPANISH) for encoding in ("windows-1252", "mac-roman", "cp850")),
        ("Miasto powinno zbudować łąkę, mówi radny.", "windows-1250"),
    ],
)
def test_the_encoding_in_which_bytes_make_words_is_proposed(text: str, encoding: str) -> None:
    assert likely_encoding(text.encode(encoding, "replace")) == encoding


def test_a_text_without_blanks_is_looked_at_no_longer_than_others() -> None:
    assert likely_encoding(b"a" * 3_000_000 + " Налог нужен.".encode("koi8-r")) == "koi8-r"


@pytest.mark.parametrize("data", [b"", b"plain", b"a \xf8 1\x81 b", RUSSIAN.encode()[:-5], RUSSIAN.encode() + b"\xe9"])
def test_none_is_proposed_where_no_encoding_makes_words(data: bytes) -> None:
    assert likely_encoding(data) == UNKNOWN
