"""What a mail looks like on its way: five languages, both forms, headers, size, colours, and no link that acts."""

import re

import pytest
from django.apps import apps
from django.core import serializers

from hemicycle.accounts import actions as accounts
from hemicycle.core.catalogue import MESSAGES
from hemicycle.notices import actions, styles
from hemicycle.notices.models import Mail, Notice
from hemicycle.threads import actions as threads

LINK = re.compile(r"https?://[^\s<>\"']+")
LANGUAGES = ("en", "fr", "es", "pt", "ar")


def texts(message) -> tuple[str, str]:
    plain, rich = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    return plain.get_content(), rich.get_content() if rich else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_speaks_the_language_of_its_reader(office, thread, contributor, focal_point, tell, language):
    focal_point.language = language
    focal_point.save()
    threads.post(thread, "Depuis 2021 ; “oui” & <b>non</b>.", by=contributor)

    tell()

    plain, rich = texts(office.taken[0])
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in rich
    assert f"/{language}/threads/{thread.uid}/" in plain
    assert "Depuis 2021 ; “oui” & <b>non</b>." in plain
    assert "Depuis 2021 ; “oui” &amp; &lt;b&gt;non&lt;/b&gt;." in rich


def test_a_mail_says_where_it_belongs(office, thread, contributor, focal_point, tell):
    threads.post(thread, "Since 2021.", by=contributor)
    threads.post(thread, "In both chambers.", by=contributor)

    tell()

    first, second = office.taken
    mail = Mail.objects.first()
    assert (first["To"], first["Subject"]) == (focal_point.email, "Letter about “National Assembly”")
    assert first["Message-ID"] == f"<{mail.uid}@mail.example.org>" != second["Message-ID"]
    assert first["References"] == first["In-Reply-To"] == f"<thread.{thread.uid}@mail.example.org>"
    assert second["References"] == f"{first['References']} {first['Message-ID']}"
    assert second["In-Reply-To"] == first["Message-ID"]
    assert first["List-Id"] == "<threads.mail.example.org>"
    assert first["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert first["List-Unsubscribe"].startswith("<http://127.0.0.1:8000/en/mail/unsubscribe/")
    assert re.fullmatch(r"reply\+[a-z2-7]{36}@mail\.example\.org", first["Reply-To"])
    assert re.fullmatch(r"bounce\+[a-z2-7]{36}@mail\.example\.org", office.senders[0])
    assert first["Auto-Submitted"] == "auto-generated"


def test_each_mail_answers_the_one_before_that_its_reader_got(office, thread, contributor, focal_point, editor, tell):
    for number in range(14):
        threads.post(thread, f"Since {number}.", by=contributor)

    tell()

    for reader in (focal_point, editor):
        got = sorted((mail for mail in office.taken if mail["To"] == reader.email), key=_number)
        names = [mail["Message-ID"] for mail in got]
        chains = [mail["References"].split() for mail in got]
        assert len(set(names)) == 14
        assert [mail["In-Reply-To"] for mail in got[1:]] == names[:-1]
        assert [chain[0] for chain in chains] == [f"<thread.{thread.uid}@mail.example.org>"] * 14
        assert chains[-1][1:] == names[3:13]
    assert len({mail["Message-ID"] for mail in office.taken}) == 28


def _number(mail) -> int:
    return int(re.search(r"Since (\d+)\.", texts(mail)[0])[1])


def test_every_message_belongs_to_a_list_that_can_be_left():
    assert [verb for verb, message in MESSAGES.items() if not message.topic] == []


def test_html_stays_small_and_brings_light_and_dark_colours(office, thread, contributor, focal_point, tell):
    accounts.hear(focal_point, "threads", "daily")
    for number in range(30):
        threads.post(thread, f"{number} " + "words <and> more " * 500, by=contributor)
    tell()
    Notice.objects.update(due_at="2020-01-01T00:00Z")

    actions.write_due()

    mail = Mail.objects.get()
    assert 1_000 < len(mail.html.encode()) <= 100_000
    assert "more pieces of news are not in this mail." in mail.html
    assert mail.text.count("words <and> more") == 30 * 500
    sheet = str(styles.stylesheet())
    assert "var(" not in sheet
    assert re.findall(r"background-color: (#\w+)", sheet)[0] == "#fdfcf9"
    assert "@media (prefers-color-scheme: dark){" in sheet
    assert sheet.count("{") == sheet.count("}")


def test_who_wants_plain_text_gets_it_alone(office, thread, contributor, focal_point, tell):
    accounts.prefer(focal_point, plain_text=True)
    threads.post(thread, "Since 2021.", by=contributor)

    tell()

    assert office.taken[0].get_content_type() == "text/plain"


def test_hostile_words_stay_out_of_headers(office, thread, matter, contributor, focal_point, tell):
    matter.title = "Title\r\nBcc: everybody@example.org\r\n\r\n<script>"
    threads.post(thread, "Since 2021.", by=contributor)

    tell()

    message = office.taken[0]
    assert message["Subject"] == "Letter about “Title Bcc: everybody@example.org <script>”"
    assert (message["Bcc"], office.recipients) == (None, [focal_point.email])


def everything() -> str:
    """All rows of all tables except sessions, which every visit may touch."""
    models = [model for model in apps.get_models() if model._meta.app_label not in {"sessions", "usersessions"}]
    return "".join(serializers.serialize("json", model._base_manager.order_by("pk")) for model in models)


def opened(client, links) -> list[tuple[int, int]]:
    paths = [link.removeprefix("http://127.0.0.1:8000") for link in links]
    return [(client.get(path).status_code, client.head(path).status_code) for path in paths]


@pytest.mark.parametrize("language", LANGUAGES)
def test_opening_any_link_of_any_mail_changes_nothing(office, thread, contributor, focal_point, tell, client, language):
    focal_point.language = language
    focal_point.save()
    threads.post(thread, "Since 2021.", by=contributor)
    tell()
    plain, rich = texts(office.taken[0])
    links = set(LINK.findall(plain)) | set(LINK.findall(rich)) | set(LINK.findall(office.taken[0]["List-Unsubscribe"]))
    before = everything()

    by_a_scanner = opened(client, links)
    after_the_scanner = everything()
    client.force_login(focal_point)
    signed_in = everything()
    by_the_reader = opened(client, links)

    assert len(links) == 4
    # The conversation and the preferences ask to sign in first.
    assert sorted(by_a_scanner) == [(200, 200), (200, 200), (302, 302), (302, 302)]
    assert by_the_reader == [(200, 200)] * 4
    assert after_the_scanner == before
    assert everything() == signed_in
