"""Letters that come in by mail: the listener, what is in them, and what of it is new."""
