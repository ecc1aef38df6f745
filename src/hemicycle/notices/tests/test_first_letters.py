"""Letters to a mailbox: who may write, who is believed, who is asked, and that nothing goes round or leaks."""

import smtplib
from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.core.models import Entry
from hemicycle.hubs import actions as hubs
from hemicycle.hubs.actions import discussions
from hemicycle.hubs.models import Discussion, Hub
from hemicycle.hubs.tests.factories import an_open_hub
from hemicycle.notices import actions
from hemicycle.notices.actions import first
from hemicycle.notices.incoming.listener import listening
from hemicycle.notices.models import Letter, Mail
from hemicycle.notices.tests.letters import an_answer, reply_to
from hemicycle.notices.tests.servers import free_port
from hemicycle.threads.models import Letter as Posted
from hemicycle.threads.queries import thread_of

ADDRESS = "hub+lakes-hub@mail.example.org"
VOUCHED = "mx.example.org; dmarc=pass header.from=example.org"


@pytest.fixture(autouse=True)
def _domain(settings):
    settings.MAIL_DOMAIN = settings.MAIL_NAMES = "mail.example.org"
    settings.MAIL_TRUSTED = "mx.example.org"


@pytest.fixture
def hub(zambia, focal_point, administrator) -> Hub:
    return an_open_hub(zambia, offered_by=focal_point, opened_by=administrator)


@pytest.fixture
def member(hub, malawi, colleague, focal_point):
    hubs.accept_member(hubs.ask_to_join(hub, malawi, by=colleague), by=focal_point)
    Posted.objects.all().delete()
    Mail.objects.all().delete()
    return colleague


def a_letter(sender: str, *, subject: str = "Shared software", text: str = "Who has some?", **headers: str):
    letter = an_answer(text, sender=sender, **headers)
    letter.replace_header("Subject", subject)
    return letter


def come(message, address: str = ADDRESS) -> Letter | None:
    letter = actions.receive(message.as_bytes(), address)
    if letter is not None:
        actions.read_letter(letter)
        letter.refresh_from_db()
    return letter


def press(client, settings, mail: Mail):
    """What the member does who was asked: opens the link, then presses the button."""
    address = next(word for word in mail.text.split() if "/deeds/" in word).removeprefix(settings.HEMICYCLE_URL)
    opened = client.get(address)
    before = Discussion.objects.count()
    return opened, before, client.post(address)


def test_a_letter_for_which_the_server_vouches_opens_a_discussion_at_once(hub, member):
    letter = come(a_letter(member.email.upper(), Authentication_Results=VOUCHED))

    discussion = Discussion.objects.get()
    posted = Posted.objects.get()
    assert (letter.state, discussion.title, discussion.opened_by) == ("posted", "Shared software", member)
    assert (posted.text, posted.author, posted.via, letter.thread) == (
        "Who has some?",
        member,
        "mail",
        thread_of("discussion", discussion.uid).uid,
    )
    assert Mail.objects.count() == 0


def test_nobody_vouches_so_the_member_is_asked_and_posts_it_with_one_press(client, settings, hub, member):
    letter = come(a_letter(member.email))
    mail = Mail.objects.get()

    opened, before, pressed = press(client, settings, mail)

    letter.refresh_from_db()
    assert (mail.subject, mail.address, mail.person) == ("Was it you who wrote?", member.email, member)
    assert ("Who has some?" in mail.text, "Who has some?" in opened.content.decode()) == (False, True)
    assert (opened.status_code, before, pressed.status_code, pressed.url) == (200, 0, 302, "/en/mail/posted/")
    assert (letter.state, Discussion.objects.get().title) == ("posted", "Shared software")
    assert client.get(pressed.url).status_code == 200
    assert client.post(f"{pressed.url}").status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_letter_that_nobody_claims_is_forgotten_and_its_link_with_it(client, settings, hub, member):
    come(a_letter(member.email))
    mail = Mail.objects.get()
    Letter.objects.update(came_at=timezone.now() - timedelta(days=8))

    actions.forget_old()
    opened, before, pressed = press(client, settings, mail)

    assert (opened.status_code, before, pressed.status_code) == (410, 0, 410)
    assert (Letter.objects.count(), Discussion.objects.count()) == (0, 0)


