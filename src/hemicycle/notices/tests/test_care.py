"""What awaits an operator: seen by administrators alone, decided once, and told in the journal."""

import pytest

from hemicycle.core.catalogue import DUTIES
from hemicycle.core.models import Entry
from hemicycle.notices import actions
from hemicycle.notices.actions import Outgoing
from hemicycle.notices.models import Letter, Mail, Unreachable

PAGE = "/en/mail/"


@pytest.fixture
def dead(db) -> Mail:
    mail = actions.put("1", Outgoing(subject="News & <b>more</b>", text="Secret words", address="a@example.org"))
    Mail.objects.filter(pk=mail.pk).update(state="dead", error="550", attempts=12)
    return mail


@pytest.fixture
def parked(db) -> Mail:
    mail = actions.put("2", Outgoing(subject="Perhaps", text="Secret words", address="b@example.org"))
    Mail.objects.filter(pk=mail.pk).update(state="parked", error="no receipt")
    return mail


def decide(client, mail: Mail, act: str, what: str = "mail"):
    return client.post(f"{PAGE}{what}/{mail.uid}/", {"act": act})


def test_an_operator_sees_what_went_no_further_and_none_of_its_words(client, administrator, dead, parked):
    client.force_login(administrator)

    page = client.get(PAGE).content.decode()

    assert [word in page for word in ("News &amp; &lt;b&gt;more", "Perhaps", "550", "Secret words")] == [
        True,
        True,
        True,
        False,
    ]


def test_others_find_nothing(client, dead, editor, focal_point, outsider):
    for person in (editor, focal_point, outsider):
        client.force_login(person)

        answers = [client.get(PAGE).status_code, decide(client, dead, "again").status_code]

        assert answers == [404, 404]
    assert Mail.objects.get().state == "dead"


def test_sending_again_and_leaving_are_decisions_of_a_person(client, administrator, dead, parked):
    client.force_login(administrator)

    decide(client, dead, "again")
    decide(client, parked, "leave")

    assert list(Mail.objects.values_list("state", "attempts", "error")) == [
        ("waiting", 0, ""),
        ("left", 0, "no receipt"),
    ]
    decided = Entry.objects.filter(kind="mail").values_list("verb", "subject", "actor")
    assert list(decided) == [
        ("mail.sent_again", dead.uid, administrator.uid),
        ("mail.left", parked.uid, administrator.uid),
    ]


def test_the_second_of_two_decisions_is_told_that_it_came_late(client, administrator, dead):
    client.force_login(administrator)
    decide(client, dead, "leave")

    answer = decide(client, dead, "again")

    assert answer.status_code == 409
    assert "Somebody has already decided about this." in answer.content.decode()
    assert Mail.objects.get().state == "left"


@pytest.mark.parametrize(("what", "act"), [("mail", "burn"), ("mail", ""), ("letter", "again"), ("nonsense", "leave")])
def test_a_decision_that_does_not_exist_is_not_found(client, administrator, dead, what, act):
    client.force_login(administrator)

    assert decide(client, dead, act, what).status_code == 404


def test_letters_and_addresses_are_decided_about_too(client, administrator, focal_point):
    letter = Letter.objects.create(mark="1", purpose="reply", state="parked", reason="other_sender", person=focal_point)
    Unreachable.objects.create(person=focal_point, address=focal_point.email, status="5.1.1")
    client.force_login(administrator)
    page = client.get(PAGE).content.decode()

    client.post(f"{PAGE}letter/{letter.uid}/", {"act": "leave"})
    client.post(f"{PAGE}address/{focal_point.uid}/", {"act": "again"})

    assert page.count(focal_point.email) == 2
    assert (Letter.objects.get().state, Unreachable.objects.count()) == ("left", 0)


def test_the_desk_of_an_operator_says_how_much_there_is(administrator, editor, dead, parked):
    tasks = DUTIES["mail"].awaiting(administrator)

    assert [(task.title, task.address, task.since) for task in tasks] == [
        ("2 mails need your care", "/en/mail/", dead.made_at)
    ]
    assert DUTIES["mail"].awaiting(editor) == []
