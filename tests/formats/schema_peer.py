"""Run by another Python, one that has lxml: what the XML schema of REFI-QDA says of each project it is given.

usage: PYTHON tests/formats/schema_peer.py SCHEMA FILE…
"""

import json
import sys
from importlib import import_module
from zipfile import ZipFile


def main(schema: str, files: list[str]) -> None:
    etree = import_module("lxml.etree")
    rules = etree.XMLSchema(etree.parse(schema))
    said = {}
    for name in files:
        with ZipFile(name) as archive:
            rules.validate(etree.fromstring(archive.read("project.qde")))
        said[name] = [str(fault) for fault in rules.error_log]
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
