"""Who asks, and about what: one thing in each state that matters, so that every address leads somewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hemicycle.accounts import actions as accounts
from hemicycle.accounts import deeds, entry
from hemicycle.accounts.models import Person
from hemicycle.core import files
from hemicycle.hubs import actions as hubs
from hemicycle.hubs.actions import Described, discussions
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import HubKind
from hemicycle.hubs.tests.factories import an_open_hub
from hemicycle.innovations import actions as innovations
from hemicycle.innovations.tests.factories import a_case, a_topic, a_use_case, hand_in
from hemicycle.meetings import feeds
from hemicycle.meetings.actions import announce, new_feed
from hemicycle.meetings.tests.factories import planned
from hemicycle.network import actions as network
from hemicycle.network.contacts import Contact
from hemicycle.network.models import Body, Office
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import a_regional_body
from hemicycle.notices.addresses import unsubscribe_token
from hemicycle.pages import loading as pages
from hemicycle.threads import actions as threads
from tests.access.committee import committee
from tests.access.partnership import partnership

Arguments = Mapping[str, Any]
NOBODY = UUID(int=0)


@dataclass(frozen=True)
class World:
    """The addresses that are asked, each with the arguments that lead to something there."""

    # By name of the address, with the state of the thing behind a colon and a blank where there are several.
    asked: Mapping[str, Arguments]


def made(house: Body, other_house: Body, people: Mapping[str, Person | None]) -> World:
    """Everything belongs to the house of the focal point and the contributor; the colleague is of another house."""
    pages.load()
    a_topic("work.sittings")
    a_regional_body()
    accounts.describe(people["colleague"], name="Somebody", language="en", time_zone="UTC")
    network.choose_listing(people["colleague"], listed=True, shows_mail=False, topics=[], languages=[])
    asked = {**_bodies(house), **_cases(house, people), **_seats(house, people), **_own(people)}
    asked |= partnership(house, people)
    return World({**asked, **_talks(house, people), **committee(other_house, people)})


def _bodies(house: Body) -> dict[str, Arguments]:
    parliament = house.parent
    return {
        "desk:history: parliament": {"kind": parliament.kind, "uid": parliament.uid},
        "desk:history: chamber": {"kind": house.kind, "uid": house.uid},
        "topics:branch": {"branch": "work"},
        "topics:topic": {"branch": "work", "slug": "sittings"},
        "network:parliaments_data": {"form": "csv"},
        "network:chambers_data": {"form": "csv"},
        "network:world": {"form": "csv"},
        "network:record": {"key": "ZM"},
        "network:parliament": {"key": "ZM"},
        "network:preview": {"key": "ZM"},
        "network:seats": {"key": "ZM", "chamber": "ZM-LC01", "form": "csv"},
        "network:chamber": {"key": "ZM", "chamber": "ZM-LC01"},
        "network:regional_record": {"key": "RB-EP"},
        "network:regional_body": {"key": "RB-EP"},
        "network:regional_preview": {"key": "RB-EP"},
        "network:regional_seats": {"key": "RB-EP", "form": "csv"},
        "network:body_seats": {"key": "ZM-LC01"},
        "pages:figure": {"name": "cases-by-country", "extension": "csv"},
        "pages:text": {"slug": "about"},
    }


def _cases(house: Body, people: Mapping[str, Any]) -> dict[str, Arguments]:
    """A case in each state, all told by the contributor; the thread is about the one that was handed in."""
    cases = {"public": a_case("public-case", body=house, author=people["contributor"])}
    for state in ("draft", "submitted", "in review", "withdrawn"):
        case = innovations.draft(house, {"title": f"Case {state}"}, language="en", by=people["contributor"])
        cases[state] = case
        if state != "draft":
            hand_in(case, by=people["contributor"])
        if state in {"in review", "withdrawn"}:
            innovations.take(case, by=people["editor"])
        if state == "withdrawn":
            innovations.publish(case, by=people["editor"])
            innovations.withdraw(case, by=people["editor"])
    thread = threads.open_thread(cases["submitted"], by=people["editor"])
    threads.post(thread, "A question", by=people["editor"])
    use_case = a_use_case("public-use-case")
    whole = {
        "innovations:case": {},
        "innovations:case_data": {},
        "innovations:case_preview": {},
        "innovations:resume": {},
        "innovations:step": {"step": "what"},
        "innovations:hand_in": {},
        "innovations:review": {},
        "innovations:words": {},
        "innovations:confirm": {},
        "innovations:adopt": {},
        "innovations:withdraw": {},
        "innovations:translate": {"language": "fr"},
    }
    asked = {
        f"{name}: {state}": {"slug": case.slug, **more} for name, more in whole.items() for state, case in cases.items()
    }
    told = {f"desk:history: {state} case": {"kind": case.kind, "uid": case.uid} for state, case in cases.items()}
    return {
        **asked,
        **told,
        "desk:history: use case": {"kind": use_case.kind, "uid": use_case.uid},
        "desk:history: conversation": {"kind": thread.kind, "uid": thread.uid},
        "innovations:cases_data": {"form": "csv"},
        "innovations:cases_chart": {"form": "csv"},
        "innovations:use_cases_data": {"form": "csv"},
        "innovations:use_case_data": {"slug": use_case.slug},
        "innovations:use_case": {"slug": use_case.slug},
        "innovations:use_case_preview": {"slug": use_case.slug},
        "innovations:spread_data": {"form": "csv"},
        "threads:thread": {"uid": thread.uid},
    }


def _seats(house: Body, people: Mapping[str, Any]) -> dict[str, Arguments]:
    request = network.ask_for_seat(house, Role.CONTRIBUTOR, note="", by=people["outsider"])
    letter = network.keep_letter(
        request, b"%PDF-1.7", name="letter.pdf", media_type="application/pdf", by=people["outsider"]
    )
    public = files.keep(
        b"words", subject=NOBODY, kind="case", name="a.txt", media_type="text/plain", public=True, by=None
    )
    contact = Contact("Sheet", 2, "MW-LC01", Role.CONTRIBUTOR, "Somebody new", "new@example.org", "en")
    kept = network.keep_contacts([contact], name="list.xlsx", by=people["administrator"])
    office = Office.objects.get(person=people["contributor"])
    return {
        "desk:history: office": {"kind": office.kind, "uid": office.uid},
        "desk:history: request": {"kind": request.kind, "uid": request.uid},
        "desk:history: contact list": {"kind": kept.kind, "uid": kept.uid},
        "picture": {"path": "original_images/none.png"},
        "file: private": {"uid": letter.pk},
        "file: public": {"uid": public.pk},
        "network:request": {"uid": request.uid},
        "network:office": {"uid": office.uid},
        "network:contact_list": {"uid": kept.uid},
        "network:write": {"uid": people["colleague"].uid},
    }


def _talks(house: Body, people: Mapping[str, Any]) -> dict[str, Arguments]:
    """The house hosts a hub: what is said there, and its meetings, one for anybody and one for members."""
    hub = an_open_hub(house, offered_by=people["focal_point"], opened_by=people["administrator"], name="Talking hub")
    speaker = people["focal_point"]
    discussion = discussions.open_discussion(hub, "A matter", "A letter.", by=speaker)
    meetings = {
        "public": announce(hub.body, planned(opening="public"), by=speaker),
        "for members": announce(hub.body, planned(opening="members"), by=speaker),
    }
    talk = {"slug": hub.slug, "uid": discussion.uid}
    own = feeds.address_of(new_feed(people["contributor"])).rpartition("/")[2].removesuffix(".ics")
    whole = ("meeting", "meeting_file", "meeting_data", "edit", "words", "people")
    asked = {f"meetings:{name}: {state}": {"uid": each.uid} for name in whole for state, each in meetings.items()}
    return {
        **asked,
        "meetings:calendar_data": {"form": "csv"},
        "meetings:own_file": {"token": own},
        **_hub_pages(hub, house, people),
        "hubs:discussions": {"slug": hub.slug},
        "hubs:discussion": talk,
        "hubs:discussion_close": talk,
    }


def _hub_pages(hub: Hub, house: Body, people: Mapping[str, Any]) -> dict[str, Arguments]:
    """What everybody reads of a hub, and a hub that was offered and is not open yet."""
    said = Described(name="Hub to come", sort=HubKind.THEMATIC, purpose="To try.")
    offered = Hub.objects.get(body=hubs.offer_hub(house, said, by=people["focal_point"]).hub)
    hubs.arrange_hub(hub, hubs.Ways(countries=["ZM"], accent="#0f5c4d"), by=people["focal_point"])
    states = {"open": {"slug": hub.slug}, "offered": {"slug": offered.slug}}
    return {
        **{f"hubs:{name}: {state}": where for name in ("hub", "hub_data", "look") for state, where in states.items()},
        "hubs:members_chart": {"slug": hub.slug, "form": "csv"},
        "hubs:world": {"form": "csv"},
        "hubs:hubs_data": {"form": "csv"},
        "hubs:outputs_data": {"form": "csv"},
        "hubs:updates_data": {"form": "csv"},
        "hubs:offered": {"uid": offered.body.hosted_by.get().uid},
        "hubs:state: offered": {"slug": offered.slug},
        **_running(hub, people),
    }


def _running(hub: Hub, people: Mapping[str, Any]) -> dict[str, Arguments]:
    """What those who run the hub made and told, in each state that matters, and where they do it."""
    speaker, words = people["focal_point"], {"title": "News", "text": "We met."}
    here = {"slug": hub.slug}
    made = hubs.Made(sort="survey", dated="2026", words={"title": "Survey"}, language="en")
    outputs = {state: hubs.draft_output(hub, made, by=speaker) for state in ("draft", "public", "withdrawn")}
    updates = {state: hubs.draft_update(hub, words, language="en", by=speaker) for state in outputs}
    for state in ("public", "withdrawn"):
        hubs.show_output(outputs[state], by=speaker)
        hubs.publish_update(updates[state], by=speaker)
    hubs.withdraw_output(outputs["withdrawn"], by=speaker)
    hubs.withdraw_update(updates["withdrawn"], by=speaker)
    hubs.adopt_plan(hub, 2026, [hubs.Planned("Seminar")], language="en", by=speaker)
    hubs.publish_report(hub, 2026, by=speaker)
    hubs.draw_up_report(hub, 2025, "A year.", language="en", by=speaker)
    reports = {"public": {**here, "year": 2026}, "draft": {**here, "year": 2025}}
    return {
        **{f"hubs:output: {state}": {**here, "uid": each.uid} for state, each in outputs.items()},
        **{f"hubs:update: {state}": {**here, "uid": each.uid} for state, each in updates.items()},
        **{f"hubs:report: {state}": where for state, where in reports.items()},
        **{f"hubs:report_data: {state}": where for state, where in reports.items()},
        **{f"hubs:{name}": here for name in ("join", "papers", "run", "run_settings", "run_words", "run_people")},
        **{f"hubs:{name}": here for name in ("run_members", "run_new_output", "run_new_update", "run_papers")},
        "hubs:state: open": here,
        "hubs:plan": {**here, "year": 2026},
        "hubs:run_plan": {**here, "year": 2026},
        "hubs:run_report": {**here, "year": 2026},
        "hubs:run_output": {**here, "uid": outputs["public"].uid},
        "hubs:run_update": {**here, "uid": updates["public"].uid},
    }


def _own(people: Mapping[str, Any]) -> dict[str, Arguments]:
    """What belongs to the contributor alone, links that were mailed to them, and what is not there."""
    owner = people["contributor"]
    token, _text = accounts.issue_token(owner, name="A program", scopes=["read:self"], days=30)
    deed = deeds.link_for(owner, next(iter(deeds.DEEDS)), NOBODY).rstrip("/").rpartition("/")[2]
    return {
        "desk:history: account": {"kind": owner.kind, "uid": owner.uid},
        "desk:history: nothing": {"kind": "case", "uid": NOBODY},
        "accounts:enter": {"uid": owner.uid, "token": entry.tokens.make_token(owner)},
        "accounts:deed": {"token": deed},
        "accounts:passkey_options": {"purpose": "add"},
        "accounts:passkey_remove": {"pk": 999_999},
        "accounts:session_end": {"pk": 999_999},
        "accounts:token_revoke": {"uid": token.uid},
        "openid_connect_login": {"provider_id": "nobody"},
        "openid_connect_callback": {"provider_id": "nobody"},
        "api:history": {"kind": "case", "uid": NOBODY},
        "notices:decide": {"what": "mail", "uid": NOBODY},
        "notices:unsubscribe": {"token": unsubscribe_token(owner.uid, "review")},
        "notices:found": {"uid": NOBODY},
        "notices:found_page": {"uid": NOBODY},
    }
