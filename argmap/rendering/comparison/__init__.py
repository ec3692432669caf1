"""Pictures and pages of a comparison: who stands where, with whom, over what they split, what changed, in which words."""
