"""Advice by mail and by one press: a real mail server, letters as mail programs send them, scanners that open links."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.core import days, deliveries
from hemicycle.core.models import Entry
from hemicycle.network.models import Office
from hemicycle.network.tests.factories import the_secretariat
from hemicycle.notices import actions as notices
from hemicycle.notices.models import Mail
from hemicycle.notices.tests.letters import an_answer, reply_to
from hemicycle.steering import actions, plain_words
from hemicycle.steering.models import Advice, Procedure
from hemicycle.steering.states import Answer
from hemicycle.steering.tests.factories import a_member, a_question, a_seat, an_organisation, taken
from hemicycle.threads.models import Letter, Thread
from hemicycle.threads.queries import thread_of

pytestmark = pytest.mark.django_db
LINK = re.compile(r"https?://\S+")


@pytest.fixture(autouse=True)
def _domain(settings):
    settings.MAIL_DOMAIN = settings.MAIL_NAMES = "mail.example.org"


@pytest.fixture
def question(administrator, keystone_member, invited_member) -> Procedure:
    return a_question(administrator)


@pytest.fixture
def thread(question) -> Thread:
    found = thread_of(Procedure.kind, question.uid)
    assert found is not None
    return found


def writes(person, thread: Thread, text: str) -> str:
    """Somebody answers by mail; what became of the letter."""
    letter = notices.receive(an_answer(text, sender=person.email).as_bytes(), reply_to(thread, person))
    notices.read_letter(letter)
    letter.refresh_from_db()
    return letter.reason or letter.state


def answer_of(person) -> tuple[str, str]:
    return Advice.objects.filter(person=person).values_list("answer", "text").get()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("I agree", Answer.AGREE),
        ("  i AGREE.  ", Answer.AGREE),
        ("We agree!", Answer.AGREE),
        ("No objection", Answer.AGREE),
        ("Je suis d’accord", Answer.AGREE),
        ("D'accord.", Answer.AGREE),
        ("De acuerdo", Answer.AGREE),
        ("De acordo", Answer.AGREE),
        ("Concordo", Answer.AGREE),
        ("أوافق", Answer.AGREE),
        ("اوافق.", Answer.AGREE),
        ("أُوافِق", Answer.AGREE),
        ("I abstain", Answer.ABSTAIN),
        ("Je m’abstiens", Answer.ABSTAIN),
        ("Abstención", Answer.ABSTAIN),
        ("Abstencion", Answer.ABSTAIN),
        ("Abstenho-me", Answer.ABSTAIN),
        ("أمتنع عن التصويت", Answer.ABSTAIN),
        ("I do not agree", Answer.REMARKS),
        ("I agree, if the budget is halved", Answer.REMARKS),
        ("Je ne suis pas d’accord", Answer.REMARKS),
        ("لا أوافق", Answer.REMARKS),
        ("Yes", Answer.REMARKS),
        ("OK", Answer.REMARKS),
        ("Dear colleagues,\nI agree", Answer.REMARKS),
    ],
)
def test_only_plain_words_alone_in_the_first_line_agree_or_abstain(words, answer):
    assert plain_words.understood(words)[0] == answer


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_the_words_that_mails_propose_are_understood(language):
    for answer in (Answer.AGREE, Answer.ABSTAIN):
        assert plain_words.understood(plain_words.proposed(answer, language)) == (answer, "")


def test_an_answer_by_mail_is_the_advice_of_the_seat(thread, question, keystone_member, invited_member, zambia):
    states = [
        writes(keystone_member, thread, "I agree.\n\nOn Monday, somebody wrote:\n> Do you?\n"),
        writes(invited_member, thread, "Cheaper, please.\n\nAnd later."),
    ]

    deliveries.deliver_all()

    assert states == ["posted", "posted"]
    assert (answer_of(keystone_member), answer_of(invited_member)) == (
        ("agree", ""),
        ("remarks", "Cheaper, please.\n\nAnd later."),
    )
    assert Advice.objects.get(body=zambia).by_mail is True


def test_who_answers_by_mail_reads_what_was_recorded(thread, keystone_member, tell):
    writes(keystone_member, thread, "I agree")

    tell()

    mail = Mail.objects.get(person=keystone_member, subject__startswith="Recorded")
    assert "recorded as the advice of your seat: Agrees." in mail.text
    assert mail.thread == thread.uid


def test_a_letter_heard_twice_does_not_undo_what_was_said_since(thread, question, keystone_member):
    writes(keystone_member, thread, "I agree")
    deliveries.deliver_all()
    actions.advise(question, "abstain", by=keystone_member)

    actions.hear_letter(thread.uid, 1)

    assert answer_of(keystone_member) == ("abstain", "")
    assert Entry.objects.filter(verb="procedure.advice_given").count() == 2


def test_the_later_of_two_letters_holds(thread, keystone_member):
    writes(keystone_member, thread, "I agree")
    writes(keystone_member, thread, "I was too quick: halve the budget.")

    deliveries.deliver_all()

    assert answer_of(keystone_member) == ("remarks", "I was too quick: halve the budget.")


def test_a_letter_that_came_before_closing_counts_although_nobody_has_heard_it_yet(
    thread, question, keystone_member, invited_member, administrator
):
    writes(keystone_member, thread, "I agree")
    writes(invited_member, thread, "I abstain")

    actions.close_procedure(question, taken(the_secretariat()), by=administrator)
    deliveries.deliver_all()

    assert (answer_of(keystone_member), answer_of(invited_member)) == (("agree", ""), ("abstain", ""))
    assert Entry.objects.filter(verb="procedure.advice_not_counted").count() == 0


def test_a_letter_after_closing_stands_in_the_conversation_and_its_author_is_told(
    thread, question, keystone_member, administrator, tell
):
    actions.close_procedure(question, None, by=administrator)

    state = writes(keystone_member, thread, "I agree")
    tell()
    deliveries.deliver_all()
    actions.hear_letter(thread.uid, 1)

    told = Mail.objects.get(person=keystone_member, subject__startswith="Not counted")
    assert (state, Letter.objects.count(), Advice.objects.count()) == ("posted", 1, 0)
    assert "came after it was closed" in told.text
    assert Entry.objects.filter(verb="procedure.advice_not_counted").count() == 1


def test_whose_seat_was_not_asked_is_told_that_the_letter_counts_for_none(thread, tell):
    body = an_organisation("Latecomers")
    a_seat(body)
    late = a_member(body)

    writes(late, thread, "I agree")
    tell()

    assert Advice.objects.count() == 0
    assert "Your body was not asked" in Mail.objects.get(person=late).text


def test_whose_office_ended_is_told_that_they_take_no_part(thread, keystone_member):
    Office.objects.filter(person=keystone_member).update(until=days.today() - timedelta(days=1))

    reason = writes(keystone_member, thread, "I agree")
    deliveries.deliver_all()

    assert (reason, Letter.objects.count(), Advice.objects.count()) == ("closed", 0, 0)


def test_an_answer_from_an_address_that_is_not_the_members_counts_for_nothing(thread, keystone_member, outsider):
    letter = notices.receive(an_answer("I agree", sender=outsider.email).as_bytes(), reply_to(thread, keystone_member))
    notices.read_letter(letter)
    deliveries.deliver_all()
    letter.refresh_from_db()

    assert (letter.reason, Advice.objects.count()) == ("other_sender", 0)


def test_a_bare_agreement_is_no_news_to_the_others(thread, keystone_member, invited_member, administrator, tell):
    writes(invited_member, thread, "Cheaper, please.")
    tell()
    Mail.objects.all().delete()

    writes(keystone_member, thread, "I agree")
    tell()

    heard = set(Mail.objects.exclude(subject__startswith="Recorded").values_list("person__name", flat=True))
    assert heard == {"Administrator", "Member for the partner"}


def test_the_conversation_is_for_the_committee_and_the_secretariat(client, thread, keystone_member, editor, outsider):
    seen = []
    for person in (outsider, keystone_member, editor):
        client.force_login(person)
        seen.append(client.get(thread.get_absolute_url()).status_code)

    assert seen == [404, 200, 200]


def test_one_press_in_the_mail_is_advice_and_a_scanner_gives_none(client, question, keystone_member, tell):
    tell()
    mail = Mail.objects.get(person=keystone_member, subject__startswith="Your advice")
    links = [link.rstrip(".,") for link in LINK.findall(mail.text)]
    agree, abstain = [link for link in links if "/deeds/" in link]

    assert "write “I agree” or “I abstain” alone in the first line" in mail.text
    for link in links:
        for method in (client.head, client.get):
            assert method(link).status_code < 500
    before = Advice.objects.count()
    done = client.post(agree, follow=True)

    assert (before, done.status_code, answer_of(keystone_member)) == (0, 200, ("agree", ""))
    assert "Your advice is recorded for your seat." in done.content.decode()
    assert [client.get(link).status_code for link in (agree, abstain)] == [410, 200]


def test_a_link_does_nothing_once_it_is_closed_or_the_office_has_ended(
    client, question, keystone_member, invited_member, administrator, tell
):
    tell()
    links = {
        mail.person: next(link for link in LINK.findall(mail.text) if "/deeds/" in link)
        for mail in Mail.objects.filter(subject__startswith="Your advice")
    }
    Office.objects.filter(person=invited_member).update(revoked_at=timezone.now())
    ended = client.post(links[invited_member]).status_code
    actions.close_procedure(question, None, by=administrator)

    assert (ended, client.post(links[keystone_member]).status_code) == (410, 410)
    assert Advice.objects.count() == 0


def test_a_node_that_takes_no_mail_asks_for_none(settings, question, keystone_member, tell):
    settings.MAIL_DOMAIN = ""

    tell()

    assert "answer this mail" not in Mail.objects.get(person=keystone_member, subject__startswith="Your advice").text
