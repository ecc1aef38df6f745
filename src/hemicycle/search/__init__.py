"""One box over every offer, in all languages."""
