"""Reads the files of cases and use cases, refuses them whole when one word is wrong, and hands them to the verbs."""

from pathlib import Path

from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core.loading import LoadRefused
from hemicycle.innovations import actions
from hemicycle.innovations.loading.files import read
from hemicycle.innovations.loading.forms import case_given, use_case_given
from hemicycle.innovations.loading.keys import Keys
from hemicycle.innovations.loading.together import check_links, check_unique

SHIPPED = Path(__file__).resolve().parent.parent / "data"
__all__ = ["LoadRefused", "load"]


def load(folder: Path | None = None, *, by: Person | None = None) -> dict[str, int]:
    """Load `cases/*.toml` and `use_cases/*.toml`; how many of each the folder holds.

    Everything is checked before anything is written, and all of it is written or nothing. What is there already stays
    untouched, so that loading twice changes nothing.
    """
    place = folder or SHIPPED
    keys = Keys.now()
    cases = [(file, case_given(table, keys)) for file, table in read(place / "cases")]
    use_cases = [(file, use_case_given(table, keys)) for file, table in read(place / "use_cases")]
    if not cases and not use_cases:
        raise LoadRefused(place, "there is no file cases/*.toml or use_cases/*.toml in this folder.")
    check_unique(cases)
    check_unique(use_cases)
    check_links(cases, keys)
    with transaction.atomic():
        actions.load_cases([given for _file, given in cases], by=by)
        actions.load_use_cases([given for _file, given in use_cases], by=by)
    return {"cases": len(cases), "use_cases": len(use_cases)}
