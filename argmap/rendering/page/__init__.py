"""The parts of the HTML page: what it may run, what of the texts goes along, its scripts and styles, its data."""
