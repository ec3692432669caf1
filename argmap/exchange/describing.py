"""Formats in words: for the command line, and the page of the documentation."""

from collections.abc import Iterator, Sequence

from argmap.exchange.contract import MANY, MEBIBYTE, Format

_HEAD = f"""# Formats

What argmap reads and writes besides its own annotations. This page is made from the table in `argmap/formats/table.py`:
`argmap formats --markdown > docs/formats.md`.

    argmap import FILE|DIR… -o OUT.yaml|OUTDIR    # the format is told by what is in the files
    argmap export PATH… -f FORMAT -o OUT
    argmap formats [FORMAT]

Both commands say what was kept, what was changed and what could not be kept, with counts. What is listed below under "not kept"
are the very words of that report; nothing else gets lost. The line that begins with `wrote` gives the sums (claims, supports,
attacks, undercuts, statements, actors) of a file or a whole folder, to be held against the counts that a corpus was published with.

A file may have as many bytes as its format says below, and {MANY:,} entries: claims, arguments, statements; larger ones are
refused, and are to be split. The memory for reading, writing and checking one is the 40 MB of the program itself, and for a file
of sentences of some 120 characters 10 to 12 times its size (arg-microtexts, whose texts are searched too, 15): in all, of a file of
5 MB, 17 to 21 times its size, of a larger one less. That is near what there is to be had: once as a model and once in the graph,
with its id and its relations, an entry is ten objects, a kilobyte, however short its words. So a file in which each record is one
word takes 14 to 18 times its size where the format says much about each (AIF, SADFace, Argdown JSON), 70 (Kialo) to 130 (Argdown)
where a record is a dozen bytes, besides the program. `python benchmarks/formats.py` weighs all of it.
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
    return f"{_HEAD}\n| format | | reads | writes |\n|---|---|---|---|\n{rows}\n\n{sections}"


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
