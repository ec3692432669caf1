"""What the readers and writers of all formats share; the formats themselves are in `argmap/formats/`, a file or folder each.

What a format is, and what it gives back: `contract` (a row of the table, what readers and writers get and return), `report`,
`describing` (a format in words).

On the way in: `decoding` and `unpacking` open hostile bytes, `sizing` counts what is in them; `building` collects what a reader
tells, with `inferring` (arguments), `naming` (ids), `stances` (words for sides), `dates`, `spacing` and `quoting` (passages);
`finishing` makes files of it, with `remarks` and `counting`, and `languages` tells in what they are.

On the way out: `aspects` counts what a format does not keep; `ordering` and `appearing` fix the order in which things are written;
`property_graph` is the graph for programs that know nothing of arguments; `markdown_text` keeps words from being markup.
"""
