"""Where rows stand on claims and questions: what they said themselves, and what follows from it."""
