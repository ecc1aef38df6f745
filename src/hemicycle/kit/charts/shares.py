"""Fair rounding: whole numbers in proportion to counts."""

from collections.abc import Sequence


def apportion(total: int, weights: Sequence[float], least: Sequence[int] | None = None) -> list[int]:
    """Share `total` whole things in proportion to `weights`, by largest remainders.

    Shapes: as many shares as weights; they sum to `total`. Units: things.
    `least` gives each share a floor; what the floors add is taken from the shares that exceed their due most.
    Errors: ValueError when nothing can be shared out, or the floors exceed the total.
    Source: Hamilton's method; ties go to the earlier weight.
    """
    floors = list(least) if least is not None else [0] * len(weights)
    whole = sum(weights)
    if total < sum(floors) or (total and not whole):
        raise ValueError(f"{total} cannot be shared over {list(weights)} with at least {floors}")
    if not total:
        return [0] * len(weights)
    due = [total * weight / whole for weight in weights]
    shares = [max(int(exact), floor) for exact, floor in zip(due, floors, strict=True)]
    while sum(shares) < total:
        neediest = max(range(len(due)), key=lambda i: due[i] - shares[i])
        shares[neediest] += 1
    while sum(shares) > total:
        able = [i for i in range(len(due)) if shares[i] > floors[i]]
        richest = max(able, key=lambda i: shares[i] - due[i])
        shares[richest] -= 1
    return shares
