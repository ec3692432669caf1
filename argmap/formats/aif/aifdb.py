"""AIF as AIFdb gives it out: one JSON object a map, with `nodes`, `edges` and, where people speak, `locutions`."""

import json
import re
from collections.abc import Mapping
from typing import Final

from argmap.exchange.aspects import not_kept
from argmap.exchange.contract import Candidate, Exported, Format, FormatError, Imported, ReadOptions, WriteOptions, read_each
from argmap.exchange.decoding import json_of
from argmap.exchange.naming import bare_names
from argmap.exchange.report import Tally
from argmap.formats.aif.importing import KEEPS, READING_CHANGES, READING_LOSES, imported
from argmap.formats.aif.network import Network, network_of
from argmap.formats.aif.writing import KEPT, WRITING_CHANGES, WRITING_LOSES, written_network
from argmap.graph import Graph
from argmap.provenance import Provenance

_NODES: Final = re.compile(r'"nodes"\s*:')
_MARKS: Final = re.compile(r'"(nodeID|fromID|locutions)"\s*:|"edges"\s*:\s*\[\s*\]')
_XAIF: Final = re.compile(r'"(AIF|plain_txt|annotatorName|documentSource)"\s*:')


def tells(candidate: Candidate) -> bool:
    """Return whether a file is an AIF map."""
    sample = candidate.sample
    return candidate.is_object and bool(_NODES.search(sample) and _MARKS.search(sample)) and not _XAIF.search(sample)


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return annotation files for AIF maps; what several maps share by nodeID stands in a codebook.

    Raises:
        FormatError: none of them can be read.
    """
    tally = Tally()
    names = bare_names(files)

    def network(name: str, data: bytes) -> Network:
        value = json_of(data, name, options.encoding)
        if not isinstance(value, dict) or not {"nodes", "edges"} & value.keys():
            raise FormatError("an AIF map is a JSON object with `nodes` and `edges`", file=name)
        return network_of(value, names[name], name, Tally(tally))

    networks, faults = read_each(files, network)
    return imported(networks, options, tally, faults)


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as one AIF map."""
    del provenance
    tally = Tally()
    written = written_network(graph, options.language, tally)
    data = json.dumps(written.value, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
    return Exported(files={f"{options.name}.json": data}, report=tally.report())


FORMAT: Final = Format(
    name="aif",
    title="AIF (AIFdb JSON)",
    suffix=".json",
    told_by="a JSON object with `nodes`, and in it `nodeID`, `fromID` or `locutions`",
    tells=tells,
    read=read,
    write=write,
    keeps=KEEPS,
    reading_changes=READING_CHANGES,
    reading_loses=READING_LOSES,
    writing_changes=WRITING_CHANGES,
    writing_loses=(*not_kept(KEPT), *WRITING_LOSES),
)
