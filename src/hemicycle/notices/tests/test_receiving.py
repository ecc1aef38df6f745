"""Answers by mail: posted once, for their own person alone, without what they quote; reports of failure."""

import email

import pytest

from hemicycle.core import files
from hemicycle.core.models import Entry
from hemicycle.notices import actions, addresses
from hemicycle.notices.actions import Outgoing
from hemicycle.notices.incoming.reports import Report, report_in
from hemicycle.notices.models import Letter, Mail, Unreachable
from hemicycle.notices.tests.letters import a_report, an_answer, bounce_to, reply_to
from hemicycle.threads import actions as threads
from hemicycle.threads.models import Letter as Posted


@pytest.fixture(autouse=True)
def _domain(settings):
    settings.MAIL_DOMAIN = settings.MAIL_NAMES = "mail.example.org"


def come(message, address: str) -> Letter | None:
    content = message if isinstance(message, bytes) else message.as_bytes()
    letter = actions.receive(content, address)
    if letter is not None:
        actions.read_letter(letter)
        letter.refresh_from_db()
    return letter


def test_an_answer_is_posted_without_what_it_quotes(thread, contributor):
    answer = an_answer("Since 2021.\n\nOn Monday, X wrote:\n> Is it?\n", sender=contributor.email.upper())

    letter = come(answer, reply_to(thread, contributor))

    posted = Posted.objects.get()
    assert (posted.text, posted.author, posted.via, posted.office.role) == (
        "Since 2021.",
        contributor,
        "mail",
        "contributor",
    )
    assert (letter.state, Mail.objects.count()) == ("posted", 0)


def test_an_answer_in_html_alone_is_posted_as_words(thread, contributor):
    page = (
        "<html><head><style>p {}</style></head><body><p>Since 2021 &amp; on.</p><script>alert(1)</script>"
        "<p>In both<br>chambers.</p><div class='gmail_quote'><div>On Monday X wrote:</div>"
        "<blockquote>Is it?</blockquote></div></body></html>"
    )

    come(an_answer("", html=page, sender=contributor.email), reply_to(thread, contributor))

    assert Posted.objects.get().text == "Since 2021 & on.\n\nIn both\nchambers."


def test_the_whole_letter_is_kept_as_a_private_file(thread, contributor, focal_point, administrator):
    answer = an_answer("Since 2021.\n\n> Is it?\n", sender=contributor.email)

    letter = come(answer, reply_to(thread, contributor))

    kept = files.path_of(letter.file)
    assert kept.read_bytes() == answer.as_bytes()
    assert [files.may_read(person, letter.file) for person in (focal_point, administrator)] == [False, True]


def test_the_same_letter_is_posted_once(thread, contributor):
    answer = an_answer("Since 2021.", sender=contributor.email)
    address = reply_to(thread, contributor)

    letters = [come(answer, address), come(answer, address.upper())]

    assert (letters[0], Posted.objects.count()) == (letters[1], 1)


def test_a_letter_kept_and_not_read_is_read_later(thread, contributor):
    actions.receive(an_answer("Since 2021.", sender=contributor.email).as_bytes(), reply_to(thread, contributor))
    before = Posted.objects.count()

    actions.read_waiting()
    actions.read_waiting()

    assert (before, Posted.objects.count()) == (0, 1)


def test_an_address_of_another_person_posts_nothing_and_says_so(thread, contributor, focal_point):
    answer = an_answer("Since 2021.", sender=focal_point.email)

    letter = come(answer, reply_to(thread, contributor))

    mail = Mail.objects.get()
    assert (letter.state, letter.reason, Posted.objects.count()) == ("parked", "other_sender", 0)
    assert (mail.address, mail.person, mail.headers["Auto-Submitted"]) == (focal_point.email, None, "auto-replied")
    assert mail.headers["In-Reply-To"] == answer["Message-ID"]
    assert str(thread.uid) not in mail.text


def test_one_sentence_a_day_goes_back_to_one_address(thread, contributor):
    for _time in range(3):
        come(an_answer("Hello", sender="stranger@example.org"), reply_to(thread, contributor))

    assert (Letter.objects.count(), Mail.objects.count()) == (3, 1)


def test_two_senders_are_no_sender(thread, contributor, focal_point):
    answer = an_answer("Since 2021.", sender=contributor.email)
    answer.replace_header("From", f"{contributor.email}, {focal_point.email}")

    letter = come(answer, reply_to(thread, contributor))

    assert (letter.state, letter.reason, Mail.objects.count()) == ("parked", "other_sender", 0)


