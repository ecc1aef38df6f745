"""The page that says who did what with a record: to whom it says what, by office and by name, and after all is gone."""

import re
from uuid import uuid4

import pytest

from hemicycle.accounts import actions as accounts
from hemicycle.core import history, journal
from hemicycle.core.history import address_of
from hemicycle.innovations import actions
from hemicycle.innovations.tests.factories import a_case, a_topic, a_use_case, hand_in
from hemicycle.network import actions as network
from hemicycle.network.models import Body, Office
from hemicycle.network.tests.factories import a_regional_body, an_office
from hemicycle.pages import loading as pages
from hemicycle.pages.models import TextPage
from hemicycle.pages.signals import PageChanged
from hemicycle.threads import actions as threads

pytestmark = pytest.mark.django_db

WORDS = {"title": "Benches that count the quorum", "lead": "A chamber measures who is in the room."}
EVERYBODY = [
    ("Confirmed by the parliament", "The focal point of Zambia"),
    ("Published", "An editor of the secretariat"),
]
EARLIER = [
    ("Taken on for review", "An editor of the secretariat"),
    ("Handed in for review", "A contributor of Zambia"),
    ("Description written", "A contributor of Zambia"),
]


@pytest.fixture
def lived(zambia, contributor, focal_point, editor):
    """A case that was handed in, reviewed, published and confirmed."""
    case = actions.draft(zambia, WORDS, language="en", by=contributor)
    hand_in(case, by=contributor)
    actions.take(case, by=editor)
    actions.publish(case, by=editor)
    actions.confirm(case, by=focal_point, stage="in_use")
    return case


@pytest.fixture
def people(focal_point, editor, colleague):
    return {"focal_point": focal_point, "editor": editor, "colleague": colleague}


@pytest.fixture
def told(client):
    """What a person reads of a thing's history, each line as what happened and by whom; or the status of the answer."""

    def read(thing, person=None) -> list[tuple[str, str]] | int:
        client.logout()
        if person is not None:
            client.force_login(person)
        answer = client.get(address_of(thing.kind, thing.uid))
        return lines(answer.content.decode()) if answer.status_code == 200 else answer.status_code

    return read


def lines(page: str) -> list[tuple[str, str]]:
    found = re.findall(r'history__text">(.*?)(?: <span class="history__by">(.*?)</span>)?</p>', page)
    return [(what, who) for what, who in found]


def named(told: list[tuple[str, str]], **names: str) -> list[tuple[str, str]]:
    """The same lines as those read them who know these people by name."""
    offices = {
        "focal_point": "The focal point of Zambia",
        "contributor": "A contributor of Zambia",
        "editor": "An editor of the secretariat",
    }
    known = {offices[office]: f"{name} · {offices[office]}" for office, name in names.items()}
    return [(what, known.get(who, who)) for what, who in told]


def test_everybody_reads_public_steps_by_office(lived, told, outsider, colleague):
    assert [told(lived, each) for each in (None, outsider, colleague)] == [EVERYBODY] * 3


def test_the_house_reads_every_step_and_knows_its_own_people_by_name(lived, told, contributor, focal_point):
    known = named(EVERYBODY + EARLIER, focal_point=focal_point.name, contributor=contributor.name)

    assert [told(lived, each) for each in (contributor, focal_point)] == [known] * 2


def test_a_contributor_who_did_not_write_it_reads_what_is_public(lived, told, person, zambia, focal_point):
    another = person("contributor", zambia)

    assert told(lived, another) == named(EVERYBODY, focal_point=focal_point.name)


def test_the_secretariat_reads_every_step_and_knows_its_own_people_by_name(lived, told, person, secretariat, editor):
    analyst = person("analyst", secretariat)

    assert told(lived, analyst) == named(EVERYBODY + EARLIER, editor=editor.name)


def test_administrators_know_everybody(lived, told, administrator, contributor, focal_point, editor):
    names = {"focal_point": focal_point.name, "contributor": contributor.name, "editor": editor.name}

    assert told(lived, administrator) == named(EVERYBODY + EARLIER, **names)


def test_members_know_by_name_whom_the_directory_lists_and_others_do_not(lived, told, colleague, outsider, focal_point):
    network.choose_listing(focal_point, listed=True, shows_mail=False, topics=[], languages=[])

    assert told(lived, colleague) == named(EVERYBODY, focal_point=focal_point.name)
    assert told(lived, outsider) == told(lived) == EVERYBODY

    network.choose_listing(focal_point, listed=False, shows_mail=False, topics=[], languages=[])
    assert told(lived, colleague) == EVERYBODY


