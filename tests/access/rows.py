"""Draws rows for addresses that are new, from what is answered now; each is to be read before it is kept."""

from collections import Counter
from collections.abc import Mapping

METHODS = ("GET", "POST")


def drawn(name: str, answers: Mapping[str, Mapping[str, str]]) -> str:
    """One row of the matrix from the answers by role and method; what most get stands under everybody."""
    usual = {way: Counter(each[way] for each in answers.values()).most_common(1)[0][0] for way in METHODS}
    lines = [f'["{name}"]', f"everybody = {_table(usual)}"]
    for role, given in answers.items():
        other = {way: answer for way, answer in given.items() if answer != usual[way]}
        if other:
            lines.append(f"{role} = {_table(other)}")
    return "\n".join(lines) + "\n"


def _table(values: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f'{way} = "{answer}"' for way, answer in values.items()) + " }"
