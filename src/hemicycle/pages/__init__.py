"""The Wagtail tree: home, about and landing pages, placed by an editor."""
