"""AIF networks → annotation files: claims, arguments, and statements where there is a dialogue.

An I node is a claim; an RA node a support; a CA node an attack, or an undercut where it leads to another inference. What becomes of
locutions and illocutions stands in `dialogue.py`. A rephrase (MA) and a preference (PA) between claims stand under `x-aif` of
the claim that they begin at.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from argmap.exchange.building import WITHOUT_WORDS, Draft
from argmap.exchange.contract import ReadOptions
from argmap.exchange.inferring import INFERRING_LOSES
from argmap.exchange.report import Tally
from argmap.formats.aif.network import NETWORK_LOSES, Network, Node
from argmap.formats.aif.sharing import Shared, network_of_shared, shared_between
from argmap.words import ArgumentRelation

NODE_IDS: Final = "nodes whose id, timestamp and position are left out: ids are made from the texts"
SPLIT: Final = "inferences with several conclusions, split into one for each"
NO_PREMISE: Final = "inferences without a premise"
NO_CONCLUSION: Final = "inferences without a conclusion"
ODD_ENDS: Final = "premises and conclusions that are no claims (nor, of a conflict, inferences)"
DIRECT_EDGES: Final = "edges from claim to claim without a scheme between them"
ODD_LINKS: Final = "rephrases and preferences of anything but claims of one file"
UNKNOWN_KINDS: Final = "nodes of an unknown kind"

DEFINING_CHANGES: Final = (NODE_IDS, SPLIT, WITHOUT_WORDS)
DEFINING_LOSES: Final = (
    NO_PREMISE,
    NO_CONCLUSION,
    ODD_ENDS,
    DIRECT_EDGES,
    ODD_LINKS,
    UNKNOWN_KINDS,
    *NETWORK_LOSES,
    *INFERRING_LOSES,
)

DEFAULTS: Final = MappingProxyType(
    {"RA": "Default Inference", "CA": "Default Conflict", "MA": "Default Rephrase", "PA": "Default Preference"}
)
CONTRARY: Final = "Contrary"
"""The scheme of two CA nodes, one each way, that stand for a pair of contraries."""
X_AIF: Final = "x-aif"
LINKS: Final = MappingProxyType({"MA": "rephrases", "PA": "preferred-to"})

_KINDS: Final = frozenset({"I", "L", "RA", "CA", "MA", "PA", "TA", "YA"})


@dataclass(slots=True)
class Defined:
    """What one network defines, in a draft: which claim a node became, and the first argument that a scheme node became."""

    network: Network
    draft: Draft
    shared: Shared
    codebook: "Defined | None" = None
    claims: dict[str, str] = field(default_factory=dict)
    arguments: set[str] = field(default_factory=set)
    people: dict[str, str] = field(default_factory=dict)

    def claim(self, node: str) -> str | None:
        """Return the id of the claim that an I node became."""
        return self.claims.get(node) or (self.codebook.claim(node) if self.codebook else None)

    def argument(self, node: str) -> Hashable | None:
        """Return the key of the argument that a scheme node became."""
        if node in self.arguments:
            return node
        return self.codebook.argument(node) if self.codebook else None


def codebook_of(networks: Sequence[Network], options: ReadOptions, tally: Tally) -> tuple[Defined | None, Shared]:
    """Return what several networks share as a codebook of its own, None where they share nothing."""
    shared = shared_between(networks)
    if not shared.nodes and not shared.people:
        return None, shared
    network = network_of_shared(networks, shared, Tally(tally))
    defined = Defined(network, Draft("codebook", options, network.tally), Shared())
    for person, name in sorted(shared.people):
        defined.people[person] = defined.draft.actor(name)
    define(defined)
    return defined, shared


def define(defined: Defined) -> None:
    """Put the claims and arguments of a network into its draft, shared ones apart."""
    network, draft, shared = defined.network, defined.draft, defined.shared
    tally = network.tally
    own = [node for node in network.nodes.values() if node.id not in shared.nodes]
    for node in own:
        if node.kind == "I":
            defined.claims[node.id] = draft.claim(node.text, **network.claims.get(node.id, {}))
        elif node.kind not in _KINDS:
            tally.lost(UNKNOWN_KINDS, f"{node.kind or '?'}: {node.text}")
    tally.changed(NODE_IDS, number=len(own))
    contraries = _contraries(network, own)
    schemes = [node for node in own if node.kind in {"RA", "CA"} and node.id not in contraries]
    targets = {node.id: _targets(network, node) for node in schemes}
    defined.arguments.update(name for name, ends in targets.items() if ends)
    for node in schemes:
        _infer(defined, node, targets[node.id])
    for node in own:
        if node.id in contraries:
            premise, conclusion = contraries[node.id]
            draft.contrary(defined.claim(premise) or "", defined.claim(conclusion) or "")
        elif node.kind in LINKS:
            _link(defined, node)
        elif node.kind == "I":
            for other in network.targets_of(node.id, "I"):
                tally.lost(DIRECT_EDGES, f"{node.text} → {other.text}")


def _targets(network: Network, node: Node) -> list[Node]:
    return network.targets_of(node.id, "I") + (network.targets_of(node.id, "RA", "CA") if node.kind == "CA" else [])


def _infer(defined: Defined, node: Node, targets: Sequence[Node]) -> None:
    network, tally = defined.network, defined.network.tally
    premises = [claim for one in network.sources_of(node.id, "I") if (claim := defined.claim(one.id)) is not None]
    name = f"{node.kind} {node.id}"
    odd = len(network.sources_of(node.id, "L", "RA", "MA", "PA", "TA"))
    odd += len(network.targets_of(node.id, "L", "MA", "PA", "TA", *(["RA", "CA"] if node.kind == "RA" else [])))
    tally.lost(ODD_ENDS, name, number=odd)
    if not premises or not targets:
        tally.lost(NO_PREMISE if not premises else NO_CONCLUSION, name)
        defined.arguments.discard(node.id)
        return
    if len(targets) > 1:
        tally.changed(SPLIT, name)
    plain = not node.text or node.text.casefold() == DEFAULTS[node.kind].casefold()
    for row, target in enumerate(targets):
        key: Hashable = (node.id, row) if row else node.id
        scheme = None if plain else node.text
        if target.kind == "I":
            relation = ArgumentRelation.SUPPORT if node.kind == "RA" else ArgumentRelation.ATTACK
            defined.draft.infer(key, premises, relation, defined.claim(target.id), scheme=scheme)
        else:
            defined.draft.infer(key, premises, ArgumentRelation.UNDERCUT, target.id, scheme=scheme)


def _contraries(network: Network, own: Sequence[Node]) -> dict[str, tuple[str, str]]:
    """The CA nodes of which two, one each way, stand for a pair of contraries, with their ends."""
    ends: dict[str, tuple[str, str]] = {}
    for node in own:
        if node.kind == "CA" and node.text == CONTRARY:
            around = (network.incoming.get(node.id, ()), network.outgoing.get(node.id, ()))
            if all(len(names) == 1 and network.nodes[names[0]].kind == "I" for names in around):
                ends[node.id] = (around[0][0], around[1][0])
    pairs = set(ends.values())
    return {name: pair for name, pair in ends.items() if pair[::-1] in pairs and pair[0] != pair[1]}


def _link(defined: Defined, node: Node) -> None:
    """Keep a rephrase or a preference under `x-aif` of the claim it begins at."""
    network, draft = defined.network, defined.draft
    starts = [draft.node(claim) for one in network.sources_of(node.id, "I") if (claim := defined.claim(one.id)) is not None]
    ends = [claim for one in network.targets_of(node.id, "I") if (claim := defined.claim(one.id)) is not None]
    entries = [entry for entry in starts if entry is not None]
    if not entries or not ends:
        network.tally.lost(ODD_LINKS, f"{node.kind} {node.id}")
    for entry in entries:
        linked = entry.setdefault(X_AIF, {}).setdefault(LINKS[node.kind], {})
        linked.update((end, node.text or DEFAULTS[node.kind]) for end in ends)
