"""Kialo: the text that a discussion is exported as."""
