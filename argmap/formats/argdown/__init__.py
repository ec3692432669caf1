"""Argdown: its text, the JSON its tool exports, and what both say, as a debate of statements, arguments and relations."""
