"""Links outside the tree: gentle curves from one box to another."""

from argmap.layout.plan import Box, Lane, Point, Route


def curve(tail_corner: Point, tail: Box, head_corner: Point, head: Box, lane: Lane) -> Route:
    """Return a cubic curve from the border of one box to the border of the other."""
    tx, ty = tail_corner
    hx, hy = head_corner
    tail_middle, head_middle = tx + tail.width / 2, hx + head.width / 2
    if ty >= hy + head.height + 12 and lane is not Lane.RIVAL:
        start, end = (tail_middle, ty), (head_middle, hy + head.height)
        bend = max(24.0, min(120.0, (start[1] - end[1]) / 2))
        return Route((start, (start[0], start[1] - bend), (end[0], end[1] + bend), end), smooth=True)
    if tx + tail.width <= hx or hx + head.width <= tx:
        right = tx + tail.width <= hx
        start = (tx + tail.width if right else tx, ty + tail.height / 2)
        end = (hx if right else hx + head.width, hy + head.height / 2)
        bend = max(12.0, min(120.0, abs(start[0] - end[0]) / 2)) * (1 if right else -1)
        return Route((start, (start[0] + bend, start[1]), (end[0] - bend, end[1]), end), smooth=True)
    start, end = (tx, ty + tail.height / 2), (hx, hy + head.height / 2)
    left = min(start[0], end[0]) - 24
    return Route((start, (left, start[1]), (left, end[1]), end), smooth=True)
