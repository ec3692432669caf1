"""brat standoff: a text and, in a file beside it, what is said of its passages."""
