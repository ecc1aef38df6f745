"""The way out of mails: asked by GET, done by POST, by a mail program or by hand."""

import pytest
from django.test import Client

from hemicycle.accounts import queries as accounts
from hemicycle.notices import actions
from hemicycle.notices.actions import Outgoing
from hemicycle.notices.actions.tidying import forget_person
from hemicycle.notices.addresses import unsubscribe_token, unsubscribed
from hemicycle.notices.models import Mail, Notice, Unreachable

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def address_for(person, topic: str = "threads", language: str = "en") -> str:
    return f"/{language}/mail/unsubscribe/{unsubscribe_token(person.uid, topic)}/"


def wants(person) -> list[str]:
    person = type(person).objects.get(pk=person.pk)
    return [accounts.wants(person, topic) for topic in ("threads", "review")]


def test_opening_the_link_asks_and_does_nothing(client, focal_point):
    answers = [client.get(address_for(focal_point)), client.head(address_for(focal_point))]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert "<button" in answers[0].content.decode()
    assert wants(focal_point) == ["at_once", "at_once"]


def test_a_mail_program_unsubscribes_with_one_click(focal_point):
    """It has no session, no cookie, and nothing but the token (RFC 8058)."""
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post(address_for(focal_point), ONE_CLICK)

    assert (answer.status_code, wants(focal_point)) == (200, ["never", "at_once"])


def test_it_can_be_taken_back_with_one_click(client, focal_point):
    client.post(address_for(focal_point), ONE_CLICK)

    client.post(address_for(focal_point), {"again": "yes"})

    assert wants(focal_point) == ["at_once", "at_once"]


def test_leaving_a_digest_ends_all_that_was_in_it(client, focal_point):
    client.post(address_for(focal_point, "review+threads"), ONE_CLICK)

    assert wants(focal_point) == ["never", "never"]


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_the_page_is_there_in_every_language(client, focal_point, language):
    answer = client.get(address_for(focal_point, language=language))

    assert (answer.status_code, f'<html lang="{language}"' in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("token", ["made-up", "00.threads:abc", "é", "x" * 500])
def test_a_link_that_was_made_up_does_nothing(client, db, token):
    answers = [client.get(f"/en/mail/unsubscribe/{token}/"), client.post(f"/en/mail/unsubscribe/{token}/")]

    assert [answer.status_code for answer in answers] == [410, 410]


def test_a_link_of_somebody_else_changes_nothing_for_me(client, focal_point, contributor):
    client.force_login(contributor)

    client.post(address_for(focal_point), ONE_CLICK)

    assert (wants(focal_point), wants(contributor)) == (["never", "at_once"], ["at_once", "at_once"])


def test_a_token_names_person_and_topic_and_nothing_else(focal_point):
    token = unsubscribe_token(focal_point.uid, "threads")

    assert unsubscribed(token) == (focal_point.uid, "threads")
    assert unsubscribed(token.replace("threads", "review")) is None


def test_who_leaves_takes_their_mail_along(focal_point, contributor):
    actions.put("1", Outgoing(subject="News", text="Words", person=focal_point))
    actions.put("2", Outgoing(subject="Code", text="1234", address=focal_point.email.upper()))
    actions.put("3", Outgoing(subject="News", text="Words", person=contributor))
    Unreachable.objects.create(person=focal_point, address=focal_point.email, status="5.1.1")

    forget_person(focal_point)

    assert list(Mail.objects.values_list("key", flat=True)) == ["3"]
    assert (Notice.objects.count(), Unreachable.objects.count()) == (0, 0)
