"""Which of the things found pass the choices made, and how many each further choice would leave."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from hemicycle.search.index.memory import Memory

Chosen = Mapping[str, Sequence[str]]
Passing = NDArray[np.bool_]


def passing(memory: Memory, chosen: Chosen) -> Passing:
    """For every thing, whether it bears at least one chosen value of each facet."""
    passed = np.ones(len(memory.things), dtype=np.bool_)
    for facet, values in chosen.items():
        passed &= _bearing(memory, facet, values)
    return passed


def counts(memory: Memory, found: Sequence[int], chosen: Chosen) -> dict[str, dict[str, int]]:
    """How many of the things found each value would leave: a facet is counted among those that pass all the others."""
    among = np.zeros(len(memory.things), dtype=np.bool_)
    among[np.array(found, dtype=np.intp)] = True
    counted: dict[str, dict[str, int]] = {}
    for facet, values in memory.bearing.items():
        left = among & passing(memory, {name: given for name, given in chosen.items() if name != facet})
        numbers = {value: int(np.count_nonzero(left[places])) for value, places in values.items()}
        counted[facet] = {value: number for value, number in numbers.items() if number}
    return counted


def _bearing(memory: Memory, facet: str, values: Sequence[str]) -> Passing:
    borne = np.zeros(len(memory.things), dtype=np.bool_)
    for value in values:
        if value in memory.bearing.get(facet, {}):
            borne[memory.bearing[facet][value]] = True
    return borne
