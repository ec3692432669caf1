"""Formats in words: for the command line, and the page of the documentation."""

from collections.abc import Iterator, Sequence

from argmap.exchange.contract import ALWAYS, ENOUGH, MEBIBYTE, MEGABYTE, MOST_TIMES, PROGRAM, Format
from argmap.exchange.stances import DEGREES, NEGATIONS, WORDS

_HEAD = f"""# Formats

What argmap reads and writes besides its own annotations. This page is made from the table in `argmap/formats/table.py`:
`argmap formats --markdown > docs/formats.md`.

    argmap import FILE|DIR… -o OUT.yaml|OUTDIR    # the format is told by what is in the files
    argmap export PATH… -f FORMAT -o OUT
    argmap formats [FORMAT]

Both commands say what was kept, what was changed and what could not be kept, with counts. The lists below
are the very words of that report; nothing else gets lost. The line that begins with `wrote` gives the sums (claims, supports,
attacks, undercuts, statements, actors) of a file or a whole folder, to be held against the counts that a corpus was published with.

A file may have as many bytes as its format says below. `argmap import` takes no more memory than {MOST_TIMES} times the size of the
files that it reads, or {ENOUGH // MEGABYTE} MB, whichever is more; the program itself takes {PROGRAM // MEGABYTE}. An entry
(a claim, an argument, a statement, its quote) takes memory however short it is. So files with more than {ALWAYS:,} entries of less
than 85 bytes each may be refused, and are to be split; what people write is far from it.
`python benchmarks/formats.py` measures it.
"""


def described(one: Format) -> str:
    """Return what there is to know about a format, for the command line."""
    return "\n".join((f"{one.name}: {one.title}", "", *(line.replace("**", "").replace("`", "") for line in _body(one))))


def page(formats: Sequence[Format]) -> str:
    """Return the page of the documentation, in Markdown."""
    rows = "\n".join(
        f"| [`{one.name}`](#{one.name}) | {one.title} | {'✓' if one.read else ''} | {'✓' if one.write else ''} |" for one in formats
    )
    sections = "\n".join("\n".join((f"## {one.name}", "", f"**{one.title}**", "", *_body(one), "")) for one in formats)
    return f"{_HEAD}\n| format | | reads | writes |\n|---|---|---|---|\n{rows}\n\n{sections}\n{_stances()}"


def _stances() -> str:
    """Which words tell a stance, wherever a format leaves it to words."""
    known = "\n".join(
        f"- **{stance}**\n" + "\n".join(f"  - {language}: {words}" for language, words in told.items())
        for stance, told in WORDS.items()
    )
    return f"""## Words for stances

In statement tables, codes of REFI-QDA and tags of web annotations one of these words or signs tells a stance; capitals and blanks
do not count, and ё is е.

{known}

After one of {NEGATIONS} a word that is for is one against.
Words that only say how strongly are left out, but right after one of these (not fully agree) they tell no stance:
{DEGREES}.
"""


def _body(one: Format) -> Iterator[str]:
    yield one.keeps
    if one.read is not None:
        yield f"\nTold by: {one.told_by}. At most {one.largest // MEBIBYTE} MiB a file."
    yield from _list("Reading", "changes", one.reading_changes)
    yield from _list("Reading", "does not keep", one.reading_loses)
    yield from _list("Writing", "changes", one.writing_changes)
    yield from _list("Writing", "does not keep", one.writing_loses)


def _list(doing: str, does: str, things: Sequence[str]) -> Iterator[str]:
    if things:
        yield f"\n{doing} {does}:\n"
        yield from (f"- {thing}" for thing in things)
