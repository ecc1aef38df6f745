"""One list per person, the oldest promise first, nothing of anybody else."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.core import catalogue, days
from hemicycle.core.catalogue import Duty, Task, Waiting
from hemicycle.desk import queries
from hemicycle.innovations import actions as innovations
from hemicycle.innovations.models import Case
from hemicycle.innovations.tests.factories import a_case, hand_in
from hemicycle.network import actions as network
from hemicycle.network.tests.factories import an_office
from hemicycle.notices.models import Mail

pytestmark = pytest.mark.django_db


def task(title, *, waited, due=None):
    now = timezone.now()
    promised = now + timedelta(days=due) if due is not None else None
    return Task(title, now - timedelta(days=waited), f"/en/{title}/", due=promised)


@pytest.fixture
def duties(monkeypatch, editor):
    """Two duties of the editor, and none of anybody else; the first is the secretariat's, with a queue."""
    now = timezone.now()
    given = {
        "review": [task("young", waited=1), task("promised", waited=2, due=-3)],
        "upkeep": [task("old", waited=9)],
        "empty": [],
    }
    queue = [
        Waiting(now - timedelta(days=12), now - timedelta(days=1), taken=True),
        Waiting(now - timedelta(days=3), now + timedelta(days=9)),
    ]
    monkeypatch.setattr(catalogue, "DUTIES", {})
    monkeypatch.setattr(queries, "DUTIES", catalogue.DUTIES)
    for name, tasks in given.items():
        catalogue.duty(
            Duty(
                name,
                name.title(),
                lambda person, tasks=tasks: tasks if person == editor else (),
                queue=(lambda: queue) if name == "review" else list if name == "empty" else None,
            )
        )


def test_all_subjects_stand_in_one_list_by_the_oldest_promise(duties, editor):
    tasks = queries.tasks_of(editor)

    assert [(duty.name, each.title) for duty, each in tasks] == [
        ("upkeep", "old"),
        ("review", "promised"),
        ("review", "young"),
    ]


def test_the_page_links_each_task_and_says_what_is_late(client, duties, editor):
    client.force_login(editor)

    page = client.get("/en/desk/").content.decode()

    assert "3 tasks await you." in page
    assert page.count('<ul class="tasks">') == 1
    assert page.count('class="tasks__task"') == 3
    assert page.count(">late<") == 1
    assert 'href="/en/promised/"' in page
    assert "Upkeep · waiting for 9 days" in page


def test_the_secretariat_sees_its_queues_with_their_ages(duties, editor):
    queues = queries.queues(editor)

    assert [(queue.label, queue.waiting, queue.taken, queue.late) for queue in queues] == [("Review", 2, 1, 1)]
    assert queries.days_since(queues[0].oldest) == 12


@pytest.mark.parametrize(("who", "sees"), [("analyst", True), ("administrator", True), ("focal_point", False)])
def test_queues_are_for_the_secretariat_alone(request, client, duties, person, secretariat, who, sees):
    client.force_login(person("analyst", secretariat) if who == "analyst" else request.getfixturevalue(who))

    page = client.get("/en/desk/").content.decode()

    assert ("Queues of the secretariat" in page, "waiting for 12 days" in page) == (sees, sees)


def test_nobody_sees_the_tasks_of_another(client, duties, outsider):
    client.force_login(outsider)

    page = client.get("/en/desk/").content.decode()

    assert "Nothing awaits you." in page
    assert "promised" not in page


def test_a_visitor_is_asked_to_sign_in(client):
    response = client.get("/en/desk/")

    assert response.status_code == 302
    assert "next=/en/desk/" in response.url


@pytest.fixture
def wanted(administrator, person, zambia, malawi, contributor):
    """Makes so much of everything that awaits an administrator who also speaks for Zambia."""
    an_office(administrator, zambia, "focal_point")
    author = person("contributor", malawi)

    def make(number: int) -> None:
        for count in range(number):
            network.ask_for_seat(malawi, "secretary_general", note="I work there.", by=person())
            an_office(person(), zambia, "contributor", until=days.today() + timedelta(days=9))
            words = {"title": f"Case {count}", "lead": "A lead."}
            hand_in(innovations.draft(malawi, words, language="en", by=author), by=author)
            Mail.objects.create(key=str(count), person=author, subject="Lost", text="Lost", state="dead")
            a_case(f"public-{count}", body=zambia, author=contributor, asked_on=days.today())

    return make


@pytest.mark.parametrize("number", [1, 3])
def test_the_desk_asks_as_much_for_one_task_of_each_kind_as_for_three(
    client, administrator, wanted, number, django_assert_num_queries
):
    wanted(number)
    client.force_login(administrator)
    client.get("/en/desk/")

    with django_assert_num_queries(28):
        page = client.get("/en/desk/").content.decode()

    # All mails that need care are one task.
    assert page.count('class="tasks__task"') == 4 * number + 1


def test_a_queue_holds_all_that_waits_whoever_may_take_it(wanted, person, secretariat, editor):
    wanted(3)
    innovations.take(Case.objects.filter(state="submitted").first(), by=editor)

    queues = queries.queues(person("analyst", secretariat))

    assert sorted((queue.label, queue.waiting, queue.taken) for queue in queues) == [
        ("Cases to review", 3, 1),
        ("Mail that needs care", 3, 0),
        ("Requests for seats", 3, 0),
    ]


def test_each_task_leads_to_one_page_where_it_is_done(client, administrator, wanted):
    wanted(1)
    client.force_login(administrator)
    page = client.get("/en/desk/").content.decode()

    found = {address: client.get(address) for address in re.findall(r'class="tasks__title" href="([^"]+)"', page)}

    assert {answer.status_code for answer in found.values()} == {200}
    assert [address for address, answer in found.items() if '<form method="post"' not in body_of(answer)] == []


PAGES = ("/en/", "/en/cases/", "/en/account/", "/en/seats/", "/en/search/")


@pytest.mark.parametrize("address", PAGES)
def test_no_other_page_counts_what_awaits(client, focal_point, person, zambia, address):
    """A badge nowhere else: the way to the desk looks the same, whether something awaits or not."""
    client.force_login(focal_point)
    before = header_of(client.get(address))
    for _number in range(3):
        network.ask_for_seat(zambia, "contributor", note="I work there.", by=person())

    assert header_of(client.get(address)) == before
    assert "3 tasks await you." in client.get("/en/desk/").content.decode()


def header_of(response) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode().partition("<main")[0])


def body_of(response) -> str:
    return response.content.decode().partition("<main")[2]
