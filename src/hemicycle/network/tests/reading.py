"""Reads the shipped files and what a page says, for tests."""

import csv
import re

from hemicycle.network import loading


def shipped(name):
    with (loading.DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def facet_of(response, name):
    """What a reader sees of one facet: label to count."""
    html = response.content.decode()
    block = html.split(f'data-facet="{name}"')[1].split("</details>")[0]
    pairs = re.findall(r'facet__label">([^<]*)</span> <span class="facet__count">([^<]*)<', block)
    return {label: int(count) for label, count in pairs}
