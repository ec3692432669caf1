"""argmap: argument and stance maps from plain text."""
