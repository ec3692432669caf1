"""Run by another Python, one that has arguebuf (2.7 to 3.0): how many claims and relations it finds in each file it is given.

usage: PYTHON tests/formats/peer.py FORMAT FILE…
"""

import json
import sys
from importlib import import_module
from pathlib import Path


def main(form: str, files: list[str]) -> None:
    load = import_module("arguebuf").load
    counts = []
    for name in files:
        value = json.loads(Path(name).read_text(encoding="utf-8"))
        graph = load.aif(value) if form == "aif" else load.sadface(value)
        schemes = [type(node.scheme).__name__ for node in graph.scheme_nodes.values()]
        counts.append([len(graph.atom_nodes), len(schemes), schemes.count("Support"), schemes.count("Attack")])
    sys.stdout.write(json.dumps(counts))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
