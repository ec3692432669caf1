"""Writing: models → YAML, new files, formatted files, the schema."""
