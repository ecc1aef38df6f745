"""Makes docs/guides/who-may-do-what.md: every rule of every package, asked for a person of each role.

`python -m tests.documentation.rights` writes the page, from a database of its own that is thrown away.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import django

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guides" / "who-may-do-what.md"
INTRODUCTION = """# Who may do what

Rights come from offices, and from nothing else: a person holds an office in a body for a term, and what the office
allows ends with it, on its last day or at once. A deputy acts only while the focal point who named them holds office.

This page is made from the rules in the code (`make docs`), each asked for a person of every role; a test compares it.
All people below belong to one chamber, but for *elsewhere*, who is the focal point of another. **yes** means that the
rule allows it, a dash that the page is not found or the button is not there.

Nobody decides on a request of their own, and nobody reviews or publishes for their own chamber, whatever other office
they hold, nor a case that they began, also where an editor described it for a chamber that they chose.
"""


@dataclass(frozen=True)
class World:
    """One person of each role, and the things about which they are asked."""

    people: dict[str, Any]
    things: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.things[name]


@dataclass(frozen=True)
class Right:
    """One thing that somebody may do, by which rule, and how the rule is asked."""

    rule: str  # package.function
    sentence: str
    ask: Callable[[Any, World, Any], bool]  # ask(function, world, person)


def about(*names: str, **plain: Any) -> Callable[[Any, World, Any], bool]:
    """Ask the rule about these things of the world."""
    return lambda rule, world, person: bool(rule(person, *(world[name] for name in names), **plain))


def on_own_request(rule: Any, world: World, person: Any) -> bool:
    from hemicycle.network.models import SeatRequest

    own = SeatRequest(person=person, body=world["chamber"], role="contributor") if person is not None else None
    return own is not None and bool(rule(person, own))


def on_own_office(rule: Any, _world: World, person: Any) -> bool:
    offices = person.offices.all() if person is not None else ()
    return any(rule(person, office) for office in offices)


def for_own_house(rule: Any, world: World, person: Any) -> bool:
    """Whether somebody may say that their own house took over a case of the other chamber."""
    offices = person.offices.all() if person is not None else ()
    return any(rule(person, world["case_elsewhere"], office.body) for office in offices)


def if_asked(rule: Any, world: World, person: Any) -> bool:
    """Whether somebody may fill the step that they were asked to fill."""
    from hemicycle.innovations.models import HelpAsked

    if person is None:
        return False
    HelpAsked.objects.get_or_create(case=world["draft"], person=person, step="what")
    return bool(rule(person, world["draft"], "what"))


def if_registered(rule: Any, world: World, person: Any) -> bool:
    """Whether somebody who says that they come finds the way in."""
    from hemicycle.meetings.models import Registration

    meeting = world["members_meeting"]
    if person is None:
        return bool(rule(person, meeting))
    asked, _made = Registration.objects.update_or_create(meeting=meeting, person=person, defaults={"coming": True})
    found = bool(rule(person, meeting))
    asked.delete()
    return found


RIGHTS: dict[str, tuple[Right, ...]] = {
    "Register": (
        Right("network.may_see", "Read the register of parliaments and chambers", about("parliament")),
        Right("topics.may_see", "Read the vocabulary", about("topic")),
        Right("topics.may_keep", "Add terms to the vocabulary, and change their labels", about()),
        Right("network.may_keep_register", "Load the register, describe bodies, and record facts", about()),
    ),
    "Offices and seats": (
        Right("network.may_ask_for_seat", "Ask for a seat in a chamber", about("chamber")),
        Right("network.may_withdraw_request", "Take one’s own request back while it waits", on_own_request),
        Right("network.may_see_request", "See the request of somebody to be a contributor", about("request")),
        Right("network.may_decide", "Decide on the request of somebody to be a contributor", about("request")),
        Right("network.may_decide", "Decide on the request of somebody to be focal point", about("high_request")),
        Right("network.may_keep_letter", "Put a letter on file with the request of somebody", about("request")),
        Right("network.may_see_seats", "See who holds which seat in the chamber", about("chamber")),
        Right("network.may_see_office", "See an office of the chamber, with its term", about("office")),
        Right("network.may_know_holder", "Read in a history by name who did something in that office", about("office")),
        Right(
            "network.may_give_office", "Invite a contributor, or name a deputy", about("chamber", role="contributor")
        ),
        Right(
            "network.may_give_office",
            "Give the office of focal point of the chamber",
            about("chamber", role="focal_point"),
        ),
        Right("network.may_give_office", "Give an office in the secretariat", about("secretariat", role="editor")),
        Right("network.may_end_office", "Lay down one’s own office", on_own_office),
        Right("network.may_end_office", "End the office of a contributor of the chamber", about("office")),
        Right("network.may_see_vacancies", "See which bodies have no focal point", about()),
        Right("network.may_import_contacts", "Load a contact list", about()),
        Right("network.may_read_directory", "Read the members’ directory, and write to who is listed", about()),
    ),
    "Partners, agreements and projects": (
        Right("network.may_see_agreement", "Read an agreement that was signed", about("signed_agreement")),
        Right("network.may_see_agreement", "See the talks with the partner", about("talks")),
        Right("network.may_see_agreement_papers", "Read the documents of the agreement", about("signed_agreement")),
        Right("network.may_open_agreement", "Open talks with the partner", about("partner")),
        Right("network.may_keep_agreement", "Change what is talked about, and end the talks", about("talks")),
        Right("network.may_keep_agreement", "Change the words of what was signed", about("signed_agreement")),
        Right(
            "network.may_sign_agreement",
            "Record that it was signed, renewed, handed over or ended",
            about("signed_agreement"),
        ),
        Right("network.may_record_contribution", "Say what the partner gave", about("signed_agreement")),
        Right("network.may_keep_organisations", "Keep the list of partner organisations", about()),
        Right("network.may_keep_project", "Open a project", about("nothing")),
        Right("network.may_keep_project", "Keep a project that the partner leads", about("project")),
        Right("network.may_record_innovation_form", "Say how the chamber organises innovation", about("chamber")),
    ),
    "Cases and use cases": (
        Right("innovations.may_see", "Read a published case", about("case")),
        Right("innovations.may_draft", "Begin to describe a case of the chamber", about("chamber")),
        Right("innovations.may_see", "Read a draft of the chamber that the contributor began", about("draft")),
        Right("innovations.may_edit", "Edit that draft, and submit it", about("draft")),
        Right("innovations.may_fill", "Fill a step of that draft that one was asked to fill", if_asked),
        Right("innovations.may_review", "Review and publish what the chamber submitted", about("submitted")),
        Right("innovations.may_confirm", "Confirm a published case on behalf of the chamber", about("case")),
        Right("innovations.may_change_stage", "Record a newer stage of a published case", about("case")),
        Right("innovations.may_amend", "Propose other words for a published case, or decide on them", about("case")),
        Right("innovations.may_withdraw", "Withdraw a published case of the chamber, and restore it", about("case")),
        Right("innovations.may_adopt", "Say that one’s own house took over a case of another", for_own_house),
        Right("innovations.may_translate", "Translate a published case, and hand it over to be checked", about("case")),
        Right("innovations.may_publish_translation", "Publish a translation, also one by somebody else", about("case")),
    ),
    "Conversations": (
        Right("threads.may_open", "Begin a conversation about that draft", about("kind", "draft_uid")),
        Right("threads.may_see", "Read the conversation about that draft", about("thread")),
        Right("threads.may_post", "Write in the conversation about that draft", about("thread")),
        Right("threads.may_add", "Bring somebody else into that conversation", about("thread")),
    ),
    "Hubs": (
        Right("hubs.may_see", "See a hub that is open", about("hub_itself")),
        Right("hubs.may_offer", "Offer that the chamber hosts a hub", about("chamber")),
        Right("hubs.may_see_offer", "Read the talks about an offer of the partner", about("offer")),
        Right("hubs.may_end_talks", "End these talks", about("offer")),
        Right("hubs.may_see_states", "See how every hub stands", about()),
        Right("hubs.may_open", "Open a hub whose hosting is signed", about("hub_itself")),
        Right("hubs.may_close", "Close a hub", about("hub_itself")),
        Right("hubs.may_change", "Change the words, languages and colour of a hub", about("hub_itself")),
        Right("hubs.may_decide_members", "Accept, refuse and invite members", about("hub_itself")),
        Right("hubs.may_plan", "Adopt the plan, publish outputs, updates and reports", about("hub_itself")),
        Right("hubs.may_translate", "Publish them in other languages", about("hub_itself")),
        Right("hubs.may_ask_to_join", "Ask that the chamber takes part", about("hub_itself", "chamber")),
        Right("hubs.may_answer_for", "Answer an invitation to the chamber", about("chamber")),
        Right("hubs.may_take_back", "Take back a request of the chamber", about("asked_membership")),
        Right("hubs.may_leave", "End the membership of the chamber", about("membership")),
        Right("hubs.may_see_membership", "See a request of the chamber", about("asked_membership")),
        Right("hubs.may_name_correspondents", "Name who writes for the chamber", about("membership")),
        Right("hubs.may_see_paper", "Read a paper that is for members", about("members_paper")),
        Right("hubs.may_see_update", "Read an update that is not published", about("update_draft")),
        Right("hubs.may_see_output", "Read an output that is not published", about("output_draft")),
        Right("hubs.may_see_report", "Read a report that is being drawn up", about("report_draft")),
    ),
    "Discussions of a hub": (
        Right("hubs.may_discuss", "Open a discussion, also by a letter to the hub", about("hub_itself")),
        Right("hubs.may_see_discussion", "Read what members discuss, and answer", about("discussion")),
        Right("hubs.may_close_discussion", "Close a discussion that somebody else opened", about("discussion")),
    ),
    "Meetings of a hub": (
        Right("meetings.may_see", "See a public meeting", about("public_meeting")),
        Right("meetings.may_register", "Register for a public meeting", about("public_meeting")),
        Right("meetings.may_see", "See a meeting of the members", about("members_meeting")),
        Right("meetings.may_register", "Register for a meeting of the members", about("members_meeting")),
        Right("meetings.may_join", "See the joining link, once registered or for those who hold it", if_registered),
        Right("meetings.may_hold", "Announce a meeting", about("hub")),
        Right("meetings.may_change", "Change, postpone or cancel a meeting", about("members_meeting")),
        Right("meetings.may_translate", "Put its words into another language", about("members_meeting")),
        Right("meetings.may_record", "Add its recording and notes, once it has begun", about("past_meeting")),
        Right("meetings.may_see_registered", "See who comes", about("members_meeting")),
        Right("meetings.may_invite", "Ask somebody to come", about("members_meeting")),
    ),
    "Steering committee": (
        Right("steering.may_see_sitting", "Read a sitting whose papers or minutes are published", about("sitting")),
        Right("steering.may_see_sitting", "Read a sitting before that", about("next_sitting")),
        Right("steering.may_see_paper", "Read a paper before it is published", about("paper")),
        Right(
            "steering.may_see_procedure", "Read a question that is asked in writing, and its advice", about("question")
        ),
        Right("steering.may_advise", "Advise for a seat that was asked", about("question")),
        Right("steering.may_see_decision", "Read a decision that is published", about("public_decision")),
        Right("steering.may_see_decision", "Read a decision before that", about("decision")),
        Right("steering.may_settle", "Say what came of a decision that the partner follows up", about("decision")),
        Right("steering.may_read_inside", "Read the state of the Centre", about()),
        Right(
            "steering.may_keep", "Call sittings, ask in writing, record decisions, give seats by invitation", about()
        ),
    ),
    "Operation": (
        Right("desk.may_see_queues", "See how much waits in the queues of the secretariat, and for how long", about()),
        Right("notices.may_care", "Look after mail that could not be sent", about()),
    ),
}


def page() -> str:
    """The text of the page; needs a database, in which it makes people and leaves them."""
    from hemicycle.threads.tests.factories import talked_about

    with talked_about(*_matters(world := a_world())):
        parts = [INTRODUCTION]
        for subject, rights in RIGHTS.items():
            parts += [f"## {subject}", "", *_table(rights, world), ""]
    return "\n".join(parts)


def rules() -> dict[str, Any]:
    """Every rule of every package by its name, such as network.may_see."""
    import importlib

    from tests.architecture import tree

    found = {}
    for path in sorted((*tree.SOURCE.glob("*/policy.py"), *tree.SOURCE.glob("*/policy/*.py"))):
        package, *inner = path.relative_to(tree.SOURCE).with_suffix("").parts
        module = importlib.import_module(".".join(["hemicycle", package, *inner]).removesuffix(".__init__"))
        named = {name: thing for name, thing in vars(module).items() if name.startswith("may_")}
        found |= {f"{package}.{name}": rule for name, rule in named.items() if rule.__module__ == module.__name__}
    return found


def a_world() -> World:
    from hemicycle.accounts.tests.factories import a_person
    from hemicycle.innovations.tests.factories import a_case, a_topic
    from hemicycle.network.models import SeatRequest
    from hemicycle.network.tests.factories import a_chamber, the_secretariat
    from hemicycle.threads.models import Thread

    chamber, elsewhere, secretariat = a_chamber("ZM-LC01"), a_chamber("MW-LC01", country="MW"), the_secretariat()
    people = _people(chamber, elsewhere, secretariat)
    somebody, author = a_person(), people["contributor"]
    draft = a_case(body=chamber, state="draft", author=author)
    things = {
        "chamber": chamber,
        "secretariat": secretariat,
        "parliament": chamber.parent,
        "topic": a_topic(),
        "office": a_contributor(somebody, chamber),
        "request": SeatRequest(person=somebody, body=chamber, role="contributor"),
        "high_request": SeatRequest(person=somebody, body=chamber, role="focal_point"),
        "case": a_case(body=chamber, author=author),
        "case_elsewhere": a_case(body=a_chamber("BR-LC01", country="BR")),
        "draft": draft,
        "submitted": a_case(body=chamber, state="in_review", author=author),
        "kind": "matter",
        "draft_uid": draft.uid,
        "thread": Thread.objects.create(about_kind="matter", about=draft.uid),
        **_of_a_hub(chamber),
        **_of_a_partner(),
        **_of_the_committee(),
    }
    return World(people, things)


def _of_a_hub(chamber: Any) -> dict[str, Any]:
    """A hub of which the chamber is a member, and meetings that it holds."""
    from datetime import timedelta

    from django.utils import timezone

    from hemicycle.hubs.models import Discussion, Hub, HubPaper, Membership, Output, Update, YearReport
    from hemicycle.meetings.models import Meeting
    from hemicycle.network.models import Agreement, Body

    body, now = Body.objects.get(key="HUB"), timezone.now()
    hub = Hub.objects.create(uid=body.uid, body=body, slug="a-hub", sort="regional", state="open")
    membership = Membership.objects.create(hub=hub, body=chamber, state="member")
    partner = Body.objects.get(key="ORG")

    def meeting(opening: str, days: int) -> Meeting:
        begins = now + timedelta(days=days)
        ends = begins + timedelta(hours=1)
        return Meeting.objects.create(body=body, opening=opening, begins_at=begins, ends_at=ends, zone="UTC")

    return {
        "hub": body,
        "hub_itself": hub,
        "membership": membership,
        "asked_membership": Membership(hub=hub, body=chamber, state="asked"),
        "offer": Agreement.objects.create(body=partner, level="keystone", hub=body),
        "members_paper": HubPaper(hub=hub, title="Minutes", language="en"),
        "update_draft": Update.objects.create(hub=hub),
        "output_draft": Output.objects.create(hub=hub, published_at=None),
        "report_draft": YearReport.objects.create(hub=hub, year=2026),
        "discussion": Discussion.objects.create(hub=hub, title="Shared software"),
        "public_meeting": meeting("public", 7),
        "members_meeting": meeting("members", 7),
        "past_meeting": meeting("members", -7),
    }


def _of_a_partner() -> dict[str, Any]:
    """The partner, talks with it, what it has signed, and a project that it leads."""
    from hemicycle.network.models import Agreement, Body, Project, ProjectParty

    partner = Body.objects.get(key="ORG")
    project = Project.objects.create(slug="a-project")
    ProjectParty.objects.create(project=project, body=partner, part="lead")
    return {
        "nothing": None,
        "partner": partner,
        "talks": Agreement.objects.create(body=partner, level="funding"),
        "signed_agreement": Agreement.objects.create(body=partner, level="funding", state="signed"),
        "project": project,
    }


def _of_the_committee() -> dict[str, Any]:
    """The partner has a seat; a sitting and a decision as they are inside, and as everybody sees them."""
    from datetime import timedelta

    from django.utils import timezone

    from hemicycle.meetings.models import Meeting
    from hemicycle.network.models import Body
    from hemicycle.steering.models import Decision, Paper, Procedure, Seat, Sitting

    partner, secretariat, now = Body.objects.get(key="ORG"), Body.objects.get(kind="secretariat"), timezone.now()
    Seat.objects.create(body=partner, since=now.date(), until=now.date() + timedelta(days=1))

    def sitting(**published: Any) -> Sitting:
        ends = now + timedelta(hours=1)
        meeting = Meeting.objects.create(body=secretariat, opening="invited", begins_at=now, ends_at=ends, zone="UTC")
        return Sitting.objects.create(meeting=meeting, **published)

    def decision(number: int, taken_at: Sitting) -> Decision:
        taken = {"year": now.year, "number": number, "taken_on": now.date()}
        return Decision.objects.create(sitting=taken_at, body=partner, **taken)

    inside, public = sitting(), sitting(papers_published_at=now, minutes_published_at=now)
    question = Procedure.objects.create(closes_on=now.date())
    question.asked.add(partner)
    return {
        "sitting": public,
        "next_sitting": inside,
        "paper": Paper.objects.create(sitting=inside, title="Budget", language="en"),
        "question": question,
        "decision": decision(1, inside),
        "public_decision": decision(2, public),
    }


def a_contributor(person: Any, chamber: Any) -> Any:
    from hemicycle.network.tests.factories import an_office

    return an_office(person, chamber, "contributor")


def _people(chamber: Any, elsewhere: Any, secretariat: Any) -> dict[str, Any]:
    """In the order of the columns."""
    from hemicycle.accounts.tests.factories import a_person
    from hemicycle.network.models import Body
    from hemicycle.network.tests.factories import an_office

    hub = Body.objects.create(key="HUB", kind="hub", name="A hub")
    partner = Body.objects.create(key="ORG", kind="organisation", name="A partner")
    bodies = {
        **dict.fromkeys(("contributor", "deputy", "focal_point", "secretary_general"), chamber),
        "elsewhere": elsewhere,
        "coordinator": hub,
        "partner": partner,
        "expert": secretariat,
        "steering_member": partner,
        **dict.fromkeys(("analyst", "editor", "administrator"), secretariat),
    }
    people: dict[str, Any] = {"anybody": None, "signed_in": a_person()}
    for role, body in bodies.items():
        people[role] = a_person(name=role)
        an_office(people[role], body, "focal_point" if role == "elsewhere" else role)
    principal = people["focal_point"].offices.get()
    people["deputy"].offices.update(deputy_of=principal)
    return people


def _matters(world: World) -> Iterator[Any]:
    """A stand-in for the draft, with the circle that its own package gives it: its parties and the secretariat."""
    from hemicycle.innovations import policy
    from hemicycle.threads.tests.factories import Matter

    draft = world["draft"]
    parties = [person for person in world.people.values() if person and policy.is_party(person, draft)]
    matter = Matter(world["chamber"], *parties)
    matter.uid = draft.uid
    yield matter


def _table(rights: tuple[Right, ...], world: World) -> Iterator[str]:
    yield "| | " + " | ".join(name.replace("_", " ") for name in world.people) + " |"
    yield "|---|" + "---|" * len(world.people)
    known = rules()
    for right in rights:
        cells = ("yes" if right.ask(known[right.rule], world, person) else "–" for person in world.people.values())
        yield f"| {right.sentence} | " + " | ".join(cells) + " |"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HEMICYCLE_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        django.setup()
        from django.db import connection

        from hemicycle.project import database

        database.bring_up_to_date()
        PAGE.write_text(page(), encoding="utf-8")
        connection.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
