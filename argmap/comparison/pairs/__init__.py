"""Every two rows: congruence and conflict, oppositions that share no claim, agreement; sums by sparse products."""
