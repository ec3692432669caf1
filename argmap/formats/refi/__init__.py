"""REFI-QDA: the exchange format of programs for qualitative data analysis (ATLAS.ti, MAXQDA, NVivo, QualCoder and others)."""
