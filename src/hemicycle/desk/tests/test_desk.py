"""One list per person, the oldest promise first, nothing of anybody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.core import catalogue
from hemicycle.core.catalogue import Duty, Task
from hemicycle.desk import queries

pytestmark = pytest.mark.django_db


def task(title, *, waited, due=None):
    now = timezone.now()
    promised = now + timedelta(days=due) if due is not None else None
    return Task(title, now - timedelta(days=waited), f"/en/{title}/", due=promised)


@pytest.fixture
def duties(monkeypatch, editor):
    """Two duties of the editor, and none of anybody else."""
    given = {
        "review": [task("young", waited=1), task("promised", waited=2, due=-3)],
        "upkeep": [task("old", waited=9)],
        "empty": [],
    }
    monkeypatch.setattr(catalogue, "DUTIES", {})
    monkeypatch.setattr(queries, "DUTIES", catalogue.DUTIES)
    for name, tasks in given.items():
        catalogue.duty(Duty(name, name.title(), lambda person, tasks=tasks: tasks if person == editor else ()))


def test_duties_and_tasks_come_by_the_oldest_promise(duties, editor):
    queues = queries.queues_of(editor)

    assert [(queue.name, [each.title for each in queue.tasks]) for queue in queues] == [
        ("upkeep", ["old"]),
        ("review", ["promised", "young"]),
    ]


def test_the_page_links_each_task_and_says_what_is_late(client, duties, editor):
    client.force_login(editor)

    page = client.get("/en/desk/").content.decode()

    assert "3 tasks await you." in page
    assert page.count('class="tasks__task"') == 3
    assert page.count(">late<") == 1
    assert 'href="/en/promised/"' in page


def test_nobody_sees_the_tasks_of_another(client, duties, outsider):
    client.force_login(outsider)

    page = client.get("/en/desk/").content.decode()

    assert "Nothing awaits you." in page
    assert "promised" not in page


def test_a_visitor_is_asked_to_sign_in(client):
    response = client.get("/en/desk/")

    assert response.status_code == 302
    assert "next=/en/desk/" in response.url
