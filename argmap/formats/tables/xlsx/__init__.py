"""Workbooks of Excel: sheets of cells ⇄ rows of texts. ECMA-376, part 1, chapter 18."""
