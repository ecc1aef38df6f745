"""A steering meeting from agenda to decisions followed up, one of them decided in writing by mail.

Everything is done by pages and by mails; the mails go through a real server, and a scanner opens each of their links
before anybody reads them.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core import days, deliveries
from hemicycle.core.models import Entry
from hemicycle.meetings.models import Meeting
from hemicycle.notices import actions as notices
from hemicycle.notices.tests.servers import PostOffice, post_office
from hemicycle.steering import actions
from hemicycle.steering.models import Advice, Decision, Procedure, Sitting
from hemicycle.steering.tests.factories import PDF, a_keystone, an_organisation

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HOME = "/en/steering/"
LINK = re.compile(r"https?://[^\s<>\"']+")
LUSAKA, GENEVA = "lusaka@example.org", "geneva@example.org"


class Journey:
    """The secretariat and two members, each with a browser and a mailbox."""

    def __init__(self, office: PostOffice, administrator: Person) -> None:
        self.office = office
        self.administrator = administrator
        self.read: list[EmailMessage] = []

    def page(self, person: Person | None = None) -> Client:
        browser = Client()
        if person is not None:
            browser.force_login(person)
        return browser

    @property
    def secretariat(self) -> Client:
        return self.page(self.administrator)

    def member(self, address: str) -> Person:
        return Person.objects.get(email=address)

    def deliver(self) -> None:
        """What the worker does: read the journal until nothing is left, write what is due, hand it over."""
        for _round in range(3):
            deliveries.deliver_all()
        notices.write_due()
        notices.hand_over()

    def mail(self, address: str, subject: str) -> EmailMessage:
        """The one unread mail with these words in its subject; a scanner has opened every link in it."""
        self.deliver()
        found = [
            mail
            for mail in self.office.taken
            if mail["To"] == address and subject in mail["Subject"] and mail not in self.read
        ]
        assert len(found) == 1, [(mail["To"], mail["Subject"]) for mail in self.office.taken if mail not in self.read]
        self.read.append(found[0])
        self.scan(found[0])
        return found[0]

    def scan(self, mail: EmailMessage) -> None:
        before = Entry.objects.count(), Advice.objects.count()
        for link in links(mail):
            for method in ("head", "get"):
                assert getattr(self.page(), method)(link).status_code < 500, link
        assert (Entry.objects.count(), Advice.objects.count()) == before

    def answer(self, mail: EmailMessage, text: str) -> None:
        """What a mail program sends when somebody presses Reply: the answer above, the whole mail quoted below."""
        reply = EmailMessage()
        reply["From"], reply["To"], reply["Subject"] = mail["To"], mail["Reply-To"], f"Re: {mail['Subject']}"
        reply["Message-ID"] = f"<{len(self.read)}@somewhere.example.org>"
        quoted = "\n".join(f"> {line}" for line in words(mail).splitlines())
        reply.set_content(f"{text}\n\nLe 22 nov. 2026 à 10:00, {mail['From']} a écrit :\n\n{quoted}\n")
        letter = notices.receive(reply.as_bytes(), str(mail["Reply-To"]))
        assert letter is not None
        notices.read_letter(letter)


def words(mail: EmailMessage) -> str:
    body = mail.get_body(preferencelist=("plain",))
    assert body is not None
    return body.get_content()


def links(mail: EmailMessage) -> list[str]:
    """The addresses of a mail within this site, as paths."""
    found = {urlsplit(link.rstrip(".,")) for link in LINK.findall(words(mail))}
    return sorted(f"{link.path}{'?' + link.query if link.query else ''}" for link in found)


def link(mail: EmailMessage, words_in_it: str) -> str:
    return next(each for each in links(mail) if words_in_it in each)


def deed(mail: EmailMessage, label: str) -> str:
    """The link that stands behind a label."""
    line = next(line for line in words(mail).splitlines() if line.startswith(f"{label}: "))
    return urlsplit(line.partition(": ")[2]).path


def in_days(number: int) -> str:
    return (days.today() + timedelta(days=number)).isoformat()


@pytest.fixture
def journey(settings, administrator) -> Iterator[Journey]:
    with post_office() as office:
        settings.SMTP_URL, settings.MAIL_FOLDER = office.url, None
        settings.MAIL_DOMAIN = settings.MAIL_NAMES = "mail.example.org"
        yield Journey(office, administrator)


def test_a_sitting_from_agenda_to_decisions_followed_up_one_of_them_decided_in_writing_by_mail(journey, zambia):
    the_seats_are_filled(journey, zambia)
    sitting = the_committee_is_called(journey)
    agenda_and_papers_lie_before_it(journey, sitting)
    it_meets_and_decides(journey, sitting)
    the_minutes_are_published(journey, sitting)
    the_member_is_reminded_and_follows_up(journey)
    question = a_question_is_asked_in_writing(journey)
    it_is_answered_by_mail_and_by_one_press(journey, question)
    it_is_decided(journey, question)
    everybody_reads_what_was_decided(journey, sitting, question)


def the_seats_are_filled(journey: Journey, zambia) -> None:
    """A keystone partner sits by right, an organisation is invited; the people are named in their offices."""
    a_keystone(zambia)
    partner = an_organisation("Parliaments Abroad")
    refused = journey.secretariat.post(f"/en/seats/{partner.key}/", named(GENEVA, "en"))
    invited = {"body": partner.key, "since": in_days(0), "until": in_days(700)}
    assert refused.status_code == 422
    assert journey.secretariat.post(f"{HOME}seats/", invited).status_code == 302
    for body, person in ((partner, named(GENEVA, "en")), (zambia, named(LUSAKA, "fr"))):
        assert journey.secretariat.post(f"/en/seats/{body.key}/", person).status_code == 302
    journey.mail(GENEVA, "Your office")
    public = journey.page().get(HOME).content.decode()
    assert [name in public for name in ("Parliaments Abroad", "National Assembly", "Member")] == [True, True, False]


def named(address: str, language: str) -> dict[str, str]:
    name = f"Member in {address.partition('@')[0].title()}"
    return {"email": address, "name": name, "role": "steering_member", "language": language}


def the_committee_is_called(journey: Journey) -> Sitting:
    said = {
        "title": "Second sitting of 2026",
        "language": "en",
        "text": "Work plan and budget.",
        "begins_at": f"{in_days(20)}T09:00",
        "ends_at": f"{in_days(20)}T12:00",
        "zone": "Europe/Zurich",
        "languages": ["en", "fr"],
        "joining_address": "https://meet.example.org/committee",
    }
    assert journey.secretariat.post(f"{HOME}sittings/new/", said).status_code == 302
    sitting = Sitting.objects.select_related("meeting__body").get()
    journey.mail(LUSAKA, "Second sitting of 2026")
    mail = journey.mail(GENEVA, "Second sitting of 2026")
    assert "meet.example.org" not in words(mail)
    assert journey.page().post(deed(mail, "I come")).status_code == 302
    confirmed = journey.mail(GENEVA, "Second sitting of 2026")
    (calendar,) = [part for part in confirmed.iter_attachments() if part.get_content_type() == "text/calendar"]
    assert "https://meet.example.org/committee" in words(confirmed)
    assert "BEGIN:VEVENT" in calendar.get_content()
    return sitting


def agenda_and_papers_lie_before_it(journey: Journey, sitting: Sitting) -> None:
    """In two languages; private until they are published, also for whoever guesses an address."""
    address = sitting.get_absolute_url()
    english = {"title_0": "Work plan", "number_0": "1", "title_1": "Budget", "number_1": "2"}
    write_agenda(journey, f"{address}agenda/", english)
    first, second = sitting.items.all()
    french = {"title_0": "Plan de travail", "uid_0": str(first.uid), "title_1": "Budget", "uid_1": str(second.uid)}
    write_agenda(journey, f"{address}agenda/?language=fr", {**french, "number_0": "1", "number_1": "2"})
    for title, language in (("Draft work plan", "en"), ("Projet de plan de travail", "fr")):
        file = SimpleUploadedFile("plan.pdf", PDF)
        said = {"act": "keep", "title": title, "language": language, "item": str(first.uid), "file": file}
        assert journey.secretariat.post(f"{address}papers/", said).status_code == 302
    assert journey.secretariat.post(f"{address}papers/", {"act": "send"}).status_code == 302
    journey.mail(LUSAKA, "Second sitting of 2026")
    page = journey.page(journey.member(LUSAKA)).get(address.replace("/en/", "/fr/")).content.decode()
    paper = re.search(r"/files/[0-9a-f-]{36}", page)
    assert ("Plan de travail" in page, "Projet de plan de travail" in page, paper is not None) == (True, True, True)
    assert [journey.page().get(each).status_code for each in (address, paper[0])] == [404, 404]


def write_agenda(journey: Journey, address: str, rows: dict[str, str]) -> None:
    page = journey.secretariat.get(address).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert journey.secretariat.post(address, {**rows, "seen": seen[1]}).status_code == 302


def it_meets_and_decides(journey: Journey, sitting: Sitting) -> None:
    begun = timezone.now() - timedelta(days=1)
    Meeting.objects.filter(pk=sitting.meeting_id).update(begins_at=begun, ends_at=begun + timedelta(hours=3))
    member = journey.member(LUSAKA)
    said = {
        "title": "Write a note on working languages",
        "language": "en",
        "taken_on": in_days(-1),
        "item": str(sitting.items.get(number=2).uid),
        "who": f"person:{member.uid}",
        "due": in_days(20),
    }
    assert journey.secretariat.post(f"{sitting.get_absolute_url()}decide/", said).status_code == 302
    told = journey.mail(LUSAKA, "Write a note on working languages")
    desk = journey.page(member).get("/en/desk/").content.decode()
    assert Decision.objects.get().get_absolute_url().replace("/en/", "/fr/") in links(told)
    assert "Write a note on working languages" in desk


def the_minutes_are_published(journey: Journey, sitting: Sitting) -> None:
    address = f"{sitting.get_absolute_url()}minutes/"
    for act in ({"act": "save", "minutes": "We met in two languages.", "seen": ""}, {"act": "publish"}):
        assert journey.secretariat.post(address, act).status_code == 302
    assert sitting.get_absolute_url() in links(journey.mail(GENEVA, "Minutes"))
    page = journey.page().get(sitting.get_absolute_url()).content.decode()
    assert ["We met in two languages." in page, "Write a note" in page, "Draft work plan" in page] == [
        True,
        True,
        False,
    ]


def the_member_is_reminded_and_follows_up(journey: Journey) -> None:
    assert [actions.remind(days.today() + timedelta(days=number)) for number in (5, 14, 15)] == [0, 1, 0]
    address = link(journey.mail(LUSAKA, "Write a note on working languages"), "/decisions/")
    said = {"state": "done", "outcome": "The note was sent to all members."}
    assert journey.page(journey.member(LUSAKA)).post(f"{address}settle/", said).status_code == 302
    heard = journey.mail(journey.administrator.email, "Settled")
    assert "The note was sent to all members." in words(heard)
    assert "The note was sent to all members." in journey.page().get(address).content.decode()


def a_question_is_asked_in_writing(journey: Journey) -> Procedure:
    said = {
        "title": "A second pilot",
        "question": "Do you agree that a second pilot is begun?",
        "language": "en",
        "closes_on": in_days(10),
        "paper_title_1": "Costs of a pilot",
        "paper_language_1": "en",
        "paper_file_1": SimpleUploadedFile("costs.pdf", PDF),
    }
    assert journey.secretariat.post(f"{HOME}procedures/new/", said).status_code == 302
    question = Procedure.objects.get()
    assert journey.page().get(question.get_absolute_url()).status_code == 302
    return question


def it_is_answered_by_mail_and_by_one_press(journey: Journey, question: Procedure) -> None:
    asked = journey.mail(LUSAKA, "A second pilot")
    assert asked["Reply-To"].endswith("@mail.example.org")
    journey.answer(asked, "D’accord.")
    journey.deliver()
    assert answers() == {"National Assembly": ("agree", True)}
    journey.mail(LUSAKA, "A second pilot")
    pressed = journey.mail(GENEVA, "A second pilot")
    assert journey.page().post(deed(pressed, "I abstain")).status_code == 302
    assert answers() == {"National Assembly": ("agree", True), "Parliaments Abroad": ("abstain", False)}
    inside = journey.page(journey.member(GENEVA)).get(question.get_absolute_url()).content.decode()
    assert "1 agrees · 1 abstains" in inside


def answers() -> dict[str, tuple[str, bool]]:
    return {advice.body.name: (advice.answer, advice.by_mail) for advice in Advice.objects.select_related("body")}


def it_is_decided(journey: Journey, question: Procedure) -> None:
    """Everybody has answered, so nobody has to wait for the day; who follows up is the secretariat."""
    address = question.get_absolute_url()
    said = {
        "act": "decide",
        "title": "Begin a second pilot",
        "language": "en",
        "taken_on": in_days(0),
        "who": "body:CIP",
    }
    assert journey.secretariat.post(f"{address}close/", said).status_code == 302
    assert journey.secretariat.post(f"{address}close/", said).status_code == 422
    journey.mail(GENEVA, "Decided")
    late = journey.page(journey.member(GENEVA)).post(address, {"act": "advise", "answer": "agree"})
    assert (late.status_code, Decision.objects.filter(procedure=question).count()) == (422, 1)
    assert journey.secretariat.post(address, {"act": "publish"}).status_code == 302


def everybody_reads_what_was_decided(journey: Journey, sitting: Sitting, question: Procedure) -> None:
    stranger = journey.page()
    listed = stranger.get(f"{HOME}decisions/").content.decode()
    decision = Decision.objects.get(procedure=question)
    assert [words in listed for words in ("Write a note on working languages", "Begin a second pilot")] == [True, True]
    assert stranger.get(decision.get_absolute_url()).status_code == 200
    assert "National Assembly" not in stranger.get(decision.get_absolute_url()).content.decode()
    centre = journey.page(journey.member(LUSAKA)).get(f"{HOME}centre/").content.decode()
    assert "State of the Centre" in centre
    for mail in journey.office.taken:
        journey.scan(mail)
