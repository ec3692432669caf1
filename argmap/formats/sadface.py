"""SADFace, the Simple Argument Description Format: argument maps in JSON, without dialogue.

Three dialects are read: scheme nodes (`type: scheme`) that are told by their name; `type: inference` and `type: conflict`, which
the Python library writes since its version 0.5; and the old one, whose analyst and dates stand outside of `metadata.core`.

That library writes the edges of an attack the wrong way round, from the attacked over the conflict to the attacker; where its
version stands in the file, they are turned. Its disagreements lead from the conflict to both claims: they are contraries.
"""

import json
import re
from collections.abc import Mapping
from itertools import permutations
from typing import Any, Final
from uuid import UUID, uuid5

from argmap.exchange.aspects import Aspect, not_kept, tell_aspects
from argmap.exchange.contract import Candidate, Exported, Format, FormatError, Imported, ReadOptions, WriteOptions, read_each
from argmap.exchange.decoding import cleaned, json_of, words_in
from argmap.exchange.naming import bare_names
from argmap.exchange.ordering import ordered_arguments
from argmap.exchange.report import Tally
from argmap.formats.aif.importing import imported
from argmap.formats.aif.marked_text import MarkedText
from argmap.formats.aif.network import Network, Node, connected, objects
from argmap.formats.aif.reading import CONTRARY, DEFAULTS, DEFINING_CHANGES, DEFINING_LOSES
from argmap.graph import Argument, Graph
from argmap.provenance import Provenance
from argmap.text import words_of
from argmap.words import ArgumentRelation

MAIN_CLAIM: Final = "main-claim"
"""The tag of the claim that the document is about."""
TURNED: Final = "attacks of the SADFace library, whose edges run the wrong way round, turned"
METADATA: Final = "metadata of nodes and resources"
RESOURCES: Final = "resources, where there are several"
OFFSETS: Final = "places of claims in the text, kept as cites of their words"
SECOND_MAIN_CLAIMS: Final = "main claims beyond the first"
TIMES: Final = "times of making and editing, and mail addresses"

KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SUPPORTS, Aspect.ATTACKS, Aspect.UNDERCUTS, Aspect.LINKED_PREMISES, Aspect.SCHEMES),
        Aspect.CONTRARIES,
    }
)

_NAMESPACE: Final = UUID("6e0d0a4c-5a5c-5f0e-9a52-1d6f6c0a7b11")
_MARKS: Final = re.compile(r'"(source_id|target_id|analyst_name)"\s*:|"type"\s*:\s*"atom"')
_DEFAULT_NAMES: Final = frozenset(
    {
        *("support", "inference", "conflict", "attack", "default", "disagree", "rephrase", "preference"),
        *(name.casefold() for name in DEFAULTS.values()),
    }
)
_CONFLICT: Final = re.compile(r"conflict|attack|disagree|defeat|rebut|undercut", re.IGNORECASE)
_OF_RESOURCES: Final = frozenset({"id", "type", "content", "url", "metadata", "core"})
"""What a resource has besides its metadata, and its url."""
_NO_TIME: Final = "1970-01-01T00:00:00"
"""Stands where SADFace wants a time: what is written depends on no clock."""


