"""Hemicycle: the open platform for a Centre for Innovation in Parliament and its hubs."""

__version__ = "0.1.0"
