"""What several AIF networks share: AIFdb gives a node one id in all maps of a corpus in which it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.exchange.report import Tally
from argmap.formats.aif.network import Network, Node

_SCHEMES: Final = frozenset({"RA", "CA", "MA", "PA"})


@dataclass(frozen=True, slots=True)
class Shared:
    """Ids of nodes that are the same in several networks, and participants (id, name) who speak in several."""

    nodes: frozenset[str] = frozenset()
    people: frozenset[tuple[str, str]] = frozenset()


def shared_between(networks: Sequence[Network]) -> Shared:
    """Return what several networks share.

    I nodes are the same where id and text are; scheme nodes where besides all that they connect is shared: else two maps that
    merely number their nodes alike would be mixed up. Locutions are not shared: each is uttered once.
    """
    if len(networks) < 2:  # noqa: PLR2004 - one shares with none
        return Shared()
    looks: dict[str, object] = {}
    kinds: dict[str, str] = {}
    same: dict[str, bool] = {}
    people: dict[tuple[str, str], int] = {}
    for network in networks:
        for node in network.nodes.values():
            look = _look(network, node)
            if node.id in looks:
                same[node.id] = same.get(node.id, True) and looks[node.id] == look
            else:
                looks[node.id], kinds[node.id] = look, node.kind
        for person in set(network.speakers.values()) & network.participants.keys():
            key = (person, network.participants[person])
            people[key] = people.get(key, 0) + 1
    nodes = {name for name, is_same in same.items() if is_same and kinds[name] in {"I", *_SCHEMES}}
    return Shared(_closed(networks, nodes), frozenset(key for key, number in people.items() if number > 1))


def network_of_shared(networks: Sequence[Network], shared: Shared, tally: Tally) -> Network:
    """Return the shared nodes as a network of their own, in the order in which they are met."""
    nodes: dict[str, Node] = {}
    incoming: dict[str, tuple[str, ...]] = {}
    outgoing: dict[str, tuple[str, ...]] = {}
    for network in networks:
        for name in network.nodes:
            if name in shared.nodes and name not in nodes:
                nodes[name] = network.nodes[name]
                incoming[name] = tuple(other for other in network.incoming.get(name, ()) if other in shared.nodes)
                outgoing[name] = tuple(other for other in network.outgoing.get(name, ()) if other in shared.nodes)
    claims = {name: network.claims[name] for network in networks for name in network.claims if name in nodes}
    return Network("codebook", "several maps", tally, nodes, incoming, outgoing, participants=dict(shared.people), claims=claims)


def _look(network: Network, node: Node) -> object:
    """What must be equal for a node to be the same: of an inference also what it connects, but not who asserts or undercuts it."""
    return (node, _ends(network, node.id)) if node.kind in _SCHEMES else node


def _ends(network: Network, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The premises and the targets of a scheme node."""
    premises = tuple(one.id for one in network.sources_of(name, "I"))
    return premises, tuple(one.id for one in network.targets_of(name, "I", *_SCHEMES))


def _closed(networks: Sequence[Network], nodes: set[str]) -> frozenset[str]:
    """The nodes without the schemes that connect what is not shared, and without the undercuts of those."""
    kept = set(nodes)
    for network in networks:
        lost = [name for name in network.nodes if name in kept and _leads_out(network, name, kept)]
        for name in lost:  # grows while it is walked
            if name in kept:
                kept.discard(name)
                lost += [one.id for one in network.sources_of(name, *_SCHEMES) if one.id in kept]
    return frozenset(kept)


def _leads_out(network: Network, name: str, kept: set[str]) -> bool:
    if network.nodes[name].kind not in _SCHEMES:
        return False
    return any(other not in kept for ends in _ends(network, name) for other in ends)
