"""The Web Annotation Data Model of the W3C in JSON-LD, which Hypothesis and other annotation tools speak."""
