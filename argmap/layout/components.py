"""The connected parts of a plan, which are laid out each by itself."""

from argmap.layout.plan import Box, Link, Plan


def components(plan: Plan) -> tuple[list[Plan], list[Box]]:
    """Return the connected parts in the order of their first boxes, and the boxes that are linked with nothing.

    >>> from argmap.layout.plan import Lane
    >>> parts, single = components(Plan((Box("a", 1, 1), Box("b", 1, 1), Box("c", 1, 1)), (Link("l", "c", "a", Lane.FOR),)))
    >>> [box.id for box in parts[0].boxes], [box.id for box in single]
    (['a', 'c'], ['b'])
    """
    heads = {box.id: box.id for box in plan.boxes}

    def part_of(box: str) -> str:
        while heads[box] != box:
            heads[box] = heads[heads[box]]
            box = heads[box]
        return box

    linked: set[str] = set()
    for link in plan.links:
        linked |= {link.tail, link.head}
        heads[part_of(link.tail)] = part_of(link.head)
    boxes: dict[str, list[Box]] = {}
    for box in plan.boxes:
        if box.id in linked:
            boxes.setdefault(part_of(box.id), []).append(box)
    links: dict[str, list[Link]] = {part: [] for part in boxes}
    for link in plan.links:
        links[part_of(link.tail)].append(link)
    parts = [Plan(tuple(boxes[part]), tuple(links[part]), plan.direction) for part in boxes]
    return parts, [box for box in plan.boxes if box.id not in linked]
