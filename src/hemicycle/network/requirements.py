"""What packages above ask for before an office is given, such as a seat on the steering committee for its members."""

from collections.abc import Callable

from django.core.exceptions import ValidationError

from hemicycle.network.models import Office

# missing(office): one sentence that says what stands in the way, and what to do; empty if nothing does.
Missing = Callable[[Office], str]
_asked: list[Missing] = []


def require_of_offices(missing: Missing) -> None:
    """Ask this whenever somebody is given an office; called by the package that knows, when it is loaded."""
    if missing not in _asked:
        _asked.append(missing)


def check(office: Office) -> None:
    """Refuse an office for which something is missing."""
    for missing in _asked:
        if sentence := missing(office):
            raise ValidationError({"role": sentence})