def tells(candidate: Candidate) -> bool:
    """Return whether a file is a SADFace document."""
    return candidate.is_object and bool(_MARKS.search(candidate.sample))


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return annotation files for SADFace documents; what several share by its id stands in a codebook.

    Raises:
        FormatError: none of them can be read.
    """
    tally = Tally()
    names = bare_names(files)

    def network(name: str, data: bytes) -> Network:
        value = json_of(data, name, options.encoding)
        if not isinstance(value, dict) or not {"nodes", "edges"} & value.keys():
            raise FormatError("a SADFace document is a JSON object with `nodes` and `edges`", file=name)
        return _network(value, names[name], name, Tally(tally))

    networks, faults = read_each(files, network)
    return imported(networks, options, tally, faults)


def _network(value: dict[str, Any], name: str, file: str, tally: Tally) -> Network:
    core = _core(value)
    is_library = words_in(core.get("version")).startswith("0.5")
    main = words_in(core.get("claim"))
    nodes: list[Node] = []
    claims: dict[str, Mapping[str, Any]] = {}
    reversed_: set[str] = set()
    with_metadata = 0
    for entry in objects(value, "nodes", file, tally):
        node = Node(words_in(entry.get("id")), *_kind_and_text(entry))
        nodes.append(node)
        if fields := _fields(entry, tally, is_main=bool(main) and node.id == main):
            claims[node.id] = fields
        if is_library and _is_library_attack(entry):
            reversed_.add(node.id)
        with_metadata += _has_metadata(entry)
    tally.changed(TURNED, number=len(reversed_))
    ends = ((words_in(edge.get("source_id")), words_in(edge.get("target_id"))) for edge in objects(value, "edges", file, tally))
    edges = [edge[::-1] if reversed_.intersection(edge) else edge for edge in ends]
    disagreements = {node.id for node in nodes if node.kind == "CA"} - {end for _, end in edges}
    resources = list(objects(value, "resources", file, tally))
    tally.lost(RESOURCES, number=len(resources) if len(resources) > 1 else 0)
    resource = resources[0] if len(resources) == 1 else {}
    metadata = resource.get("metadata")
    about = {**resource, **(metadata if isinstance(metadata, dict) else {}), **_core(resource)}
    is_more = any(value for key, value in about.items() if key not in _OF_RESOURCES)
    tally.lost(METADATA, number=with_metadata + is_more)
    tally.lost(TIMES, number=sum(bool(core.get(key)) for key in ("created", "edited", "analyst_email")))
    text = _text(resource.get("content"))
    nodes, edges = _with_contraries(nodes, edges, disagreements)
    return Network(
        name=name,
        origin=file.rpartition("/")[2],
        tally=tally,
        **connected(nodes, edges, tally),
        analysed=MarkedText(text),
        analyst=words_in(core.get("analyst_name")),
        title=words_in(core.get("title")),
        url=words_in(about.get("url")),
        note=" ".join(words for key in ("description", "notes") if (words := words_in(core.get(key)))),
        claims=claims,
    )


def _core(value: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = value.get("metadata")
    core = metadata.get("core") if isinstance(metadata, dict) else None
    if isinstance(core, dict):
        return core
    return {**value, **(metadata if isinstance(metadata, dict) else {})}


def _kind_and_text(entry: Mapping[str, Any]) -> tuple[str, str]:
    kind, name = words_in(entry.get("type")).lower(), words_in(entry.get("name"))
    if kind == "atom":
        return "I", words_in(entry.get("text"))
    text = "" if name.casefold() in _DEFAULT_NAMES else name
    match kind, name.casefold():
        case "scheme", "rephrase":
            return "MA", DEFAULTS["MA"]
        case "scheme", "preference":
            return "PA", DEFAULTS["PA"]
        case (("inference" | "conflict" | "scheme"), _):
            is_conflict = kind == "conflict" or (kind == "scheme" and _CONFLICT.search(name))
            return "CA" if is_conflict else "RA", text
        case _:
            return kind.upper() or "?", words_in(entry.get("text")) or name


def _is_library_attack(entry: Mapping[str, Any]) -> bool:
    return words_in(entry.get("type")) == "conflict" and words_in(entry.get("name")) == "attack"


def _has_metadata(entry: Mapping[str, Any]) -> bool:
    metadata = entry.get("metadata")
    return isinstance(metadata, dict) and any(metadata.values())


def _text(content: object) -> str:
    text = cleaned(content) if isinstance(content, str) else ""
    return text if text.strip() else ""


def _with_contraries(
    nodes: list[Node], edges: list[tuple[str, str]], disagreements: set[str]
) -> tuple[list[Node], list[tuple[str, str]]]:
    """Put in the place of each disagreement of claims two contrary conflicts for every pair."""
    ends: dict[str, dict[str, None]] = {}
    for start, end in edges:
        if start in disagreements:
            ends.setdefault(start, {})[end] = None
    replaced = {name: tuple(permutations(found, 2)) for name, found in ends.items() if 1 < len(found) <= _MOST_ENDS}
    made = {f"{name} {row}": pair for name, found in replaced.items() for row, pair in enumerate(found)}
    kept = [edge for edge in edges if edge[0] not in replaced]
    return (
        [*(node for node in nodes if node.id not in replaced), *(Node(name, "CA", CONTRARY) for name in made)],
        [*kept, *(edge for name, (start, end) in made.items() for edge in ((start, name), (name, end)))],
    )


_MOST_ENDS: Final = 10
"""Of a disagreement of more claims nothing sensible can be said."""


def _fields(entry: Mapping[str, Any], tally: Tally, *, is_main: bool) -> dict[str, Any]:
    """Further fields of the claim that a node becomes."""
    sources = entry.get("sources")
    passages = [words_in(one.get("text")) for one in sources if isinstance(one, dict)] if isinstance(sources, list) else []
    cites = [{"title": words} for words in dict.fromkeys(passages) if words]
    tally.changed(OFFSETS, number=len(cites))
    fields: dict[str, Any] = {"cites": cites, "tags": [MAIN_CLAIM] if is_main else []}
    return {name: values for name, values in fields.items() if values}


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as a SADFace document, in the dialect of inferences and conflicts."""
    del provenance
    tally = Tally()
    writer = _Document()
    for claim in graph.claims.values():
        text = " ".join(words_of(claim.text, options.language).split())
        writer.node(claim.id, {"type": "atom", "text": text, "sources": []})
    arguments = ordered_arguments(graph, lambda one: _scheme(one) is not None)
    for argument in arguments:
        kind, default = ("inference", "support") if argument.relation is ArgumentRelation.SUPPORT else ("conflict", "attack")
        writer.node(argument.id, {"type": kind, "name": _scheme(argument) or default})
    for argument in arguments:
        for premise in argument.premises:
            writer.edge(premise, argument.id)
        writer.edge(argument.id, argument.target)
    for first, second in graph.contraries:
        name = f"{first} {second}"
        writer.node(name, {"type": "conflict", "name": "disagree"})
        writer.edge(name, first)
        writer.edge(name, second)
    main = [claim.id for claim in graph.claims.values() if MAIN_CLAIM in claim.tags]
    tell_aspects(graph, KEPT, tally, options.language)
    tally.lost(SECOND_MAIN_CLAIMS, number=len(main) - 1 if main else 0)
    core = {
        "version": "argmap",
        "id": str(uuid5(_NAMESPACE, "document")),
        "title": "",
        "description": "",
        "notes": "",
        "analyst_name": "",
        "analyst_email": "",
        "created": _NO_TIME,
        "edited": _NO_TIME,
        **({"claim": writer.ids[main[0]]} if main else {}),
    }
    value = {"metadata": {"core": core}, "resources": [], "nodes": writer.nodes, "edges": writer.edges}
    data = json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
    return Exported(files={f"{options.name}.json": data}, report=tally.report())


