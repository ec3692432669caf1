"""The table of formats. Command line, docs and tests read it; a new format is a file and a row here."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from argmap.exchange.contract import Candidate, Format, FormatError
from argmap.formats import canvas, carneades, graphml, markdown, mermaid, nodelink, sadface
from argmap.formats.aif import aifdb, xaif
from argmap.formats.argdown import exported as argdown_json
from argmap.formats.argdown import text as argdown_text
from argmap.formats.brat import format as brat
from argmap.formats.dna import format as dna
from argmap.formats.kialo import format as kialo
from argmap.formats.microtexts import format as microtexts
from argmap.formats.refi.formats import CODEBOOK, PROJECT
from argmap.formats.tables.formats import CSV, TSV, XLSX
from argmap.formats.webannotation import format as webannotation

FORMATS: Final = (
    aifdb.FORMAT,
    xaif.FORMAT,
    sadface.FORMAT,
    microtexts.FORMAT,
    brat.FORMAT,
    kialo.FORMAT,
    argdown_text.FORMAT,
    argdown_json.FORMAT,
    carneades.FORMAT,
    dna.FORMAT,
    PROJECT,
    CODEBOOK,
    CSV,
    TSV,
    XLSX,
    webannotation.FORMAT,
    graphml.FORMAT,
    nodelink.FORMAT,
    canvas.FORMAT,
    mermaid.FORMAT,
    markdown.FORMAT,
)


def format_named(name: str) -> Format:
    """Return the format of a name.

    Raises:
        FormatError: there is none; the message says which may be meant.
    """
    from argmap.diagnostics import did_you_mean

    for one in FORMATS:
        if one.name == name.lower():
            return one
    near = did_you_mean(name.lower(), [one.name for one in FORMATS])
    raise FormatError(f"there is no format {name!r}", hint=f"did you mean {near!r}?" if near else "`argmap formats` lists them")


def told_format(candidate: Candidate) -> Format | None:
    """Return the format of a file, told by its content; None where it is in none that can be read."""
    return next((one for one in FORMATS if one.tells is not None and one.tells(candidate)), None)


def grouped(
    files: Mapping[str, bytes],
    chosen: Format | None = None,
    given: Collection[str] = (),
    encoding: str | None = None,
    beside: Collection[str] = (),
) -> tuple[Sequence[tuple[Format, Mapping[str, bytes]]], Sequence[str]]:
    """Return the files by format, each with the companions that its format reads along, and the names of the others.

    Args:
        files: by path.
        chosen: the only format that is wanted; what is not told as it goes to the others.
        given: of these it is taken for granted that they are of the chosen format.
        encoding: of texts that are not in UTF-8, as the user says.
        beside: files that nobody asked for, at hand only as companions of others.
    """
    told: dict[str, dict[str, bytes]] = {}
    rest: dict[str, bytes] = {}
    for name, data in files.items():
        if name in beside:
            rest[name] = data
            continue
        found = chosen if chosen is not None and name in given else told_format(Candidate(name, data, encoding))
        if found is None or (chosen is not None and found is not chosen):
            rest[name] = data
        else:
            told.setdefault(found.name, {})[name] = data
    groups: list[tuple[Format, Mapping[str, bytes]]] = []
    used: set[str] = set()
    for one in FORMATS:
        if one.name in told:
            beside = {name: rest[name] for name in _companions(one, told[one.name], rest)}
            used.update(beside)
            groups.append((one, {**told[one.name], **beside}))
    return groups, [name for name in rest if name not in used]


def _companions(one: Format, told: Collection[str], rest: Collection[str]) -> list[str]:
    stems = {_stem(name) for name in told}
    return [name for name in rest if one.companions and name.lower().endswith(one.companions) and _stem(name) in stems]


def _stem(name: str) -> str:
    return name.rpartition(".")[0]
