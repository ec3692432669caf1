"""Who stands together: communities of a network, and the coalitions that they make."""
