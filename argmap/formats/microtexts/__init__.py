"""arg-microtexts: argument graphs of short texts, in XML."""