def test_who_left_the_hub_meanwhile_posts_nothing_any_more(client, settings, hub, member):
    come(a_letter(member.email))
    mail = Mail.objects.get()
    hubs.leave_hub(hub.memberships.get(body__key="MW-LC01"), by=member)

    opened, _before, pressed = press(client, settings, mail)

    assert (opened.status_code, pressed.status_code, Discussion.objects.count()) == (410, 410, 0)


def test_the_link_is_for_the_one_who_was_asked(hub, member, focal_point):
    letter = come(a_letter(member.email))

    assert first.ask(focal_point, letter.uid) is None


def test_a_member_in_whose_name_many_letters_come_is_not_asked_without_end(hub, member):
    letters = [come(a_letter(member.email, subject=f"Number {number}")) for number in range(7)]

    assert [letter.state for letter in letters] == ["asked"] * 5 + ["parked"] * 2
    assert (Mail.objects.count(), letters[-1].reason) == (5, "too_many")


@pytest.mark.parametrize("vouched", [True, False])
def test_a_letter_from_somebody_else_is_parked_with_one_polite_sentence(hub, member, outsider, editor, vouched):
    headers = {"Authentication_Results": VOUCHED} if vouched else {}

    letters = [come(a_letter(sender, **headers)) for sender in ("stranger@example.org", outsider.email, editor.email)]

    said = [mail.text for mail in Mail.objects.all()]
    assert [(letter.state, letter.reason, letter.person) for letter in letters] == [
        ("parked", "not_admitted", None)
    ] * 3
    # Whether the site knows the address makes no difference to what is answered.
    assert (len(said), len(set(said)), Discussion.objects.count()) == (3, 1, 0)
    assert ("Lakes" in said[0], "http" in said[0]) == (False, False)


def test_somebody_else_gets_one_sentence_a_day(hub, member):
    for _time in range(3):
        come(a_letter("stranger@example.org"))

    assert Mail.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"List_Id": "<other.list.example.org>"},
        {"List_Post": "<mailto:hub+lakes-hub@mail.example.org>"},
        {"Return_Path": "<>"},
        {"X_Autoreply": "yes"},
    ],
    ids=str,
)
def test_machines_and_other_lists_are_passed_over_in_silence(hub, member, headers):
    letter = come(a_letter(member.email, Authentication_Results=VOUCHED, **headers))

    assert (letter.state, Discussion.objects.count(), Mail.objects.count()) == ("ignored", 0, 0)


def test_our_own_question_that_comes_back_starts_no_loop(hub, member):
    come(a_letter(member.email))
    asked = Mail.objects.get()

    letter = come(a_letter(member.email, subject=asked.subject, text=asked.text, Auto_Submitted="auto-replied"))

    assert (letter.state, Mail.objects.count()) == ("ignored", 1)


@pytest.mark.parametrize(
    "sender", ["", "a@example.org, b@example.org", "not an address", "hub+lakes-hub@mail.example.org"]
)
def test_a_letter_of_nobody_is_parked_and_answered_to_no_member(hub, member, sender):
    message = a_letter("x@example.org", Authentication_Results=VOUCHED)
    del message["From"]
    if sender:
        message["From"] = sender

    letter = come(message)

    assert (letter.state, letter.reason, Discussion.objects.count()) == ("parked", "not_admitted", 0)


def test_the_same_letter_opens_one_discussion(hub, member):
    message = a_letter(member.email, Authentication_Results=VOUCHED)

    letters = [come(message), come(message, ADDRESS.upper())]

    assert (letters[0], Discussion.objects.count()) == (letters[1], 1)


def test_a_subject_loses_what_mail_programs_put_before_it_and_may_be_missing(hub, member):
    come(a_letter(member.email, subject="Re: FW: [2] رد: Shared software", Authentication_Results=VOUCHED))
    come(a_letter(member.email, subject="Re: ", text="Who has\nsome?", Authentication_Results=VOUCHED))
    come(a_letter(member.email, subject="=?utf-8?b?4oCuZXZpbA==?=", Authentication_Results=VOUCHED))

    titles = set(Discussion.objects.values_list("title", flat=True))
    assert titles == {"[2] رد: Shared software", "Who has", "evil"}


def test_what_holds_nothing_or_too_much_is_parked_with_a_sentence(hub, member):
    empty = come(a_letter(member.email, text="> quoted alone", Authentication_Results=VOUCHED))
    Mail.objects.all().delete()
    long = come(a_letter(member.email, text="word " * 5_000, Authentication_Results=VOUCHED))

    assert [(letter.state, letter.reason) for letter in (empty, long)] == [("parked", "empty"), ("parked", "too_long")]
    assert (Mail.objects.count(), Discussion.objects.count()) == (1, 0)


