"""What partners give, by the level of their agreement: money by currency, working days, and what is not known."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hemicycle.core import days
from hemicycle.core.dates import holds
from hemicycle.network.models import Agreement, Contribution
from hemicycle.network.states.agreements import AgreementState, Level


@dataclass(frozen=True)
class Given:
    """What the agreements of one level have brought."""

    level: Level
    running: int  # Agreements that run today.
    ended: int  # Signed agreements that do not.
    money: tuple[tuple[str, Decimal], ...]  # Each currency by itself, by its code.
    working_days: int
    not_known: int  # Contributions of which nobody has said the value.


def given_by_level(day: date | None = None) -> list[Given]:
    """Every level at which something was signed; two queries."""
    on = day or days.today()
    agreements = list(Agreement.objects.filter(state=AgreementState.SIGNED).values_list("level", "since", "until"))
    signed = Contribution.objects.filter(agreement__state=AgreementState.SIGNED)
    gifts = list(signed.values_list("agreement__level", "amount", "currency", "working_days"))
    found = []
    for level in Level:
        runs = Counter(holds(since, until, on) for own, since, until in agreements if own == level)
        mine = [(amount, currency, spent) for own, amount, currency, spent in gifts if own == level]
        if runs:
            found.append(_given(level, runs, mine))
    return found


def _given(level: Level, runs: Counter[bool], gifts: list[tuple[Decimal | None, str, int | None]]) -> Given:
    money: dict[str, Decimal] = {}
    for amount, currency, _spent in gifts:
        if amount is not None:
            money[currency] = money.get(currency, Decimal(0)) + amount
    return Given(
        level=level,
        running=runs[True],
        ended=runs[False],
        money=tuple(sorted(money.items())),
        working_days=sum(spent or 0 for _amount, _currency, spent in gifts),
        not_known=sum(amount is None and spent is None for amount, _currency, spent in gifts),
    )
