"""Networks → annotation files: what the two dialects of AIF have in common once their JSON is read."""

from dataclasses import replace
from typing import Final

from argmap.exchange.building import Draft
from argmap.exchange.contract import FormatError, Imported, ReadOptions
from argmap.exchange.finishing import finish, finished
from argmap.exchange.naming import readable_id
from argmap.exchange.quoting import Passages
from argmap.exchange.remarks import remark_losses
from argmap.exchange.report import Tally
from argmap.formats.aif.dialogue import DIALOGUE_CHANGES, DIALOGUE_LOSES, Dialogue
from argmap.formats.aif.network import Network
from argmap.formats.aif.reading import DEFINING_CHANGES, DEFINING_LOSES, Defined, codebook_of, define
from argmap.reading.texts import fingerprint

READING_CHANGES: Final = (*DEFINING_CHANGES, *DIALOGUE_CHANGES)
READING_LOSES: Final = (*DEFINING_LOSES, *DIALOGUE_LOSES)
KEEPS: Final = """\
I nodes are claims, RA supports, CA attacks; a CA that leads to another inference is an undercut. A path from a locution over an
illocution is a statement by the speaker. Schemes keep their names. Rephrases, preferences and illocutions other than the usual
stand under `x-aif`. What several maps share by its nodeID stands in `codebook.yaml`."""


def imported(networks: list[Network], options: ReadOptions, tally: Tally, faults: tuple[FormatError, ...]) -> Imported:
    """Return annotation files for networks: with a source where anybody speaks in any of them, else as plain definitions.

    What is in the networks is let go once it is told: nodes and edges are most of the memory.
    """
    codebook, shared = codebook_of(networks, options, tally)
    ready = []
    texts = {}
    if codebook is not None:
        ready.append(finish(codebook.draft))
        remark_losses(codebook.draft, codebook.network.origin)
    told: set[tuple[str, str]] = set()
    drafts = []
    for network in networks:
        draft = Draft(network.name, options, network.tally, codebook=codebook.draft if codebook else None)
        defined = Defined(network, draft, shared, codebook)
        define(defined)
        Dialogue(defined, told, Passages(network.analysed.text) if network.analysed.text else None).tell()
        drafts.append(draft)
        del defined
    networks[:] = [replace(network, nodes={}, incoming={}, outgoing={}, claims={}) for network in networks]
    sourced = any(draft.has_statements or network.analysed.text for draft, network in zip(drafts, networks, strict=True))
    for draft, network in zip(drafts, networks, strict=True):
        if network.analyst:
            draft.file(annotator={"id": readable_id(network.analyst, "analyst"), "name": network.analyst})
        if network.analysed.text:
            texts[f"{draft.name}.txt"] = network.analysed.text
            file = {"file": f"{draft.name}.txt", "sha256": fingerprint(network.analysed.text)}
            draft.source(network.title or network.name, url=network.url, **file)
        elif sourced or network.url:
            draft.source(network.title or network.name, url=network.url)
        draft.file(note=network.note or (None if draft.has_source else network.title))
        ready.append(finish(draft))
        remark_losses(draft, network.origin)
    return finished((), tally, faults, texts=texts, ready=ready)
