"""Networks of actors, of claims and of both, and the files that other programs read them from."""
