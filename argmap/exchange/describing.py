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

A file may have as many bytes as its format says below, and {MANY:,} entries: claims, arguments, statements. Until it is read,
written and checked, each entry takes up to 3 KB of memory, 1 GB at the most; larger files are refused, and are to be split.
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
