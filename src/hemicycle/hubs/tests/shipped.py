"""Reads the shipped files of hubs, and spoils copies of them, for tests."""

import csv

from hemicycle.hubs import loading


def shipped(name):
    with (loading.DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spoil(folder, name, row, column, value):
    """Put a value into a cell; rows are counted as a spreadsheet does."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    table[row - 1][table[0].index(column)] = value
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
