"""The verbs of the demonstration: make it, and take all of it away again."""

import contextlib
from collections.abc import Collection, Sequence

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import override

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.models import Person
from hemicycle.core import days, files, journal, listings
from hemicycle.core.models import File, Listing, Revision, Text
from hemicycle.demo import letters, memory, queries, states
from hemicycle.demo.states import PEOPLE, Played
from hemicycle.innovations import actions as innovations
from hemicycle.innovations.models import Case, UseCase
from hemicycle.innovations.states import ACCEPTANCE, PUBLIC_STATES, State
from hemicycle.network import actions as network
from hemicycle.network.models import Body, Office
from hemicycle.network.states import SECRETARIAT_KEY, STAFF_ROLES, BodyKind, Role
from hemicycle.threads import actions as threads
from hemicycle.topics.queries import vocabulary


def add() -> int:
    """Make the demonstration, unless it was made or removed here before; how many people it has."""
    if memory.is_settled():
        return queries.people().count()
    with transaction.atomic(), override("en"):
        for played in PEOPLE:
            _bring_in(played)
        _begin_work()
    memory.note(states.MADE)
    return queries.people().count()


def remove() -> tuple[int, int]:
    """Take away every person of the demonstration and all that they began; how many people, how many records.

    The journal keeps its entries, which name nobody.
    """
    with transaction.atomic():
        people = list(queries.people())
        things = queries.begun_by(people)
        _forget_things(things, people)
        for person in people:
            # Each package first lets go of what it holds of them.
            accounts.leave(person)
            Person.objects.filter(pk=person.pk).delete()
    memory.note(states.REMOVED)
    letters.throw_away()
    return len(people), len(things)


def _bring_in(played: Played) -> None:
    """A person with their office; a node without that body, or where nobody may hold it, does without them."""
    body = _body_of(played)
    if played.role and body is None:
        return
    with contextlib.suppress(ValidationError), transaction.atomic():
        _seat(played, body)


def _seat(played: Played, body: Body | None) -> None:
    person = accounts.invite(played.email, by=None, name=_name_of(played, body))
    if body is None or Office.objects.filter(person=person).exists():
        return
    principal = Office.objects.filter(body=body, role=Role.FOCAL_POINT, person__in=queries.people()).first()
    deputy_of = principal if played.role == Role.DEPUTY else None
    network.take_office(person, body, played.role, since=days.today(), by=None, deputy_of=deputy_of)
    if played.role in STAFF_ROLES:
        # Staff need a second factor. Nobody knows this one, so the page of the demonstration is the only way in.
        TOTP.activate(person, generate_totp_secret())


def _body_of(played: Played) -> Body | None:
    if played.body == SECRETARIAT_KEY:
        return Body.objects.get_or_create(
            key=SECRETARIAT_KEY, defaults={"kind": BodyKind.SECRETARIAT, "name": "Secretariat of the Centre"}
        )[0]
    return Body.objects.filter(key=played.body).select_related("country").first()


def _name_of(played: Played, body: Body | None) -> str:
    if body is None:
        return f"{states.MARK}somebody without an office"
    house = f"{body.name} of {body.country.names['en']}" if body.country else body.name
    role = str(Role(played.role).label)
    return f"{states.MARK}{role[0].lower()}{role[1:]} of the {house}"[:150]


def _begin_work() -> None:
    """A draft, and a case that was handed in and asked about; neither is ever public by this."""
    by_key = {person.email.partition("@")[0]: person for person in queries.people()}
    contributor, focal_point, editor = (
        by_key.get(key) for key in ("contributor.zambia", "focal-point.brazil", "editor")
    )
    if contributor is not None:
        innovations.draft(_seat_of(contributor), states.DRAFT, language="en", by=contributor)
    if focal_point is None or editor is None:
        return
    area = vocabulary().branch("work")[:1]
    if not area:
        return
    said = innovations.Described(columns=states.ANSWERS, topics={"work": [term.code for term in area]})
    case = innovations.draft(_seat_of(focal_point), states.SUBMITTED, language="en", by=focal_point, described=[said])
    innovations.submit(case, met=ACCEPTANCE, by=focal_point)
    thread = threads.open_thread(case, by=editor)
    threads.post(thread, states.QUESTION, by=editor)
    threads.post(thread, states.ANSWER, by=focal_point)


def _seat_of(person: Person) -> Body:
    return Office.objects.select_related("body__country").get(person=person).body


def _forget_things(things: Sequence[Case | UseCase], people: Collection[Person]) -> None:
    _take_off_public_pages(things)
    uids = [thing.uid for thing in things]
    queries.threads_of(people, uids).delete()
    files.discard(File.objects.filter(subject__in=uids))
    # A text points at its newest words, and translations at the words they were made from; let go of both first.
    Revision.objects.filter(text__subject__in=uids).update(source=None)
    Text.objects.filter(subject__in=uids).update(current=None)
    Text.objects.filter(subject__in=uids).delete()
    for thing in things:
        thing.delete()
    Listing.objects.filter(uid__in=uids).delete()


def _take_off_public_pages(things: Sequence[Case | UseCase]) -> None:
    """What somebody has published as a demonstration disappears from lists and search as any withdrawal does."""
    for thing in things:
        if thing.state in PUBLIC_STATES:
            thing.state = State.WITHDRAWN
            thing.save(update_fields=["state"])
            journal.record(f"{thing.kind}.withdrawn", thing, by=None)
    listings.refresh(things)