def test_an_answer_sent_to_the_hub_goes_on_with_its_discussion(hub, member, focal_point):
    made = discussions.open_discussion(hub, "Shared software", "Who has some?", by=focal_point)
    thread = thread_of("discussion", made.uid)
    root = f"<thread.{thread.uid}@mail.example.org>"
    said = {"Authentication_Results": VOUCHED, "References": f"<1@x.example> {root}"}

    come(a_letter(member.email, subject="Re: Shared software", text="We have.", **said))
    discussions.close_discussion(made, by=focal_point)
    come(a_letter(member.email, subject="Re: Shared software", text="We still have.", **said))

    assert [letter.text for letter in thread.letters.order_by("number")] == ["Who has some?", "We have."]
    assert Discussion.objects.count() == 2


def test_a_reference_to_a_conversation_elsewhere_opens_a_new_one(hub, member, contributor, focal_point, matter):
    from hemicycle.threads import actions as threads

    other = threads.open_thread(matter, by=contributor)
    said = {"Authentication_Results": VOUCHED, "References": f"<thread.{other.uid}@mail.example.org>"}

    come(a_letter(member.email, **said))

    assert (other.letters.count(), Discussion.objects.count()) == (0, 1)


def test_members_hear_and_answer_by_mail_as_on_a_list(office, settings, hub, member, focal_point, tell):
    come(a_letter(member.email, Authentication_Results=VOUCHED))
    Mail.objects.all().delete()
    tell()

    (mail,) = [mail for mail in office.taken if mail["To"] == focal_point.email and "Shared" in mail["Subject"]]
    answered = come(an_answer("We have.", sender=focal_point.email), mail["Reply-To"])

    assert mail["List-Id"] == '"Lakes hub" <hub-lakes-hub.mail.example.org>'
    assert mail["List-Post"] == f"<mailto:{ADDRESS}>"
    assert (answered.state, Posted.objects.count()) == ("posted", 2)
    assert [mail["To"] for mail in office.taken if mail["To"] == member.email] == []


def test_an_answer_to_a_closed_discussion_is_told_why(hub, member, focal_point):
    made = discussions.open_discussion(hub, "Shared software", "Who has some?", by=focal_point)
    thread = thread_of("discussion", made.uid)
    discussions.close_discussion(made, by=focal_point)

    letter = come(an_answer("We have.", sender=member.email), reply_to(thread, member))

    assert (letter.state, letter.reason) == ("parked", "ended")
    assert Mail.objects.get().text.startswith("This conversation was closed")


@pytest.mark.parametrize(
    "address",
    [
        "hub+nowhere@mail.example.org",
        "hub+@mail.example.org",
        "hub@mail.example.org",
        "hub+lakes-hub@other.example.org",
        "hub+lakes-hub+more@mail.example.org",
        "hub+../etc@mail.example.org",
        "club+lakes-hub@mail.example.org",
    ],
)
def test_what_is_no_mailbox_of_ours_is_not_taken(hub, member, address):
    assert actions.receive(a_letter(member.email).as_bytes(), address) is None


def test_a_hub_that_is_not_open_has_no_mailbox(hub, member, administrator):
    hubs.close_hub(hub, by=administrator)

    assert actions.receive(a_letter(member.email).as_bytes(), ADDRESS) is None


@pytest.mark.django_db(transaction=True)
def test_the_listener_takes_mail_for_hubs_and_refuses_unknown_ones_alike(hub, member):
    port = free_port()
    message = a_letter(member.email, Authentication_Results=VOUCHED)

    with listening(f"lmtp://127.0.0.1:{port}"), smtplib.LMTP("127.0.0.1", port) as sending:
        sending.sendmail("x@example.org", [ADDRESS], message.as_bytes())
        codes = []
        for unknown in ("hub+nowhere@mail.example.org", "nobody@mail.example.org"):
            with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
                sending.sendmail("x@example.org", [unknown], message.as_bytes())
            codes.append(refused.value.recipients[unknown])

    assert (Discussion.objects.get().title, codes[0]) == ("Shared software", codes[1])
    assert codes[0][0] == 550


def test_the_journal_holds_nothing_of_a_letter(hub, member):
    come(a_letter(member.email, Authentication_Results=VOUCHED))

    facts = str(list(Entry.objects.values_list("facts", flat=True)))
    assert ("Shared" in facts, member.email in facts) == (False, False)
