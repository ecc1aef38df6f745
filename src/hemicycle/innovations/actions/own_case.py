"""From “we adopted this” to a case of one's own: a draft that knows where it came from."""

from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.innovations import policy
from hemicycle.innovations.actions.doors import require
from hemicycle.innovations.actions.life import draft
from hemicycle.innovations.given import Described
from hemicycle.innovations.models import Adoption, Case


@transaction.atomic
def tell_own_case(adoption: Adoption, title: str, *, language: str, by: Person) -> Case:
    """Begin the case of the house that took something over, with its words and the topics of the original."""
    body, origin = adoption.taker_body, adoption.origin_case
    require(body is not None and origin is not None and policy.may_see(by, origin))
    words = texts.read([adoption.uid], language).get(adoption.uid)
    done = "\n\n".join(filter(None, [words["took"], words["changed"]])) if words else ""
    topics: dict[str, list[str]] = {}
    for code in origin.taggings.values_list("topic__code", flat=True):  # type: ignore[union-attr]
        topics.setdefault(code.partition(".")[0], []).append(code)
    link = {
        "relation": adoption.relation,
        "case": adoption.origin_case_id,
        "body": None,
        "name": "",
        "since": adoption.since,
    }
    described = Described(columns={"began": adoption.since}, topics=topics, rows={"links": [link]})
    return draft(body, {"title": title, "done": done}, language=language, by=by, described=[described])  # type: ignore[arg-type]
