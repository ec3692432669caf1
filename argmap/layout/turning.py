"""Plans and placements turned, so that an engine that lets edges run up the page can also let them run to its right."""

from argmap.layout.plan import Box, Direction, Placement, Plan, Route


def turned_plan(plan: Plan) -> Plan:
    """Return the plan to be placed with edges up the page, so that the placement, turned, has them run to the right."""
    return Plan(tuple(Box(box.id, box.height, box.width) for box in plan.boxes), plan.links, Direction.UP)


def turned_placement(placement: Placement, plan: Plan) -> Placement:
    """Return a placement of a turned plan for the plan itself: up becomes right, and left becomes up."""
    width, height = placement.height, placement.width
    corners = {}
    for box in plan.boxes:
        across, down = placement.corners[box.id]
        corners[box.id] = (width - down - box.width, across)
    routes = {
        link: Route(tuple((width - down, across) for across, down in route.points), route.smooth)
        for link, route in placement.routes.items()
    }
    return Placement(corners, routes, width, height)
