"""Reads the register's and the partners' files, checks every row, and hands them to the actions."""

from hemicycle.network.loading.register import DATA, load, read

__all__ = ["DATA", "load", "read"]
