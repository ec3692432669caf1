"""Long lines of reasoning folded into parts side by side, like a text set in columns, so that a deep map still fits a page.

Going up from the leaves, a block that would get higher than the limit lets go of its tallest reason: the block of that reason
is closed and will stand to the right of what is above it. Where the line ends, or meets another, the parts are set side by side.
Between two parts runs a gutter for the one line that joins them; all parts but the first begin below a street for these lines.
"""

from collections.abc import Sequence

from argmap.layout.blocks import Block, Bridge, compose
from argmap.layout.columns import HEAD_ROOM, Aim, Reason, arrangement
from argmap.layout.plan import Box

GUTTER = 56.0
"""Between two parts."""
STREET = 28.0
"""From the top of the first part to the tops of the others."""


def compose_within(box: Box, reasons: Sequence[Reason], aim: Aim, limit: float, blocks: Sequence[Block]) -> Block:
    """Return the block of a box, lower than the limit where letting go of one reason can make it so.

    At most one of the reasons may have parts to come beside it.
    """
    spine = next((reason for reason in reasons if blocks[reason.box].more), None)
    whole = compose(box, arrangement(box, reasons, aim, spine.box if spine else None))
    cut = spine or max(reasons, key=lambda reason: reason.reach)
    if whole.height <= limit or (not spine and cut.reach < limit / 2):
        return whole._replace(more=blocks[cut.box].more)
    others = [reason for reason in reasons if reason.box != cut.box]
    rest = compose(box, arrangement(box, others, aim)) if others else Block(box.width, box.height)
    return rest._replace(
        height=max(rest.height, box.height + HEAD_ROOM),  # the line of the part beside it comes back under the box
        depth=max(rest.depth, cut.depth + 1),
        more=(cut.box, *blocks[cut.box].more),
    )


def side_by_side(block: Block, blocks: Sequence[Block]) -> Block:
    """Return the block with all its parts beside it."""
    if not block.more:
        return block
    places, bridges = list(block.places), []
    x, height = block.width, block.height
    for box in block.more:
        part = blocks[box]
        places.append((box, x + GUTTER, STREET))
        bridges.append(Bridge(box, STREET / 2, x + GUTTER / 2))
        x += GUTTER + part.width
        height = max(height, STREET + part.height)
    return block._replace(width=x, height=height, places=places, bridges=bridges, denied=True, more=())
