"""The shared vocabulary: one tree of topics with labels in every language."""