def _scheme(argument: Argument) -> str | None:
    return None if argument.scheme is None or argument.scheme.casefold() in _DEFAULT_NAMES else argument.scheme


class _Document:
    """Nodes and edges with ids that follow from their number: the same graph gives the same bytes."""

    def __init__(self) -> None:
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, str]] = []
        self.ids: dict[str, str] = {}

    def node(self, name: str, fields: Mapping[str, Any]) -> None:
        self.ids[name] = str(uuid5(_NAMESPACE, f"node {len(self.nodes)}"))
        self.nodes.append({"id": self.ids[name], **fields, "metadata": {"core": {}}})

    def edge(self, start: str, end: str) -> None:
        name = str(uuid5(_NAMESPACE, f"edge {len(self.edges)}"))
        self.edges.append({"id": name, "source_id": self.ids[start], "target_id": self.ids[end]})


FORMAT: Final = Format(
    name="sadface",
    title="SADFace",
    suffix=".json",
    told_by="a JSON object with atoms, or edges with `source_id` and `target_id`",
    tells=tells,
    read=read,
    write=write,
    keeps=(
        "Atoms are claims; schemes keep their names; a conflict that leads to an inference is an undercut, a disagreement a pair "
        "of contraries. The main claim bears the tag `main-claim`. The text of the one resource is "
        "written beside the annotation, its url stands in the source."
    ),
    reading_changes=(*DEFINING_CHANGES, TURNED, OFFSETS),
    reading_loses=(*DEFINING_LOSES, METADATA, RESOURCES, TIMES),
    writing_loses=(*not_kept(KEPT), SECOND_MAIN_CLAIMS),
)
