"""Formats of other programs: one file or folder a format, each with a reader and a writer; `table.py` lists them.

Readers get names and bytes and return annotation files; writers get a graph and return names and bytes. Files are opened and
written by the command line alone. Both say what was kept, what was changed and what could not be kept. What they share is in
`argmap/exchange/`. Where a format takes a folder, its row of the table stands in `format.py` (or `formats.py`), or in the file
named after the dialect: `aif/xaif.py`, `argdown/text.py`.
"""
