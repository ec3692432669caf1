"""Discourse Network Analyzer: the databases of its versions 2 and 3."""