def test_who_takes_part_no_more_posts_nothing(thread, matter, contributor):
    address = reply_to(thread, contributor)
    matter.people = set()

    letter = come(an_answer("Since 2021.", sender=contributor.email), address)

    assert (letter.state, letter.reason, Posted.objects.count()) == ("parked", "closed", 0)
    assert str(thread.uid) not in Mail.objects.get().text


@pytest.mark.parametrize(("text", "reason"), [("> Is it?\n", "empty"), ("x" * 20_001, "too_long")])
def test_what_cannot_be_posted_gets_a_sentence_in_the_own_language(thread, contributor, text, reason):
    letter = come(an_answer(text, sender=contributor.email), reply_to(thread, contributor))

    mail = Mail.objects.get()
    assert (letter.state, letter.reason, Posted.objects.count()) == ("parked", reason, 0)
    assert (mail.person, mail.subject) == (contributor, "Your letter was not posted")
    assert f"/en/threads/{thread.uid}/" in mail.text


def test_attachments_are_left_out_and_that_is_said(thread, contributor):
    answer = an_answer("Since 2021.", sender=contributor.email)
    answer.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="../../bomb.zip")
    answer.add_attachment("<script>", subtype="html", filename="page.html")

    letter = come(answer, reply_to(thread, contributor))

    assert (letter.state, Posted.objects.get().text) == ("posted", "Since 2021.")
    assert Mail.objects.get().text.startswith("Your letter was posted without its 2 attachments")


def test_a_letter_inside_of_a_letter_is_an_attachment(thread, contributor):
    """Whoever forwards a mail along with the answer does not post what stands in it."""
    inner = an_answer("What somebody else wrote.", sender="stranger@example.org")
    inner.add_attachment(b"x", maintype="image", subtype="png", filename="deep.png")
    answer = an_answer("Since 2021.", sender=contributor.email)
    answer.add_attachment(inner)

    letter = come(answer, reply_to(thread, contributor))

    assert (letter.state, Posted.objects.get().text) == ("posted", "Since 2021.")
    assert Mail.objects.get().text.startswith("Your letter was posted without its 1 attachment:")


@pytest.mark.parametrize(
    ("charset", "encoding", "text", "read"),
    [
        ("iso-8859-1", "latin-1", "Depuis l’été", None),
        ("utf-8", "latin-1", "Depuis été", "Depuis \ufffdt\ufffd"),
        ("no-such-charset", "utf-8", "Depuis l’été", "Depuis l’été"),
        ("windows-1256", "windows-1256", "منذ 2021", "منذ 2021"),
        ("", "utf-8", "منذ 2021", "منذ 2021"),
    ],
)
def test_words_in_a_wrong_or_unknown_charset_are_read_as_well_as_can_be(
    thread, contributor, charset, encoding, text, read
):
    kind = f"text/plain; charset={charset}" if charset else "text/plain"
    head = f"From: {contributor.email}\r\nMessage-ID: <1@x>\r\nContent-Type: {kind}\r\n"
    content = f"{head}Content-Transfer-Encoding: 8bit\r\n\r\n".encode() + text.encode(encoding, errors="replace")

    letter = come(content, reply_to(thread, contributor))

    assert (letter.state, Posted.objects.get().text) == ("posted", read or "Depuis l?été")


def test_who_gets_a_mail_forwarded_answers_in_nobodys_name(thread, contributor, colleague, focal_point, tell_by_mail):
    """The address that a forwarded mail names belongs to whom it was sent to, and takes words from them alone."""
    (mail,) = tell_by_mail(focal_point)

    answers = [
        come(an_answer("Yes.", sender=sender), mail["Reply-To"])
        for sender in (colleague.email, contributor.email, "stranger@example.org")
    ]

    assert [(answer.state, answer.reason) for answer in answers] == [("parked", "other_sender")] * 3
    assert [letter.author for letter in Posted.objects.all()] == [contributor]


def test_our_own_mail_that_comes_back_starts_no_loop(thread, contributor, focal_point, tell_by_mail):
    (mail,) = tell_by_mail(focal_point)
    del mail["From"]
    mail["From"] = focal_point.email
    before = Mail.objects.count()

    letter = come(mail, mail["Reply-To"])

    assert (letter.state, Posted.objects.count(), Mail.objects.count()) == ("ignored", 1, before)


