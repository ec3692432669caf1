"""Write argmap/layout/advances.py: how wide each character of a common sans-serif is, read from a font file.

    python benchmarks/font_widths.py LiberationSans-Regular.ttf LiberationSans-Bold.ttf > argmap/layout/advances.py

Liberation Sans (and Arimo, its successor) has the advance widths of Arial, so that one table serves all three. Only these
numbers are taken from the font. Needs fontTools, which nothing else here does: the table is made once.
"""

import importlib
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

UNITS_PER_EM = 2048

BLOCKS = (
    range(0x20, 0x7F),  # Basic Latin
    range(0xA0, 0x250),  # Latin-1, Latin Extended-A and -B
    range(0x2B0, 0x300),  # spacing modifier letters
    range(0x370, 0x530),  # Greek, Cyrillic and its supplement
    range(0x1E00, 0x2000),  # Latin Extended Additional, Greek Extended
    range(0x2000, 0x2300),  # punctuation, super- and subscripts, currency, letter-like, numbers, arrows, mathematics
    range(0x25A0, 0x2600),  # geometric shapes
)

CHARACTERS_A_LINE = 80

HEAD = '''\
"""How wide each character of Arial, Arimo and Liberation Sans is: (advance, characters) in units of 1/2048 em.

Written by benchmarks/font_widths.py; change it there.
"""

from typing import Final

UNITS_PER_EM: Final = 2048
'''


def advances(path: str) -> dict[int, list[str]]:
    """Return the characters of each advance width, in units of 1/2048 em.

    Raises:
        SystemExit: The font counts in other units.
    """
    # By name: fontTools is no dependency of the project, so that type checkers need not find it.
    font = importlib.import_module("fontTools.ttLib").TTFont(path)
    if font["head"].unitsPerEm != UNITS_PER_EM:
        raise SystemExit(f"{path}: the table counts in 1/{UNITS_PER_EM} em")
    widths, glyphs = font["hmtx"], font.getBestCmap()
    found: defaultdict[int, list[str]] = defaultdict(list)
    for block in BLOCKS:
        for code in block:
            # Marks and format characters take no room of their own, and are told by their category.
            if code in glyphs and unicodedata.category(chr(code)) not in {"Mn", "Me", "Cf"}:
                found[widths[glyphs[code]][0]].append(chr(code))
    return dict(sorted(found.items()))


def written(name: str, table: dict[int, list[str]]) -> Iterator[str]:
    """Yield the lines of the table as Python."""
    yield f"{name}: Final = ("
    for width, characters in table.items():
        for start in range(0, len(characters), CHARACTERS_A_LINE):
            shown = "".join(escaped(character) for character in characters[start : start + CHARACTERS_A_LINE])
            quote = "'" if '"' in shown else '"'
            yield f"    ({width}, {quote}{shown}{quote}),"
    yield ")"


def escaped(character: str) -> str:
    """Return a character as it stands in a Python string; spaces a reader cannot tell apart become escapes."""
    if character == "\\":
        return "\\\\"
    if character == " " or unicodedata.category(character)[0] in "LNPS":
        return character
    return f"\\u{ord(character):04x}"


if __name__ == "__main__":
    regular, bold = sys.argv[1:]
    print(HEAD)
    print("\n".join(written("REGULAR", advances(regular))))
    print()
    print("\n".join(written("BOLD", advances(bold))))
