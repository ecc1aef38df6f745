"""An invitation reaches its person, leads them in with their address filled in, and tells its giver if it failed."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.models import Person
from hemicycle.core import days, deliveries
from hemicycle.core.models import Entry
from hemicycle.core.tests.lifted import triggers_lifted
from hemicycle.network import actions, contacts
from hemicycle.network.models import Office
from hemicycle.network.tests.factories import a_chamber
from hemicycle.network.tests.workbooks import RIGHT, a_workbook
from hemicycle.notices import tasks
from hemicycle.notices.models import Mail, Unreachable

pytestmark = pytest.mark.django_db

CODE = re.compile(r"^\s*(\d{4}) (\d{4})\s*$", re.MULTILINE)
WAY_IN = re.compile(r"http://127\.0\.0\.1:8000(/\w\w/account/login/\?\S+)")


@pytest.fixture
def sent(settings, django_capture_on_commit_callbacks):
    """The mails that were written to an address, the oldest first, by the worker and the out-tray."""

    def mails_to(address: str) -> list[Mail]:
        with django_capture_on_commit_callbacks(execute=True):
            deliveries.deliver_all()
            tasks.send()
        return list(Mail.objects.filter(person__email=address, state__in=("waiting", "sending", "sent")).order_by("pk"))

    return mails_to


@pytest.fixture
def signed_in():
    def client_for(person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return client_for


def by_a_focal_point(request):
    actions.invite_to_seat(
        "Ann@Example.org",
        a_chamber(),
        "contributor",
        name="Ann",
        language="fr",
        by=request.getfixturevalue("focal_point"),
    )


def by_a_contact_list(request):
    a_chamber()
    administrator = request.getfixturevalue("administrator")
    row = (*RIGHT[:2], "Ann", "ANN@example.org", "fr")
    rows, findings = contacts.read(a_workbook(row))
    assert findings == []
    actions.load_contacts(actions.keep_contacts(rows, name="list.xlsx", by=administrator), by=administrator)


def by_a_vacancy(request):
    administrator = request.getfixturevalue("administrator")
    client = Client()
    client.force_login(administrator)
    a_chamber()
    page = client.get("/en/seats/vacancies/").content.decode()
    address = re.search(r'href="(/en/seats/ZM-LC01/)\?role=focal_point#invite"', page)[1]
    said = {"email": "ann@EXAMPLE.org", "name": "Ann", "role": "focal_point", "language": "fr", "until": ""}
    assert client.post(address, said).status_code == 302


@pytest.mark.parametrize("invite", [by_a_focal_point, by_a_contact_list, by_a_vacancy])
def test_whoever_is_invited_is_mailed_at_once_and_comes_in_by_the_link(request, client, sent, invite):
    invite(request)

    (letter,) = sent("ann@example.org")
    way = WAY_IN.search(letter.text)[1]
    page = client.get(way).content.decode()
    client.post(way, {"email": "ann@example.org"})
    come = client.post("/fr/account/login/code/", {"code": "".join(CODE.search(mail.outbox[-1].body).groups())})

    assert letter.urgent
    assert way.startswith("/fr/account/login/?for=")
    assert 'value="ann@example.org"' in page
    assert come.url == "/fr/seats/"
    assert Person.objects.filter(email__iexact="ann@example.org").count() == 1


def test_the_link_holds_no_address_and_fills_in_none_for_others(client, sent, focal_point, zambia):
    actions.invite_to_seat("ann@example.org", zambia, "contributor", by=focal_point)
    way = WAY_IN.search(sent("ann@example.org")[0].text)[1]
    forged = way.replace(Person.objects.get(email="ann@example.org").uid.hex, focal_point.uid.hex)

    page = client.get(forged).content.decode()

    assert "ann" not in way
    assert forged != way
    assert focal_point.email not in page


def test_an_old_mailbox_does_not_learn_the_new_address(client, sent, focal_point, zambia):
    actions.invite_to_seat("ann@example.org", zambia, "contributor", by=focal_point)
    way = WAY_IN.search(sent("ann@example.org")[0].text)[1]
    accounts.move(Person.objects.get(email="ann@example.org"), "ann@elsewhere.example")

    assert "elsewhere" not in client.get(way).content.decode()


@pytest.mark.parametrize("token", ["x", ":", "%00", "a" * 3000, "0" * 32 + ":x"])
def test_a_made_up_link_is_the_page_of_signing_in(client, db, token):
    assert client.get(f"/en/account/login/?for={token}").status_code == 200


def test_whoever_is_invited_twice_is_one_person_with_one_office_and_one_mail(signed_in, sent, focal_point, zambia):
    said = {"email": "ann@example.org", "name": "Ann", "role": "contributor", "language": "en", "until": ""}
    client = signed_in(focal_point)
    client.post("/en/seats/ZM-LC01/", said)

    again = client.post("/en/seats/ZM-LC01/", {**said, "email": "ANN@Example.ORG"})

    assert (again.status_code, Office.objects.filter(person__name="Ann").count()) == (422, 1)
    assert "This person holds the same office already." in again.content.decode()
    assert len(sent("ann@example.org")) == 1


def test_an_invitation_that_was_taken_back_gives_nothing_to_whoever_comes_by_it(client, sent, focal_point, zambia):
    office = actions.invite_to_seat("ann@example.org", zambia, "contributor", by=focal_point)
    way = WAY_IN.search(sent("ann@example.org")[0].text)[1]
    actions.revoke_office(office, by=focal_point)
    client.force_login(office.person)

    came = client.get(way, follow=True)

    assert came.redirect_chain == [("/en/seats/", 302)]
    assert "You hold no office yet." in came.content.decode()
    assert client.get("/en/seats/ZM-LC01/").status_code == 404


def test_an_invitation_whose_term_is_over_is_not_mailed_again(signed_in, sent, focal_point, zambia):
    office = actions.invite_to_seat("ann@example.org", zambia, "contributor", by=focal_point)
    sent("ann@example.org")
    Office.objects.filter(pk=office.pk).update(
        since=days.today() - timedelta(days=9), until=days.today() - timedelta(days=1)
    )

    refused = signed_in(focal_point).post(f"/en/seats/offices/{office.uid}/", {"act": "again"})

    assert refused.status_code == 422
    assert len(sent("ann@example.org")) == 1


@pytest.mark.parametrize("fault", ["bounced", "refused"])
def test_the_inviter_sees_that_nobody_came_and_that_mail_comes_back(signed_in, sent, focal_point, zambia, fault):
    office = actions.invite_to_seat("ann@example.org", zambia, "contributor", name="Ann", by=focal_point)
    sent("ann@example.org")
    client = signed_in(focal_point)
    before = client.get("/en/seats/ZM-LC01/").content.decode()
    if fault == "bounced":
        Unreachable.objects.create(person=office.person, address="ann@example.org", status="5.1.1")
    else:
        Mail.objects.filter(person=office.person).update(state="dead", error="550")

    pages = [client.get(path).content.decode() for path in ("/en/seats/ZM-LC01/", f"/en/seats/offices/{office.uid}/")]

    comes_back = "Mail to this address comes back."
    assert ("has not signed in yet" in before, comes_back in before) == (True, False)
    assert [("has not signed in yet" in page, comes_back in page) for page in pages] == [(True, True)] * 2


def test_of_another_address_nothing_is_said_to_come_back(signed_in, focal_point, zambia):
    office = actions.invite_to_seat("ann@example.org", zambia, "contributor", name="Ann", by=focal_point)
    Unreachable.objects.create(person=office.person, address="old@example.org", status="5.1.1")

    assert "comes back" not in signed_in(focal_point).get("/en/seats/ZM-LC01/").content.decode()


def test_the_invitation_is_mailed_again_once_an_hour_while_nobody_came(signed_in, sent, focal_point, zambia):
    office = actions.invite_to_seat("ann@example.org", zambia, "contributor", name="Ann", by=focal_point)
    address, client = f"/en/seats/offices/{office.uid}/", signed_in(focal_point)

    at_once = client.post(address, {"act": "again"})
    _an_hour_later(office)
    later = client.post(address, {"act": "again"})
    letters = len(sent("ann@example.org"))
    _an_hour_later(office)
    Person.objects.filter(pk=office.person_id).update(last_login=timezone.now())
    come = client.post(address, {"act": "again"})

    assert [answer.status_code for answer in (at_once, later, come)] == [422, 302, 422]
    assert "wait a little" in at_once.content.decode()
    assert letters == 2
    assert Entry.objects.filter(verb="office.invited_again").count() == 1


@pytest.mark.parametrize(("who", "status"), [("contributor", 404), ("colleague", 404), ("editor", 404)])
def test_others_mail_no_invitation_again(request, signed_in, focal_point, zambia, who, status):
    office = actions.invite_to_seat("ann@example.org", zambia, "contributor", name="Ann", by=focal_point)

    answer = signed_in(request.getfixturevalue(who)).post(f"/en/seats/offices/{office.uid}/", {"act": "again"})

    assert answer.status_code == status


def _an_hour_later(office) -> None:
    """As if everything so far had happened two hours ago; the journal itself cannot be changed."""
    with triggers_lifted():
        Entry.objects.filter(subject=office.uid).update(at=timezone.now() - timedelta(hours=2))
