"""Plans by rule: the shapes that debates take, from a handful of boxes to those that break layouts."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from argmap.layout.plan import Box, Direction, Lane, Link, Plan

REASONS = (Lane.FOR, Lane.AGAINST)


def card(identity: str, chance: random.Random) -> Box:
    """Return a box of the size of a card."""
    return Box(identity, chance.choice((180, 200, 220, 240, 260)), chance.choice((64, 78, 92, 106, 120, 176)))


def debate(count: int, *, cross: float = 0.0, branch: int = 4, seed: int = 1, direction: Direction = Direction.AUTO) -> Plan:
    """Return a tree of reasons under one answer to a question, filled row by row, with `cross` further links a box."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable plan, not a secret
    boxes = [Box("question", 420, 56), *(card(f"c{index}", chance) for index in range(count))]
    links = [Link("answer", "c0", "question", Lane.ANSWER)]
    links += [Link(f"l{index}", f"c{index}", f"c{(index - 1) // branch}", chance.choice(REASONS)) for index in range(1, count)]
    for index in range(int(cross * count)):
        tail = chance.randrange(1, count)
        links.append(Link(f"x{index}", f"c{tail}", f"c{chance.randrange(tail)}", chance.choice(REASONS)))
    return Plan(tuple(boxes), tuple(links), direction)


def half_strong(plan: Plan, *, seed: int = 1) -> Plan:
    """Return the plan with about every other link not strong, those of junctions and answers aside."""
    chance = random.Random(seed)  # noqa: S311
    lanes = (Lane.FOR, Lane.AGAINST)
    return replace(plan, links=tuple(link._replace(strong=link.lane not in lanes or chance.random() < 0.5) for link in plan.links))


def grown(count: int, *, reach: int, seed: int = 1) -> Plan:
    """Return a tree in which each box hangs under one of the `reach` boxes before it: the fewer, the deeper."""
    chance = random.Random(seed)  # noqa: S311
    boxes = [card(f"c{index}", chance) for index in range(count)]
    heads = [chance.randrange(max(0, index - reach), index) for index in range(1, count)]
    return _linked(boxes, [(index + 1, head) for index, head in enumerate(heads)], chance)


def chain(count: int, *, cross: int = 0, seed: int = 1) -> Plan:
    """Return a chain of supports, with long links across it."""
    chance = random.Random(seed)  # noqa: S311
    boxes = [card(f"c{index}", chance) for index in range(count)]
    pairs = [(index, index - 1) for index in range(1, count)]
    pairs += [tuple(sorted(chance.sample(range(count), 2), reverse=True)) for _ in range(cross)]  # type: ignore[misc]
    return _linked(boxes, pairs, chance)


def caterpillar(count: int, *, seed: int = 1) -> Plan:
    """Return a chain every box of which has one small reason besides."""
    chance = random.Random(seed)  # noqa: S311
    boxes = [card(f"c{index}", chance) for index in range(count)]
    return _linked(boxes, [(index, index - 2 + index % 2) for index in range(1, count) if index != 2] + [(2, 0)], chance)


def star(count: int, *, seed: int = 1) -> Plan:
    """Return a box with so many supporters and attackers."""
    chance = random.Random(seed)  # noqa: S311
    return _linked([card(f"c{index}", chance) for index in range(count + 1)], [(index, 0) for index in range(1, count + 1)], chance)


def isolated(count: int, *, seed: int = 1) -> Plan:
    """Return boxes that are linked with nothing."""
    chance = random.Random(seed)  # noqa: S311
    return Plan(tuple(card(f"c{index}", chance) for index in range(count)), ())


def tangle(count: int, links: int, *, seed: int = 1) -> Plan:
    """Return boxes with links of all lanes between any of them, circles and loops among them."""
    chance = random.Random(seed)  # noqa: S311
    boxes = tuple(card(f"c{index}", chance) for index in range(count))
    made = (
        Link(f"l{index}", f"c{chance.randrange(count)}", f"c{chance.randrange(count)}", chance.choice(tuple(Lane)))
        for index in range(links)
    )
    return Plan(boxes, tuple(made))


def ring(count: int) -> Plan:
    """Return boxes each of which supports the next, round in a circle."""
    chance = random.Random(1)  # noqa: S311
    return _linked(
        [card(f"c{index}", chance) for index in range(count)], [(index, (index + 1) % count) for index in range(count)], chance
    )


def forest(count: int, *, seed: int = 1) -> Plan:
    """Return many questions with one to four answers each."""
    chance = random.Random(seed)  # noqa: S311
    boxes: list[Box] = []
    links: list[Link] = []
    for question in range(count):
        boxes.append(Box(f"q{question}", 300, 60))
        for answer in range(chance.randrange(1, 5)):
            boxes.append(card(f"c{question}.{answer}", chance))
            links.append(Link(f"l{question}.{answer}", boxes[-1].id, f"q{question}", Lane.ANSWER))
    return Plan(tuple(boxes), tuple(links))


