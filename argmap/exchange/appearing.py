"""The order in which writers of trees put claims: one that reading and writing again does not change.

A reader defines claims in the order in which they first appear. So a writer puts what has appeared already first, in that order,
and then the rest in the order of the graph; what appears while it writes counts at once.
"""

import heapq
from collections.abc import Iterable, Iterator


class Appearances:
    """Which claims have appeared in a document so far, and in which order.

    Args:
        claims: all ids, in the order of the graph.
    """

    def __init__(self, claims: Iterable[str]) -> None:
        self._rank = {claim: rank for rank, claim in enumerate(claims)}
        self._places: dict[str, int] = {}
        self._order: list[str] = []

    def __contains__(self, claim: str) -> bool:
        return claim in self._places

    def add(self, claim: str) -> None:
        """Say that a claim appears."""
        if claim not in self._places:
            self._places[claim] = len(self._order)
            self._order.append(claim)

    def place(self, claim: str) -> tuple[int, int]:
        """Return what to sort a claim by, as things stand."""
        return self._places.get(claim, len(self._rank)), self._rank[claim]

    def in_order(self, claims: Iterable[str]) -> Iterator[str]:
        """Yield claims in their order, each once; what appears between two of them counts for the second.

        >>> appearances = Appearances("abcd")
        >>> order = appearances.in_order("abd")
        >>> next(order)
        'a'
        >>> appearances.add("d"); list(order)
        ['d', 'b']
        """
        ordered = sorted(dict.fromkeys(claims), key=self._rank.__getitem__)
        left = set(ordered)
        ready = [self._places[claim] for claim in ordered if claim in self._places]
        heapq.heapify(ready)
        seen = len(self._order)
        position = 0
        while left:
            for place in range(seen, len(self._order)):
                if self._order[place] in left:
                    heapq.heappush(ready, place)
            seen = len(self._order)
            if ready:
                claim = self._order[heapq.heappop(ready)]
            else:
                claim = ordered[position]
                position += 1
            if claim in left:
                left.discard(claim)
                yield claim
