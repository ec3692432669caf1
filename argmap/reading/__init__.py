"""Reading: YAML files → documents, with the place of every key and value and a diagnostic for every fault."""
