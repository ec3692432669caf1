"""Formats of other programs: one file a format, each with a function that reads and one that writes; `table.py` lists them.

Readers get names and bytes and return annotation files; writers get a graph and return names and bytes. Files are opened and
written by the command line alone. Both say what was kept, what was changed and what could not be kept.
"""
