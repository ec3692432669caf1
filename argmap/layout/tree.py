"""First version: a forest in rows."""

from collections import defaultdict

from argmap.layout.plan import Lane, Placement, Plan, Route


def arrange_as_tree(plan: Plan) -> Placement:
    """Return the boxes in rows by their distance from a root, wrapped at a page's width."""
    out: dict[str, list[str]] = defaultdict(list)
    into: dict[str, list[str]] = defaultdict(list)
    for link in plan.links:
        if link.lane is not Lane.RIVAL:
            out[link.tail].append(link.head)
            into[link.head].append(link.tail)
    order: list[str] = []
    level: dict[str, int] = {}
    for start in [box.id for box in plan.boxes if not out[box.id]] + [box.id for box in plan.boxes]:
        if start in level:
            continue
        level[start] = 0
        queue = [start]
        for box in queue:
            order.append(box)
            for tail in into[box]:
                if tail not in level:
                    level[tail] = level[box] + 1
                    queue.append(tail)
    sizes = {box.id: box for box in plan.boxes}
    limit = max([1.3 * sum((box.width + 30) * (box.height + 40) for box in plan.boxes) ** 0.5, *(b.width for b in plan.boxes)])
    corners: dict[str, tuple[float, float]] = {}
    x = y = height = width = 0.0
    last = 0
    for box in sorted(order, key=level.__getitem__):
        if x + sizes[box].width > limit or level[box] != last:
            x, y, height = 0.0, y + height + 40, 0.0
        last = level[box]
        corners[box] = (x, y)
        x += sizes[box].width + 30
        width = max(width, x - 30)
        height = max(height, sizes[box].height)
    routes: dict[str, Route] = {}
    for link in plan.links:
        (tx, ty), (hx, hy) = corners[link.tail], corners[link.head]
        start_point = (tx + sizes[link.tail].width / 2, ty)
        end_point = (hx + sizes[link.head].width / 2, hy + sizes[link.head].height)
        middle = end_point[1] + 20
        routes[link.id] = Route((start_point, (start_point[0], middle), (end_point[0], middle), end_point))
    return Placement(corners, routes, width, y + height)
