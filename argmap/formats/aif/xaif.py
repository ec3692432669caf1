"""xAIF, the AIF of OVA3 and of the tools of the Open Argument Mining Framework: AIF together with the text that was analysed.

The object of OVA before its third version (`nodes` with `id`, `edges` with whole nodes, `analysis`) is read as well.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from argmap.anchoring import Anchor
from argmap.exchange.aspects import not_kept
from argmap.exchange.contract import Candidate, Exported, Format, FormatError, Imported, ReadOptions, WriteOptions, read_each
from argmap.exchange.decoding import json_of, words_in
from argmap.exchange.naming import bare_names
from argmap.exchange.report import Tally
from argmap.formats.aif.importing import KEEPS, READING_CHANGES, READING_LOSES, imported
from argmap.formats.aif.marked_text import marked, marked_text_of
from argmap.formats.aif.network import Network, network_of
from argmap.formats.aif.placing import places
from argmap.formats.aif.writing import KEPT, WRITING_CHANGES, WRITING_LOSES, Written, written_network
from argmap.graph import Graph
from argmap.provenance import Provenance

SEVERAL_TEXTS: Final = "texts of sources: a file holds one"
UNMARKED: Final = "quotes not marked in the text: not found there, or overlapping another"

_MARKS: Final = re.compile(r'"AIF"\s*:\s*\{|"(plain_txt|annotatorName|documentSource)"\s*:')


def tells(candidate: Candidate) -> bool:
    """Return whether a file is an xAIF map."""
    return candidate.is_object and bool(_MARKS.search(candidate.sample))


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return annotation files for xAIF maps, and the texts that were analysed.

    Raises:
        FormatError: none of them can be read.
    """
    tally = Tally()
    names = bare_names(files)

    def network(name: str, data: bytes) -> Network:
        value = json_of(data, name, options.encoding)
        if not isinstance(value, dict):
            raise FormatError("an xAIF map is a JSON object with `AIF`", file=name)
        inner, text = value.get("AIF"), value.get("text")
        if inner is None and "nodes" in value:
            analysis = value.get("analysis")
            inner, text = value, text or (analysis.get("txt") if isinstance(analysis, dict) else None)
        if not isinstance(inner, dict):
            raise FormatError("an xAIF map is a JSON object with `AIF`", file=name)
        return network_of(inner, names[name], name, Tally(tally), marked_text_of(text), _analyst(value))

    networks, faults = read_each(files, network)
    return imported(networks, options, tally, faults)


def _analyst(value: Mapping[str, Any]) -> str:
    analyst = value.get("OVA")
    parts = (words_in(analyst.get(key)) for key in ("firstname", "surname")) if isinstance(analyst, dict) else ()
    return " ".join(part for part in parts if part)


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as one xAIF map, with the text of its source where there is one."""
    tally = Tally()
    written = written_network(graph, options.language, tally)
    text = ""
    if len(provenance.texts) == 1:
        places = []
        missing = 0
        for statement, outcomes in provenance.anchors.items():
            anchors = [outcome for outcome in outcomes if isinstance(outcome, Anchor)]
            missing += len(outcomes) - len(anchors[:1])
            places += [(anchors[0].start, anchors[0].end, node) for node in written.said.get(statement, ())[:1] if anchors]
        (file,) = provenance.texts.values()
        text = marked(file.text, dict.fromkeys(places))
        tally.lost(UNMARKED, number=missing + len(set(places)) - text.count('class="highlighted"'))
    elif provenance.texts:
        tally.lost(SEVERAL_TEXTS, number=len(provenance.texts))
    annotators = [source.annotator.name or source.annotator.id for source in graph.sources.values() if source.annotator]
    first, _, last = (annotators[0] if annotators and (graph.statements or text) else "").rpartition(" ")
    value = {
        "AIF": {**written.value, "descriptorfulfillments": []},
        "dialog": bool(graph.statements),
        "OVA": {"firstname": first, "surname": last, "url": "", **_board(written)},
        "text": {"txt": text},
    }
    data = json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
    return Exported(files={f"{options.name}.json": data}, report=tally.report())


def _board(written: Written) -> dict[str, list[dict[str, Any]]]:
    """What OVA shows: only the nodes that have a place there, and the edges that are told there once more."""
    found = places(written.value["nodes"], written.value["edges"])
    ends = dict.fromkeys((edge["fromID"], edge["toID"]) for edge in written.value["edges"])
    nodes = [{"nodeID": node["nodeID"], "visible": True, "timestamp": ""} for node in written.value["nodes"]]
    return {
        "nodes": [{**node, **dict(zip("xy", found[node["nodeID"]], strict=True))} for node in nodes],
        "edges": [{"fromID": start, "toID": end, "visible": True} for start, end in ends],
    }


FORMAT: Final = Format(
    name="xaif",
    title="xAIF (OVA3)",
    suffix=".json",
    told_by="a JSON object with `AIF` in it, or with what OVA wrote before its third version",
    tells=tells,
    read=read,
    write=write,
    keeps=(
        f"{KEEPS} The text that was analysed is written beside the annotation; its marks become quotes. Written maps are laid out "
        "for OVA: arguments on the left, on their right who says what."
    ),
    reading_changes=READING_CHANGES,
    reading_loses=READING_LOSES,
    writing_changes=WRITING_CHANGES,
    writing_loses=(*not_kept(KEPT), *WRITING_LOSES, SEVERAL_TEXTS, UNMARKED),
)
