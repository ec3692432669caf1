"""How far annotators of the same sources agree, and over what they do not."""
