"""Work of every kind for the people of the demonstration, so that each of their pages has something to show.

Run in the settings of that node; prints the addresses that it made, by their names.
"""

import json
import sys
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from hemicycle.accounts import actions as accounts
from hemicycle.accounts import deeds
from hemicycle.accounts.models import Person
from hemicycle.demo import actions as demonstration
from hemicycle.hubs.actions import discussions
from hemicycle.hubs.models import Hub
from hemicycle.innovations import actions as innovations
from hemicycle.innovations import drafts
from hemicycle.innovations.models import Case
from hemicycle.innovations.tests.factories import hand_in
from hemicycle.meetings import actions as meetings
from hemicycle.meetings.tests.factories import planned
from hemicycle.network import actions as network
from hemicycle.network.contacts import Contact
from hemicycle.network.models import Body, Office
from hemicycle.network.states import Role
from hemicycle.notices.actions import Outgoing, put
from hemicycle.notices.addresses import unsubscribe_token
from hemicycle.notices.models import Letter, Mail, Unreachable
from hemicycle.project import content
from hemicycle.threads import actions as threads
from tests.browser.committee_work import committee
from tests.browser.partners_at_work import partners

# A case of the library, of the house that the people of the demonstration work for.
PUBLIC = "zm-echamber-app"
LONG = (
    "The table office keeps the questions of members in one register since March. Before, each committee had a list "
    "of its own, and nobody could say how many questions waited for an answer."
)
ARABIC = "سجل واحد لأسئلة الأعضاء"


def person(key: str) -> Any:
    return Person.objects.get(email=f"{key}@demo.invalid")


def main() -> None:
    """The library, the demonstration and all that its people work on; the addresses go to standard output."""
    content.load()
    demonstration.add()
    house = Body.objects.select_related("parent", "country").get(key="ZM-LC01")
    steering = committee(person("administrator"), person("steering-member.brazil"), LONG, ARABIC)
    shared = partners(person("administrator"), person("focal-point.zambia"), house, LONG, ARABIC)
    addresses = {**cases(house), **seats(house), **mail(), **hub(), **steering, **shared}
    json.dump(addresses, sys.stdout)


def cases(house: Body) -> dict[str, str]:
    """A case in each state that has a page of its own, all from one contributor."""
    contributor, editor = person("contributor.zambia"), person("editor")
    told = {"title": "One register for the questions of members", "lead": LONG, "problem": LONG, "done": LONG}
    made: dict[str, Case] = {}
    for name in ("submitted", "open", "returned"):
        made[name] = innovations.draft(
            house, {**told, "title": f"{told['title']} ({name})"}, language="en", by=contributor
        )
        hand_in(made[name], by=contributor)
    for name in ("open", "returned"):
        innovations.take(made[name], by=editor)
        innovations.suggest(made[name], {**told, "title": "One register for all questions"}, seen=0, by=editor)
    thread = threads.open_thread(made["open"], by=editor)
    for author, text in ((editor, "How many questions a month?"), (contributor, LONG), (editor, ARABIC)):
        threads.post(thread, text, by=author)
    innovations.send_back(made["returned"], by=editor, reason="Say since when, and how many.")
    empty = innovations.draft(house, {"title": "A description that has just begun"}, language="en", by=contributor)
    innovations.ask_colleague(empty, "effort", "expert.brazil@demo.invalid", by=contributor, name="A colleague")
    public = Case.objects.select_related("body__parent").get(slug=PUBLIC)
    words = dict(drafts.original(public).fields)
    taken = {"title": "Une application pour la chambre", "lead": "Elle tient lieu de papier.", "problem": LONG}
    innovations.translate(public, taken, language="pt", credit="Somebody", by=person("focal-point.zambia"))
    innovations.propose(public, {**words, "lead": f"{words['lead']} {LONG}"}, seen=0, by=editor)
    Case.objects.filter(pk=public.pk).update(asked_on=timezone.localdate())
    link = deeds.link_for(person("focal-point.zambia"), "case.confirm", public.uid)
    return {
        **{name: f"cases/{case.slug}/" for name, case in made.items()},
        "empty": f"cases/{empty.slug}/",
        "public": f"cases/{PUBLIC}/",
        "thread": f"threads/{thread.uid}/",
        "deed": link.partition("/en/")[2],
    }


def seats(house: Body) -> dict[str, str]:
    """A request with its letter, a list that waits, members who chose to be listed."""
    outsider, administrator = person("no-office"), person("administrator")
    request = network.ask_for_seat(house, Role.CONTRIBUTOR, note=LONG, by=outsider)
    network.keep_letter(request, b"%PDF-1.7", name="letter.pdf", media_type="application/pdf", by=outsider)
    rows = [
        Contact("Contacts", number, "MW-LC01", Role.CONTRIBUTOR, f"Somebody {number}", f"new{number}@example.org", "en")
        for number in (2, 3)
    ]
    kept = network.keep_contacts(rows, name="list.xlsx", by=administrator)
    for key in ("focal-point.zambia", "focal-point.brazil"):
        network.choose_listing(
            person(key), listed=True, shows_mail=key.endswith("brazil"), topics=[], languages=["en", "pt"]
        )
    accounts.issue_token(administrator, name="Our library site", scopes=["read:self"], days=90)
    office = Office.objects.get(person=person("contributor.zambia"))
    return {
        "request": f"seats/requests/{request.uid}/",
        "contact list": f"seats/contacts/{kept.uid}/",
        "office": f"seats/offices/{office.uid}/",
        "write": f"members/{person('focal-point.brazil').uid}/",
    }


def hub() -> dict[str, str]:
    """Meetings to come and past, and talk among members."""
    coordinator = person("coordinator.pacific")
    found = Hub.objects.get(body__key="HUB-pacific-hub")
    coming = meetings.announce(found.body, planned(text=LONG, zone="Pacific/Chatham"), by=coordinator)
    meetings.translate(coming, "ar", title=ARABIC, text=ARABIC, by=coordinator)
    meetings.register(coming, by=coordinator)
    meetings.announce(found.body, planned(title="Among members", opening="members"), by=coordinator)
    past = meetings.announce(found.body, planned(begins_at=timezone.now() - timedelta(days=40)), by=coordinator)
    address, notes = "https://video.example.org/watch/a-rather-long-name-of-a-recording", LONG
    meetings.record(past, recording_address=address, notes=notes, language="en", by=coordinator)
    matter = discussions.open_discussion(found, ARABIC, LONG, by=coordinator)
    return {
        "meeting": f"calendar/{coming.uid}/",
        "past meeting": f"calendar/{past.uid}/",
        "discussions": f"hubs/{found.slug}/discussions/",
        "discussion": f"hubs/{found.slug}/discussions/{matter.uid}/",
    }


def mail() -> dict[str, str]:
    """Mail of each kind that awaits an operator, and the end of a subscription."""
    for number, (state, error) in enumerate((("parked", "no receipt"), ("dead", "550"))):
        sent = put(f"held-{number}", Outgoing(subject="Case published", text="Words.", address="a@example.org"))
        Mail.objects.filter(pk=sent.pk).update(state=state, error=error, settled_at=timezone.now() - timedelta(days=2))
    Letter.objects.create(mark="held", purpose="reply", person=person("no-office"), state="parked", reason="too_long")
    Unreachable.objects.create(person=person("expert.brazil"), address="expert.brazil@demo.invalid", status="5.1.1")
    token = unsubscribe_token(person("contributor.zambia").uid, "review")
    return {"unsubscribe": f"mail/unsubscribe/{token}/", "nothing": f"seats/requests/{UUID(int=0)}/"}
