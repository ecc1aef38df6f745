"""Composes the packages: settings, root addresses, the `hemicycle` command."""
