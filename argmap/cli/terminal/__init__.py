"""A comparison as a terminal shows it: by rich, and plain where nobody looks at it."""