def core(*, seed: int = 5, count: int = 25, links: int = 36) -> Plan:
    """Return a small tangle: claims that bear on several others nearby, all under one question."""
    chance = random.Random(seed)  # noqa: S311
    boxes = [Box("question", 380, 56), *(card(f"c{index}", chance) for index in range(1, count))]
    pairs = {(index, chance.randrange(max(0, index - 6), index)) for index in range(1, count)}
    while len(pairs) < links:
        tail = chance.randrange(3, count)
        pairs.add((tail, chance.randrange(max(1, tail - 6), tail)))
    return _linked(boxes, sorted(pairs), chance)


def small_map() -> Plan:
    """Return a question with two rival answers, linked premises, an undercut and a claim that bears on nothing."""
    boxes = (
        Box("question", 300, 60),
        *(Box(name, 200, 80) for name in ("yes", "no", "first", "second", "against", "denial", "lone")),
        Box("junction", 18, 18),
        Box("dot", 8, 8),
    )
    links = (
        Link("yes?", "yes", "question", Lane.ANSWER),
        Link("no?", "no", "question", Lane.ANSWER),
        Link("rivals", "yes", "no", Lane.RIVAL),
        Link("first>", "first", "junction", Lane.PREMISE),
        Link("second>", "second", "junction", Lane.PREMISE),
        Link("linked", "junction", "yes", Lane.FOR),
        Link("against>", "against", "dot", Lane.PREMISE),
        Link("attack", "dot", "yes", Lane.AGAINST),
        Link("undercut", "denial", "dot", Lane.DENIAL),
    )
    return Plan(boxes, links)


def _linked(boxes: Sequence[Box], pairs: Sequence[tuple[int, int]], chance: random.Random) -> Plan:
    links = (Link(f"l{index}", boxes[tail].id, boxes[head].id, chance.choice(REASONS)) for index, (tail, head) in enumerate(pairs))
    return Plan(tuple(boxes), tuple(links))


STRESSES: dict[str, Callable[[], Plan]] = {
    "tree of 40": lambda: debate(40),
    "tree of 300": lambda: debate(300),
    "tree of 1,000": lambda: debate(1_000),
    "tree of 20,000": lambda: debate(20_000),
    "tree of 40 with cross links": lambda: debate(40, cross=0.15),
    "tree of 300 with cross links": lambda: debate(300, cross=0.15),
    "tree of 1,000 with cross links": lambda: debate(1_000, cross=0.15),
    "tree of 3,000 with cross links": lambda: debate(3_000, cross=0.15),
    "deep tree of 1,000": lambda: grown(1_000, reach=30),
    "very deep tree of 300": lambda: grown(300, reach=2),
    "chain of 40": lambda: chain(40),
    "chain of 5,000": lambda: chain(5_000),
    "chain of 1,000 with 150 long links": lambda: chain(1_000, cross=150),
    "chain of 500 with a neighbour each": lambda: caterpillar(1_000),
    "5,000 supporters": lambda: star(5_000),
    "1,000 isolated boxes": lambda: isolated(1_000),
    "300 boxes with 3,000 links": lambda: tangle(300, 3_000),
    "circle of 100": lambda: ring(100),
    "300 questions": lambda: forest(300),
}


@st.composite
def any_plan(draw: st.DrawFn) -> Plan:
    """Return any plan of up to thirty boxes: trees or tangles, dots and giants, all lanes, all directions."""
    count = draw(st.integers(1, 30))
    side = st.sampled_from((8, 18, 60, 92, 180, 240))
    boxes = tuple(Box(f"b{index}", draw(side), draw(st.one_of(side, st.just(3_000)))) for index in range(count))
    lanes = st.sampled_from(tuple(Lane))
    places = st.integers(0, count - 1)
    links: list[Link] = []
    if draw(st.booleans()):
        reach = draw(st.integers(1, count))
        heads = [draw(st.integers(max(0, index - reach), index - 1)) for index in range(1, count)]
        links += [
            Link(f"t{index}", f"b{index}", f"b{head}", draw(lanes), draw(st.booleans()))
            for index, head in enumerate(heads, start=1)
        ]
    number = draw(st.integers(0, min(count, 12)))
    links += [Link(f"l{index}", f"b{draw(places)}", f"b{draw(places)}", draw(lanes)) for index in range(number)]
    return Plan(boxes, tuple(links), draw(st.sampled_from(tuple(Direction))))
