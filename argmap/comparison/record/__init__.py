"""What was said: one reading of each source, its statements seen from each row, in a period and about some questions."""
