"""The rows of REFI-QDA in the table of formats: projects and codebooks."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.exchange.aspects import Aspect, not_kept, tell_aspects
from argmap.exchange.contract import (
    MEBIBYTE,
    Candidate,
    Exported,
    Format,
    FormatError,
    Imported,
    ReadOptions,
    WriteOptions,
    read_each,
)
from argmap.exchange.finishing import finished
from argmap.exchange.naming import Names, bare_name
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.exchange.unpacking import Archive, packed
from argmap.formats.refi import reading, writing
from argmap.formats.refi.contents import contents_of
from argmap.formats.refi.defining import OWN
from argmap.formats.refi.parsing import project_of
from argmap.formats.refi.placing import place_statements
from argmap.formats.refi.project import Project
from argmap.formats.refi.reading import Drafts, Teller
from argmap.graph import Graph
from argmap.provenance import Provenance

_ZIP: Final = b"PK\x03\x04"
_QDE: Final = ".qde"
_NAMESPACE: Final = "urn:QDA-XML:"
"""The beginning: its version is written as 1.0, as 1:0 and, before it was fixed, as 0:4."""
PASSAGES: Final = "quotes of several passages, as a statement each"
EXCERPTS: Final = "texts that are not on this machine, as lists of the quotes"
NO_QUOTE: Final = "quotes that are not in their text"
ALIKE: Final = "statements that are alike in a project"
SECOND_ANSWERS: Final = "answers to a second question"
NOTES_ON_ARGUMENTS: Final = "notes on arguments"
NOTES_ASIDE: Final = "notes on all but claims and questions"
TAGS_ASIDE: Final = "tags of all but claims and sources"
TAGS_BUT_OF_CLAIMS: Final = "tags of all but claims"
_KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SUPPORTS, Aspect.ATTACKS, Aspect.UNDERCUTS, Aspect.LINKED_PREMISES, Aspect.CONTRARIES),
        *(
            Aspect.QUESTIONS,
            Aspect.QUESTION_KINDS,
            Aspect.ANSWERS,
            Aspect.SOURCES,
            Aspect.ACTORS,
            Aspect.ACTOR_KINDS,
            Aspect.ACTOR_DETAILS,
        ),
        *(Aspect.STATEMENTS, Aspect.MIXED, Aspect.JOINT, Aspect.QUOTES, Aspect.TAGS, Aspect.NOTES),
    }
)
_KEPT_IN_CODEBOOKS: Final = frozenset(
    {Aspect.CLAIMS, Aspect.QUESTIONS, Aspect.QUESTION_KINDS, Aspect.ANSWERS, Aspect.TAGS, Aspect.NOTES}
)


def _tells_project(candidate: Candidate) -> bool:
    return candidate.data.startswith(_ZIP) and _QDE.encode() in candidate.data


def _tells_codebook(candidate: Candidate) -> bool:
    return _NAMESPACE in candidate.sample


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return annotation files for projects and codebooks.

    Raises:
        FormatError: none of them can be read.
    """
    tally = Tally()
    names = Names()
    drafts = Drafts()
    size = Size(options.most)

    def tell(name: str, data: bytes) -> None:
        archive = Archive(data, name) if data.startswith(_ZIP) else None
        project = _project(archive, data, name, size)
        contents = contents_of(project, archive, name, options.encoding, size, tally)
        codebook = bare_name(name)
        if archive is not None:
            codebook = f"{codebook}-codebook" if "codebook" in names else "codebook"
        Teller(project, contents, codebook, options, tally, names).tell(drafts)

    faults = read_each(files, tell)[1]
    return finished(drafts.drafts, tally, faults, texts=drafts.texts, ready=drafts.codebooks)


def _project(archive: Archive | None, data: bytes, name: str, size: Size) -> Project:
    xml: bytes | Iterable[bytes] = data
    if archive is not None:
        inner = next((one for one in archive.names if one.lower().endswith(_QDE)), None)
        if inner is None:
            raise FormatError("this is a zip file, but no REFI-QDA project: there is no .qde in it", file=name)
        xml = archive.pieces(inner)
    project = project_of(xml, name, size)
    if not (project.codes or project.sources or project.cases):
        raise FormatError("there is no code, no case and no source in it", file=name)
    return project