def test_no_address_of_a_person_is_ever_told(lived, client, administrator, contributor, focal_point, editor):
    client.force_login(administrator)

    page = client.get(address_of("case", lived.uid)).content.decode()

    assert [person.email for person in (contributor, focal_point, editor) if person.email in page] == []


def test_people_acted_in_the_office_that_they_held_then(lived, told, focal_point):
    network.revoke_office(Office.objects.get(person=focal_point), by=focal_point)
    an_office(focal_point, None, "steering_member")

    assert told(lived)[0] == EVERYBODY[0]


def test_of_several_offices_that_in_the_house_of_the_record_counts(lived, told, focal_point, malawi):
    an_office(focal_point, malawi, "contributor")
    an_office(focal_point, None, "expert")

    assert told(lived)[0] == EVERYBODY[0]


def test_who_adopted_something_did_so_for_their_own_house(lived, told, colleague, malawi):
    actions.adopt(lived, malawi, by=colleague)

    assert told(lived)[0] == ("Taken up elsewhere: Malawi · National Assembly", "The focal point of Malawi")


def test_who_held_no_office_is_said_to_have_held_none(lived, told, outsider):
    journal.record("case.translated", lived, by=outsider, language="fr")

    assert told(lived)[0] == ("Translation published: French", "Somebody who held no office")


def test_the_platform_itself_did_what_nobody_did(told, zambia):
    assert told(a_case(body=zambia)) == [("Compiled from public sources", "The platform itself")]


def test_a_draft_has_a_history_for_those_who_work_on_it(told, zambia, contributor, focal_point, editor, colleague):
    draft = actions.draft(zambia, WORDS, language="en", by=contributor)

    assert [told(draft, each) for each in (None, colleague)] == [404, 404]
    assert told(draft, editor) == EARLIER[2:]
    assert told(draft, focal_point) == named(EARLIER[2:], contributor=contributor.name)


def test_what_was_withdrawn_is_gone_for_the_public_and_told_to_its_parties(
    lived, told, contributor, focal_point, editor, colleague
):
    actions.withdraw(lived, by=editor)

    assert [told(lived, each) for each in (None, colleague)] == [410, 410]
    withdrawn = [("Withdrawn", "An editor of the secretariat")]
    known = named(withdrawn + EVERYBODY + EARLIER, focal_point=focal_point.name, contributor=contributor.name)
    assert told(lived, contributor) == told(lived, focal_point) == known
    assert told(lived, editor) == named(withdrawn + EVERYBODY + EARLIER, editor=editor.name)


def test_what_was_restored_tells_everybody_that_it_was_withdrawn(lived, told, editor):
    actions.withdraw(lived, by=editor)
    actions.restore(lived, by=editor)

    assert [what for what, _who in told(lived)] == ["Restored", "Withdrawn", "Confirmed by the parliament", "Published"]


@pytest.mark.parametrize("leave", [accounts.leave, lambda person: person.delete()], ids=["left", "erased"])
def test_who_has_left_is_named_to_nobody_and_what_they_did_stays(lived, told, administrator, contributor, leave):
    leave(contributor)

    told_to_administrator = told(lived, administrator)
    assert [what for what, _who in told_to_administrator] == [what for what, _who in EVERYBODY + EARLIER]
    assert [who for _what, who in told_to_administrator[3:]] == ["Somebody who has left"] * 2


def test_somebody_without_a_name_is_named_by_office(lived, told, contributor, focal_point):
    type(focal_point).objects.filter(pk=focal_point.pk).update(name="")

    assert told(lived, contributor)[0] == EVERYBODY[0]


def test_the_same_step_saved_again_on_the_same_day_is_one_line(told, zambia, contributor, editor):
    draft = actions.draft(zambia, WORDS, language="en", by=contributor)
    for _time in range(5):
        journal.record("case.drafted", draft, by=contributor, step="what")

    assert [what for what, _who in told(draft, editor)] == ["Step described: What", "Description written"]


def test_only_the_newest_are_shown_and_it_is_said(lived, told, client, monkeypatch):
    monkeypatch.setattr(history, "MOST", 1)

    page = client.get(address_of("case", lived.uid)).content.decode()

    assert lines(page) == EVERYBODY[:1]
    assert "Only the newest entry is shown." in page


@pytest.mark.parametrize("entries", [1, 3])
@pytest.mark.parametrize(("role", "queries"), [("visitor", 8), ("colleague", 12), ("editor", 12)])
def test_a_history_takes_as_many_queries_for_three_entries_as_for_one(
    entries, role, queries, client, people, django_assert_num_queries
):
    case = a_case(body=Body.objects.get(key="ZM-LC01"))
    for by in list(people.values())[:entries]:
        journal.record("case.amended", case, by=by)
    if role in people:
        client.force_login(people[role])
    client.get(address_of("case", case.uid))

    with django_assert_num_queries(queries):
        client.get(address_of("case", case.uid))


