"""Conversations about things, by page and by mail."""
