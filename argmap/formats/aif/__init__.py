"""AIF, the Argument Interchange Format, in its two JSON dialects."""