def write_project(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as a project."""
    tally = Tally()
    tell_aspects(graph, _KEPT, tally, options.language, OWN)
    tally.lost(SECOND_ANSWERS, number=_second_answers(graph))
    written = writing.project_xml(graph, provenance, options.language, options.name)
    placed = place_statements(graph, provenance)
    statements = [one for one in graph.statements.values() if one.target_kind != "argument"]
    tally.changed(PASSAGES, number=sum(len(one.quotes) > 1 for one in statements))
    tally.changed(EXCERPTS, number=sum(not one.has_text and bool(one.said) for one in placed))
    told = {said.statement.id for one in placed for said in one.said}
    tally.lost(ALIKE, number=len({one.id for one in statements} - told))
    unfound = sum((said.start, said.end) == (0, 0) and bool(said.statement.quotes) for one in placed for said in one.said)
    tally.lost(NO_QUOTE, number=unfound)
    tally.lost(NOTES_ON_ARGUMENTS, number=sum(one.note is not None for one in graph.arguments.values()))
    tally.lost(TAGS_ASIDE, number=_tags(graph))
    files = {"project.qde": written.xml, **{f"{writing.TEXTS}/{guid}.txt": text.encode() for guid, text in written.texts.items()}}
    return Exported(files={f"{options.name}.qdpx": packed(files)}, report=tally.report())


def write_codebook(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return the claims and questions of a graph as a codebook."""
    del provenance
    tally = Tally()
    tell_aspects(graph, _KEPT_IN_CODEBOOKS, tally, options.language, OWN)
    tally.lost(SECOND_ANSWERS, number=_second_answers(graph))
    aside = (*graph.sources.values(), *graph.actors.values(), *graph.arguments.values(), *graph.statements.values())
    tally.lost(NOTES_ASIDE, number=sum(one.note is not None for one in aside))
    tally.lost(TAGS_BUT_OF_CLAIMS, number=_tags(graph) + sum(len(one.tags) for one in graph.sources.values()))
    return Exported(files={f"{options.name}.qdc": writing.codebook_xml(graph, options.language)}, report=tally.report())


def _second_answers(graph: Graph) -> int:
    return sum(max(0, len(one.answers) - 1) for one in graph.claims.values())


def _tags(graph: Graph) -> int:
    """How many tags are on all but claims and sources."""
    tables = (graph.actors, graph.questions, graph.arguments, graph.statements)
    return sum(len(one.tags) for table in tables for one in table.values())


_CHANGES: Final = reading.CHANGES
_LOSES: Final = reading.LOSES
PROJECT: Final = Format(
    name="refi-qda",
    title="REFI-QDA project",
    suffix=".qdpx",
    told_by="a zip file with a `.qde` in it",
    tells=_tells_project,
    read=read,
    write=write_project,
    keeps="""\
A code is a claim, a case an actor, a coding a statement by the cases to which the passage, or else the source, belongs; a code
with the GUID of a case gives it all that lies in its passages. A code below it that is called pro or con, mixed or neutral, or by
another word for these, tells the stance. Codes above claims are questions where they ask, else tags, as sets are. Links that are
called supports, attacks, undercuts or contradicts are arguments and contraries. Places count code points, the end is exclusive,
but where the words there tell that a program counts in another way: CR and LF as one, UTF-16 units, a byte order mark.
Descriptions, comments and notes are notes on what they stand on; those on nothing that becomes an entry, and the project's own,
stand in the note of the codebook, or of the only file. Variables of cases and sources that have no field are kept under `x-qda`.
Written are projects of QDA-XML 1.0: a code a claim, below it `pro: ` and `con: ` with its name, for the name of a code may be
there only once, a selection a statement, its note the comment on it, and for several premises a link each.""",
    reading_changes=_CHANGES,
    reading_loses=_LOSES,
    writing_changes=(PASSAGES, EXCERPTS),
    writing_loses=(*not_kept(_KEPT), SECOND_ANSWERS, TAGS_ASIDE, NOTES_ON_ARGUMENTS, ALIKE, NO_QUOTE),
    largest=256 * MEBIBYTE,
)
CODEBOOK: Final = Format(
    name="refi-qdc",
    title="REFI-QDA codebook",
    suffix=".qdc",
    told_by="the namespace of QDA-XML",
    tells=_tells_codebook,
    read=read,
    write=write_codebook,
    keeps="""\
Codes are claims, codes above them questions or tags, as in projects. The XML of a project, out of its zip file, is read too, as far
as its texts stand in it.""",
    reading_changes=_CHANGES,
    reading_loses=_LOSES,
    writing_changes=(),
    writing_loses=(*not_kept(_KEPT_IN_CODEBOOKS), SECOND_ANSWERS, TAGS_BUT_OF_CLAIMS, NOTES_ASIDE),
)