@pytest.fixture
def tell_by_mail(thread, contributor, office, tell):
    """The contributor writes; what one person is sent of it."""

    def run(person) -> list:
        threads.post(thread, "Since 2021.", by=contributor)
        tell()
        return [mail for mail in office.taken if mail["To"] == person.email]

    return run


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated; owner-email=a@example.org"},
        {"Precedence": "bulk"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
        {"X_Autorespond": "Away"},
        {"Return_Path": "<>"},
    ],
    ids=str,
)
def test_machines_are_neither_posted_nor_answered(thread, contributor, headers):
    answer = an_answer("I am away.", sender=contributor.email, **headers)

    letter = come(answer, reply_to(thread, contributor))

    assert (letter.state, Posted.objects.count(), Mail.objects.count()) == ("ignored", 0, 0)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe",
        b"Content-Type: text/plain; charset=no-such\r\n\r\n\xff\xfe",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 500,
        b"From: =?utf-8?b?////?= <@@@>\r\nMessage-ID: \xff\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!",
        b"Content-Type: text/html\r\n\r\n" + b"<div>" * 20_000,
    ],
)
def test_a_hostile_letter_does_no_harm(thread, contributor, content):
    letter = come(content, reply_to(thread, contributor))

    assert (letter.state, Posted.objects.count(), Mail.objects.count()) == ("parked", 0, 0)


@pytest.mark.parametrize(
    "address",
    [
        "reply+abc@mail.example.org",
        "reply+@mail.example.org",
        "bounce+%%%@mail.example.org",
        "postmaster@mail.example.org",
        "",
    ],
)
def test_an_address_that_was_made_up_takes_nothing(db, address):
    assert come(an_answer("Hello", sender="a@example.org"), address) is None
    assert Letter.objects.count() == 0


def test_an_address_fits_its_purpose_its_person_and_its_domain_alone(thread, contributor):
    address = reply_to(thread, contributor)
    token = address.partition("+")[2]

    assert addresses.aim_of(address.upper()) == ("reply", thread.pk, contributor.pk)
    assert addresses.aim_of(f"bounce+{token}") is None
    assert addresses.aim_of(address.replace("mail.", "other.")) is None
    assert addresses.aim_of(f"reply+{'b' if token[0] == 'a' else 'a'}{token[1:]}") is None
    assert len(address.partition("@")[0]) <= 64


def a_sent_mail(person) -> Mail:
    mail = actions.put("1", Outgoing(subject="News", text="Words", person=person))
    Mail.objects.update(state="sent")
    return mail


def test_a_bounce_is_noted_on_the_address_of_the_person(focal_point):
    mail = a_sent_mail(focal_point)

    letter = come(a_report(), bounce_to(mail))

    mail.refresh_from_db()
    broken = Unreachable.objects.get()
    assert (letter.state, mail.state, mail.error) == ("bounce", "dead", "5.1.1")
    assert (broken.person, broken.address, broken.status) == (focal_point, focal_point.email, "5.1.1")
    assert Entry.objects.get(verb="mail.bounced").facts == {"status": "5.1.1", "person": str(focal_point.uid)}


def test_a_full_mailbox_does_not_make_an_address_unreachable(focal_point):
    mail = a_sent_mail(focal_point)

    come(a_report(status="5.2.2"), bounce_to(mail))

    mail.refresh_from_db()
    assert (mail.state, Unreachable.objects.count()) == ("dead", 0)


@pytest.mark.parametrize(
    "content",
    [
        a_report(action="delayed", status="4.4.1"),
        an_answer("I am away until 550 5.1.1", sender="a@example.org", Auto_Submitted="auto-replied").as_bytes(),
        b"",
    ],
    ids=["delay", "absence", "nothing"],
)
def test_what_is_no_failure_changes_nothing(focal_point, content):
    mail = a_sent_mail(focal_point)

    letter = come(content, bounce_to(mail))

    mail.refresh_from_db()
    assert (letter.state, mail.state, Unreachable.objects.count()) == ("ignored", "sent", 0)


def test_a_report_without_the_standards_form_is_understood():
    report = email.message_from_string("Subject: failure\n\n<a@example.org>: 550 5.1.1 No such user\n").as_bytes()

    assert report_in(report) == Report("5.1.1")