def test_every_public_kind_has_a_history_for_everybody(told, zambia):
    pages.load()
    page = PageChanged(TextPage.objects.first().translation_key)
    body, topic, use_case = a_regional_body(), a_topic(), a_use_case()

    assert told(zambia.parent)[0] == ("Brought up to date from the files of the register", "The platform itself")
    assert told(zambia) == told(body) == told(zambia.parent)[:1]
    assert told(topic)[0] == ("Brought up to date from the files of the vocabulary", "The platform itself")
    assert told(use_case) == [("Compiled from public sources", "The platform itself")]
    assert told(page)[0][0].startswith("Published in one language: ")


def test_a_parliament_leads_to_the_histories_of_its_chambers(client, zambia):
    page = client.get(address_of("parliament", zambia.parent.uid)).content.decode()

    assert f'href="{address_of("chamber", zambia.uid)}"' in page


def test_a_fact_is_told_with_its_name_and_by_whom(told, zambia, administrator):
    fact = network.FactGiven(zambia.key, "seats", "170", since="2026", source="register-2026")
    network.record_fact(fact, by=administrator)

    assert told(zambia)[0] == ("Fact recorded: Seats, since 2026", "An administrator of the secretariat")


def test_an_office_is_told_to_those_who_see_it(told, zambia, focal_point, contributor, editor, administrator):
    office = network.invite_to_seat("new@example.org", zambia, "contributor", by=focal_point)

    taken = [("Office taken", f"{focal_point.name} · The focal point of Zambia")]
    assert [told(office, each) for each in (focal_point, contributor, administrator)] == [taken] * 3
    assert [told(office, each) for each in (None, editor)] == [404] * 2


def test_a_request_for_a_seat_names_who_asks_to_those_who_decide(told, zambia, focal_point, outsider, colleague):
    request = network.ask_for_seat(zambia, "contributor", note="", by=outsider)
    network.accept_request(request, by=focal_point)

    given = ("Seat given", f"{focal_point.name} · The focal point of Zambia")
    asked = ("Asked for the seat", f"{outsider.name} · A contributor of Zambia")
    assert told(request, focal_point) == told(request, outsider) == [given, asked]
    assert told(request, colleague) == 404


def test_a_conversation_is_told_to_those_who_take_part(told, lived, contributor, editor, outsider):
    thread = threads.open_thread(lived, by=editor)
    threads.post(thread, "Is this so?", by=editor)

    by = "An editor of the secretariat"
    assert told(thread, contributor) == [("Letter 1 posted", by), ("Conversation begun", by)]
    assert [told(thread, each) for each in (None, outsider)] == [404, 404]


def test_an_account_tells_its_history_to_its_own_person_alone(told, outsider, administrator):
    accounts.protect(outsider)

    assert told(outsider, outsider) == [("Second factor added", outsider.name)]
    assert [told(outsider, each) for each in (None, administrator)] == [404, 404]


@pytest.mark.parametrize("kind", ["case", "nothing", "introduction", "mail"])
def test_what_is_not_there_has_no_history(client, kind):
    assert client.get(f"/en/history/{kind}/{uuid4()}/").status_code == 404


def test_the_identity_of_one_kind_opens_nothing_under_another(client, lived):
    assert client.get(f"/en/history/use_case/{lived.uid}/").status_code == 404


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_a_history_is_there_in_every_language_and_kept_nowhere(client, lived, language):
    answer = client.get(f"/{language}/history/case/{lived.uid}/")

    assert (answer.status_code, len(lines(answer.content.decode()))) == (200, 2)
    assert "no-store" in answer.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_the_pages_of_records_lead_to_their_history(client, lived, zambia, editor):
    use_case = a_use_case()
    public = {
        lived.get_absolute_url(): lived,
        use_case.get_absolute_url(): use_case,
        "/en/parliaments/ZM/": zambia.parent,
    }
    for address, thing in public.items():
        assert f'href="{address_of(thing.kind, thing.uid)}"' in client.get(address).content.decode()


def test_own_cases_and_reviews_lead_to_their_history(client, zambia, contributor, editor):
    case = actions.draft(zambia, WORDS, language="en", by=contributor)
    hand_in(case, by=contributor)
    led = f'href="{address_of("case", case.uid)}"'

    client.force_login(contributor)
    own = client.get(case.get_absolute_url()).content.decode()
    client.force_login(editor)
    review = client.get(f"{case.get_absolute_url()}review/").content.decode()

    assert (led in own, led in review) == (True, True)
